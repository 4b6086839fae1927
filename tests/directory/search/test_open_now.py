"""Open now, at the moments at which it is hardest to tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time

import pytest
import time_machine

from directory.assets import add_asset
from directory.catalogue import Catalogue
from directory.clock import LONDON
from directory.kinds import Status
from directory.listing import Listing, Slot
from directory.search import open_now
from directory.search.find import find_assets
from directory.search.query import Query, Results, Sort
from tests.directory.search.town import BOOTLE, WALTON
from tests.harbourside import BOOTLE_HALL, LISTINGS, WALTON_HALL

pytestmark = pytest.mark.usefixtures("harbourside")

SEVEN_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NIGHT_SHELTER = Listing(name="Harbour Night Shelter", times=(Slot(days=("SA",), opens_at=time(22), closes_at=time(6)),))
HELPLINE = Listing(name="Harbour Helpline", times=(Slot(days=SEVEN_DAYS, opens_at=time(0), closes_at=time(0)),))
SOUP_RUN = Listing(name="Soup Run", times=(Slot(days=("SA",), opens_at=time(23), closes_at=time(1, 30)),))


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


@pytest.fixture
def night(catalogue: Catalogue) -> None:
    """What the town has at night."""
    with catalogue.writing() as session:
        for listing in (NIGHT_SHELTER, HELPLINE, SOUP_RUN):
            add_asset(session, listing, actor="tests")


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    with time_machine.travel(moment, tick=False):
        yield


def open_at(catalogue: Catalogue, moment: datetime, words: str = "", **limits: object) -> Results:
    with clock_at(moment), catalogue.reading() as session:
        return find_assets(session, catalogue.index, Query(words, open_now=True, limit=50).but(**limits), relax=False)


def names(results: Results) -> set[str]:
    return {found.asset.name for found in results.found}


def test_on_a_tuesday_afternoon_some_are_open(catalogue: Catalogue) -> None:
    results = open_at(catalogue, at(2026, 11, 24, 13, 30))
    assert names(results) == {"Bootle Job Club", "Tenants' Advice Desk"}
    assert (results.total, results.at_least) == (2, False)
    assert "Open now" in results.found[0].why


@pytest.mark.parametrize(
    ("minute", "count"),
    [(at(2026, 11, 24, 9, 59), 0), (at(2026, 11, 24, 10), 1), (at(2026, 11, 24, 12, 59), 1), (at(2026, 11, 24, 13), 0)],
)
def test_it_opens_and_closes_to_the_minute(catalogue: Catalogue, minute: datetime, count: int) -> None:
    assert open_at(catalogue, minute, "pantry").total == count


def test_at_the_weekend_only_what_meets_then_is_open(catalogue: Catalogue) -> None:
    assert names(open_at(catalogue, at(2026, 12, 5, 11))) == {"Grief Café"}, "the first Saturday of the month"
    assert names(open_at(catalogue, at(2026, 12, 12, 11))) == set(), "the second"
    assert names(open_at(catalogue, at(2026, 12, 6, 11))) == set(), "a Sunday"


@pytest.mark.usefixtures("night")
def test_on_a_bank_holiday_only_what_never_closes_is_surely_open(catalogue: Catalogue) -> None:
    christmas = at(2026, 12, 25, 14)
    assert names(open_at(catalogue, christmas)) == {"Harbour Helpline"}
    assert "Harbour Women's Circle" in names(open_at(catalogue, at(2026, 12, 18, 14))), "the Friday before"


@pytest.mark.usefixtures("night")
def test_past_midnight_last_night_is_still_on(catalogue: Catalogue) -> None:
    assert names(open_at(catalogue, at(2026, 6, 7, 1))) == {"Harbour Night Shelter", "Harbour Helpline", "Soup Run"}
    assert names(open_at(catalogue, at(2026, 6, 7, 5, 59))) == {"Harbour Night Shelter", "Harbour Helpline"}
    assert names(open_at(catalogue, at(2026, 6, 7, 6))) == {"Harbour Helpline"}
    assert "Harbour Night Shelter" not in names(open_at(catalogue, at(2026, 6, 6, 1))), "the night before it opens"


@pytest.mark.usefixtures("night")
def test_on_the_nights_when_clocks_change(catalogue: Catalogue) -> None:
    """In October the hour from one to two comes twice: the soup run ends in the first one."""
    first, second = datetime(2026, 10, 25, 0, 15, tzinfo=UTC), datetime(2026, 10, 25, 1, 15, tzinfo=UTC)
    assert "Soup Run" in names(open_at(catalogue, first))
    assert "Soup Run" not in names(open_at(catalogue, second))
    assert "Harbour Night Shelter" in names(open_at(catalogue, second))
    assert "Harbour Night Shelter" in names(open_at(catalogue, datetime(2026, 3, 29, 4, 59, tzinfo=UTC)))
    assert "Harbour Night Shelter" not in names(open_at(catalogue, datetime(2026, 3, 29, 5, tzinfo=UTC)))


def test_what_is_closed_for_now_is_not_open(catalogue: Catalogue) -> None:
    paused = HELPLINE.model_copy(update={"name": "Resting Line", "status": Status.PAUSED})
    with catalogue.writing() as session:
        add_asset(session, paused, actor="tests")
    assert "Resting Line" not in names(open_at(catalogue, at(2026, 6, 3, 12)))


def test_open_far_away_is_not_open_near_by(catalogue: Catalogue) -> None:
    """The desk is at Walton on Mondays and at Bootle on Tuesdays."""
    walton = WALTON_HALL.model_copy(update={"times": (Slot(days=("MO",), opens_at=time(10), closes_at=time(12)),)})
    bootle = BOOTLE_HALL.model_copy(update={"times": (Slot(days=("TU",), opens_at=time(10), closes_at=time(12)),)})
    with catalogue.writing() as session:
        add_asset(session, Listing(name="Travelling Desk", venues=(walton, bootle)), actor="tests")
    tuesday = at(2026, 11, 24, 11)
    assert "Travelling Desk" in names(open_at(catalogue, tuesday, near=BOOTLE, within_miles=1.0))
    assert "Travelling Desk" not in names(open_at(catalogue, tuesday, near=WALTON, within_miles=1.0))
    assert "Travelling Desk" in names(open_at(catalogue, tuesday, near=WALTON, within_miles=3.0))


def test_every_further_choice_is_counted_among_what_is_open(catalogue: Catalogue) -> None:
    tuesday = at(2026, 11, 24, 13, 30)
    results = open_at(catalogue, tuesday, needs=("HOU",))
    assert names(results) == {"Tenants' Advice Desk"}
    assert results.facets["need"]["WOR"] == 1, "choosing that too finds the job club"
    for facet, field in (("day", "days"), ("attending", "attending"), ("sector", "sectors"), ("access", "access")):
        for value, count in open_at(catalogue, tuesday).facets[facet].items():
            assert open_at(catalogue, tuesday, **{field: (value,)}).total == count, (facet, value)


def test_the_order_may_be_any(catalogue: Catalogue) -> None:
    tuesday = at(2026, 11, 24, 13, 30)
    nearest = open_at(catalogue, tuesday, near=WALTON, sort=Sort.NEAREST)
    assert [found.asset.name for found in nearest.found] == ["Tenants' Advice Desk", "Bootle Job Club"]
    assert names(open_at(catalogue, tuesday, sort=Sort.NEXT)) == names(nearest)


def test_when_nothing_is_open_other_times_are_looked_at_and_that_is_said(catalogue: Catalogue) -> None:
    with clock_at(at(2026, 11, 24, 3)), catalogue.reading() as session:
        results = find_assets(session, catalogue.index, Query("choir", open_now=True))
    assert names(results) == {"Walton Waterfront Choir"}
    assert results.relaxed == "Nothing that we know of is open now, so we looked at other times."


@pytest.mark.parametrize("question", ["choir open now", "a choir that is open now", "which choir is open right now"])
def test_open_now_is_read_in_the_words(catalogue: Catalogue, question: str) -> None:
    with clock_at(at(2026, 11, 24, 20)), catalogue.reading() as session:
        results = find_assets(session, catalogue.index, Query(question))
    assert "Open now" in [one.words for one in results.understood.said]
    assert names(results) == {"Walton Waterfront Choir"}
    assert results.relaxed is None


def test_of_very_many_the_best_are_looked_at_until_the_page_is_full(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_now, "LOOKED_AT", 60)
    monkeypatch.setattr(open_now, "AT_ONCE", 10)
    weekdays = Slot(days=("MO", "TU", "WE", "TH", "FR"), opens_at=time(9), closes_at=time(17))
    mornings = Slot(days=("TU",), opens_at=time(9), closes_at=time(11))
    with catalogue.writing() as session:
        for number in range(100):
            slot = weekdays if number % 2 else mornings
            add_asset(session, Listing(name=f"Desk {number:03}", times=(slot,)), actor="tests")
    afternoon = at(2026, 11, 24, 14)
    first = open_at(catalogue, afternoon, "desk", limit=10)
    assert len(first.found) == 10
    assert first.at_least
    assert 10 < first.total < 50
    assert {found.asset.times for found in first.found} <= {(weekdays,), LISTINGS["housing"].times}
    second = open_at(catalogue, afternoon, "desk", limit=10, offset=10)
    assert not names(first) & names(second)
    few = open_at(catalogue, afternoon, "desk", near=WALTON, within_miles=2.0)
    assert (names(few), few.at_least) == ({"Tenants' Advice Desk"}, False)
