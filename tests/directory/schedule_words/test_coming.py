"""Tommy asks: when is the next one?"""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from directory.listing import Listing, Slot
from directory.schedule_words import describe_doubt, describe_next, describe_now
from directory.schedules import next_occurrence

LONDON = ZoneInfo("Europe/London")
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
TUESDAYS = Slot(days=("TU",), opens_at=time(10), closes_at=time(12))


def asked(slot: Slot, now: datetime) -> tuple[str, str | None]:
    coming = next_occurrence(Listing(name="Men's Shed", times=(slot,)), now)
    assert coming is not None
    return describe_next(coming, now), describe_doubt(coming)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (datetime(2026, 12, 1, 8, tzinfo=LONDON), "today, 10am"),
        (datetime(2026, 11, 30, 20, tzinfo=LONDON), "tomorrow, 10am"),
        (datetime(2026, 11, 29, 20, tzinfo=LONDON), "Tue\u00a01\u00a0Dec, 10am"),
        (datetime(2026, 12, 1, 11, tzinfo=LONDON), "now, until 12\u00a0noon"),
        (datetime(2026, 6, 29, 23, 30, tzinfo=UTC), "today, 10am"),
    ],
)
def test_tuesdays_at_the_shed(now: datetime, said: str) -> None:
    assert asked(TUESDAYS, now) == (said, None)


def test_a_helpline_is_there_all_day() -> None:
    helpline = Slot(days=WEEK, opens_at=time(0), closes_at=time(0))
    assert asked(helpline, datetime(2026, 12, 25, 11, tzinfo=LONDON)) == ("today, all\u00a0day", None)


def test_until_when_it_is_on() -> None:
    now = datetime(2026, 12, 1, 11, tzinfo=LONDON)
    coming = next_occurrence(Listing(name="Men's Shed", times=(TUESDAYS,)), now)
    assert coming
    assert describe_now(coming) == "now until 12\u00a0noon"
    tuesday = Slot(days=("TU",), opens_at=time(0), closes_at=time(23, 59))
    coming = next_occurrence(Listing(name="Men's Shed", times=(tuesday,)), now)
    assert coming
    assert describe_now(coming) == "all day today"


def test_a_day_without_a_time() -> None:
    assert asked(Slot(days=("TU",)), datetime(2026, 12, 1, 16, tzinfo=LONDON)) == ("today", None)


def test_what_makes_it_doubtful() -> None:
    boxing_day = datetime(2026, 12, 27, tzinfo=LONDON)
    mondays = Slot(days=("MO",), opens_at=time(13, 30), term_time=True)
    assert asked(mondays, boxing_day) == (
        "tomorrow, 1.30pm",
        "may not meet: bank holiday; may not meet: school holidays",
    )
    now = datetime(2026, 6, 1, tzinfo=LONDON)
    assert asked(Slot(days=("TU",), interval=2), now)[1] == "not every week: ask which"
    assert asked(Slot(days=("1TU",), interval=2), now)[1] == "not every month: ask which"
