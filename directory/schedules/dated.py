"""Dated times of a listing on British clocks: what is on, what is next, whether it is open."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from directory.clock import LONDON
from directory.kinds import Status
from directory.listing import Listing, Slot
from directory.schedules.closures import is_bank_holiday, may_be_school_holiday
from directory.schedules.occurrence import Doubt, Occurrence, london, utc
from directory.schedules.recurrence import dates, interval_known
from directory.schedules.slot import has_end, is_all_day, is_always, is_single_date

HORIZON = timedelta(days=60)
"""What comes later is not "next" to anybody."""

DAY = timedelta(days=1)


def occurrences(listing: Listing, start: datetime, end: datetime) -> list[Occurrence]:
    """Every time from `start` until before `end`, those under way at `start` included; earliest first.

    Nothing for a listing that is paused or withdrawn.
    """
    if listing.status in (Status.PAUSED, Status.WITHDRAWN):
        return []
    first, last = london(start).date() - DAY, london(end).date()
    found = [
        _occurrence(slot, venue_index, day)
        for slot, venue_index in timetable(listing)
        for day in dates(slot, first, last)
    ]
    inside = (each for each in found if utc(each.starts) < utc(end) and utc(each.over_by) > utc(start))
    return sorted(inside, key=lambda each: each.order)


def next_occurrence(listing: Listing, now: datetime) -> Occurrence | None:
    """The first one that is not over, within 60 days; it may be under way already."""
    for reach in (timedelta(days=8), HORIZON):  # most meet weekly: look close by first
        if coming := occurrences(listing, now, now + reach):
            return coming[0]
    return None


def is_open(listing: Listing, now: datetime) -> bool | None:
    """Whether it is on at this moment. None: no times are known, or this one is in doubt."""
    if listing.status in (Status.PAUSED, Status.WITHDRAWN):
        return False
    if not any(True for _ in timetable(listing)):
        return None
    here = [each for each in occurrences(listing, now, now + timedelta(seconds=1)) if each.under_way(now)]
    if any(each.sure for each in here):
        return True
    return None if here else False


def is_on(slot: Slot, now: datetime) -> bool:
    """Whether it is on at this moment, beyond doubt."""
    today = london(now).date()
    every = (_occurrence(slot, None, day) for day in dates(slot, today - DAY, today))
    return any(each.sure and each.under_way(now) for each in every)


def week_of(listing: Listing, monday: date) -> list[Occurrence]:
    """What begins in the seven days from that Monday (of any other day: from the Monday before it)."""
    monday -= timedelta(days=monday.weekday())
    start = datetime.combine(monday, time(0), LONDON)
    end = datetime.combine(monday + timedelta(days=7), time(0), LONDON)
    return [each for each in occurrences(listing, start, end) if each.starts.date() >= monday]


def timetable(listing: Listing) -> Iterator[tuple[Slot, int | None]]:
    """Each slot with the index of its venue. A slot said twice, for the service and a venue, comes once."""
    of_venues = [(slot, index) for index, venue in enumerate(listing.venues) for slot in venue.times]
    said = {slot for slot, _ in of_venues}
    yield from ((slot, None) for slot in listing.times if slot not in said)
    yield from of_venues


def _occurrence(slot: Slot, venue_index: int | None, day: date) -> Occurrence:
    starts = _wall(day, slot.opens_at or time(0))
    doubts = tuple(_doubts(slot, day))
    return Occurrence(starts=starts, ends=_end(slot, day), slot=slot, venue_index=venue_index, doubts=doubts)


def _end(slot: Slot, day: date) -> datetime | None:
    if slot.opens_at is None or slot.closes_at is None or not has_end(slot):
        return None
    if is_all_day(slot):
        return _wall(day + DAY, time(0))
    past_midnight = slot.closes_at <= slot.opens_at
    return _wall(day + DAY if past_midnight else day, slot.closes_at)


def _doubts(slot: Slot, day: date) -> Iterator[Doubt]:
    if is_single_date(slot) or is_always(slot):
        return  # somebody chose that very day; a helpline has no holidays
    if is_bank_holiday(day):
        yield Doubt.BANK_HOLIDAY
    if slot.term_time and may_be_school_holiday(day):
        yield Doubt.SCHOOL_HOLIDAY
    if not interval_known(slot):
        yield Doubt.WHICH_WEEK


def _wall(day: date, at: time) -> datetime:
    """That time on British clocks; 1.30am on the day they go forward is 2.30am, for there is no other."""
    return datetime.combine(day, at, LONDON).astimezone(UTC).astimezone(LONDON)
