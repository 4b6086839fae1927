"""What the cells of a column look like: postcodes, telephone numbers, prices and days look like themselves."""

import re
from collections.abc import Callable, Sequence

from directory.geography import read_postcode
from directory.understanding.contacts import read_emails, read_phones, read_urls
from directory.understanding.prices import read_costs
from directory.understanding.times import read_times
from importers.cells import read_date, read_degrees, says_nothing

_PRICE = re.compile(r"£|\bp\b|\bfree\b|\bno (?:cost|charge)\b|\bdonation", re.IGNORECASE)
_NUMBER = re.compile(r"[\d\s().+/-]+")
_CLOCK = re.compile(r"\d\s*(?:am|pm)\b|\d[:.]\d\d|\d\s*(?:-|–|to)\s*\d", re.IGNORECASE)
_DAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun|daily|week)", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{2,}", re.IGNORECASE)


def _is_phone(cell: str) -> bool:
    return len(read_phones(cell)) > 0 or (
        _NUMBER.fullmatch(cell) is not None and 9 <= sum(map(str.isdigit, cell)) <= 12
    )


def _is_email(cell: str) -> bool:
    return len(read_emails(cell)) > 0 and len(cell) < 120


def _is_url(cell: str) -> bool:
    return "@" not in cell and len(read_urls(cell)) > 0 and len(cell.split()) < 4


def _is_price(cell: str) -> bool:
    return _PRICE.search(cell) is not None and len(cell) < 200 and bool(read_costs(cell))


def _is_sum(cell: str) -> bool:
    """A price, or a figure that is one when its heading says so."""
    return _is_price(cell) or re.fullmatch(r"\d{1,4}(?:\.\d\d?)?", cell) is not None


def _is_timetable(cell: str) -> bool:
    return _DAY.search(cell) is not None and _CLOCK.search(cell) is not None and bool(read_times(cell))


def _is_day(cell: str) -> bool:
    return _DAY.search(cell) is not None and _CLOCK.search(cell) is None and len(cell) < 60


def _is_clock(cell: str) -> bool:
    return _CLOCK.search(cell) is not None and _DAY.search(cell) is None and len(cell) < 40


def _between(low: float, high: float) -> Callable[[str], bool]:
    def is_between(cell: str) -> bool:
        number = read_degrees(cell)
        return number is not None and low <= number <= high

    return is_between


def _is_age(cell: str) -> bool:
    return re.fullmatch(r"\d{1,3}(?:\.0)?\+?", cell) is not None and float(cell.rstrip("+")) <= 120


def _has_words(cell: str) -> bool:
    return _WORD.search(cell) is not None and not _is_email(cell) and read_postcode(cell) is None


LOOKS: dict[str, Callable[[str], bool]] = {
    "postcode": lambda cell: read_postcode(cell) is not None,
    "email": _is_email,
    "url": _is_url,
    "phone": _is_phone,
    "cost": _is_sum,
    "days_times": _is_timetable,
    "days": _is_day,
    "times": _is_clock,
    "latitude": _between(49.5, 61.0),
    "longitude": _between(-8.7, 2.0),
    "min_age": _is_age,
    "max_age": _is_age,
    "last_verified": lambda cell: read_date(cell) is not None,
    "name": _has_words,
    "organisation": _has_words,
    "description": _has_words,
    "categories": _has_words,
    "address": _has_words,
    "contact_name": lambda cell: _has_words(cell) and not any(sign.isdigit() for sign in cell),
}
"""From our columns to whether a cell could be in them."""
BY_THEMSELVES = LOOKS | {"cost": _is_price}
"""The same where no heading says what they are."""
OF_ITSELF = {"postcode": 0.9, "email": 0.9, "url": 0.85, "days_times": 0.8, "phone": 0.8, "cost": 0.7}
"""How sure a column is by its cells alone, whatever it is called."""


def share(column: str, cells: Sequence[str], *, is_named: bool) -> float | None:
    """Which part of the cells that say anything look like those of the column; None when that cannot be told."""
    said = [cell.strip() for cell in cells if not says_nothing(cell)]
    looks = (LOOKS if is_named else BY_THEMSELVES).get(column)
    return sum(map(looks, said)) / len(said) if looks and said else None
