"""What the notice board of Harbourside says, in words."""

from datetime import date, time

import pytest

from directory.listing import Listing, Slot, Venue
from directory.schedule_words import describe_slot, describe_times, say_time

TEN_TO_NOON = {"opens_at": time(10), "closes_at": time(12)}
ONE_TO_THREE = {"opens_at": time(13), "closes_at": time(15)}
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SEPTEMBER = date(2026, 9, 7)
MARCH = date(2027, 3, 30)


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        (Slot(days=("WE", "MO"), **TEN_TO_NOON), "Mondays and Wednesdays, 10am to 12 noon"),
        (Slot(days=("MO", "WE", "FR"), **TEN_TO_NOON), "Mondays, Wednesdays and Fridays, 10am to 12 noon"),
        (Slot(days=("1SA",), **TEN_TO_NOON), "First Saturday of the month, 10am to 12 noon"),
        (Slot(days=("1TU", "3TU"), **TEN_TO_NOON), "First and third Tuesday of the month, 10am to 12 noon"),
        (Slot(days=("-1FR",), **TEN_TO_NOON), "Last Friday of the month, 10am to 12 noon"),
        (Slot(days=("1MO", "2TU")), "First Monday and second Tuesday of the month"),
        (Slot(days=("2WE",), interval=2), "Second Wednesday of every other month"),
        (Slot(days=("TH",), interval=2, **ONE_TO_THREE), "Every other Thursday, 1pm to 3pm"),
        (Slot(days=("TH",), interval=3, **ONE_TO_THREE), "Every 3 weeks on Thursday, 1pm to 3pm"),
        (Slot(days=WEEK[:5], opens_at=time(9), closes_at=time(17)), "Weekdays, 9am to 5pm"),
        (Slot(days=WEEK[5:], opens_at=time(9)), "Weekends, 9am"),
        (Slot(days=WEEK[:4], closes_at=time(17)), "Monday to Thursday, until 5pm"),
        (Slot(days=WEEK, opens_at=time(20), closes_at=time(0)), "Every day, 8pm to midnight"),
        (Slot(days=WEEK, opens_at=time(0), closes_at=time(0)), "All day, every day"),
        (Slot(days=("SU",), opens_at=time(0), closes_at=time(23, 59)), "Sundays, all day"),
        (Slot(days=("MO",), term_time=True, **TEN_TO_NOON), "Mondays, 10am to 12 noon, in term time"),
        (Slot(days=("MO",), valid_to=MARCH), "Mondays, until 30 March 2027"),
        (
            Slot(days=("MO",), valid_from=SEPTEMBER, valid_to=MARCH),
            "Mondays, from 7 September 2026 until 30 March 2027",
        ),
        (Slot(valid_from=MARCH, valid_to=MARCH, **TEN_TO_NOON), "Tuesday 30 March 2027, 10am to 12 noon"),
        (
            Slot(days=("MO",), description="chair exercise", **TEN_TO_NOON),
            "Mondays, 10am to 12 noon (chair exercise)",
        ),
        (Slot(description="By arrangement"), "By arrangement"),
        (Slot(opens_at=time(10, 30), closes_at=time(10, 30)), "10.30am"),
        (Slot(), ""),
    ],
)
def test_the_rule_in_words(slot: Slot, words: str) -> None:
    assert describe_slot(slot).replace("\u00a0", " ") == words


def test_what_has_begun_long_ago_need_not_say_since_when() -> None:
    weekly = Slot(days=("MO",), valid_from=SEPTEMBER)
    assert describe_slot(weekly, today=MARCH) == "Mondays"
    fortnightly = weekly.model_copy(update={"interval": 2})
    assert describe_slot(fortnightly, today=MARCH).startswith("Every other Monday, from 7")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(0), "midnight"),
        (time(0, 30), "12.30am"),
        (time(9, 5), "9.05am"),
        (time(12), "12\u00a0noon"),
        (time(12, 15), "12.15pm"),
        (time(23, 59), "11.59pm"),
    ],
)
def test_times_of_day(at: time, said: str) -> None:
    assert say_time(at) == said


def test_a_feed_that_writes_a_line_for_each_day_is_said_in_one() -> None:
    mondays, wednesdays = (Slot(days=(day,), **ONE_TO_THREE) for day in ("MO", "WE"))
    lines = (mondays, wednesdays, Slot(days=("SA",)))
    assert describe_times(Listing(name="Walton Choir", times=lines)) == [
        "Mondays and Wednesdays, 1pm to 3pm",
        "Saturdays",
    ]


def test_times_at_two_places_say_where_and_a_refuge_does_not() -> None:
    library = Venue(name="Harbourside Library", times=(Slot(days=("MO",)),))
    refuge = Venue(name="Rose House", confidential=True, times=(Slot(days=("TU",)),))
    advice = Listing(name="Advice on tour", venues=(library, refuge))
    assert describe_times(advice) == ["Harbourside Library: Mondays", "Tuesdays"]
    assert describe_times(advice.model_copy(update={"venues": (library,)})) == ["Mondays"]


def test_nothing_known_is_nothing_said() -> None:
    assert describe_times(Listing(name="Knit and Natter", times_text="Ring Maureen")) == []
