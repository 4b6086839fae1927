"""Hard rules: yes, no, or ask; and unknown is not no."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from directory.kinds import Access, Attending, HowToStart, Known, Room, Status
from directory.listing import Cost, Listing, Venue
from recommender.eligibility import judge
from tests.harbourside import LISTINGS
from tests.recommender.people import asset, sought

YES, NO, ASK = "yes", "no", "ask"
CHOIR = LISTINGS["choir"]


def verdict(listing: Listing, miles: float | None = 1.0, **said: Any) -> str:
    """The answer and the rule it quotes, as one line."""
    judgement = judge(sought(**said), asset(listing), miles)
    eligible, rules = judgement.eligible, judgement.rules
    return " ".join([eligible.value, *rules])


def but(listing: Listing, **changes: Any) -> Listing:
    return listing.model_copy(update=changes)


PLAIN = but(CHOIR, minimum_age=None, costs=(), venues=())


@pytest.mark.parametrize(
    ("bounds", "said", "answer"),
    [
        ((18, None), {"age": 18}, YES),
        ((18, None), {"age": 17}, NO),
        ((18, None), {}, ASK),
        ((16, 25), {"age": 25}, YES),
        ((16, 25), {"age": 26}, NO),
        ((55, None), {"age": 54}, NO),
        ((5, 11), {"age": 34, "children_ages": [7]}, YES),
        ((5, 11), {"age": 34, "children_ages": [11.5]}, YES),
        ((5, 11), {"age": 34, "children_ages": [12]}, NO),
        ((5, 11), {"age": 34}, NO),
        ((5, 11), {}, ASK),
        ((None, None), {}, YES),
    ],
)
def test_ages_are_inclusive_and_children_count_for_what_is_for_children(
    bounds: tuple[float | None, float | None], said: dict[str, Any], answer: str
) -> None:
    listing = but(PLAIN, minimum_age=bounds[0], maximum_age=bounds[1])
    assert verdict(listing, **said).startswith(answer)


@pytest.mark.parametrize(
    ("key", "gender", "answer"),
    [
        ("women", "woman", YES),
        ("women", "female", YES),
        ("women", "man", NO),
        ("women", None, ASK),
        ("women", "non-binary", ASK),
        ("sheds", "male", YES),
        ("sheds", "women", NO),
    ],
)
def test_a_group_for_one_gender(key: str, gender: str | None, answer: str) -> None:
    assert verdict(LISTINGS[key], gender=gender).startswith(answer)


def test_residents_only_needs_to_know_the_council() -> None:
    jobs = LISTINGS["jobs"]
    assert verdict(jobs, postcode="L20 3EF") == YES
    assert verdict(jobs, postcode="L4 3TH") == "no For residents of Sefton only"
    assert verdict(jobs) == "ask For residents of Sefton only: ask which council area home is in"


@pytest.mark.parametrize(
    ("stated", "answer"),
    [(Known.YES, YES), (Known.NO, NO), (None, ASK)],
)
def test_access_known_to_be_missing_keeps_out_and_unknown_asks(stated: Known | None, answer: str) -> None:
    facts = ((Access.STEP_FREE, stated),) if stated else ()
    listing = but(PLAIN, venues=(Venue(name="Hall", access=facts),))
    assert verdict(listing, access_needs=["step_free"]).startswith(answer)


def test_one_accessible_venue_is_enough_and_no_stairs_from_home() -> None:
    assert verdict(LISTINGS["housing"], access_needs=["step_free"]) == YES
    up_the_stairs = but(CHOIR, attending=(Attending.IN_PERSON, Attending.ONLINE))
    assert verdict(up_the_stairs, access_needs=["wheelchair"], age=40).startswith(YES)
    assert verdict(CHOIR, access_needs=["wheelchair"], age=40).startswith(NO)


@pytest.mark.parametrize(
    ("miles", "limit", "answer"),
    [
        (2.9, 3, YES),
        (3.1, 3, NO),
        (3.4, None, YES),
        (9.0, None, NO),
        (26.0, None, NO),
        (None, 3, ASK),
        (None, None, YES),
    ],
)
def test_no_farther_than_she_will_travel(miles: float | None, limit: float | None, answer: str) -> None:
    assert verdict(PLAIN, miles, max_distance_miles=limit).startswith(answer)


def test_distance_does_not_matter_on_the_phone() -> None:
    assert (
        verdict(LISTINGS["phone_friend"], 40.0, max_distance_miles=1, age=70)
        == f"{ASK} Which area it covers is not stated"
    )


@pytest.mark.parametrize(
    ("costs", "means", "answer"),
    [
        ((Cost(amount=Decimal(0)),), 0, YES),
        ((Cost(amount=Decimal(3)),), 3, YES),
        ((Cost(amount=Decimal("3.50")),), 3, NO),
        ((Cost(amount=Decimal("3.50")), Cost(amount=Decimal(2), option="concessions")), 2, ASK),
        ((Cost(amount=Decimal(25), per="month"),), 5, NO),
        ((Cost(amount=Decimal(12), per="month"),), 5, YES),
        ((), 0, ASK),
        ((Cost(amount=Decimal(30)),), None, YES),
    ],
)
def test_cost_is_held_against_what_she_has(costs: tuple[Cost, ...], means: float | None, answer: str) -> None:
    assert verdict(but(PLAIN, costs=costs), max_cost=means).startswith(answer)


def test_closed_full_and_waiting() -> None:
    assert verdict(but(PLAIN, status=Status.PAUSED)).startswith(NO)
    assert verdict(but(PLAIN, room=Room.FULL)).startswith(NO)
    assert verdict(but(PLAIN, room=Room.WAITING_LIST)).startswith(ASK)
    assert verdict(but(PLAIN, room=Room.FULL, room_until=date(2026, 11, 1))).startswith(ASK)


def test_language_absent_means_english() -> None:
    polish = but(PLAIN, languages=("pl",))
    assert verdict(polish, languages=["pl"]) == YES
    assert verdict(polish).startswith(ASK)
    assert verdict(PLAIN, languages=["pl"]).startswith(ASK)
    assert verdict(polish, languages=["ar"]).startswith(NO)
    assert verdict(PLAIN) == YES


def test_times_ways_and_what_she_avoids() -> None:
    tuesday = [{"day": "TU", "from": "18:00", "to": "22:00"}]
    assert verdict(PLAIN, free_times=tuesday) == YES
    assert verdict(PLAIN, free_times=[{"day": "MO", "from": "09:00", "to": "12:00"}]).startswith(NO)
    assert verdict(but(PLAIN, times=()), free_times=tuesday).startswith(ASK)
    assert verdict(LISTINGS["anxiety_online"], online="no").startswith(NO)
    assert verdict(PLAIN, online="only").startswith(NO)
    assert verdict(but(PLAIN, attending=()), online="only").startswith(ASK)
    assert verdict(CHOIR, avoid=["church"], age=30) == "no To be avoided: church"
    assert verdict(PLAIN, already=["one"]).startswith(NO)


def test_groups_for_somebody_ask_unless_she_is_one() -> None:
    veterans = but(PLAIN, audiences=("veteran",))
    assert verdict(veterans, circumstances=["veteran"]) == YES
    assert verdict(veterans).startswith(ASK)
    assert verdict(but(PLAIN, audiences=("bereaved",)), needs=["MIN3"]) == YES
    assert verdict(but(PLAIN, how_to_start=HowToStart.REFERRAL)) == "ask It needs a referral"
