"""Addresses taken apart: house numbers, street, the rest, and the postcode."""

import re
from functools import lru_cache
from typing import NamedTuple

from directory.matching.words import compared, folded

UK = re.compile(r"\b([A-Z]{1,2}[0-9][0-9A-Z]?)\s*([0-9][A-Z]{2})\b")
_DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?( ?[0-9])?")
_ZIP = re.compile(r"\b([0-9]{5})(?:-[0-9]{4})?\s*(?:,?\s*(?:usa|united states))?\s*$", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)")
_UNIT = re.compile(
    r"(?:\b(?:suite|ste|unit|flat|apt|apartment|room|rm|floor|fl|level|shop|stall|bay|box)\b\.?\s*#?\s*[0-9a-z-]+\b"
    r"|#\s*[0-9a-z-]+|\b(?:[0-9]+(?:st|nd|rd|th)|ground|first|second|third|top|lower|upper)\s+(?:floor|fl|level)\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.])([0-9]{1,6})([a-z]?)(?:\s*[-–/]\s*([0-9]{1,6})[a-z]?)?(?![\w])", re.IGNORECASE)
_ORDINAL = re.compile(r"[0-9]+(?:st|nd|rd|th)\b", re.IGNORECASE)
_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}
STREETS = frozenset(
    "st rd ave blvd dr ln pl sq ter cres cl ct hwy pkwy grove way row hill walk gate parade mews quay wharf bridge green "
    "garden broadway embankment promenade rise vale view drove alley yard".split()
)


class Address(NamedTuple):
    """Numbers of the house from and to (0 where none), its street, all its words, and its postcode ("" where none)."""

    first: int = 0
    last: int = 0
    street: str = ""
    words: str = ""
    postcode: str = ""


@lru_cache(maxsize=8_192)
def read_postcode(text: str) -> str:
    """A British postcode ("L4 3TH"), its beginning ("L4", "L4 3"), or an American one of five digits; else ""."""
    upper = text.upper().strip()
    if found := UK.search(upper):
        return f"{found[1]} {found[2]}"
    if found := _ZIP.search(upper):
        return found[1]
    return upper if _DISTRICT.fullmatch(upper) else ""


@lru_cache(maxsize=8_192)
def read_address(text: str) -> Address:
    """What an address on one line says."""
    upper = text.upper()
    postcode = read_postcode(upper) if UK.search(upper) or _ZIP.search(upper) else ""
    bare = _ZIP.sub("", UK.sub("", upper)).lower()
    bare = _UNIT.sub(" ", _ASIDE.sub(" ", bare))
    parts = [part for part in re.split(r"[,;\n]", bare) if part.strip()]
    first, last, street = _house(parts)
    words = " ".join(_street_words(_NUMBER.sub(" ", bare)))
    return Address(first, last, street or words, words, postcode)


def _house(parts: list[str]) -> tuple[int, int, str]:
    """The numbers of the house, and the street, which stands after them or has a name of streets in it."""
    for place, part in enumerate(parts):
        if found := _NUMBER.search(part):
            rest = part[found.end() :] if part[found.end() :].strip() else " ".join(parts[place + 1 : place + 2])
            first = int(found[1])
            last = int(found[3] or first)
            # 1510-12 is 1510 to 1512.
            if last < first and found[3]:
                last = int(found[1][: -len(found[3])] + found[3]) if len(found[3]) < len(found[1]) else first
            return (
                first,
                max(first, last) if last - first < 200 else first,
                " ".join(_until_street(_street_words(rest))),
            )
    for part in parts:
        words = _street_words(part)
        if any(word in STREETS for word in words[1:]):
            return 0, 0, " ".join(words)
    return 0, 0, ""


def _until_street(words: list[str]) -> list[str]:
    """Without the city that follows a street unparted by a comma."""
    ends = [place for place, word in enumerate(words) if place and word in STREETS]
    return words[: ends[0] + 1] if ends else words


def _street_words(text: str) -> list[str]:
    return [_COMPASS.get(word, compared(word)) for word in folded(text).split() if word not in {"the", "and", "of"}]
