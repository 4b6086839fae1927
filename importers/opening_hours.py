"""Opening hours as OpenStreetMap and schema.org write them ("Mo-Fr 09:00-17:00; PH off") to lines of a timetable.

Source: the opening_hours specification of the OpenStreetMap wiki. Read is the part that most places use: days and
runs of days, the n-th weekday of a month, hours, breaks, nights, open ends, days that are off, remarks in quotation
marks. A later rule takes the place of an earlier one for its days; after a comma it is added. Public holidays and
single days off are left to the text. Whatever else stands there (seasons, weeks, sunset, school holidays that differ,
"unknown", fallbacks) makes the whole text too much for a timetable: nothing is better than half of it.
"""

import re
from dataclasses import dataclass, field
from datetime import time

from directory.listing import Slot
from directory.understanding.weekdays import WEEK, days_from, in_order

LONGEST = 1_000
Hours = tuple[time | None, time | None, str | None]
"""Opening, closing, and the remark on them."""

_DAY = r"(?:mo|tu|we|th|fr|sa|su)"
_NTH = r"(?:\[-?[1-5](?:[-,]-?[1-5])*\])?"
_DAYS = rf"(?:{_DAY}(?:-{_DAY}|{_NTH})|PH|SH)"
_CLOCK = r"(?:2\d|[01]?\d)(?::[0-5]\d)?"
_SPAN = rf"{_CLOCK}(?:-{_CLOCK}\+?|\+)"
_RULE = re.compile(
    rf"(?P<days>{_DAYS}(?:,{_DAYS})*)?:? ?(?P<hours>{_SPAN}(?:,{_SPAN})*|24/7)? ?"
    r"(?P<state>off|closed|open)? ?(?P<remark>\"[^\"]*\")?",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAYS_OFF = re.compile(
    rf"(?:(?:20\d\d )?{_MONTH} ?\d\d?(?:-(?:{_MONTH} ?)?\d\d?)?|easter(?: [-+]\d+ days?)?|PH|SH)"
    rf"(?:, ?(?:(?:20\d\d )?{_MONTH} ?\d\d?(?:-\d\d?)?|\d\d?|easter|PH|SH))* (?:off|closed)",
    re.IGNORECASE,
)
_SCHOOL = re.compile(r"\bSH\b", re.IGNORECASE)
_BETWEEN = re.compile(rf", ?(?=(?:{_DAY}\b|PH\b|SH\b)[^;]*\d|PH off|SH off)", re.IGNORECASE)
"""A comma after which a new rule begins: days come after hours."""


@dataclass
class _Week:
    """What is known so far: the hours of each day, those of term time alone marked."""

    hours: dict[str, list[Hours]] = field(default_factory=dict)
    term_time: bool = False


def read_opening_hours(text: str) -> tuple[Slot, ...]:
    """The lines of the timetable that the text surely says; none where it says more than lines can."""
    written = _evened(text)
    if not written or len(written) > LONGEST or "||" in written:
        return ()
    week = _Week()
    for rule in filter(None, (part.strip() for part in _parted(written, ";"))):
        for at, clause in enumerate(_clauses(rule)):
            if not _read(clause, week, is_added=at > 0):
                return ()
    return _slots(week)


def _evened(text: str) -> str:
    """One kind of dash, one space, no space around what joins."""
    text = " ".join(re.sub("[–—−]", "-", text).split())
    text = re.sub(r" ?- ?(?=\d|[A-Z])", "-", text)
    return re.sub(r"(?<=\d)\.(?=[0-5]\d)", ":", re.sub(r" ?, ?(?=\d|[A-Za-z])", ",", text))


def _parted(text: str, sign: str) -> list[str]:
    """At the signs that are not within quotation marks."""
    return re.split(rf'{sign}(?=(?:[^"]*"[^"]*")*[^"]*$)', text)


def _clauses(rule: str) -> list[str]:
    """A rule and those added to it after a comma: "Mo 09:00-12:00, We 13:00-15:00"."""
    clauses: list[str] = []
    for part in _BETWEEN.split(rule):
        # Days in a list ("Mo,We 10:00-12:00") belong to the hours behind them.
        if clauses and not re.search(r"\d:?\d|24/7|off|closed", clauses[-1], re.IGNORECASE):
            clauses[-1] += f",{part}"
        else:
            clauses.append(part)
    return clauses


def _read(clause: str, week: _Week, *, is_added: bool) -> bool:
    """Whether the clause could be read, or may be left to the text."""
    if _DAYS_OFF.fullmatch(clause):
        week.term_time = week.term_time or _SCHOOL.search(clause) is not None
        return True
    rule = _RULE.fullmatch(clause)
    if rule is None or not (rule["days"] or rule["hours"]):
        return False
    days = _days(rule["days"])
    if days is None:
        return False
    state = (rule["state"] or "").lower()
    _set(week, days, [] if state in ("off", "closed") else _hours(rule), is_added=is_added and not state)
    return True


def _days(written: str | None) -> tuple[str, ...] | None:
    """The days of a rule; none for public holidays alone, None where school holidays have hours of their own."""
    if written is None:
        return WEEK
    found: list[str] = []
    for name, until, nth in re.findall(rf"({_DAY})(?:-({_DAY}))?(?:\[([^\]]*)\])?", written, re.IGNORECASE):
        day = name.upper()
        found += days_from(day, until.upper()) if until else [f"{at}{day}" for at in _ordinals(nth)] or [day]
    return None if not found and _SCHOOL.search(written) else in_order(tuple(found))


def _ordinals(written: str) -> list[int]:
    """[1,3] and [1-2] and [-1]."""
    found: list[int] = []
    for first, last in re.findall(r"(-?\d)(?:-(\d))?", written):
        found += range(int(first), int(last) + 1) if last else [int(first)]
    return found


def _hours(rule: re.Match[str]) -> list[Hours]:
    remark = (rule["remark"] or "").strip('" ')[:200] or None
    if rule["hours"] == "24/7":
        return [(time(0), time(0), remark)]
    spans = re.findall(rf"({_CLOCK})(?:-({_CLOCK}))?", rule["hours"] or "")
    return [(_clock(opens), _clock(closes), remark) for opens, closes in spans] or [(None, None, remark)]


def _clock(written: str) -> time | None:
    """24:00 is midnight, 26:00 two hours after it."""
    hour, _, minute = written.partition(":")
    return time(int(hour) % 24, int(minute or 0)) if written else None


def _set(week: _Week, days: tuple[str, ...], hours: list[Hours], *, is_added: bool) -> None:
    for day in days:
        before = week.hours.get(day, []) if is_added else []
        week.hours[day] = [*before, *(one for one in hours if one not in before)]


def _slots(week: _Week) -> tuple[Slot, ...]:
    """Days that share hours on one line, weekly days and monthly ones apart; none where they would contradict."""
    if any(day[-2:] in week.hours for day in week.hours if day not in WEEK):
        # "Su 10:00; Su[1] 09:00": a line for all Sundays would be wrong on the first.
        return ()
    lines: dict[tuple[bool, Hours], list[str]] = {}
    for day in sorted(week.hours, key=lambda day: WEEK.index(day[-2:])):
        for hours in week.hours[day]:
            lines.setdefault((day in WEEK, hours), []).append(day)
    return tuple(
        Slot(days=tuple(days), opens_at=opens, closes_at=closes, description=remark, term_time=week.term_time)
        for (_, (opens, closes, remark)), days in lines.items()
    )
