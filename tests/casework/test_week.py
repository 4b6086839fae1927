"""What a plan asks of an ordinary week."""

from casework.week import week_of_plan
from directory.asset import Asset
from directory.clock import now
from directory.geography import Place
from directory.listing import Listing
from tests.harbourside import LISTINGS

HOME = Place(53.4391, -2.9618, "L4 3TH")


def asset(key: str, **changes: object) -> Asset:
    listing = LISTINGS[key].model_copy(update=changes)
    known = {name: getattr(listing, name) for name in Listing.model_fields}
    return Asset(id=key, last_modified=now(), **known)


def test_outings_are_counted_and_the_way_reckoned() -> None:
    week = week_of_plan([asset("debt"), asset("choir"), asset("phone_friend")], HOME, "walk")
    assert week.outings == 2
    assert week.minutes is not None
    assert 130 < week.minutes < 160, "2.8 miles to the library, nothing to the hall next door, there and back"


def test_a_bus_is_quicker_than_walking_far() -> None:
    on_foot, by_bus = (week_of_plan([asset("debt")], HOME, travel).minutes for travel in ("walk", None))
    assert on_foot is not None
    assert by_bus is not None
    assert by_bus < on_foot


def test_without_home_the_way_is_not_known() -> None:
    assert week_of_plan([asset("debt")], None, "bus").minutes is None


def test_a_secret_address_makes_the_way_unknown() -> None:
    hidden = asset("refuge").venues[0].model_copy(update={"latitude": None, "longitude": None})
    assert week_of_plan([asset("refuge", venues=(hidden,))], HOME, "bus").minutes is None


def test_what_only_meets_at_the_same_time_is_said() -> None:
    week = week_of_plan([asset("choir"), asset("debt"), asset("gym", times=LISTINGS["choir"].times)], HOME, "bus")
    assert week.clashes == (("Walton Waterfront Choir", "Dock Road Gym"),)
