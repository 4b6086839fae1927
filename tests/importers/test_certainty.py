"""When a newcomer need not wait for a curator, and what forbids it whatever the matcher thinks."""

import pytest

from directory.listing import Listing
from directory.matching.judgement import Decision, Judgement
from importers.certainty import CERTAIN, contradict, is_certain, may_be_certain, says_no_other

SURE = Judgement(0.99, Decision.SAME, ("same phone",))


def choir(**said: object) -> Listing:
    return Listing.model_validate({"name": "Walton Waterfront Choir", **said})


def on(*days: str) -> dict[str, object]:
    return {"times": [{"days": days}]}


def at(*days: str) -> dict[str, object]:
    return {"venues": [{"name": "Walton Mission Hall", "times": [{"days": days}]}]}


@pytest.mark.parametrize(
    ("judgement", "certain"),
    [
        (SURE, True),
        (Judgement(CERTAIN, Decision.SAME, ()), True),
        (Judgement(0.94, Decision.SAME, ()), False),
        (Judgement(0.99, Decision.PERHAPS, ()), False),
        (Judgement(0.99, Decision.DIFFERENT, ()), False),
    ],
)
def test_how_sure_the_matcher_must_be(judgement: Judgement, certain: bool) -> None:
    assert may_be_certain(judgement) is certain
    assert is_certain(judgement, choir(), choir()) is certain


CONTRADICTING = [
    (on("TU"), on("TH")),
    (on("1TU"), on("TH")),
    (at("TU"), on("TH")),
    ({"gender": "women"}, {"gender": "men"}),
    ({"maximum_age": 16}, {"minimum_age": 18}),
]
AGREEING = [
    (on("TU"), on("TU", "TH")),
    (on("1TU"), at("TU")),
    (on("TU"), {}),
    ({"gender": "women"}, {}),
    ({"maximum_age": 18}, {"minimum_age": 18}),
    ({"minimum_age": 18}, {"minimum_age": 55}),
]


@pytest.mark.parametrize(("one", "other"), CONTRADICTING)
def test_other_days_people_or_ages_are_another_group(one: dict[str, object], other: dict[str, object]) -> None:
    assert contradict(choir(**one), choir(**other))
    assert contradict(choir(**other), choir(**one))
    assert not is_certain(SURE, choir(**one), choir(**other))


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_what_one_leaves_open_contradicts_nothing(one: dict[str, object], other: dict[str, object]) -> None:
    assert not contradict(choir(**one), choir(**other))
    assert is_certain(SURE, choir(**one), choir(**other))


def test_what_one_keeper_keeps_as_two_is_two_unless_they_say_the_same() -> None:
    beginners, old_hands = choir(description="For beginners"), choir(description="For old hands")
    assert not is_certain(SURE, beginners, choir(), [old_hands])
    assert is_certain(SURE, beginners, choir(), [choir(), beginners])
    assert says_no_other(beginners, choir(phones=[{"number": "0151 496 0002"}]))
    assert not says_no_other(beginners, old_hands)
