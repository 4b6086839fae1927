"""What time it is: UTC for what is kept, Europe/London for what people see."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """This moment in UTC, with its zone."""
    return datetime.now(UTC)


def local_now() -> datetime:
    """This moment as clocks in Britain show it."""
    return datetime.now(LONDON)


def today() -> date:
    """The date in Britain."""
    return local_now().date()
