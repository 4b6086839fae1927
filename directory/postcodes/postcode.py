"""The written postcode and its number.

A postcode is an area, district, sector and unit: `L` `4` `3` `TH`. Its number keeps that order, so that a
sector and a district are each one run of numbers, and a sorted list of numbers answers for all three.
"""

import re
from functools import lru_cache

UNITS = 26 * 26
SECTORS = 10 * UNITS
FULL = re.compile(r"\b([A-Z]{1,2}[0-9][0-9A-Z]?)\s*([0-9][A-Z]{2})\b")
_OUTWARD = re.compile(r"([A-Z])([A-Z]?)([0-9])([0-9A-Z]?)")
_INWARD = re.compile(r"([0-9])([A-Z])([A-Z])")
_LAST = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = str.maketrans("OISZ", "0152")


@lru_cache(maxsize=16_384)
def district_number(outward: str) -> int | None:
    """The number of a district such as "L4" or "CH43"; None for what is not shaped like one."""
    match = _OUTWARD.fullmatch(outward)
    if match is None:
        return None
    first, second, digit, last = match.groups()
    area = (ord(first) - 64) * 27 + (ord(second) - 64 if second else 0)
    return (area * 10 + int(digit)) * 37 + _LAST.index(last or " ")


@lru_cache(maxsize=16_384)
def _unit_number(inward: str) -> int | None:
    match = _INWARD.fullmatch(inward)
    if match is None:
        return None
    return int(match[1]) * UNITS + (ord(match[2]) - 65) * 26 + ord(match[3]) - 65


def postcode_number(text: str) -> int | None:
    """The number of a full postcode in any case and spacing, or None."""
    joined = text.replace(" ", "").upper()
    district, unit = district_number(joined[:-3]), _unit_number(joined[-3:])
    return None if district is None or unit is None else district * SECTORS + unit


def written(number: int) -> str:
    """The postcode of a number, with its one space: "L4 3TH"."""
    district, inward = divmod(int(number), SECTORS)
    area, last = divmod(district, 37)
    area, digit = divmod(area, 10)
    first, second = divmod(area, 27)
    sector, unit = divmod(inward, UNITS)
    outward = f"{chr(first + 64)}{chr(second + 64) if second else ''}{digit}{_LAST[last].strip()}"
    return f"{outward} {sector}{chr(unit // 26 + 65)}{chr(unit % 26 + 65)}"


def read_postcode(text: str) -> str | None:
    """A full postcode as it is written properly, from any case and spacing, or None.

    The third sign from the end must be a digit: there the letters O, I, S and Z are read as 0, 1, 5 and 2.
    """
    joined = re.sub(r"[\s.\-]+", "", text).upper()
    if not 5 <= len(joined) <= 7:
        return None
    number = postcode_number(joined[:-3] + joined[-3].translate(_DIGITS) + joined[-2:])
    return None if number is None else written(number)


def district_of(postcode: str) -> str | None:
    """The district of a full postcode in any case and spacing: "L4"; None for what is no postcode."""
    whole = read_postcode(postcode)
    return whole.partition(" ")[0] if whole else None
