"""The dates of a slot between two days (RFC 5545, by python-dateutil)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from directory.listing import Slot
from directory.schedules.slot import Day, days, is_single_date


def dates(slot: Slot, first: date, last: date) -> list[date]:
    """Every date of the slot from `first` to `last`, both included, in order.

    Every other week without `valid_from` gives each week: which ones are meant is not known.
    """
    if is_single_date(slot):
        return [slot.valid_from] if slot.valid_from and first <= slot.valid_from <= last else []
    first = max(first, slot.valid_from or first)
    last = min(last, slot.valid_to or last)
    return sorted(set(_recurring(slot, first, last))) if first <= last else []


def interval_known(slot: Slot) -> bool:
    """Whether we know which weeks (or months) are meant."""
    return slot.interval <= 1 or slot.valid_from is not None or is_single_date(slot)


def _recurring(slot: Slot, first: date, last: date) -> Iterator[date]:
    interval = max(slot.interval, 1) if interval_known(slot) else 1
    weekly = [day for day in days(slot) if day.ordinal is None]
    monthly = [day for day in days(slot) if day.ordinal is not None]
    if weekly:
        yield from _expand(WEEKLY, weekly, interval, _week_near(slot, interval, first), first, last)
    if monthly:
        start = slot.valid_from if interval > 1 and slot.valid_from else first
        yield from _expand(MONTHLY, monthly, interval, start.replace(day=1), first, last)


def _expand(
    freq: Literal[1, 2], on: Sequence[Day], interval: int, start: date, first: date, last: date
) -> Iterator[date]:
    """The dates of one RFC 5545 rule that begins at `start`, from `first` to `last`."""
    rule = rrule(
        freq,
        dtstart=datetime.combine(start, time(0)),
        until=datetime.combine(last, time(0)),
        interval=interval,
        byweekday=[weekday(day.weekday, day.ordinal) for day in on],
        wkst=0,
    )
    return (moment.date() for moment in rule if moment.date() >= first)


def _week_near(slot: Slot, interval: int, first: date) -> date:
    """A Monday of a week that counts, at or shortly before `first`: expanding from 2009 would take long."""
    anchor = slot.valid_from if interval > 1 and slot.valid_from else first
    monday = anchor - timedelta(days=anchor.weekday())
    weeks = max((first - monday).days // 7, 0)
    return monday + timedelta(weeks=weeks - weeks % interval)
