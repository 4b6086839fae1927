"""RFC 5545 recurrence to lines of a timetable (Europe/London wall time), by python-dateutil where a line cannot say it.

Weekly rhythms, days of the month such as the first Tuesday, and every day become lines that go on; any other rhythm
becomes the dates of the coming months, one line each.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from directory.clock import LONDON, today
from directory.listing import Slot
from directory.understanding.weekdays import WEEK, in_order
from importers.dated_slots import slots_on

AHEAD = relativedelta(months=6)
MOST_DATES = 60
LONGEST = relativedelta(years=10)
"""How far a rule is followed that says how often: longer and nobody will be there."""
OLDEST = date(1990, 1, 1)
_SIMPLE = {"FREQ", "INTERVAL", "BYDAY", "UNTIL", "COUNT", "WKST", "BYSETPOS"}
_FOLLOWED = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_NTH = re.compile(r"-?[1-5](?:MO|TU|WE|TH|FR|SA|SU)")

Moment = date | datetime
Rule = Mapping[str, Sequence[Any]]


def dated_slots(start: Moment, end: Moment | None) -> tuple[Slot, ...]:
    """The lines of one event. One of whole days ends, as calendars count, on the day after its last."""
    first, opens = local(start)
    last, closes = local(end) if end is not None else (None, None)
    if last is not None and not isinstance(end, datetime):
        last = max(first, last - timedelta(days=1))
    return slots_on(first, last, opens, closes)


def recurring_slots(start: Moment, end: Moment | None, rule: Rule, left_out: Iterable[date] = ()) -> tuple[Slot, ...]:
    """The lines of an event that comes again by a rule; a line that goes on holds on days that are left out too."""
    first, opens = local(start)
    if first < OLDEST or str(_first(rule, "FREQ")).upper() not in _FOLLOWED:
        return ()
    line = _line(start, rule)
    if line is None:
        return _dates(start, end, rule, frozenset(left_out))
    days, interval = line
    closes = local(end)[1] if end is not None else None
    last = _last(start, rule)
    return (Slot(days=days, opens_at=opens, closes_at=closes, interval=interval, valid_from=first, valid_to=last),)


def local(moment: Moment) -> tuple[date, time | None]:
    """The day and the time as clocks in Britain show them; a time without a zone is ours."""
    if not isinstance(moment, datetime):
        return moment, None
    here = moment.astimezone(LONDON) if moment.tzinfo else moment
    return here.date(), here.time().replace(second=0, microsecond=0, tzinfo=None)


def _line(start: Moment, rule: Rule) -> tuple[tuple[str, ...], int] | None:
    """Days and interval, where one line says the rule."""
    if set(rule) - _SIMPLE or _shifts(start):
        return None
    every = int(_first(rule, "INTERVAL") or 1)
    named = tuple(str(day).upper().lstrip("+") for day in rule.get("BYDAY", ()))
    plain, weekday = all(day in WEEK for day in named), WEEK[local(start)[0].weekday()]
    position = _first(rule, "BYSETPOS")
    match str(_first(rule, "FREQ")).upper():
        case "WEEKLY" if plain and position is None:
            return in_order(named or (weekday,)), every
        case "DAILY" if plain and position is None and every == 1:
            return in_order(named or WEEK), 1
        case "DAILY" if not named and every % 7 == 0:
            return (weekday,), every // 7
        case "MONTHLY" if named and position is None and all(map(_NTH.fullmatch, named)):
            return named, every
        case "MONTHLY" if len(named) == len(rule.get("BYSETPOS", ())) == 1 and _NTH.fullmatch(f"{position}{named[0]}"):
            return (f"{position}{named[0]}",), every
    return None


def _shifts(start: Moment) -> bool:
    """Whether the rule is told in UTC or in another country's time: its hour here changes with summer time."""
    if not isinstance(start, datetime) or start.tzinfo is None:
        return False
    days = (start.replace(month=month, day=1) for month in (1, 7))
    return any(day.utcoffset() != day.replace(tzinfo=LONDON).utcoffset() for day in days)


def _last(start: Moment, rule: Rule) -> date | None:
    """The day on which it ends, by its date or by its count."""
    if (until := _first(rule, "UNTIL")) is not None:
        return local(until)[0]
    if _first(rule, "COUNT") is None:
        return None
    counted = deque(_expanded(start, rule, _naive(start) + LONGEST), maxlen=1)
    return counted[0].date() if counted else None


def _dates(start: Moment, end: Moment | None, rule: Rule, left_out: frozenset[date]) -> tuple[Slot, ...]:
    """The dates of half a year, from the beginning of this month or from its own."""
    begins = max(datetime.combine(today().replace(day=1), time()), _naive(start))
    zone = start.tzinfo if isinstance(start, datetime) else None
    lasts = _length(start, end)
    slots: list[Slot] = []
    for moment in _expanded(start, rule, begins + AHEAD):
        one: Moment = moment.replace(tzinfo=zone) if isinstance(start, datetime) else moment.date()
        if moment >= begins and local(one)[0] not in left_out:
            slots += dated_slots(one, one + lasts if lasts is not None else None)
    return tuple(slots[:MOST_DATES])


def _length(start: Moment, end: Moment | None) -> timedelta | None:
    try:
        return end - start if end is not None else None
    except TypeError:
        # A day and a time, or one with a zone and one without.
        return None


def _expanded(start: Moment, rule: Rule, stop: datetime) -> Iterator[datetime]:
    """Every date of the rule until then, in the time in which it is told."""
    until, count = _first(rule, "UNTIL"), _first(rule, "COUNT")
    if until is not None:
        zone = (start.tzinfo if isinstance(start, datetime) else None) or LONDON
        here = until.astimezone(zone) if isinstance(until, datetime) and until.tzinfo else until
        stop = min(stop, _naive(here) + (timedelta() if isinstance(here, datetime) else timedelta(days=1)))
    kept = {name: ",".join(map(str, values)) for name, values in rule.items() if name not in ("UNTIL", "COUNT")}
    written = ";".join(f"{name}={value}" for name, value in (kept | {"UNTIL": f"{stop:%Y%m%dT%H%M%S}"}).items())
    return islice(rrulestr(written, dtstart=_naive(start)), None if count is None else max(0, int(count)))


def _naive(moment: Moment) -> datetime:
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else datetime.combine(moment, time())


def _first(rule: Rule, name: str) -> Any:
    return next(iter(rule.get(name, ())), None)
