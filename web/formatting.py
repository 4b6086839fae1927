"""How dates and numbers are written on pages. Words about assets come from `directory.phrases`."""

from datetime import date, datetime

from flask import Flask

from directory.clock import LONDON
from directory.geography import NO_BREAK


def long_date(when: date | datetime) -> str:
    """Monday 2 December 2026, with no break between day and month."""
    local = when.astimezone(LONDON) if isinstance(when, datetime) else when
    return f"{local:%A} {local.day}{NO_BREAK}{local:%B %Y}"


def short_date(when: date | datetime) -> str:
    """2 Dec 2026"""
    local = when.astimezone(LONDON) if isinstance(when, datetime) else when
    return f"{local.day}{NO_BREAK}{local:%b %Y}"


def clock_time(when: datetime) -> str:
    """10.05am, 2pm"""
    local = when.astimezone(LONDON)
    minutes = f".{local:%M}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def moment(when: datetime) -> str:
    """2 Dec 2026, 2.05pm"""
    return f"{short_date(when)}, {clock_time(when)}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """1 place, 2 places: `{{ counted(n, "place") }}`."""
    return f"{number:,}{NO_BREAK}{one if number == 1 else many or one + 's'}"


def add_filters(app: Flask) -> None:
    """Teach templates these words."""
    for filter_ in (long_date, short_date, clock_time, moment):
        app.jinja_env.filters[filter_.__name__] = filter_
    app.jinja_env.globals["counted"] = counted
