"""Dates as people write them: "Saturday 5 December 2026", "5, 12 & 19 January", "05/01/2027", "2027-01-05"."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_LIST = rf"{_NUMBER}(?:\s*(?:,|&|\band\b)\s*(?:and\s+)?{_NUMBER}){{1,12}}"
_SPAN = rf"{_NUMBER} ?(?:-|to) ?{_NUMBER}"
_YEAR = r"(?:,?\s*(?:20\d\d)\b)"
_NO_CLOCK = r"(?! ?(?:[-:.]\d|[ap]\.?m))(?!\w)"
DATE = (
    rf"(?<![\d:.])(?:(?:(?<!to )(?<!til )(?<!- )(?<!-){_LIST}|{_SPAN}|"
    rf"{_NUMBER})\s*(?:of\s+)?{MONTH_NAME}{_YEAR}?|"
    rf"{MONTH_NAME}\s+{_NUMBER}{_NO_CLOCK}{_YEAR}?|20\d\d-[01]\d-[0-3]\d|"
    r"[0-3]?\d[/.][01]?\d[/.](?:20)?\d\d(?!\d)|[0-3]?\d/[01]?\d(?![\d/]))"
)
"""A pattern for what may be a date; `dates_written` says whether it is one."""

_DAYS = rf"(?P<days>{_LIST}|{_SPAN}|{_NUMBER})"
_DAY_FIRST = re.compile(rf"{_DAYS}\s*(?:of\s+)?(?P<month>{MONTH_NAME})(?:,?\s*(?P<year>20\d\d))?", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"(?P<month>{MONTH_NAME})\s+(?P<days>{_NUMBER})(?:,?\s*(?P<year>20\d\d))?", re.IGNORECASE)
_FIGURES = re.compile(r"(?P<days>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{2,4}))?")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<days>\d\d)")


@dataclass(frozen=True)
class WrittenDate:
    """One date; `year` is None where the writer left it out."""

    day: int
    month: int
    year: int | None

    def in_year(self, year: int) -> date | None:
        """The date in its own year, or in `year` where it has none; None for 31 February."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def dates_written(words: str) -> tuple[WrittenDate, ...]:
    """The dates that `words` say, in order; empty when they are no dates."""
    words = words.strip()
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _ISO, _FIGURES):
        if found := pattern.fullmatch(words):
            return _read(found)
    return ()


def _read(found: re.Match[str]) -> tuple[WrittenDate, ...]:
    written = found["month"]
    month = int(written) if written.isdecimal() else _MONTHS.index(written[:3].lower()) + 1
    year = found["year"]
    full_year = None if year is None else int(year) if len(year) == 4 else 2000 + int(year)
    days = [int(day) for day in re.findall(r"\d+", found["days"])]
    if len(days) == 2 and re.search(r"-|to", found["days"]):
        days = list(range(days[0], days[1] + 1))
    if not 1 <= month <= 12 or not all(1 <= day <= 31 for day in days):
        return ()
    return tuple(WrittenDate(day, month, full_year) for day in days)
