"""The next time in words, and what makes it doubtful."""

from datetime import datetime, timedelta

from directory.schedule_words.moments import NBSP, say_short_date, say_time
from directory.schedules.occurrence import Doubt, Occurrence, london
from directory.schedules.slot import is_all_day

DOUBTS = {
    Doubt.BANK_HOLIDAY: "may not meet: bank holiday",
    Doubt.SCHOOL_HOLIDAY: "may not meet: school holidays",
    Doubt.WHICH_WEEK: "not every week: ask which",
}
FAR = timedelta(days=300)
"""From here on a date without its year may be misread."""


def describe_next(occurrence: Occurrence, now: datetime) -> str:
    """ "today, 10am", "tomorrow, 1.30pm", "Tue 2 Dec, 10am"; while it is on: "now, until 12 noon"."""
    if occurrence.ends and not is_all_day(occurrence.slot) and occurrence.under_way(now):
        return f"now, until {_until(occurrence)}"
    at = _at(occurrence)
    return f"{_day(occurrence, now)}, {at}" if at else _day(occurrence, now)


def describe_now(occurrence: Occurrence) -> str:
    """Of one that is on and whose end is known: "now until 12 noon", "all day today"."""
    return "all day today" if is_all_day(occurrence.slot) else f"now until {_until(occurrence)}"


def describe_doubt(occurrence: Occurrence) -> str | None:
    """A note to stand beside the time: "may not meet: bank holiday". None when nothing speaks against it."""
    monthly = any(day[:1] in "+-12345" for day in occurrence.slot.days)
    notes = [DOUBTS[doubt] for doubt in occurrence.doubts]
    said = "; ".join(notes)
    return (said.replace("every week", "every month") if monthly else said) or None


def _until(occurrence: Occurrence) -> str:
    return say_time(occurrence.ends.time()) if occurrence.ends else ""


def _at(occurrence: Occurrence) -> str:
    if is_all_day(occurrence.slot):
        return f"all{NBSP}day"
    return say_time(occurrence.starts.time()) if occurrence.has_time else ""


def _day(occurrence: Occurrence, now: datetime) -> str:
    day, today = occurrence.starts.date(), london(now).date()
    if day in (today, today + timedelta(days=1)):
        return "today" if day == today else "tomorrow"
    year = f"{NBSP}{day.year}" if abs(day - today) > FAR else ""
    return say_short_date(day) + year
