"""Days and times of day of a question in words."""

from collections.abc import Sequence

from directory.schedule_words.moments import list_words
from directory.schedules.slot import WEEK

NAMES = dict(zip(WEEK, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True))
PARTS = ("morning", "afternoon", "evening")


def say_days(days: Sequence[str]) -> str:
    """ "on Mondays or Tuesdays"."""
    return f"on {list_words([f'{NAMES.get(day, day)}s' for day in _sorted(days, WEEK)], 'or')}"


def say_times(times_of_day: Sequence[str]) -> str:
    """ "in the morning or evening"."""
    return f"in the {list_words(_sorted(times_of_day, PARTS), 'or')}"


def say_when(pairs: Sequence[tuple[str, str]]) -> str:
    """ "On Tuesday evenings and Friday mornings"."""
    ordered = sorted(pairs, key=lambda pair: (WEEK.index(pair[0]), PARTS.index(pair[1])))
    return f"On {list_words([f'{NAMES[day]} {part}s' for day, part in ordered])}"


def _sorted(chosen: Sequence[str], order: tuple[str, ...]) -> list[str]:
    return sorted(chosen, key=lambda each: order.index(each) if each in order else len(order))
