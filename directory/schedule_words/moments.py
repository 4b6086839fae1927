"""A time of day and a date as people say them. What belongs together never breaks over two lines."""

from collections.abc import Sequence
from datetime import date, time

NBSP = "\u00a0"


def say_time(at: time) -> str:
    """ "10am", "1.30pm", "12 noon", "midnight"."""
    if at == time(12):
        return f"12{NBSP}noon"
    if at == time(0):
        return "midnight"
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def say_date(day: date) -> str:
    """ "2 December 2026"."""
    return f"{day.day}{NBSP}{day:%B}{NBSP}{day.year}"


def say_short_date(day: date) -> str:
    """ "Tue 2 Dec"."""
    return f"{day:%a}{NBSP}{day.day}{NBSP}{day:%b}"


def list_words(words: Sequence[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
