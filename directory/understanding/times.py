"""When it happens, as partners write it, into lines of a timetable.

What is understood: days by name, in runs and lists, weekdays, weekends and every day; hours in all the ways of
`hours`; monthly days ("first Saturday of the month"), fortnights, term time, courses from one date to another, single
dates with their year, days that are closed. "24 hours" is 00:00 to 00:00, meaning the next midnight; a closing time
before the opening time is on the next day.

What is not, and gives nothing: "every 2nd Tuesday" (a fortnight or a day of the month?), hours without a day, dates
without a year, "monthly" without saying which week, seasons, "by appointment". A day whose hours are unclear is a line
without hours.
"""

import re
from collections.abc import Iterator

from directory.listing import Slot
from directory.understanding import time_phrases as phrases
from directory.understanding.remembering import remembered, speaks_of
from directory.understanding.spoken_numbers import clock_figures
from directory.understanding.time_clause import Clause
from directory.understanding.time_tokens import Kind, Token, tokens
from directory.understanding.timetable import Line, OpenHours, Timetable
from directory.understanding.validity import Limits
from directory.understanding.weekdays import WEEK, WEEKEND, in_order
from directory.understanding.wording import plain_words

_SHORTENED = re.compile(r"\b(mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\.", re.IGNORECASE)
"""A full stop that shortens a day ends no sentence."""
_FORMER = re.compile(phrases.FORMER, re.IGNORECASE)
MOST_SLOTS = 60
"""A text with more lines than this is no timetable of one activity."""


@remembered
def read_times(text: str) -> tuple[Slot, ...]:
    """The lines of the timetable that `text` surely says, as written first to last; empty when it says none."""
    timetable = Timetable()
    written = plain_words(text)
    if speaks_of(written, *phrases.FORMER_HINTS):
        written = _FORMER.sub(" former ", written)
    read = tokens(clock_figures(_SHORTENED.sub(r"\1", written)))
    for clause in _clauses(read):
        Clause(timetable, clause).read()
    words = sum(token.kind is Kind.WORD for token in read)
    slots = [slot for line in timetable.lines(words) for slot in _slots(line, timetable)]
    slots = _without_echoes(_exceptions_made(list(dict.fromkeys(slots))))
    return tuple(slots) if len(slots) <= MOST_SLOTS else ()


def _clauses(read: list[Token]) -> Iterator[list[Token]]:
    clause: list[Token] = []
    for place, token in enumerate(read):
        if token.kind is Kind.BREAK and not _lists_days(clause, token, read[place + 1 :]):
            yield clause
            clause = []
        elif token.kind is not Kind.BREAK:
            clause.append(token)
    yield clause


def _lists_days(clause: list[Token], mark: Token, following: list[Token]) -> bool:
    """Whether the mark stands between days alone: "Monday; Wednesday, 10-12"."""
    only_days = {token.kind for token in clause} <= {Kind.DAYS}
    return mark.text in ";|" and bool(clause and following) and only_days and following[0].kind is Kind.DAYS


def _slots(line: Line, timetable: Timetable) -> list[Slot]:
    limits = timetable.limits.with_also(line.limits)
    if limits.unsure or (limits.appointment and not line.hours):
        return []
    hours = _with_breaks(line) or [(None, None)]
    if limits.dates:
        return [
            Slot(opens_at=opens, closes_at=closes, valid_from=day, valid_to=day)
            for day in limits.dates
            for opens, closes in hours
        ]
    days = in_order(tuple(day for day in line.days.names if day not in timetable.closed))
    monthly = any(day not in WEEK for day in days)
    if not days or (limits.monthly and any(day in WEEK for day in days)):
        return []
    return [_weekly(days, pair, limits, limits.months if monthly else limits.interval) for pair in hours]


def _weekly(days: tuple[str, ...], hours: OpenHours, limits: Limits, interval: int) -> Slot:
    return Slot(
        days=days,
        opens_at=hours[0],
        closes_at=hours[1],
        interval=interval,
        valid_from=limits.valid_from,
        valid_to=limits.last_day,
        term_time=limits.term_time,
    )


def _with_breaks(line: Line) -> list[OpenHours]:
    """The hours of a line, cut in two around "closed for lunch 12-1"; those nobody could read are left out."""
    hours = [pair for pair in dict.fromkeys(line.hours) if pair != (None, None)]
    for begins, ends in line.closed_between:
        cut = [pair for pair in hours if begins and ends and pair[0] and pair[1] and pair[0] < begins < ends < pair[1]]
        for opens, closes in cut:
            place = hours.index((opens, closes))
            hours[place : place + 1] = [(opens, begins), (ends, closes)]
    return hours


def _exceptions_made(slots: list[Slot]) -> list[Slot]:
    """ "Mon-Fri 9-5, Weds until 7pm", "daily 9-5 (Sundays 10-4)": the later, narrower line stands for its days."""
    for place, slot in enumerate(slots):
        for earlier, wide in enumerate(slots[:place]):
            if _is_exception(slot, wide):
                left = tuple(day for day in wide.days if day not in slot.days)
                slots[earlier] = wide.model_copy(update={"days": left})
                slots[place] = slot = slot.model_copy(update={"opens_at": slot.opens_at or wide.opens_at})
    return slots


def _is_exception(slot: Slot, wide: Slot) -> bool:
    if not set(slot.days) < set(wide.days) or not wide.closes_at or not slot.closes_at:
        return False
    if slot.opens_at in {None, wide.opens_at}:
        return True
    shorter = wide.opens_at is not None and slot.opens_at is not None and wide.opens_at < slot.opens_at < wide.closes_at
    return shorter and wide.days == WEEK and set(slot.days) <= set(WEEKEND)


def _without_echoes(slots: list[Slot]) -> list[Slot]:
    """Without lines that only name days whose hours another line gives."""
    timed = {day for slot in slots if slot.opens_at or slot.closes_at for day in slot.days}
    return [slot for slot in slots if slot.opens_at or slot.closes_at or not slot.days or not set(slot.days) <= timed]
