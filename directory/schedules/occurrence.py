"""One time that something happens, with a date, and what makes us doubt it."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from directory.clock import LONDON
from directory.listing import Part, Slot


class Doubt(StrEnum):
    """Why it may not happen although the timetable says so."""

    BANK_HOLIDAY = "bank_holiday"
    SCHOOL_HOLIDAY = "school_holiday"
    WHICH_WEEK = "which_week"
    """Every other week (or month), and nobody said which."""


USUAL_LENGTH = timedelta(hours=2)
"""How long we take a session to last when nobody says: most take an hour or two."""


class Occurrence(Part):
    """From `starts` to `ends`, both in Europe/London.

    `ends` is None when nobody says how long it lasts; where the slot has no opening time either, only the day
    is known and `starts` is its midnight. `venue_index` counts in `listing.venues`; None: the whole service.
    """

    starts: datetime
    ends: datetime | None
    slot: Slot
    venue_index: int | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def bank_holiday(self) -> bool:
        return Doubt.BANK_HOLIDAY in self.doubts

    @property
    def uncertain(self) -> bool:
        return bool(self.doubts)

    @property
    def has_time(self) -> bool:
        """False when only the day is known."""
        return self.slot.opens_at is not None

    @property
    def sure(self) -> bool:
        """Whether somebody says from when to when, and nothing speaks against it."""
        return self.has_time and self.ends is not None and not self.uncertain

    @property
    def over_by(self) -> datetime:
        """The end; where it is not known, two hours on; where only the day is known, the end of that day."""
        if self.ends is not None:
            return self.ends
        day_ends = self.starts.replace(hour=23, minute=59, second=59)
        return min(self.starts + USUAL_LENGTH, day_ends) if self.has_time else day_ends

    @property
    def order(self) -> tuple[datetime, datetime, int]:
        return (utc(self.starts), utc(self.over_by), -1 if self.venue_index is None else self.venue_index)

    def under_way(self, now: datetime) -> bool:
        """Whether it has begun and is not known to be over."""
        return utc(self.starts) <= utc(now) < utc(self.over_by)


def london(moment: datetime) -> datetime:
    """That moment on British clocks. A moment without a zone was read off one."""
    return moment.astimezone(LONDON) if moment.tzinfo else moment.replace(tzinfo=LONDON)


def utc(moment: datetime) -> datetime:
    """For comparing: Python compares two times of one zone by the clock's face, wrong where clocks change."""
    return london(moment).astimezone(UTC)
