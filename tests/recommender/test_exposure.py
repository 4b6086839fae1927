"""Who is shown how much, and how a small group is kept from being flooded."""

from datetime import date, timedelta
from math import log2

import pytest

from directory.asset import Asset
from directory.kinds import Room
from directory.listing import Listing, Organization, Venue
from recommender.exposure import (
    FEW_PLACES,
    MOST_EASED,
    Listed,
    Share,
    ease,
    exposures,
    gini,
    measure_exposure,
    places_of,
)
from recommender.outcomes import AgeGroup
from tests.recommender.people import TODAY, asset


def place(key: str, owner: str, postcode: str | None = None, claimed: bool = False, secret: bool = False) -> Asset:
    venues = (Venue(postcode=postcode, confidential=secret),) if postcode else ()
    listing = Listing(name=key, venues=venues, assured_by="organiser" if claimed else None)
    return asset(listing.model_copy(update={"organization": Organization(name=owner)}), key).model_copy(
        update={"organization_id": owner}
    )


COUNCIL = [place(f"council {number}", "council", "L1 1AA", claimed=True) for number in range(4)]
CHOIR = place("choir", "choir", "L4 3TH")
ASSETS = [*COUNCIL, CHOIR]


def named(shares: tuple[Share, ...]) -> dict[str, tuple[float, float]]:
    return {one.name: (round(one.share, 3), round(one.due, 3)) for one in shares}


def test_what_stands_further_down_is_seen_less() -> None:
    seen = exposures([Listed(("a", "b", "c")), Listed(("b",))])
    assert seen == pytest.approx({"a": 1.0, "b": 1 / log2(3) + 1, "c": 0.5})


def test_gini_is_nought_for_equals_and_near_one_for_one_that_has_it_all() -> None:
    assert gini([2.0, 2.0, 2.0]) == pytest.approx(0)
    assert gini([0.0] * 99 + [5.0]) == pytest.approx(0.99)
    assert gini([1.0, 3.0]) == pytest.approx(0.25)
    assert gini([]) == gini([0.0, 0.0]) == 0


def test_a_small_provider_that_nobody_sees_is_below_the_floor() -> None:
    found = measure_exposure([Listed(("council 0",)), Listed(("council 1",))], ASSETS)
    assert named(found.by_provider) == {"one listing": (0.0, 0.2), "2 to 5 listings": (1.0, 0.8)}
    assert named(found.by_claim) == {"confirmed by its organiser": (1.0, 0.8), "not claimed": (0.0, 0.2)}
    assert [one.name for one in found.below_floor] == ["one listing", "not claimed"]
    assert found.never == 3


def test_its_due_is_no_complaint() -> None:
    found = measure_exposure([Listed((one.id,)) for one in ASSETS], ASSETS)
    assert found.below_floor == ()
    assert found.gini == pytest.approx(0)
    assert named(found.by_neighbourhood) == {"L1": (0.8, 0.8), "L4": (0.2, 0.2)}


def test_a_hidden_place_is_in_no_neighbourhood() -> None:
    refuge = place("refuge", "refuge", "L23 5SA", secret=True)
    assert named(measure_exposure([Listed(("refuge",))], [refuge]).by_neighbourhood) == {"no one place": (1.0, 1.0)}


def test_a_group_of_members_that_gets_short_lists_is_seen() -> None:
    lists = [Listed(("choir", "council 0", "council 1"), AgeGroup.YOUNGER), Listed(("choir",), AgeGroup.OLDER)]
    found = {one.name: one for one in measure_exposure(lists, ASSETS).by_group}
    assert found[AgeGroup.OLDER].due == 0.5
    assert found[AgeGroup.OLDER].is_below_floor
    assert not found[AgeGroup.YOUNGER].is_below_floor


def test_nobody_was_shown_anything() -> None:
    found = measure_exposure([], ASSETS)
    assert (found.gini, found.never, found.by_group) == (0.0, 5, ())
    assert measure_exposure([], []).by_provider == ()


def test_few_places_are_eased_once_more_are_sent_than_find_room() -> None:
    assert ease(None, 1_000) == 1
    assert ease(3, 0) == ease(3, 30) == 1
    assert 1 > ease(3, 35) > ease(3, 40) > MOST_EASED
    assert ease(3, 10_000) == ease(0, 100) == MOST_EASED


def test_a_waiting_list_leaves_few_places_until_its_claim_ends() -> None:
    waiting = CHOIR.model_copy(update={"room": Room.WAITING_LIST})
    assert places_of(CHOIR, TODAY) is None
    assert places_of(CHOIR, TODAY, upper=12) == 12
    assert places_of(waiting, TODAY) == FEW_PLACES
    assert places_of(waiting, TODAY, upper=2) == 2
    ended = waiting.model_copy(update={"room_until": TODAY - timedelta(days=1)})
    assert places_of(ended, TODAY) is None
    assert places_of(ended, date(2026, 11, 1)) == FEW_PLACES
