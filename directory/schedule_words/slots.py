"""The rule of a timetable in words: "Mondays and Wednesdays, 10am to 12 noon"."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from directory.listing import Listing, Slot
from directory.schedule_words.moments import list_words, say_date, say_time
from directory.schedules.slot import Day, days, has_end, is_all_day, is_always, is_single_date

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "last but one"}
EVERY_DAY, WEEKDAYS, WEEKEND = range(7), range(5), (5, 6)


def describe_slot(slot: Slot, today: date | None = None) -> str:
    """One line: days, times, and when it applies; "" when it says nothing.

    With `today` a weekly slot that has begun does not say since when.
    """
    said = ", ".join(filter(None, _facts(slot, today)))
    if slot.description:
        said = f"{said} ({slot.description})" if said else slot.description
    return said[:1].upper() + said[1:]


def describe_times(listing: Listing, today: date | None = None) -> list[str]:
    """A line for each time, days with the same hours joined; a venue's own times begin with its name.

    Nothing when nothing is known: `listing.times_text` may still say something.
    """
    lines = [describe_slot(slot, today) for slot in join_days(listing.times)]
    for venue in listing.venues:
        named = venue.name if venue.name and not venue.confidential and len(listing.venues) > 1 else None
        for slot in join_days(venue.times):
            said = describe_slot(slot, today)
            lines.append(f"{named}: {said}" if named and said else said)
    return list(dict.fromkeys(filter(None, lines)))


def join_days(slots: Iterable[Slot]) -> list[Slot]:
    """Slots that differ only in their days become one: feeds often write a line for each day."""
    joined: dict[Slot, Slot] = {}
    for slot in slots:
        rest = slot.model_copy(update={"days": ()}) if slot.days else slot
        before = joined.get(rest)
        joined[rest] = slot if before is None else before.model_copy(update={"days": before.days + slot.days})
    return list(joined.values())


def _facts(slot: Slot, today: date | None) -> list[str]:
    on, at = _on(slot), _at(slot)
    hours = ["all day", "every day"] if is_always(slot) else [on, at]
    term = "in term time" if slot.term_time else ""
    return [*hours, term, "" if is_single_date(slot) else _range(slot, today)]


def _on(slot: Slot) -> str:
    if is_single_date(slot) and slot.valid_from:
        return f"{NAMES[slot.valid_from.weekday()]} {say_date(slot.valid_from)}"
    known = days(slot)
    weekly = [day.weekday for day in known if day.ordinal is None]
    monthly = [day for day in known if day.ordinal is not None]
    both = [
        _weekly(weekly, slot.interval) if weekly else "",
        _monthly(monthly, slot.interval) if monthly else "",
    ]
    return list_words([words for words in both if words])


def _weekly(weekdays: Sequence[int], interval: int) -> str:
    names = [NAMES[weekday] for weekday in weekdays]
    if interval == 2:
        return f"every other {list_words(names)}"
    if interval > 2:
        return f"every {interval} weeks on {list_words(names)}"
    return _every_week(weekdays, names)


def _every_week(weekdays: Sequence[int], names: Sequence[str]) -> str:
    for group, word in ((EVERY_DAY, "every day"), (WEEKDAYS, "weekdays"), (WEEKEND, "weekends")):
        if list(weekdays) == list(group):
            return word
    if len(names) > 2 and weekdays[-1] - weekdays[0] == len(names) - 1:
        return f"{names[0]} to {names[-1]}"
    return list_words([f"{name}s" for name in names])


def _monthly(on: Sequence[Day], interval: int) -> str:
    groups = [(weekday, list(group)) for weekday, group in groupby(on, key=lambda day: day.weekday)]
    words = [
        f"{list_words([ORDINALS.get(day.ordinal or 0, 'some') for day in group])} {NAMES[weekday]}"
        for weekday, group in groups
    ]
    month = {1: "the month", 2: "every other month"}.get(interval, f"every {interval} months")
    return f"{list_words(words)} of {month}"


def _at(slot: Slot) -> str:
    if is_all_day(slot):
        return "all day"
    closes = say_time(slot.closes_at) if slot.closes_at is not None and has_end(slot) else None
    if slot.opens_at is None:
        return f"until {closes}" if closes else ""
    return f"{say_time(slot.opens_at)} to {closes}" if closes else say_time(slot.opens_at)


def _range(slot: Slot, today: date | None) -> str:
    begun = today is not None and slot.valid_from is not None and slot.valid_from <= today
    since = None if begun and slot.interval == 1 else slot.valid_from
    words = [f"from {say_date(since)}"] if since else []
    if slot.valid_to:
        words.append(f"until {say_date(slot.valid_to)}")
    return " ".join(words)
