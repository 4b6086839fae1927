"""The days that a clause names: "Mondays", "Mon to Fri", "weekends", "Tuesday and Thursday"."""

import re
from collections.abc import Sequence

from directory.understanding.weekdays import WORKING_WEEK, days_from, days_named

UNTIL = frozenset(["to", "till", "until", "through", "til"])
ALSO_WORDS = frozenset(["sat", "sun", "daily", "everyday", "wed", "mon"])
""" "Sat" and "wed" are days beside other days alone."""
_WEEK = re.compile(r"\bthe week\b|\bin the week\b|\bweek days?\b|\bmidweek\b")


def days_in(words: Sequence[str], marks: Sequence[str]) -> tuple[str, ...]:
    """The days named, each once; none where no day is named."""
    found: list[str] = []
    place = 0
    while place < len(words):
        named, place = _run_at(words, marks, place)
        found.extend(named)
    if not found and _WEEK.search(" ".join(words)):
        return WORKING_WEEK
    return tuple(dict.fromkeys(found))


def is_day(word: str) -> bool:
    """Whether the word is the name of a day by itself."""
    return len(word) > 2 and word not in ALSO_WORDS and bool(days_named(word))


def _run_at(words: Sequence[str], marks: Sequence[str], place: int) -> tuple[tuple[str, ...], int]:
    """The days of one name, or from one to another, and the place behind them."""
    named = _named(words, place)
    if len(named) == 1:
        step = 2 if words[place + 1 : place + 2] and words[place + 1] in UNTIL else 1 if marks[place] == "-" else 0
        until = days_named(words[place + step]) if step and place + step < len(words) else ()
        if until:
            return days_from(named[0], until[-1]), place + step + 1
    return named, place + 1


def _named(words: Sequence[str], place: int) -> tuple[str, ...]:
    word = words[place]
    if len(word) < 3 or (word in ALSO_WORDS and not _beside_days(words, place)):
        return ()
    return days_named(word)


def _beside_days(words: Sequence[str], place: int) -> bool:
    near = [*words[max(0, place - 2) : place], *words[place + 1 : place + 3]]
    return any(is_day(word) or (word in ALSO_WORDS and word not in {"daily", "everyday"}) for word in near)
