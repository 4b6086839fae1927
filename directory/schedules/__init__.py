"""When a listing meets: its timetable as dated times (`dated`) and as an ordinary week (`weekly`)."""

from directory.schedules.dated import is_on, is_open, next_occurrence, occurrences, week_of
from directory.schedules.occurrence import Doubt, Occurrence
from directory.schedules.weekly import clash, days_of, fits_free_times, meets_free_times, parts_of_day

__all__ = [
    "Doubt",
    "Occurrence",
    "clash",
    "days_of",
    "fits_free_times",
    "is_on",
    "is_open",
    "meets_free_times",
    "next_occurrence",
    "occurrences",
    "parts_of_day",
    "week_of",
]
