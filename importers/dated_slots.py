"""The lines of a timetable for what happens on given days and not again."""

from datetime import date, time, timedelta

from directory.listing import Slot
from directory.understanding.weekdays import WEEK

LONGEST_RUN = 14
"""Days on end for which each gets a line; what lasts longer is every day from one date to another."""


def slots_on(first: date, last: date | None, opens: time | None, closes: time | None) -> tuple[Slot, ...]:
    """A line for each day from the first to the last. What ends in the night after it began is on one day."""
    if last is None or last < first:
        last, closes = first, closes if last is None else None
    if opens and closes and last == first + timedelta(days=1) and closes <= opens:
        last = first
    if (last - first).days >= LONGEST_RUN:
        return (Slot(days=WEEK, opens_at=opens, closes_at=closes, valid_from=first, valid_to=last),)
    days = (first + timedelta(days=at) for at in range((last - first).days + 1))
    return tuple(Slot(opens_at=opens, closes_at=closes, valid_from=one, valid_to=one) for one in days)
