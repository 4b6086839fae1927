"""What limits a line of a timetable: from when to when it holds, how often, in term time only, or not surely at all."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from directory.understanding.dates import WrittenDate, dates_written
from directory.understanding.time_grammar import Words
from directory.understanding.time_tokens import Kind
from directory.understanding.weekdays import WEEK, days_from, days_named

_NUMBERS = {"two": 2, "other": 2, "alternate": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
            "nine": 9, "ten": 10, "twelve": 12}  # fmt: skip


@dataclass
class Limits:
    """Limits of one line. `unsure` means that the line must not become structure."""

    dates: tuple[date, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    weekday: str | None = None
    """The day on which a course begins ("from Tuesday 5 January 2027")."""
    interval: int = 1
    weeks: int | None = None
    months: int = 1
    alternate: bool = False
    monthly: bool = False
    term_time: bool = False
    appointment: bool = False
    event: bool = False
    """Single dates stand here in place of days."""
    unsure: bool = False

    @classmethod
    def of(cls, kind: Kind, text: str) -> "Limits":
        """What one binding word limits; no limits at all for most of them."""
        if kind is Kind.INTERVAL:
            return cls(interval=_count(text) or 2, alternate=text.lower().startswith(("altern", "bi")))
        if kind is Kind.WEEKS:
            return cls(weeks=_count(text))
        if kind is Kind.MONTHS:
            return cls(months=2, monthly=True)
        return cls(
            term_time=kind is Kind.TERM,
            monthly=kind is Kind.MONTH,
            appointment=kind is Kind.APPOINTMENT,
            unsure=kind in {Kind.SEASON, Kind.HOLIDAYS, Kind.UNSURE},
        )

    def with_also(self, others: "Limits") -> "Limits":
        """Both limits together; what is said twice is said by the later one."""
        plain = Limits()
        said = {f.name: getattr(others, f.name) for f in fields(Limits)}
        return replace(self, **{name: value for name, value in said.items() if value != getattr(plain, name)})

    @property
    def last_day(self) -> date | None:
        """The end as written, or counted from the beginning of a course of so many weeks."""
        if self.valid_to or not (self.valid_from and self.weeks):
            return self.valid_to
        return self.valid_from + timedelta(weeks=(self.weeks - 1) * self.interval)

    def days_of_course(self) -> list[str]:
        """The days of a course that only its dates tell: weekly from Tuesday 5 January, or a few days running."""
        first, last = self.valid_from, self.valid_to
        if first is None:
            return []
        if last and (last - first).days < 7:
            return list(days_from(WEEK[first.weekday()], WEEK[last.weekday()]))
        weekly = self.weeks or (last and (last - first).days % 7 == 0)
        return [self.weekday] if self.weekday == WEEK[first.weekday()] and weekly else []


def read_dates(words: Words) -> Limits | None:
    """A date, or a span of dates, that begins here with or without its weekday; None when none does.

    A date without a year says nothing that can be kept, and what happens on it is unsure. A course "from 5 January" is
    sure all the same: only its beginning is not known.
    """
    start = words.place
    role = words.kind(-1)
    aside = start > 0 and any(
        token.text.lower() in {"next", "following"} for token in words.tokens[max(0, start - 3) : start]
    )
    weekday, written = _dated(words)
    if not written:
        words.place = start
        return None
    ending = _ending(words)
    if aside:
        return Limits()
    if ending is not None:
        return _span(written[0], ending, weekday)
    if role in {Kind.FROM, Kind.STARTS, Kind.UNTIL, Kind.DEADLINE} and len(written) == 1:
        return _one_end(written[0], weekday, role)
    return _events(written, weekday)


def _dated(words: Words) -> tuple[str | None, tuple[WrittenDate, ...]]:
    ahead = 0
    while words.kind(ahead) in {Kind.DAYS, Kind.COMMA, Kind.NEUTRAL} and ahead < 3:
        ahead += 1
    if words.kind(ahead) is not Kind.DATE or (ahead and words.kind() is not Kind.DAYS):
        return None, ()
    day = days_named(words.tokens[words.place].text) if ahead else ()
    # A plural ("Tuesdays, 5 January 2027") is a day of its own, not part of the date.
    if ahead and (len(day) != 1 or re.search(r"days\b", words.tokens[words.place].text, re.IGNORECASE)):
        return None, ()
    written = dates_written(words.tokens[words.place + ahead].text)
    words.place += ahead + 1 if written else 0
    return (day[0] if day else None), written


def _ending(words: Words) -> WrittenDate | None:
    start = words.place
    words.skip(Kind.COMMA)
    if words.take(Kind.TO, Kind.UNTIL):
        words.skip(Kind.TO, Kind.UNTIL)
        _, written = _dated(words)
        if len(written) == 1:
            return written[0]
    words.place = start
    return None


def _span(first: WrittenDate, last: WrittenDate, weekday: str | None) -> Limits:
    if last.year is None:
        return Limits(unsure=True)
    end = last.in_year(last.year)
    begin = first.in_year(last.year)
    if begin and end and first.year is None and begin > end:
        begin = first.in_year(last.year - 1)
    if not begin or not end or begin > end:
        return Limits(unsure=True)
    return Limits(valid_from=begin, valid_to=end, weekday=weekday)


def _one_end(written: WrittenDate, weekday: str | None, role: Kind) -> Limits:
    found = written.in_year(written.year) if written.year else None
    if role is Kind.UNTIL:
        return Limits(valid_to=found, unsure=found is None)
    if role is Kind.DEADLINE:
        return Limits()
    return Limits(valid_from=found, weekday=weekday)


def _events(written: tuple[WrittenDate, ...], weekday: str | None) -> Limits:
    year = written[-1].year
    days = [day.in_year(year) for day in written] if year else []
    sure = tuple(day for day in days if day)
    wrong_weekday = weekday is not None and any(WEEK[day.weekday()] != weekday for day in sure)
    if len(sure) != len(written) or wrong_weekday:
        return Limits(event=True, unsure=True)
    return Limits(event=True, dates=sure)


def _count(text: str) -> int | None:
    figure = re.search(r"\d+", text)
    if figure:
        return int(figure.group())
    return next((number for word, number in _NUMBERS.items() if word in text.lower()), None)
