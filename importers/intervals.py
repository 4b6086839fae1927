"""How often a feed is read: "30m", "6h", "1d", "2w", and back again in words."""

import re
from datetime import timedelta

from directory.errors import Invalid

SHORTEST = timedelta(minutes=15)
LONGEST = timedelta(days=365)
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_WRITTEN = re.compile(r"\s*(\d{1,5})\s*([mhdw])\w*\s*", re.I)
_WORDS = ((10080, "week"), (1440, "day"), (60, "hour"), (1, "minute"))


def read_interval(text: str) -> timedelta:
    """The interval. Invalid for what is none, or too short or long to be one."""
    written = _WRITTEN.fullmatch(text)
    if written is None:
        raise Invalid(f"“{text}” is no interval: write 30m, 6h, 1d or 2w.", field="every")
    every = timedelta(**{_UNITS[written[2].lower()]: int(written[1])})
    check_interval(every)
    return every


def check_interval(every: timedelta) -> int:
    """Its minutes. Invalid when others' servers would be asked too often, or we would never ask."""
    if every < SHORTEST:
        raise Invalid("A feed is read every 15 minutes at most.", field="every")
    if every > LONGEST:
        raise Invalid("A feed is read once a year at least.", field="every")
    return int(every.total_seconds() // 60)


def say_interval(minutes: int) -> str:
    """every day, every 6 hours, every 90 minutes"""
    size, word = next((size, word) for size, word in _WORDS if minutes % size == 0)
    number = minutes // size
    return f"every {word}" if number == 1 else f"every {number} {word}s"


def write_interval(minutes: int) -> str:
    """As it is written on the command line: 1d, 6h, 90m."""
    size, word = next((size, word) for size, word in _WORDS if minutes % size == 0)
    return f"{minutes // size}{word[0]}"
