"""The small grammar of timetables: which days, and which hours, begin at a place among the words.

`Words` is a cursor; `read_days` and `read_hours` either take a whole phrase and move on, or take nothing.
"""

from dataclasses import dataclass, field
from datetime import time

from directory.understanding.hours import Clock, Part, clock_written, hours_between, opening
from directory.understanding.time_tokens import Kind, Token
from directory.understanding.weekdays import WEEK, days_from, days_named

_ORDINALS = {
    "1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3,
    "4th": 4, "fourth": 4, "5th": 5, "fifth": 5, "last": -1, "final": -1,
}  # fmt: skip
_MOST_ORDINALS = 5
MIDNIGHT = time(0, 0)


class Words:
    """The words of one clause and how far they have been read."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.place = 0

    @property
    def rest(self) -> list[Token]:
        """The words that are still to be read."""
        return self.tokens[self.place :]

    def kind(self, ahead: int = 0) -> Kind | None:
        """What the word `ahead` of here does; None past either end."""
        place = self.place + ahead
        return self.tokens[place].kind if 0 <= place < len(self.tokens) else None

    def take(self, *kinds: Kind) -> Token | None:
        """The next word when it is one of `kinds`."""
        if self.kind() not in kinds:
            return None
        self.place += 1
        return self.tokens[self.place - 1]

    def skip(self, *kinds: Kind) -> None:
        """Moves past the next words as long as they are of `kinds`."""
        while self.kind() in kinds:
            self.place += 1


@dataclass
class Days:
    """Days as one phrase names them. `certain` is false for a day that may be a mere name ("Monday Club")."""

    names: list[str] = field(default_factory=list)
    certain: bool = False
    every_nth: int = 1
    """ "Every 2nd Tuesday" is 2: a fortnight or a day of the month, unless the month is named."""


@dataclass(frozen=True)
class Hours:
    """Opening and closing as written, before it is known which half of the day is meant."""

    opens: Clock | None = None
    closes: Clock | None = None
    all_day: bool = False
    until_late: bool = False
    """ "8 til late": the figure is a time, though nobody knows the other."""

    @property
    def bare(self) -> bool:
        return all(clock.bare for clock in (self.opens, self.closes) if clock) and not (self.all_day or self.until_late)

    def between(self, part: Part | None) -> tuple[time | None, time | None]:
        """Times of day; (None, None) where the writing leaves them open."""
        if self.all_day:
            return MIDNIGHT, MIDNIGHT
        if self.opens and self.closes:
            return hours_between(self.opens, self.closes, part) or (None, None)
        if self.opens:
            return opening(self.opens, "evening" if self.until_late else part), None
        return None, opening(self.closes, "evening") if self.closes else None


def read_days(words: Words) -> Days | None:
    """ "Mon, Tues & Thurs", "1st and 3rd Friday", "weekdays except Wednesday": None when no days begin here."""
    days = Days()
    if not _one_name(words, days):
        return None
    while _another(words, days):
        pass
    _ordinals_after(words, days)
    if len(days.names) > 1:
        days.certain = True
    return days


def _another(words: Words, days: Days) -> bool:
    """Takes one more, but no day again that begins a phrase of its own: "Mondays and Fridays: Mon 10-12, Fri 1-3"."""
    start, named = words.place, list(days.names)
    words.skip(Kind.PART)
    if days.names[-1] not in WEEK:
        words.skip(Kind.MONTH)
    words.skip(Kind.AND, Kind.COMMA, Kind.NEUTRAL)
    general = set(days.names) >= set(WEEK)
    if _one_name(words, days) and not (len(named) > 1 and not general and _begins_anew(words, named, days.names)):
        if general:
            del days.names[:7]
        return True
    words.place, days.names = start, named
    return False


def _begins_anew(words: Words, named: list[str], names: list[str]) -> bool:
    """Whether the days after `named` are some of them again, with hours of their own."""
    return bool(set(named) & set(names[len(named) :])) and words.kind() in {Kind.CLOCK, Kind.FROM}


def _one_name(words: Words, days: Days) -> bool:
    """One day, or a run of days, with what stands before it: "every", "1st and 3rd"."""
    start = words.place
    within = words.kind(-1) is Kind.BETWEEN
    every = words.take(Kind.EVERY) is not None
    ordinals = _ordinals(words)
    named = words.take(Kind.DAYS)
    if named is None:
        words.place = start
        return False
    names = _run_of_days(words, days_named(named.text), within)
    if every and len(ordinals) == 1 and ordinals[0] > 1:
        days.every_nth = ordinals[0]
    days.certain |= every or bool(ordinals) or _is_plural(named.text)
    days.names += [f"{ordinal}{name}" for ordinal in ordinals for name in names] if ordinals else names
    return True


def _is_plural(name: str) -> bool:
    return name.lower().rstrip("'.").endswith(("days", "day's", "ends", "weekday", "w/e"))


def _run_of_days(words: Words, names: tuple[str, ...], within: bool) -> list[str]:
    """ "Mon-Fri" is five days, "Mon-Wed-Fri" three."""
    joined = {Kind.TO, Kind.UNTIL, Kind.AND} if within else {Kind.TO, Kind.UNTIL}
    run = [*names]
    while len(names) == 1 and words.kind() in joined and words.kind(1) is Kind.DAYS:
        last = days_named(words.tokens[words.place + 1].text)
        if len(last) != 1:
            break
        words.place += 2
        run.append(last[0])
    return list(days_from(*run)) if len(run) == 2 and len(names) == 1 else run


def _ordinals(words: Words) -> list[int]:
    found: list[int] = []
    start = words.place
    while len(found) < _MOST_ORDINALS and (token := words.take(Kind.ORDINAL)):
        found.append(_ORDINALS[token.text.lower()])
        start = words.place
        words.skip(Kind.AND, Kind.COMMA, Kind.NEUTRAL)
    words.place = start
    return found


def _ordinals_after(words: Words, days: Days) -> None:
    """ "Tuesdays (1st and 3rd of the month)"."""
    start = words.place
    words.skip(Kind.COMMA, Kind.NEUTRAL, Kind.PART)
    ordinals = _ordinals(words)
    if ordinals and words.take(Kind.MONTH) and all(name in WEEK for name in days.names):
        days.names = [f"{ordinal}{name}" for ordinal in ordinals for name in days.names]
        days.certain = True
    else:
        words.place = start


def read_hours(words: Words) -> Hours | None:
    """ "10-12", "from 6pm till late", "until 5pm", "24 hours": None when no hours begin here."""
    start = words.place
    if words.take(Kind.ALL_HOURS):
        return Hours(all_day=True)
    if words.kind() is Kind.UNTIL or (words.kind() is Kind.TO and words.tokens[start].text.lower() == "to"):
        words.place += 1
        closes = _clock(words)
        words.place = words.place if closes else start
        return Hours(closes=closes) if closes else None
    within = words.take(Kind.BETWEEN) is not None
    words.skip(Kind.FROM, Kind.NEUTRAL) if within else words.skip(Kind.FROM)
    opens = _clock(words)
    if opens is None:
        words.place = start
        return None
    if words.kind() is Kind.UNTIL and words.kind(1) is Kind.NEUTRAL and words.rest[1].text.lower() == "late":
        words.place += 2
        return Hours(opens, until_late=True)
    return Hours(opens, _end_of_range(words, within))


def _end_of_range(words: Words, within: bool) -> Clock | None:
    start = words.place
    words.skip(Kind.PART, Kind.STARTS)
    between = words.take(Kind.AND) if within else None
    if not between:
        words.skip(Kind.COMMA)
        dash = words.take(Kind.TO)
        words.skip(Kind.NEUTRAL, Kind.AND)
        if not words.take(Kind.UNTIL, Kind.TO) and not dash:
            words.place = start
            return None
    words.skip(Kind.NEUTRAL)
    closes = _clock(words)
    if closes is None:
        words.place = start
    return closes


def _clock(words: Words) -> Clock | None:
    if words.kind() is not Kind.CLOCK:
        return None
    clock = clock_written(words.tokens[words.place].text)
    if clock:
        words.place += 1
    return clock
