"""When something happens, as schema.org and OpenActive write it, to lines of a timetable (Europe/London wall time).

Sources: schema.org's Schedule, Event and OpeningHoursSpecification; the Modelling Specification of OpenActive.
What a line cannot say (every third day, the 13th of each month) gives none; the words for it are kept by the source.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from dateutil.relativedelta import relativedelta

from directory.clock import LONDON
from directory.hsds.values import Object, day, number, objects, wall_time
from directory.listing import Slot
from directory.understanding.weekdays import WEEK, days_named, in_order
from importers.dated_slots import slots_on
from importers.opening_hours import read_opening_hours

MOST_SLOTS = 200
_NTH = re.compile(r"([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)")
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_EVERY = re.compile(r"P(\d{1,3})([DWMY])")
Hours = tuple[time | None, time | None]


def slots_of_schedules(schedules: Any) -> tuple[Slot, ...]:
    """The lines of `eventSchedule`, each once. Dates that contradict one another are left out."""
    return tuple(dict.fromkeys(slot for one in objects(schedules) if (slot := _scheduled(one))))


def slots_of_events(events: Iterable[Object]) -> tuple[Slot, ...]:
    """A line for each event with a date, the earliest first; of cancelled ones none."""
    slots = {slot for event in events if not is_cancelled(event) for slot in _dated(event)}
    return tuple(sorted(slots, key=lambda slot: (slot.valid_from or date.max, slot.opens_at or time()))[-MOST_SLOTS:])


def slots_of_opening_hours(place: Object) -> tuple[Slot, ...]:
    """The lines of `openingHoursSpecification`, or of `openingHours` in short."""
    lines: dict[tuple[Hours, date | None, date | None], list[str]] = {}
    for one in objects(place.get("openingHoursSpecification") or place.get("hoursAvailable")):
        hours = wall_time(one.get("opens")), wall_time(one.get("closes"))
        if hours == (time(0), time(0)) or hours == (None, None):
            # "00:00 to 00:00" is how schema.org says closed; without hours it says nothing.
            continue
        for name in days_of(one.get("dayOfWeek")):
            lines.setdefault((hours, *_validity(one, "validFrom", "validThrough")), []).append(name)
    if lines:
        return tuple(
            Slot(days=in_order(tuple(days)), opens_at=opens, closes_at=closes, valid_from=first, valid_to=last)
            for ((opens, closes), first, last), days in lines.items()
        )
    written = place.get("openingHours")
    texts = written if isinstance(written, list) else [written]
    return read_opening_hours("; ".join(text for text in texts if isinstance(text, str)))


def days_of(value: Any) -> tuple[str, ...]:
    """RFC 5545 days of "https://schema.org/Monday", "Mon", "2MO", of one or a list."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        named = one.get("@id") or one.get("name") if isinstance(one, dict) else one
        written = re.split("[/#:]", str(named or ""))[-1].strip()
        nth = _NTH.fullmatch(written.upper())
        found += [nth[1].lstrip("+") + nth[2]] if nth else days_named(written)
    return in_order(tuple(found))


def contradicts(schedules: Any) -> bool:
    """Whether a schedule ends before it begins: then nobody knows which of the two dates is wrong."""
    return any(
        first and last and last < first
        for one in objects(schedules)
        for first, last in [(day(one.get("startDate")), day(one.get("endDate")))]
    )


def last_day(event: Object, slots: Iterable[Slot]) -> date | None:
    """The day after which nothing is left of it; None where it goes on, or nobody knows."""
    lines = tuple(slots)
    if lines:
        ends = [slot.valid_to for slot in lines]
        return None if None in ends else max(end for end in ends if end)
    first, last = day(event.get("startDate")), day(event.get("endDate"))
    return None if first and last and last < first else last


def is_cancelled(event: Object) -> bool:
    """Whether it will not happen."""
    return str(event.get("eventStatus", "")).rsplit("/", 1)[-1] == "EventCancelled"


def _scheduled(one: Object) -> Slot | None:
    days, interval = days_of(one.get("byDay")), _interval(one)
    first, last = _validity(one, "startDate", "endDate")
    every = str(one.get("repeatFrequency") or "").upper()
    if every in ("P1D", "DAILY") and not days:
        days = WEEK
    if not days and interval is not None and every.endswith(("W", "7D")) and first:
        days = (WEEK[first.weekday()],)
    single = first is not None and (first == last or number(one.get("repeatCount")) == 1)
    if not days and single:
        last, interval = first, 1
    if interval is None or one.get("byMonthDay") or one.get("byMonth") or not (days or single):
        return None
    opens = wall_time(one.get("startTime"))
    closes = wall_time(one.get("endTime")) or _after(opens, one.get("duration"))
    return Slot(days=days, opens_at=opens, closes_at=closes, interval=interval, valid_from=first, valid_to=last)


def _interval(one: Object) -> int | None:
    """Weeks (or months for days with an ordinal) between; None for a rhythm that no line has."""
    every = _EVERY.fullmatch(str(one.get("repeatFrequency") or "P1W").upper().replace("WEEKLY", "P1W"))
    ordinal = any(name not in WEEK for name in days_of(one.get("byDay")))
    if every is None:
        return 1 if str(one.get("repeatFrequency")).upper() in ("DAILY", "WEEKLY") else None
    count, unit = max(1, int(every[1])), every[2]
    if ordinal:
        return count if unit == "M" else 1 if not one.get("repeatFrequency") else None
    if unit == "D" and count % 7:
        return 1 if count == 1 else None
    return {"W": count, "D": max(1, count // 7)}.get(unit)


def _dated(event: Object) -> tuple[Slot, ...]:
    """The days of one event: one as a rule, each where it lasts for a few."""
    (first, opens), (last, closes) = _moment(event.get("startDate")), _moment(event.get("endDate"))
    if first is None:
        return ()
    opens = opens or wall_time(event.get("startTime"))
    closes = closes or wall_time(event.get("endTime")) or _after(opens, event.get("duration"))
    return slots_on(first, last, opens, closes)


def _moment(value: Any) -> tuple[date | None, time | None]:
    """A day and, where it is said, its time, as clocks in Britain show them."""
    written = str(value or "").strip()
    if "T" not in written:
        return day(written), None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return day(written), None
    local = moment.astimezone(LONDON) if moment.tzinfo else moment
    return local.date(), local.time().replace(second=0, microsecond=0, tzinfo=None)


def _validity(one: Object, begins: str, ends: str) -> tuple[date | None, date | None]:
    first, last = day(one.get(begins)), day(one.get(ends))
    return (None, None) if first and last and last < first else (first, last)


def _after(opens: time | None, duration: Any) -> time | None:
    """When it ends that begins then and lasts so long; None where it lasts for days."""
    lasts = _DURATION.fullmatch(str(duration or ""))
    if opens is None or lasts is None or not any(lasts.groups()):
        return None
    years, months, weeks, days, hours, minutes, _ = (int(part or 0) for part in lasts.groups())
    if years or months or weeks or days or hours * 60 + minutes >= 24 * 60:
        return None
    return (datetime.combine(date(2000, 1, 1), opens) + relativedelta(hours=hours, minutes=minutes)).time()
