"""Who may be whose duplicate: found by keys, judged, and never asked again once somebody has decided."""

import pytest
from sqlmodel import Session

from directory.assets import add_asset, close_asset
from directory.duplicates import candidates
from directory.duplicates.candidates import MOST_SHARING, Finder
from directory.duplicates.pairs import decide_different, hold_pair, pair_id
from directory.duplicates.profiles import Profile
from directory.listing import Listing, Organization, Phone
from directory.matching.judgement import Decision
from directory.matching.model import MatchModel
from tests.harbourside import BOOTLE_HALL, LISTINGS, WALTON_HALL

MAUREEN = "maureen@example.org"
CHOIR = LISTINGS["choir"]


def finder(session: Session) -> Finder:
    return Finder(session, MatchModel.shipped())


def found(session: Session, listing: Listing, own: str = "newcomer") -> list[str]:
    return [one.service_id for one in finder(session).find(session, [Profile.of(own, listing)]).get(own, [])]


def test_the_same_is_found_and_says_why(session: Session) -> None:
    for key in ("debt", "sheds", "gym"):
        add_asset(session, LISTINGS[key], actor=MAUREEN)
    choir = add_asset(session, CHOIR, actor=MAUREEN)
    (candidate,) = finder(session).find(session, [Profile.of("newcomer", CHOIR)])["newcomer"]
    assert (candidate.service_id, candidate.judgement.decision) == (choir, Decision.SAME)
    assert "same name" in candidate.judgement.reasons


def test_what_is_like_nothing_finds_nothing(session: Session) -> None:
    add_asset(session, CHOIR, actor=MAUREEN)
    stranger = Listing(name="Crosby Bridge Club", phones=(Phone(number="0151 496 0999"),), venues=(BOOTLE_HALL,))
    assert found(session, stranger) == []


def test_one_bad_field_loses_nobody(session: Session) -> None:
    choir = add_asset(session, CHOIR, actor=MAUREEN)
    elsewhere = WALTON_HALL.model_copy(update={"postcode": "L23 5TE", "latitude": None, "longitude": None})
    for damaged in (
        {"phones": (Phone(number="0151 496 0555"),)},
        {"venues": (elsewhere,)},
        {"organization": Organization(name="Somebody Else")},
        {"name": "Walton Waterfrnt Choir"},
    ):
        assert found(session, CHOIR.model_copy(update=damaged)) == [choir], damaged


def test_each_finds_those_before_it_in_the_same_call_and_not_itself(session: Session) -> None:
    coming = (("first", CHOIR), ("second", CHOIR), ("debt", LISTINGS["debt"]))
    judged = finder(session).find(session, [Profile.of(own, listing) for own, listing in coming])
    assert {one: [c.service_id for c in candidates] for one, candidates in judged.items()} == {"second": ["first"]}
    there = add_asset(session, CHOIR, actor=MAUREEN)
    assert found(session, CHOIR, own=there) == []


def test_what_the_public_cannot_find_is_not_found(session: Session) -> None:
    choir = add_asset(session, CHOIR, actor=MAUREEN)
    close_asset(session, choir, actor=MAUREEN)
    assert found(session, CHOIR) == []


def test_what_somebody_decided_is_not_asked_again(session: Session) -> None:
    choir = add_asset(session, CHOIR, actor=MAUREEN)
    (candidate,) = finder(session).find(session, [Profile.of("newcomer", CHOIR)])["newcomer"]
    hold_pair(session, "newcomer", choir, candidate.judgement, model_version="1", run_id=None)
    assert found(session, CHOIR) == [choir]
    decide_different(session, pair_id("newcomer", choir), by=MAUREEN)
    assert found(session, CHOIR) == []


def test_a_number_that_everybody_has_does_not_hide_the_one_that_is_the_same(session: Session) -> None:
    """A council's switchboard stands in every record; the rarer keys tell."""
    switchboard = (Phone(number="0151 496 0000"),)
    for number in range(MOST_SHARING + 5):
        add_asset(session, Listing(name=f"Department {number}", phones=switchboard), actor=MAUREEN)
    choir = add_asset(session, CHOIR.model_copy(update={"phones": switchboard}), actor=MAUREEN)
    assert choir in found(session, CHOIR.model_copy(update={"phones": switchboard}))


def test_the_nearest_of_several_venues_counts(session: Session) -> None:
    there = add_asset(session, CHOIR.model_copy(update={"venues": (BOOTLE_HALL, WALTON_HALL)}), actor=MAUREEN)
    assert found(session, CHOIR) == [there]


def test_a_key_that_brings_in_too_many_is_counted_and_left_aside(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "MOST_ROWS", 20)
    switchboard = (Phone(number="0151 496 0000"),)
    for number in range(MOST_SHARING + 5):
        add_asset(session, Listing(name=f"Department {number}", phones=switchboard), actor=MAUREEN)
    choir = add_asset(session, CHOIR.model_copy(update={"phones": switchboard}), actor=MAUREEN)
    assert found(session, CHOIR.model_copy(update={"phones": switchboard})) == [choir]


def test_namesakes_elsewhere_are_two_unless_their_names_are_all_but_one(session: Session) -> None:
    """Where nothing but words of the names brings two together, a slip is a slip, and another word another group."""
    there = add_asset(session, Listing(name="Walton Waterfront Choir"), actor=MAUREEN)
    assert found(session, Listing(name="Walton Waterfrnt Choir", venues=(BOOTLE_HALL,))) == [there]
    assert found(session, Listing(name="Walton Waterfront Rowing Club", venues=(BOOTLE_HALL,))) == []
