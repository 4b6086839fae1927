"""When a member could come, in a few words."""

from collections.abc import Iterable, Sequence
from datetime import time

from directory.schedule_words.moments import list_words, say_time
from directory.schedule_words.writing import LONG
from directory.understanding.weekdays import WEEK, WEEKEND, WORKING_WEEK

TOGETHER = {WEEK: "", WORKING_WEEK: "weekdays", WEEKEND: "weekends"}
PARTS = {(6, 12): "mornings", (12, 17): "afternoons", (17, 23): "evenings", (6, 17): "daytime", (6, 23): ""}
"""Stretches of a day by their hours, as one calls them; a whole day needs no name."""
FEW = 2
"""Days that are sooner said by their absence."""
FIRST, LAST = time(6), time(23)
"""Nobody goes anywhere before or after."""
Span = tuple[time, time]


def say_free_times(times: Iterable[tuple[str, time, time]]) -> str:
    """ "evenings", "except Thursdays", "weekdays, until 3pm", "Mondays and Tuesdays, afternoons; weekends"."""
    spans: dict[str, list[Span]] = {}
    for day, start, end in sorted(times, key=lambda slot: (WEEK.index(slot[0]), slot[1])):
        spans.setdefault(day, []).append((start, end))
    alike: dict[tuple[Span, ...], list[str]] = {}
    for day, those in spans.items():
        alike.setdefault(tuple(those), []).append(day)
    return "; ".join(_when(days, those) for those, days in alike.items())


def _when(days: Sequence[str], spans: Sequence[Span]) -> str:
    named = TOGETHER.get(tuple(days))
    on = _days(days) if named is None else named
    return ", ".join(filter(None, (on, list_words([_span(*span) for span in spans])))) or "any time"


def _days(days: Sequence[str]) -> str:
    missing = [day for day in WEEK if day not in days]
    few = len(missing) <= FEW
    named = list_words([LONG[WEEK.index(day)] for day in (missing if few else days)])
    return f"except {named}" if few else named


def _span(start: time, end: time) -> str:
    hours = (start.hour, end.hour)
    if hours in PARTS and not start.minute and not end.minute:
        return PARTS[hours]
    if end >= LAST:
        return f"from {say_time(start)}"
    return f"until {say_time(end)}" if start <= FIRST else f"{say_time(start)} to {say_time(end)}"
