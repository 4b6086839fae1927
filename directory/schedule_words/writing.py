"""Times as a partner edits them: what `directory.understanding.times` reads back to the same slots."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from itertools import groupby

from directory.listing import Slot
from directory.schedules.slot import Day, days, has_end, is_all_day, is_single_date

SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
"""Where no hours follow: "Sat" and "Sun" alone are words as well, and so is "every day"."""
ORDINALS = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", -1: "last", -2: "last but one"}
BETWEEN = "; "


def bring_back(slots: Iterable[Slot]) -> str:
    """The slots as short text, one after the other: "Mon, Wed 10am-12pm; 1st Sat of the month 10am-12pm".

    Descriptions are left out: read back, "after the Tuesday walk" would be a day. Where a partner leaves
    the text as it is, keep the slots as they are.
    """
    return BETWEEN.join(filter(None, map(_write, slots)))


def _write(slot: Slot) -> str:
    term = "term time only" if slot.term_time else ""
    dates = "" if is_single_date(slot) else _range(slot)
    return " ".join(filter(None, (_on(slot), _at(slot), term, dates)))


def _on(slot: Slot) -> str:
    if is_single_date(slot) and slot.valid_from:
        return _date(slot.valid_from)
    known = days(slot)
    weekly = [day.weekday for day in known if day.ordinal is None]
    monthly = [day for day in known if day.ordinal is not None]
    return " and ".join(filter(None, (_weekly(weekly, slot), _monthly(monthly, slot.interval))))


def _weekly(weekdays: Sequence[int], slot: Slot) -> str:
    names = SHORT if slot.opens_at else LONG
    if slot.interval > 1 and weekdays:
        every = "every other" if slot.interval == 2 else f"every {slot.interval} weeks"
        return f"{every} {', '.join(names[weekday] for weekday in weekdays)}"
    if len(weekdays) == len(SHORT) and slot.opens_at:
        return "every day"
    if len(weekdays) > 2 and weekdays[-1] - weekdays[0] == len(weekdays) - 1:
        return f"{SHORT[weekdays[0]]}-{SHORT[weekdays[-1]]}"
    return ", ".join(names[weekday] for weekday in weekdays)


def _monthly(on: Sequence[Day], interval: int) -> str:
    groups = [(weekday, list(group)) for weekday, group in groupby(on, key=lambda day: day.weekday)]
    words = [
        f"{' and '.join(ORDINALS.get(day.ordinal or 0, '') for day in group)} {SHORT[weekday]}"
        for weekday, group in groups
    ]
    month = {1: "the month", 2: "every other month"}.get(interval, f"every {interval} months")
    return f"{', '.join(words)} of {month}" if words else ""


def _at(slot: Slot) -> str:
    if is_all_day(slot):
        return "24 hours"
    closes = _time(slot.closes_at) if slot.closes_at is not None and has_end(slot) else None
    if slot.opens_at is None:
        return f"until {closes}" if closes else ""
    return f"{_time(slot.opens_at)}-{closes}" if closes else _time(slot.opens_at)


def _time(at: time) -> str:
    """ "10am", "1.30pm", "midnight"; then "00:30", for many write 12.30am and mean half past noon."""
    if at.hour == 0:
        return f"00:{at.minute:02}" if at.minute else "midnight"
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def _range(slot: Slot) -> str:
    since = f"from {_date(slot.valid_from)}" if slot.valid_from else ""
    until = f"until {_date(slot.valid_to)}" if slot.valid_to else ""
    return " ".join(filter(None, (since, until)))


def _date(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
