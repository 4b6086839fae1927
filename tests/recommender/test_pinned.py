"""The advisor decides: what is pinned is in the pathway, and says what would have kept it out."""

import pytest

from recommender.recommend import Recommender
from recommender.recommendation import Eligible, Recommendation
from tests.harbourside import LISTINGS
from tests.recommender.people import GAZETTEER, TODAY, seeker, town

HER = {"needs": ["CON3", "MON1"], "gender": "woman", "age": 67, "postcode": "L4 3TH"}


@pytest.fixture(scope="module")
def harbourside() -> Recommender:
    return Recommender.over(town(), GAZETTEER)


def ids(found: Recommendation) -> list[str]:
    return [step.suggestion.asset.id for step in found.pathway]


def test_the_rest_is_chosen_around_what_is_pinned(harbourside: Recommender) -> None:
    found = harbourside.recommend(seeker(**HER), pinned=["housing"], today=TODAY)
    assert "housing" in ids(found)
    assert "women" in ids(found), "for company, which that does not give"
    assert [step.step for step in found.pathway] == list(range(1, len(found.pathway) + 1))


def test_what_a_rule_keeps_out_is_pinned_with_the_rule(harbourside: Recommender) -> None:
    found = harbourside.recommend(seeker(**HER), pinned=["sheds"], today=TODAY)
    [shed] = [step.suggestion for step in found.pathway if step.suggestion.asset.id == "sheds"]
    assert shed.eligible is Eligible.NO
    assert shed.unknowns == ("For men only",)
    assert "sheds" not in {one.asset.id for one in found.suggestions}
    assert all(step.instead is None or step.instead.asset.id != "sheds" for step in found.pathway)


def test_what_serves_none_of_her_needs_is_pinned_all_the_same(harbourside: Recommender) -> None:
    assert "gym" in ids(harbourside.recommend(seeker(**HER), pinned=["gym"], today=TODAY))


def test_the_same_group_is_not_proposed_beside_its_pin() -> None:
    again = LISTINGS["women"].model_copy(update={"name": "Harbour Women's Circle (afternoons)"})
    twice = Recommender.over(town(again=again), GAZETTEER)
    for pin, other in (("women", "again"), ("again", "women")):
        found = ids(twice.recommend(seeker(**HER), pinned=[pin], today=TODAY))
        assert pin in found
        assert other not in found


def test_what_is_gone_is_not_pinned_and_without_needs_there_is_no_pathway(harbourside: Recommender) -> None:
    plain = harbourside.recommend(seeker(**HER), today=TODAY)
    assert ids(harbourside.recommend(seeker(**HER), pinned=["gone"], today=TODAY)) == ids(plain)
    assert harbourside.recommend(seeker(), pinned=["gym"], today=TODAY).pathway == ()


def test_urgent_words_have_no_pathway_even_with_pins(harbourside: Recommender) -> None:
    found = harbourside.recommend(seeker(words="I want to die"), pinned=["choir"], today=TODAY)
    assert found.urgent
    assert found.pathway == ()
