"""A timetable as an ordinary week: can one go, do two get in each other's way, which days and parts of days.

A set of minutes of the week is one int with a bit for each of 10,080 minutes, Monday 00:00 first: union,
overlap and containment are one operation each, past midnight and over Sunday night included.
"""

from collections.abc import Iterator, Sequence
from datetime import date, time
from functools import lru_cache
from typing import NamedTuple

from directory.listing import Listing, Slot
from directory.schedules.dated import timetable
from directory.schedules.slot import WEEK, Day, days, has_end, is_single_date

DAY = 24 * 60
ALL = (1 << 7 * DAY) - 1
OPENING_HOURS = 4 * 60
"""Longer is a place that is open, where one comes for a part; shorter is a session one goes to whole."""
VISIT = 60
"""Minutes that make a visit worth it, and how long a session lasts when nobody says."""
PARTS = {"morning": (5, 12), "afternoon": (12, 17), "evening": (17, 24)}


class Window(NamedTuple):
    """One weekly time. Two windows fall on the same dates always, or not always: `rhythm` tells."""

    minutes: int
    rhythm: tuple[object, ...]
    since: date
    until: date


def clash(a: Listing, b: Listing) -> bool:
    """Whether nobody can go to both: each time of one always overlaps every time of the other.

    False where that is not known. Travel from one to the other is not counted.
    """
    ours, theirs = _all_windows(a), _all_windows(b)
    if not ours or not theirs:
        return False
    return all(_collide(x, y) for x in ours for y in theirs)


WORTH_IT = 45
"""Minutes of a session for which one goes."""


def fits_free_times(listing: Listing, free: Sequence[tuple[str, time, time]]) -> bool | None:
    """Whether some session lies wholly in the free times, or an hour of long opening hours does.

    `free` holds (day such as "MO", from, until). None when that cannot be said: no times, or days alone.
    """
    slots = [slot for slot, _ in timetable(listing)]
    if not slots or not free:
        return None
    at_leisure = 0
    for day, since, until in free:
        at_leisure |= _minutes(WEEK.index(day), since, until)
    if any(_fits(window.minutes, at_leisure) for slot in slots for window in _windows(slot)):
        return True
    free_days = {day for day, _, _ in free}
    return None if any(_may_fit(slot, free_days) for slot in slots) else False


def meets_free_times(listing: Listing, free: Sequence[tuple[str, time, time]]) -> bool:
    """Whether three quarters of an hour of some session lie in the free times: worth asking about."""
    at_leisure = 0
    for day, since, until in free:
        at_leisure |= _minutes(WEEK.index(day), since, until)
    windows = (window for slot, _ in timetable(listing) for window in _windows(slot))
    return any((window.minutes & at_leisure).bit_count() >= WORTH_IT for window in windows)


def days_of(listing: Listing) -> frozenset[str]:
    """The days of the week on which it ever happens, as "MO"."""
    return frozenset(WEEK[day.weekday] for slot, _ in timetable(listing) for day in _days(slot))


def parts_of_day(listing: Listing) -> frozenset[str]:
    """Of morning (5am to noon), afternoon (to 5pm) and evening: where it begins, or spends an hour."""
    return frozenset(part for slot, _ in timetable(listing) for part in _parts(slot))


def _parts(slot: Slot) -> Iterator[str]:
    if slot.opens_at is None:
        return
    minutes = _minutes(0, slot.opens_at, slot.closes_at if has_end(slot) else None)
    for part, (since, until) in PARTS.items():
        inside = minutes & _span(since * 60, (until - since) * 60)
        if since <= slot.opens_at.hour < until or inside.bit_count() >= VISIT:
            yield part


def _all_windows(listing: Listing) -> list[Window]:
    """Every window, or none at all when some slot leaves its time open: then there may be a way round."""
    found = [list(_windows(slot)) for slot, _ in timetable(listing)]
    return [window for windows in found for window in windows] if all(found) else []


@lru_cache(maxsize=8192)
def _windows(slot: Slot) -> tuple[Window, ...]:
    if slot.opens_at is None:
        return ()
    closes = slot.closes_at if has_end(slot) else None
    since, until = slot.valid_from or date.min, slot.valid_to or date.max
    return tuple(
        Window(_minutes(day.weekday, slot.opens_at, closes), _rhythm(slot, day), since, until) for day in _days(slot)
    )


def _days(slot: Slot) -> tuple[Day, ...]:
    if is_single_date(slot) and slot.valid_from:
        return (Day(slot.valid_from.weekday()),)
    return days(slot)


def _rhythm(slot: Slot, day: Day) -> tuple[object, ...]:
    if is_single_date(slot):
        return (slot.valid_from,)
    return (day.ordinal, slot.interval, _turn(slot, day))


def _turn(slot: Slot, day: Day) -> int | None:
    """Which of the alternating weeks (months) it is, counted in weeks (months) since the year 1."""
    if slot.valid_from is None or slot.interval <= 1:
        return None
    weeks, months = (slot.valid_from.toordinal() - 1) // 7, slot.valid_from.year * 12 + slot.valid_from.month
    return (weeks if day.ordinal is None else months) % slot.interval


def _collide(x: Window, y: Window) -> bool:
    if x.rhythm != y.rhythm or x.until < y.since or y.until < x.since:
        return False
    overlap = bool(x.minutes & y.minutes)
    return overlap and not (_is_open_long(x.minutes, y.minutes) or _is_open_long(y.minutes, x.minutes))


def _is_open_long(opening: int, other: int) -> bool:
    """Whether one can come before or after the other."""
    return opening.bit_count() > OPENING_HOURS and (opening & ~other).bit_count() >= VISIT


def _fits(minutes: int, free: int) -> bool:
    if minutes.bit_count() > OPENING_HOURS:
        return (minutes & free).bit_count() >= VISIT
    return minutes & ~free == 0


def _may_fit(slot: Slot, free_days: set[str]) -> bool:
    """A slot that leaves its time, or its days, open."""
    known = {WEEK[day.weekday] for day in _days(slot)}
    return not known or (slot.opens_at is None and bool(known & free_days))


def _minutes(weekday: int, opens: time, closes: time | None) -> int:
    start = weekday * DAY + opens.hour * 60 + opens.minute
    if closes is None:
        return _span(start, VISIT)
    length = (closes.hour * 60 + closes.minute - start) % DAY or DAY
    return _span(start, length + (closes == time(23, 59)))


def _span(start: int, length: int) -> int:
    """That many minutes from `start` on, going round from Sunday night to Monday."""
    bits = ((1 << length) - 1) << start
    return (bits | bits >> 7 * DAY) & ALL
