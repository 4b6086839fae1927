"""What is within a radius: to the last yard, on every side."""

from dataclasses import replace

import pytest

from directory.place import Place
from directory.search.port import SearchIndex
from directory.search.query import Query
from directory.travel import distance_miles
from tests.directory.search.town import BLANK


def at(place: Place, miles: float, direction: tuple[int, int]) -> Place:
    """The point so far away, found by halving."""
    north, east = direction
    low, high = 0.0, 40.0
    for _ in range(60):
        middle = (low + high) / 2
        there = Place(place.latitude + north * middle, place.longitude + east * middle, "")
        low, high = (middle, high) if distance_miles(place, there) < miles else (low, middle)
    return Place(place.latitude + north * low, place.longitude + east * low, "")


@pytest.mark.parametrize(
    "place", [Place(53.44, -2.96, "Walton"), Place(60.1, -1.2, "Shetland"), Place(50.1, -5.5, "Cornwall")]
)
@pytest.mark.parametrize("miles", [0.5, 5, 100, 500])
def test_nothing_within_the_radius_is_lost_on_any_side(empty_index: SearchIndex, place: Place, miles: float) -> None:
    sides = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1)]
    documents = []
    for number, side in enumerate(sides):
        for name, factor in (("in", 0.9995), ("out", 1.0005)):
            there = at(place, miles * factor, side)
            documents.append(replace(BLANK, id=f"{name}{number}", points=((there.latitude, there.longitude),)))
    empty_index.replace(documents)
    hits = empty_index.search(Query(near=place, within_miles=miles, limit=50)).hits
    assert {hit.asset_id for hit in hits} == {f"in{number}" for number in range(len(sides))}
