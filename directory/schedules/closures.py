"""The days on which a regular session may not meet: bank holidays, and what may be school holidays."""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

MAY_BE_SCHOOL_HOLIDAY = (
    ((1, 1), (1, 6)),
    ((2, 10), (2, 24)),
    ((5, 23), (6, 6)),
    ((7, 20), (9, 5)),
    ((10, 20), (11, 3)),
    ((12, 18), (12, 31)),
)
"""First and last (month, day), generously: every council in England sets its own, and academies theirs."""

BEFORE_EASTER = timedelta(days=9)
AFTER_EASTER = timedelta(days=14)


def is_bank_holiday(day: date) -> bool:
    """Whether it is a bank holiday of England, substitute days included. Source: the `holidays` package."""
    return day in _bank_holidays(day.year)


def may_be_school_holiday(day: date) -> bool:
    """Whether schools in England may be closed: half-terms, summer, Christmas, the weeks around Easter."""
    sunday = easter(day.year)
    if sunday - BEFORE_EASTER <= day <= sunday + AFTER_EASTER:
        return True
    return any(first <= (day.month, day.day) <= last for first, last in MAY_BE_SCHOOL_HOLIDAY)


@lru_cache(maxsize=32)
def _bank_holidays(year: int) -> frozenset[date]:
    import holidays  # costs 0.15 s, and most commands ask for no date

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
