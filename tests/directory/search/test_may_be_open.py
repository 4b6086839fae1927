"""What an index would leave out of "open now" is not open: whatever the timetable, whatever the moment."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.clock import LONDON
from directory.listing import Listing, Slot
from directory.schedules import is_on, is_open
from directory.schedules.slot import WEEK
from directory.search.document import document_under
from directory.search.may_be_open import may_be_open

YEAR_BEGINS, YEAR_ENDS = (datetime.combine(day, time(0)) for day in (date(2026, 1, 2), date(2026, 12, 30)))
clock = st.times().map(lambda at: at.replace(second=0, microsecond=0))
slots = st.builds(
    Slot,
    days=st.lists(st.sampled_from([*WEEK, "1MO", "-1SA", "2SU"]), min_size=1, max_size=3, unique=True).map(tuple),
    opens_at=clock,
    closes_at=clock,
    interval=st.sampled_from([1, 1, 2]),
    valid_from=st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)
dated = st.dates(date(2026, 1, 1), date(2026, 12, 31)).flatmap(
    lambda day: st.builds(Slot, opens_at=clock, closes_at=clock, valid_from=st.just(day), valid_to=st.just(day))
)
moments = st.datetimes(YEAR_BEGINS, YEAR_ENDS, timezones=st.just(UTC))


def flags_of(slot: Slot) -> set[str]:
    document = document_under("a", 1, Listing(name="Harbourside Kitchen", times=(slot,)), {})
    assert document
    return set(document.flags)


@given(slots | dated, st.integers(0, 24 * 60), st.data())
def test_nothing_that_is_open_is_left_out(slot: Slot, minutes: int, data: st.DataObject) -> None:
    """At some minute after it may have begun, on any day."""
    day = slot.valid_from if not slot.days else data.draw(st.dates(date(2026, 1, 2), date(2026, 12, 30)))
    begins = datetime.combine(day or date(2026, 6, 1), slot.opens_at or time(0), LONDON)
    moment = begins.astimezone(UTC) + timedelta(minutes=minutes)
    if is_on(slot, moment):
        assert flags_of(slot) & set(may_be_open(moment))


@given(slots | dated, moments)
def test_a_slot_is_on_when_its_listing_is_open(slot: Slot, moment: datetime) -> None:
    assert is_on(slot, moment) == (is_open(Listing(name="Harbourside Kitchen", times=(slot,)), moment) is True)


@pytest.mark.parametrize(
    ("opens", "closes", "now"),
    [
        (time(4, 30), time(5, 20), time(5, 10)),
        (time(4, 30), time(6, 30), time(6, 10)),
        (time(0), time(0), time(23, 59)),
        (time(11, 30), time(12, 15), time(12, 5)),
        (time(16, 45), time(17, 15), time(17, 5)),
    ],
)
def test_where_a_part_of_the_day_begins_nothing_is_lost(opens: time, closes: time, now: time) -> None:
    slot = Slot(days=("TU",), opens_at=opens, closes_at=closes)
    moment = datetime.combine(date(2026, 11, 24), now, LONDON)
    assert is_on(slot, moment)
    assert flags_of(slot) & set(may_be_open(moment))


def test_what_begins_later_today_is_left_out() -> None:
    evening = Slot(days=("TU",), opens_at=time(19), closes_at=time(21))
    assert not flags_of(evening) & set(may_be_open(datetime(2026, 11, 24, 11, tzinfo=LONDON)))
