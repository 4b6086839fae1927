"""One event of a calendar, read by the icalendar library: its texts, and when it is."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import icalendar

from directory.hsds.values import text
from directory.listing import Slot
from importers.incoming import RowRefused
from importers.recurrence import Moment, dated_slots, local, recurring_slots

Event = icalendar.Event


def text_of(event: Event, name: str) -> str | None:
    """Plain text; of a property that comes twice, the first."""
    written = event.get(name)
    one = written[0] if isinstance(written, list) and written else written
    return text(str(one)) if one is not None else None


def read_event(block: str) -> Event:
    """The event as the library understands it; a line of it that nobody can read is passed over."""
    try:
        event = Event.from_ical(block)
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise RowRefused("This event cannot be read") from error
    if not isinstance(event, Event):
        raise RowRefused("This event cannot be read")
    for name, _ in event.errors:
        if name in ("DTSTART", "RRULE"):
            raise RowRefused(f"The {name} of this event cannot be read", field=name)
    return event


def times_of(event: Event, changes: list[Event]) -> tuple[tuple[Slot, ...], list[date]]:
    """Its lines, and the days on which it is left out or elsewhen."""
    start, end = _moments(event)
    left_out = {local(moment)[0] for moment in _listed(event, "EXDATE")}
    moved: list[Slot] = []
    for one in changes:
        left_out.add(local(_moment(one, "RECURRENCE-ID"))[0])
        if str(one.get("STATUS", "")).upper() != "CANCELLED":
            moved += dated_slots(*_moments(one))
    rule = event.get("RRULE")
    if isinstance(rule, list):
        raise RowRefused("This event comes again by several rules at once, which cannot be read", field="RRULE")
    try:
        slots = recurring_slots(start, end, rule, left_out) if rule else dated_slots(start, end)
    except (ValueError, OverflowError, TypeError) as error:
        raise RowRefused("The rule by which this event comes again cannot be read", field="RRULE") from error
    lasts = end - start if end is not None else None
    for moment in _listed(event, "RDATE"):
        slots += dated_slots(moment, moment + lasts if lasts is not None else None)
    return tuple(dict.fromkeys((*slots, *moved))), sorted(left_out) if rule else []


def _moments(event: Event) -> tuple[Any, Any]:
    """When it begins and ends; both of one sort, or no end."""
    start = _moment(event, "DTSTART")
    try:
        end = _moment(event, "DTEND") if "DTEND" in event else None
        lasts = getattr(event.get("DURATION"), "dt", None)
        end = start + lasts if end is None and isinstance(lasts, timedelta) else end
        return start, end if end is not None and end >= start else None
    except (TypeError, ValueError, RowRefused, OverflowError):
        return start, None


def _moment(event: Event, name: str) -> Any:
    """A day or a time that can be one."""
    try:
        moment = getattr(event.get(name), "dt", None)
    except icalendar.BrokenCalendarProperty:
        moment = None
    if not isinstance(moment, date) or not 1900 < moment.year < 2200:
        raise RowRefused(f"The {name} of this event cannot be read", field=name)
    return moment


def _listed(event: Event, name: str) -> Iterator[Moment]:
    """The dates of a property that may come more than once; those that nobody can read are passed over."""
    written = event.get(name)
    for one in written if isinstance(written, list) else [written] if written else []:
        try:
            dates = [each.dt for each in getattr(one, "dts", ())]
        except icalendar.BrokenCalendarProperty:
            continue
        yield from (moment for moment in dates if isinstance(moment, date))
