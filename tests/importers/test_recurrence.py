"""Rules by which events come again: lines that go on where a line can say it, dates where none can."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from icalendar import vRecur

from importers.recurrence import dated_slots, recurring_slots

LONDON = ZoneInfo("Europe/London")
TUESDAY = datetime(2026, 9, 1, 10, tzinfo=LONDON)
NOON = datetime(2026, 9, 1, 12, tzinfo=LONDON)


def rule(written: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = vRecur.from_ical(written)
    return found


@pytest.mark.parametrize(
    ("written", "days", "interval", "until"),
    [
        ("FREQ=WEEKLY", ("TU",), 1, None),
        ("FREQ=WEEKLY;BYDAY=FR,MO", ("MO", "FR"), 1, None),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=MO", ("TU",), 2, None),
        ("FREQ=WEEKLY;COUNT=6", ("TU",), 1, date(2026, 10, 6)),
        ("FREQ=WEEKLY;UNTIL=20261231T235959Z", ("TU",), 1, date(2026, 12, 31)),
        ("FREQ=WEEKLY;UNTIL=20261231", ("TU",), 1, date(2026, 12, 31)),
        ("FREQ=DAILY", ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), 1, None),
        ("FREQ=DAILY;BYDAY=MO,TU", ("MO", "TU"), 1, None),
        ("FREQ=DAILY;INTERVAL=14", ("TU",), 2, None),
        ("FREQ=MONTHLY;BYDAY=1TU", ("1TU",), 1, None),
        ("FREQ=MONTHLY;BYDAY=+2TU,-1FR;INTERVAL=3", ("2TU", "-1FR"), 3, None),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", ("-1TU",), 1, None),
    ],
)
def test_lines_that_go_on(written: str, days: tuple[str, ...], interval: int, until: date | None) -> None:
    (slot,) = recurring_slots(TUESDAY, NOON, rule(written))
    assert (slot.days, slot.interval, slot.valid_from, slot.valid_to) == (days, interval, date(2026, 9, 1), until)
    assert (slot.opens_at, slot.closes_at) == (time(10), time(12))


@time_machine.travel(datetime(2026, 11, 28, tzinfo=UTC))
@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=13;UNTIL=20270201T000000Z", [(2026, 11, 13), (2026, 12, 13), (2027, 1, 13)]),
        ("FREQ=YEARLY", []),
        (
            "FREQ=DAILY;INTERVAL=3;COUNT=26",
            [(2026, 11, 3), (2026, 11, 6), (2026, 11, 9), (2026, 11, 12), (2026, 11, 15)],
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=31", [(2026, 12, 31), (2027, 1, 31), (2027, 3, 31)]),
    ],
)
def test_dates_where_no_line_can_say_it(written: str, dates: list[tuple[int, int, int]]) -> None:
    slots = recurring_slots(TUESDAY, NOON, rule(written))
    assert [slot.valid_from for slot in slots] == [date(*one) for one in dates]


@time_machine.travel(datetime(2026, 11, 28, tzinfo=UTC))
def test_a_rule_told_in_utc_moves_with_summer_time() -> None:
    start = datetime(2027, 3, 20, 9, tzinfo=UTC)
    slots = recurring_slots(start, None, rule("FREQ=WEEKLY;COUNT=2"))
    assert [(slot.valid_from, slot.opens_at) for slot in slots] == [
        (date(2027, 3, 20), time(9)),
        (date(2027, 3, 27), time(9)),
    ]
    later = recurring_slots(start, None, rule("FREQ=WEEKLY;COUNT=3"))[2]
    assert (later.valid_from, later.opens_at) == (date(2027, 4, 3), time(10))


@time_machine.travel(datetime(2026, 11, 28, tzinfo=UTC))
def test_days_left_out_of_dates() -> None:
    slots = recurring_slots(TUESDAY, NOON, rule("FREQ=MONTHLY;BYMONTHDAY=13;COUNT=5"), [date(2026, 12, 13)])
    assert [slot.valid_from for slot in slots] == [date(2026, 11, 13), date(2027, 1, 13)]


@pytest.mark.parametrize(
    "written",
    ["FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=9"],
)
def test_a_rule_that_never_comes_does_not_go_on_for_ever(written: str) -> None:
    assert recurring_slots(TUESDAY, NOON, rule(written)) == ()


def test_whole_days_end_on_the_day_before_their_end() -> None:
    slots = dated_slots(date(2099, 6, 12), date(2099, 6, 14))
    assert [(slot.valid_from, slot.opens_at) for slot in slots] == [
        (date(2099, 6, 12), None),
        (date(2099, 6, 13), None),
    ]


def test_an_evening_that_ends_after_midnight_is_one_day() -> None:
    (slot,) = dated_slots(datetime(2099, 6, 12, 21, tzinfo=LONDON), datetime(2099, 6, 13, 1, tzinfo=LONDON))
    assert (slot.valid_from, slot.closes_at) == (date(2099, 6, 12), time(1))


def test_weeks_on_end_are_one_line() -> None:
    (slot,) = dated_slots(date(2099, 6, 1), date(2099, 9, 1))
    assert (len(slot.days), slot.valid_to) == (7, date(2099, 8, 31))


def test_another_country_s_time_is_told_in_ours() -> None:
    (slot,) = dated_slots(datetime(2099, 6, 12, 20, tzinfo=ZoneInfo("America/New_York")), None)
    assert (slot.valid_from, slot.opens_at) == (date(2099, 6, 13), time(1))
