"""Services with several sites: what is asked of a visit must hold at one of them. Asked of every engine."""

from dataclasses import replace

import pytest

from directory.kinds import Access
from directory.search.document import Site
from directory.search.port import SearchIndex
from directory.search.query import Hits, Query, Sort
from tests.directory.search.town import BLANK, BOOTLE, CHOIR, GARDEN, WALTON

TUESDAY = ("day:TU", "time:morning", "when:TU morning")
THURSDAY = ("day:TH", "time:evening", "when:TH evening")
STEP_FREE = "access:step_free"

# A job club: Tuesday mornings in Walton, up the stairs; Thursday evenings in Bootle, step-free.
JOB_CLUB = replace(
    BLANK,
    id="job-club",
    name="Quayside Job Club",
    flags=tuple(sorted({*TUESDAY, *THURSDAY, STEP_FREE, "need:WOR"})),
    points=((WALTON.latitude, WALTON.longitude), (BOOTLE.latitude, BOOTLE.longitude)),
    sites=(
        Site((WALTON.latitude, WALTON.longitude), TUESDAY),
        Site((BOOTLE.latitude, BOOTLE.longitude), (*THURSDAY, STEP_FREE)),
    ),
)


@pytest.fixture
def town(empty_index: SearchIndex) -> SearchIndex:
    empty_index.replace([JOB_CLUB, CHOIR, GARDEN])
    return empty_index


def found(hits: Hits) -> set[str]:
    return {hit.asset_id for hit in hits.hits}


def test_a_day_at_one_site_and_access_at_another_are_no_visit(town: SearchIndex) -> None:
    assert "job-club" in found(town.search(Query(days=("TU",))))
    assert "job-club" in found(town.search(Query(access=(Access.STEP_FREE,))))
    assert "job-club" in found(town.search(Query(days=("TH",), access=(Access.STEP_FREE,))))
    assert "job-club" not in found(town.search(Query(days=("TU",), access=(Access.STEP_FREE,))))


def test_the_distance_is_to_the_site_that_has_what_is_asked(town: SearchIndex) -> None:
    anywhere = town.search(Query("job club", near=WALTON)).hits[0]
    assert anywhere.distance_miles == 0
    thursday = town.search(Query("job club", near=WALTON, days=("TH",))).hits[0]
    assert thursday.distance_miles is not None
    assert thursday.distance_miles > 1
    assert not found(town.search(Query("job club", near=WALTON, within_miles=1, days=("TH",))))
    nearest = town.search(Query(near=WALTON, days=("TH",), sort=Sort.NEAREST)).hits
    assert [hit.asset_id for hit in nearest] == ["garden", "job-club"]


def test_a_choice_counts_only_what_one_site_offers(town: SearchIndex) -> None:
    tuesday = town.search(Query("job club", days=("TU",)))
    assert tuesday.facets["access"].get("step_free") is None
    assert tuesday.facets["day"] == {"TU": 1, "TH": 1}
    near = town.search(Query("job club", near=WALTON, within_miles=1))
    assert near.facets["day"] == {"TU": 1}
    assert near.facets["need"] == {"WOR": 1}
    assert near.facets["distance"]["1"] == 1
    thursday = town.search(Query("job club", near=WALTON, days=("TH",)))
    assert "1" not in thursday.facets["distance"]
    assert thursday.facets["distance"]["3"] == 1


def test_what_was_taken_out_has_no_sites_left(town: SearchIndex) -> None:
    town.remove(["job-club"])
    assert "job-club" not in found(town.search(Query(days=("TH",), access=(Access.STEP_FREE,))))
    town.put([replace(JOB_CLUB, version=2)])
    assert "job-club" in found(town.search(Query(days=("TH",), access=(Access.STEP_FREE,))))


def test_a_price_is_no_more_than_what_can_be_spent(empty_index: SearchIndex) -> None:
    prices = {"free": 0.0, "five": 5.0, "six": 6.0, "unsaid": None}
    costs = {"free": ("cost:free", "free:yes", "cost:5", "cost:10"), "five": ("cost:5", "cost:10"), "six": ("cost:10",)}
    empty_index.replace(
        [replace(BLANK, id=name, name=name, price=price, flags=costs.get(name, ())) for name, price in prices.items()]
    )
    five = empty_index.search(Query(max_cost=5))
    assert found(five) == {"free", "five"}
    assert five.facets["cost"] == {"free": 1, "5": 2, "10": 3}, "the others can still be chosen"
    assert found(empty_index.search(Query(max_cost=0))) == {"free"}


def test_each_distance_says_how_many_it_leads_to(town: SearchIndex) -> None:
    within = town.search(Query(near=WALTON, within_miles=1)).facets["distance"]
    assert within == {"1": 2, "3": 3, "5": 3, "10": 3, "25": 3}
    for miles, count in within.items():
        assert town.search(Query(near=WALTON, within_miles=float(miles))).total == count
    assert "distance" not in town.search(Query()).facets
