"""Days and times of day in a question: "tuesday evening", "this weekend", "tonight"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from directory.schedule_words.moments import list_words
from directory.search.question.said import Said
from directory.search.times import NAMES, say_times
from directory.understanding.weekdays import (
    NAME,
    WEEK,
    WEEKDAYS,
    WEEKEND,
    WEEKENDS,
    WORKING_WEEK,
    days_from,
    days_named,
)

_PART = r"(?:mornings?|afternoons?|evenings?|nights?)"
_PARTS = {"morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "evening"}
_DAY = rf"(?:{NAME}|{WEEKDAYS}|{WEEKENDS})"
_BEFORE = r"(?:(?:only )?(?:on|at|in|over|during|every|each|this|next|coming)(?: the| an?)? )*"
_DAYS = rf"{_DAY}(?:(?: ?, ?| ?& ?| ?/ ?| and | or |, and |, or ){_DAY})*"
_RANGE = rf"(?P<first>{NAME}) ?(?:-|–|to|until|till) ?(?P<last>{NAME})"
_WHEN = re.compile(
    rf"\b{_BEFORE}(?:(?P<range>{_RANGE})|(?P<days>{_DAYS})|(?P<near>today|tomorrow|tonight|this (?={_PART})))"
    rf"(?: (?:in the |at )?(?P<part>{_PART}))?(?![\w'])"
)
_PART_ALONE = re.compile(
    r"\b(?:(?:in the|at|every|each|during the) (?P<one>morning|afternoon|evening|night)|(?P<many>mornings|afternoons|evenings))"
    r"(?![\w'])"
)
_ONE_DAY = re.compile(_DAY)
_NEAR = {"today": "Today", "tonight": "Today", "this": "Today", "tomorrow": "Tomorrow"}
_ABBREVIATED = ("sat", "sun", "wed", "mon", "tue", "thu", "fri")
"""As whole words: most are words of their own as well."""


def read_days(question: str, today: date) -> Iterator[Said]:
    """`question` in small letters."""
    for found in _WHEN.finditer(question):
        days = _days_of(found, today)
        parts = _parts_of(found["part"] or ("night" if found["near"] == "tonight" else None))
        alone = (found["days"] or "").strip(".") in _ABBREVIATED and not parts
        if days and not (alone and not _is_told(found)):
            yield _said(found, days, parts, found["near"])
    for found in _PART_ALONE.finditer(question):
        yield _said(found, (), _parts_of(found["one"] or found["many"]))


def _is_told(found: re.Match[str]) -> bool:
    """Whether what stands before it makes it a day: "on sun", "every sat"."""
    return found[0].split()[0] in ("on", "every", "each", "this", "next")


def _days_of(found: re.Match[str], today: date) -> tuple[str, ...]:
    if found["range"]:
        first, last = days_named(found["first"].strip(".")), days_named(found["last"].strip("."))
        return days_from(first[0], last[0]) if first and last else ()
    if found["near"]:
        return (WEEK[(today + timedelta(days=found["near"] == "tomorrow")).weekday()],)
    named = [day for one in _ONE_DAY.finditer(found["days"]) for day in _named(one[0])]
    return tuple(day for day in WEEK if day in named)


def _named(words: str) -> tuple[str, ...]:
    return WEEKEND if re.fullmatch(WEEKENDS, words) else days_named(words.strip("."))


def _parts_of(word: str | None) -> tuple[str, ...]:
    return (_PARTS[word.rstrip("s")],) if word else ()


def _said(found: re.Match[str], days: tuple[str, ...], parts: tuple[str, ...], near: str | None = None) -> Said:
    changes = {"days": days, "times_of_day": parts}
    return Said(found.start(), found.end(), "when", _say(days, parts, near), changes)


def _say(days: tuple[str, ...], parts: tuple[str, ...], near: str | None) -> str:
    """ "Tuesday evenings", "Saturdays or Sundays", "Today (Saturday) in the evening"."""
    if near:
        return " ".join(filter(None, (f"{_NEAR[near.strip()]} ({NAMES[days[0]]})", say_times(parts) if parts else "")))
    if days == WORKING_WEEK:
        return " ".join(["Weekday", f"{parts[0]}s"]) if parts else "Weekdays"
    if not days:
        return f"{parts[0].capitalize()}s"
    named = list_words([NAMES[day] if parts else f"{NAMES[day]}s" for day in days], "or")
    return f"{named} {parts[0]}s" if parts else named
