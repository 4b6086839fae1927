"""What a slot says before any date comes in: its days, and whether it is a single date or never closes."""

import re
from datetime import time
from typing import NamedTuple

from directory.listing import Slot

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MIDNIGHT = time(0)
_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")


class Day(NamedTuple):
    """A day of the week (0 is Monday); with an ordinal one of the month: 1 its first, -1 its last."""

    weekday: int
    ordinal: int | None = None


def days(slot: Slot) -> tuple[Day, ...]:
    """The days of the slot in order of the week, each once. What is no RFC 5545 day is left out."""
    found = {
        Day(WEEK.index(match[2]), int(match[1]) if match[1] else None)
        for match in map(_DAY.fullmatch, slot.days)
        if match
    }
    return tuple(sorted(found, key=_order))


def is_single_date(slot: Slot) -> bool:
    """Whether it happens on one day only."""
    return not slot.days and slot.valid_from is not None and slot.valid_from == slot.valid_to


def is_all_day(slot: Slot) -> bool:
    """From midnight to midnight; 11.59pm is how many systems write the second one."""
    opens, closes = slot.opens_at, slot.closes_at
    return opens == MIDNIGHT and closes is not None and (closes == MIDNIGHT or closes >= time(23, 59))


def is_always(slot: Slot) -> bool:
    """All day on every day, as helplines are: no holiday closes it."""
    weekly = {day.weekday for day in days(slot) if day.ordinal is None}
    return is_all_day(slot) and slot.interval == 1 and len(weekly) == len(WEEK)


def has_end(slot: Slot) -> bool:
    """Whether a real end is known: "10:00 to 10:00" is how feeds write that it is not."""
    return slot.closes_at is not None and (is_all_day(slot) or slot.closes_at != slot.opens_at)


def _order(day: Day) -> tuple[int, int]:
    ordinal = day.ordinal or 0
    return (day.weekday, ordinal if ordinal >= 0 else 10 + ordinal)
