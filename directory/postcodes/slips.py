"""What was perhaps meant by a postcode that does not exist."""

import re
from collections.abc import Callable, Iterator
from string import ascii_uppercase, digits

from directory.postcodes.postcode import UNITS, postcode_number

_LOOK_ALIKE = ("O0QD", "I1LJT", "S5", "Z2", "B8", "G6C", "UV", "MN", "A4", "VY", "PR", "EF")
_KEYS = ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM", "1234567890")

Known = Callable[[int], bool]
Nearest = Callable[[int, int, int], int | None]


def nearest_postcode(text: str, known: Known, nearest: Nearest) -> int | None:
    """The number of the likeliest real postcode, or None.

    First by one slip: a look-alike (O for 0), two letters the wrong way round, a neighbouring key, a letter
    too many or too few. Else in a sector that is one slip away, the unit with the nearest letters.
    `nearest(number, start, stop)` gives the known postcode closest to a number within a run of numbers.
    """
    joined = re.sub(r"[^A-Z0-9]", "", text.upper())
    if not 4 <= len(joined) <= 8 or not any(letter.isdigit() for letter in joined):
        return None
    slips = sorted(_slips(joined), key=lambda slip: slip[0] + _moved_space(text, slip[1]))
    for _, candidate in slips:
        number = postcode_number(candidate)
        if number is not None and known(number):
            return number
    return _in_a_sector_near(slips, joined, nearest)


def _in_a_sector_near(slips: list[tuple[float, str]], joined: str, nearest: Nearest) -> int | None:
    for candidate in (joined, *(text for _, text in slips)):
        number = postcode_number(candidate)
        if number is None:
            continue
        start = number - number % UNITS
        found = nearest(number, start, start + UNITS)
        if found is not None:
            return found
    return None


def _slips(text: str) -> Iterator[tuple[float, str]]:
    """Every text one slip away, with how unlikely the slip is: ends slip more than starts."""
    for at, letter in enumerate(text):
        late = at / 1000
        for other in ascii_uppercase + digits:
            if other != letter:
                yield _cost(letter, other) - late, text[:at] + other + text[at + 1 :]
            yield 1.2 - late, text[:at] + other + text[at:]
        yield 1.0 - late, text[:at] + text[at + 1 :]
        if at and text[at - 1] != letter:
            yield 0.6 - late, text[: at - 1] + letter + text[at - 1] + text[at + 1 :]
    for other in ascii_uppercase + digits:
        yield 1.1, text + other


def _moved_space(text: str, candidate: str) -> float:
    """Where a space was typed, what stands before it is a little likelier to be right."""
    parts = text.upper().split()
    return 0.5 if len(parts) == 2 and parts[0] != candidate[:-3] else 0.0


def _cost(letter: str, other: str) -> float:
    if any(letter in group and other in group for group in _LOOK_ALIKE):
        return 0.5
    if any(letter + other in row or other + letter in row for row in _KEYS):
        return 0.8
    return 1.4
