"""Of several venues the one to name: the nearest that has what was asked."""

from datetime import UTC, datetime, time

import pytest

from directory.asset import Asset
from directory.kinds import Access, Known
from directory.listing import Slot, Venue
from directory.search.query import Query
from directory.search.venues import venue_asked
from tests.directory.search.town import BOOTLE, WALTON

IN_WALTON = Venue(
    name="Walton Hall",
    latitude=WALTON.latitude,
    longitude=WALTON.longitude,
    times=(Slot(days=("TU",), opens_at=time(10)),),
)
IN_BOOTLE = Venue(
    name="Strand Rooms",
    latitude=BOOTLE.latitude,
    longitude=BOOTLE.longitude,
    times=(Slot(days=("TH",), opens_at=time(18)),),
    access=((Access.STEP_FREE, Known.YES),),
)
ON_THE_PHONE = Venue(name="By telephone")
JOB_CLUB = Asset(
    id="job-club",
    name="Quayside Job Club",
    last_modified=datetime(2026, 11, 1, tzinfo=UTC),
    venues=(ON_THE_PHONE, IN_WALTON, IN_BOOTLE),
)


@pytest.mark.parametrize(
    ("query", "venue"),
    [
        (Query(near=WALTON), IN_WALTON),
        (Query(near=BOOTLE), IN_BOOTLE),
        (Query(near=WALTON, days=("TH",)), IN_BOOTLE),
        (Query(near=WALTON, days=("TU", "TH"), times_of_day=("evening",)), IN_BOOTLE),
        (Query(near=BOOTLE, days=("TU",)), IN_WALTON),
        (Query(near=WALTON, access=(Access.STEP_FREE,)), IN_BOOTLE),
        (Query(near=WALTON, days=("SU",)), IN_WALTON),
        (Query(), ON_THE_PHONE),
    ],
)
def test_the_nearest_that_has_what_was_asked_is_named(query: Query, venue: Venue) -> None:
    assert venue_asked(JOB_CLUB, query) == venue


def test_without_a_venue_none_is_named() -> None:
    assert venue_asked(JOB_CLUB.model_copy(update={"venues": ()}), Query(near=WALTON)) is None
