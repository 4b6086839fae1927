"""Agnieszka edits the times of her choir: what she is shown reads back to what was there."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from directory.listing import Slot
from directory.schedule_words import bring_back
from directory.understanding.times import read_times

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
CHOIR = Slot(days=("MO", "WE"), opens_at=time(10), closes_at=time(12))


def test_as_partners_write() -> None:
    slots = (
        CHOIR,
        Slot(days=("1SA",), opens_at=time(10), closes_at=time(12)),
        Slot(days=("TH",), interval=2, opens_at=time(13), closes_at=time(15)),
    )
    written = "Mon, Wed 10am-12pm; 1st Sat of the month 10am-12pm; every other Thu 1pm-3pm"
    assert bring_back(slots) == written
    assert read_times(written) == slots


def test_runs_of_days_are_short() -> None:
    office = Slot(days=WEEK[:5], opens_at=time(9), closes_at=time(17))
    helpline = Slot(days=WEEK, opens_at=time(0), closes_at=time(0))
    assert bring_back((office, helpline)) == "Mon-Fri 9am-5pm; every day 24 hours"
    assert bring_back((Slot(days=("SA",)), Slot(days=("SU",), opens_at=time(18)))) == "Saturdays; Sun 6pm"


def test_one_slot_alone_has_its_term_and_dates() -> None:
    course = CHOIR.model_copy(update={"term_time": True, "valid_to": date(2027, 3, 30)})
    assert bring_back((course, CHOIR)) == ("Mon, Wed 10am-12pm term time only until 30 March 2027; Mon, Wed 10am-12pm")


def test_a_description_is_left_out_for_it_may_read_as_a_time() -> None:
    assert bring_back((CHOIR.model_copy(update={"description": "after the Tuesday walk"}),)) == bring_back((CHOIR,))


def test_nothing_is_nothing() -> None:
    assert bring_back(()) == ""
    assert read_times("") == ()


QUARTER_HOURS = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
DATES = st.dates(date(2026, 1, 1), date(2028, 12, 31))
WEEKLY = st.tuples(st.sets(st.sampled_from(WEEK), min_size=1), st.sampled_from((1, 2, 3, 4)))
MONTHLY = st.tuples(
    st.builds("{}{}".format, st.sampled_from((1, 2, 3, 4, 5, -1)), st.sampled_from(WEEK)).map(lambda day: {day}),
    st.sampled_from((1, 2)),
)


@st.composite
def hours(draw: st.DrawFn) -> dict[str, time | None]:
    """Not known, from a time on, or from one to another; midnight to midnight is all day.

    No evening lasts until noon: the reader takes "7pm-12pm" for a slip, as it is.
    """
    opens, closes = draw(st.none() | QUARTER_HOURS), draw(st.none() | QUARTER_HOURS)
    if opens is None or opens == closes != time(0) or (opens.hour >= 17 and closes == time(12)):
        closes = None
    return {"opens_at": opens, "closes_at": closes}


@st.composite
def regular(draw: st.DrawFn) -> Slot:
    days, interval = draw(WEEKLY | MONTHLY)
    since = draw(st.none() | DATES)
    weeks = draw(st.none() | st.integers(1, 52))
    until = None if weeks is None else (since or date(2026, 11, 23)) + timedelta(weeks=weeks)
    ordered = tuple(sorted(days, key=lambda day: WEEK.index(day[-2:])))
    return Slot(
        days=ordered,
        interval=interval,
        valid_from=since,
        valid_to=until,
        term_time=draw(st.booleans()),
        **draw(hours()),
    )


@st.composite
def single(draw: st.DrawFn) -> Slot:
    day = draw(DATES)
    return Slot(valid_from=day, valid_to=day, **draw(hours()))


@given(regular() | single())
def test_whatever_the_time_it_reads_back(slot: Slot) -> None:
    assert read_times(bring_back((slot,))) == (slot,)
