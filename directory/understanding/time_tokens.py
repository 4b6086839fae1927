"""The words of a timetable, told apart: days, clock times, dates, and the small words that bind them.

`tokens` reads from left to right and gives every word a kind; the grammar in `timetable` looks at kinds alone.
What looks like a time and is none (telephone numbers, ages, prices, addresses, "10-12 people") is a plain WORD.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from directory.understanding import time_phrases as phrases
from directory.understanding.dates import DATE
from directory.understanding.weekdays import EVERY_DAY, EVERY_SECOND_DAY, NAME, TWO_LETTERS, WEEKDAYS, WEEKENDS


class Kind(StrEnum):
    """What a word does in a timetable."""

    ALL_HOURS = "all_hours"
    AND = "and"
    APPOINTMENT = "appointment"
    ASIDE = "aside"
    BETWEEN = "between"
    BREAK = "break"
    CLOCK = "clock"
    CLOSED = "closed"
    COMMA = "comma"
    DATE = "date"
    DAYS = "days"
    DEADLINE = "deadline"
    EVERY = "every"
    EXCEPT = "except"
    FROM = "from"
    HOLIDAYS = "holidays"
    INTERVAL = "interval"
    MONTH = "month"
    MONTHS = "months"
    NEUTRAL = "neutral"
    OPEN = "open"
    ORDINAL = "ordinal"
    PART = "part"
    SEASON = "season"
    SOME = "some"
    STARTS = "starts"
    TERM = "term"
    TO = "to"
    UNSURE = "unsure"
    UNTIL = "until"
    WEEKS = "weeks"
    WORD = "word"


@dataclass(frozen=True)
class Token:
    """One word or phrase of a timetable, as it was written."""

    kind: Kind
    text: str


_NAMED_DAYS = rf"{NAME}|{WEEKDAYS}|{WEEKENDS}|{EVERY_SECOND_DAY}"
_PHRASES: tuple[tuple[Kind, str], ...] = (
    (Kind.TERM, phrases.NOT_SCHOOL_HOLIDAYS),
    (Kind.HOLIDAYS, phrases.SCHOOL_HOLIDAYS),
    (Kind.TERM, phrases.TERM_TIME),
    (Kind.NEUTRAL, phrases.NOT_BANK_HOLIDAYS),
    (Kind.NEUTRAL, phrases.BANK_HOLIDAYS),
    (Kind.WORD, phrases.NOT_ALL_HOURS),
    (Kind.ALL_HOURS, phrases.ALL_HOURS),
    (Kind.SEASON, phrases.SEASON),
    (Kind.DATE, DATE),
    (Kind.MONTHS, phrases.EVERY_OTHER_MONTH),
    (Kind.UNSURE, phrases.UNSURE),
    (Kind.INTERVAL, phrases.INTERVAL),
    (Kind.SOME, phrases.SOME),
    (Kind.WEEKS, phrases.WEEKS),
    (Kind.WORD, rf"{phrases.DAILY_LIFE}|(?:within|in|after) (?:7|seven) days"),
    (Kind.DAYS, EVERY_DAY),
    (Kind.WORD, phrases.NUMBERS_OF_SOMETHING),
    (Kind.MONTH, phrases.MONTH),
    (Kind.ASIDE, phrases.ASIDE),
    (Kind.ORDINAL, phrases.ORDINAL),
    (Kind.WORD, r"\d{1,2}(?:st|nd|rd|th)"),
    (Kind.APPOINTMENT, phrases.APPOINTMENT),
    (Kind.CLOSED, phrases.CLOSED),
    (Kind.EXCEPT, phrases.EXCEPT),
    (Kind.OPEN, phrases.OPEN),
    (Kind.DAYS, _NAMED_DAYS),
    (Kind.DAYS, TWO_LETTERS),
    (Kind.CLOCK, rf"(?<![£$.:+])(?<!\d/){phrases.CLOCK}"),
    (Kind.PART, phrases.PART),
    (Kind.EVERY, "every|each"),
    (Kind.BETWEEN, "between"),
    (Kind.STARTS, phrases.STARTS),
    (Kind.DEADLINE, phrases.DEADLINE),
    (Kind.FROM, "from|at|since"),
    (Kind.UNTIL, phrases.UNTIL),
    (Kind.TO, "to|thru|through"),
    (Kind.AND, "and|plus|or|then|also|again|later"),
    (Kind.NEUTRAL, phrases.NEUTRAL),
    (Kind.WORD, r"[^\W_]+(?:'\w+)?"),
)
_MARKS: tuple[tuple[Kind, str], ...] = (
    (Kind.BREAK, r"\n|[;|]|[.!?](?=\s|$)"),
    (Kind.FROM, "@"),
    (Kind.TO, "[->]+"),
    (Kind.AND, "[&+/]"),
    (Kind.COMMA, r"[,():]"),
)
_TABLE = (*((kind, rf"(?<!\w)(?:{words})(?!\w)") for kind, words in _PHRASES), *_MARKS)
_SCANNER = re.compile("|".join(f"(?P<k{row}>{words})" for row, (_, words) in enumerate(_TABLE)), re.IGNORECASE)

_NEEDS_COMPANY = re.compile(rf"sat|sun|wed|\w\w|sat's|weekend|weekday|w/e|{EVERY_DAY}", re.IGNORECASE)
_NEIGHBOURS = {
    Kind.CLOCK,
    Kind.DAYS,
    Kind.PART,
    Kind.ALL_HOURS,
    Kind.DATE,
    Kind.ORDINAL,
    Kind.INTERVAL,
    Kind.EVERY,
}
_BETWEEN_SHORT_DAYS = {Kind.TO, Kind.AND, Kind.COMMA}
_BETWEEN_DAYS = {
    Kind.TO,
    Kind.AND,
    Kind.COMMA,
    Kind.FROM,
    Kind.NEUTRAL,
    Kind.OPEN,
    Kind.BETWEEN,
    Kind.CLOSED,
    Kind.TERM,
    Kind.EXCEPT,
}


def tokens(text: str) -> list[Token]:
    """The words of `text` (as `plain_words` gives it) with their kinds, in order."""
    read = [Token(_kind(found), found.group().strip()) for found in _SCANNER.finditer(text)]
    return [token if _is_day(read, place) else replace(token, kind=Kind.WORD) for place, token in enumerate(read)]


def _kind(found: re.Match[str]) -> Kind:
    return _TABLE[int((found.lastgroup or "k0")[1:])][0]


def _is_day(read: list[Token], place: int) -> bool:
    """False for "sat", "sun", "We" and "daily" in running text: they are days only beside another day or a time."""
    token = read[place]
    if token.kind is Kind.PART and token.text.lower() in {"am", "pm"}:
        last = [earlier.kind for earlier in read[max(0, place - 2) : place]]
        return last[-1:] in ([Kind.DAYS], [Kind.TO], [Kind.AND]) or last == [Kind.DAYS, Kind.COMMA]
    if token.kind is not Kind.DAYS or not _NEEDS_COMPANY.fullmatch(token.text):
        return True
    between = _BETWEEN_SHORT_DAYS if len(token.text) == 2 else _BETWEEN_DAYS
    after, before = read[place + 1 : place + 5], read[max(place - 4, 0) : place][::-1]
    return _reaches(after, between) or _reaches(before, between) or len(read) == 1


def _reaches(neighbours: list[Token], between: set[Kind]) -> bool:
    """Whether the first of them that is not a binding word is one that makes a day likely."""
    for token in neighbours:
        if token.kind not in between:
            return token.kind in _NEIGHBOURS
    return False
