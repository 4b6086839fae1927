"""Single values of HSDS JSON: what stands for "not known", numbers, dates, wall times, days. Unclear is None."""

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from directory.clock import LONDON, today
from directory.understanding.plain_text import plain_text

Object = Mapping[str, Any]
UNKNOWN = ("", "-1", "null", "none", "n/a")
LONGEST_LINE = 500
_TWELVE = re.compile(r"(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?\s*([ap])\.?m\.?", re.IGNORECASE)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def text(value: Any) -> str | None:
    """Text without HTML; numbers are written out. None for what stands for nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        return None
    plain = plain_text(str(value))
    return None if plain.lower() in UNKNOWN else plain


def line(value: Any) -> str | None:
    """A text on one line; None when it is too long to be one."""
    plain = " ".join((text(value) or "").split())
    return plain if plain and len(plain) <= LONGEST_LINE else None


def number(value: Any) -> float | None:
    """A finite number, also from its digits."""
    try:
        found = float(value) if not isinstance(value, bool) and value is not None else math.nan
    except (TypeError, ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def years(value: Any) -> float | None:
    """An age; -1 means that nobody knows."""
    age = number(value)
    return age if age is not None and 0 <= age <= 130 else None


def pounds(value: Any) -> Decimal | None:
    """An amount of money, from a number or "£3.50"."""
    try:
        amount = Decimal(str(value).strip().lstrip("£")) if value is not None and not isinstance(value, bool) else None
    except InvalidOperation:
        return None
    return amount if amount is not None and amount.is_finite() and 0 <= amount < 1_000_000 else None


def day(value: Any) -> date | None:
    """A date, also out of a moment with its time."""
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def day_past(value: Any) -> date | None:
    """A date on which something was done; nothing was done on a day to come."""
    done = day(value)
    return done if done is not None and done <= today() else None


def wall_time(value: Any) -> time | None:
    """A time as clocks show it in Britain. A time with another zone is turned to ours when its day is known."""
    written = str(value).strip() if value else ""
    try:
        if "T" in written:
            moment = datetime.fromisoformat(written)
            moment = moment.astimezone(LONDON) if moment.tzinfo else moment
            return moment.time().replace(second=0, microsecond=0, tzinfo=None)
        if twelve := _TWELVE.fullmatch(written):
            return time(int(twelve[1]) % 12 + (12 if twelve[3].lower() == "p" else 0), int(twelve[2] or 0))
        clock = written.removesuffix("Z").split("+")[0]
        hour, minute = clock.split(":")[:2]
        return time(int(hour) % 24 if int(hour) == 24 else int(hour), int(minute))
    except (ValueError, OverflowError):
        return None


def byday(value: Any) -> tuple[str, ...]:
    """RFC 5545 days, as a list or separated by commas: "MO,1TU"; those that are none are left out."""
    written = value if isinstance(value, list) else str(value or "").split(",")
    days = (str(one).strip().upper() for one in written)
    return tuple(one for one in days if one[-2:] in DAYS and (len(one) == 2 or one[:-2].lstrip("+-").isdigit()))


def objects(value: Any) -> Iterator[Object]:
    """The objects of a list; a single object is a list of one; anything else is none."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            yield one


def inner(value: Any) -> Object:
    """The object, or an empty one."""
    return value if isinstance(value, Mapping) else {}
