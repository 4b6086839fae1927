"""A week as stretches of each day, and what is left of it when limits meet."""

from collections.abc import Iterable, Sequence
from datetime import time

from directory.listing import Slot
from directory.schedule_words.slots import describe_slot, join_days
from directory.understanding.weekdays import WEEK
from recommender.told.told import FreeTime

Span = tuple[int, int]
"""Minutes of a day, from and until."""
Week = dict[str, list[Span]]
"""Stretches by day; a day that is missing has none."""

WHOLE = (6 * 60, 23 * 60)
"""A day as anything is held on it."""
MORNING, AFTERNOON, EVENING = (6 * 60, 12 * 60), (12 * 60, 17 * 60), (17 * 60, 23 * 60)
OFFICE = (9 * 60, 17 * 60)
SCHOOL = (9 * 60, 15 * 60)
DAYTIME = (6 * 60, 17 * 60)
DINNER = (12 * 60, 14 * 60)


def met(weeks: Iterable[Week]) -> Week:
    """When all of these weeks are free."""
    left: Week = {day: [WHOLE] for day in WEEK}
    for week in weeks:
        left = {day: _both(spans, week.get(day, [])) for day, spans in left.items()}
    return left


def added(some: Week, others: Week) -> Week:
    """When one of these weeks is free."""
    return {day: joined([*some.get(day, []), *others.get(day, [])]) for day in WEEK}


def without(blocked: Week) -> Week:
    """The week but for what is blocked."""
    return {day: _gaps(blocked.get(day, [])) for day in WEEK}


def joined(spans: Sequence[Span]) -> list[Span]:
    """Those that touch as one, in order."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span[0] <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], span[1]))
        else:
            whole.append(span)
    return whole


def as_free_times(week: Week) -> tuple[FreeTime, ...]:
    """Day, from and until, Monday first."""
    return tuple((day, _clock(span[0]), _clock(span[1])) for day in WEEK for span in week.get(day, []))


def describe_week(free: Iterable[FreeTime]) -> list[str]:
    """ "Monday to Friday, 9am to 3pm": days with the same hours joined, as a listing's times are said."""
    slots = [
        Slot(days=(day,), **({} if _is_whole(begins, ends) else {"opens_at": begins, "closes_at": ends}))
        for day, begins, ends in free
    ]
    return [describe_slot(slot) for slot in join_days(slots)]


def _is_whole(begins: time, ends: time) -> bool:
    return (begins, ends) == (_clock(WHOLE[0]), _clock(WHOLE[1]))


def _gaps(blocked: Sequence[Span]) -> list[Span]:
    begins, free = WHOLE[0], []
    for first, last in joined(blocked):
        if begins < first:
            free.append((begins, first))
        begins = max(begins, last)
    return [*free, (begins, WHOLE[1])] if begins < WHOLE[1] else free


def _both(some: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    shared = [(max(one[0], other[0]), min(one[1], other[1])) for one in some for other in others]
    return [span for span in shared if span[0] < span[1]]


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
