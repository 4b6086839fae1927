"""HSDS schedules to lines of a timetable. What a recurrence rule says that a line cannot is left to the text."""

from collections.abc import Iterable, Iterator
from datetime import time
from typing import Any

from directory.hsds.values import Object, byday, day, line, number, objects, text, wall_time
from directory.listing import Slot

NOON = time(12)


def slots_of(schedules: Any) -> tuple[Slot, ...]:
    """The lines, as given, each once."""
    return tuple(dict.fromkeys(slot for schedule in objects(schedules) if (slot := _slot(schedule))))


def text_of(schedules: Any) -> str | None:
    """What the schedules say in words."""
    said = (text(schedule.get(name)) for schedule in objects(schedules) for name in ("description", "notes"))
    return _lines(said)


def attending_of(schedules: Any) -> Iterator[str]:
    """What the schedules say of how to take part."""
    for schedule in objects(schedules):
        if said := text(schedule.get("attending_type")):
            yield said


def _slot(schedule: Object) -> Slot | None:
    days = byday(schedule.get("byday"))
    opens, closes = wall_time(schedule.get("opens_at")), wall_time(schedule.get("closes_at"))
    if opens and closes and closes < opens and opens < NOON:
        # Opening in the morning and closing before it is a slip, not a night: 9:00 to 3:00.
        closes = None
    starts = day(schedule.get("valid_from")) or day(schedule.get("dtstart"))
    ends = day(schedule.get("valid_to")) or day(schedule.get("until"))
    if starts and ends and ends < starts:
        starts = ends = None
    if not days and str(schedule.get("freq") or "").upper() == "DAILY":
        days = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    # A rule by the day of the month, the week of the year or a count is more than a line can say.
    beyond = [schedule.get(name) for name in ("bymonthday", "byyearday", "byweekno")]
    once = starts is not None and starts == ends and not days
    if not (days or once) or (not days and any(beyond)):
        return None
    return Slot(
        days=days,
        opens_at=opens,
        closes_at=closes,
        interval=max(1, int(number(schedule.get("interval")) or 1)),
        valid_from=starts,
        valid_to=ends,
        description=line(schedule.get("description")),
    )


def _lines(said: Iterable[str | None]) -> str | None:
    return "\n".join(dict.fromkeys(one for one in said if one)) or None
