"""It learns where there is something to learn, and otherwise leaves the weights as people set them."""

import dataclasses
import json
import math
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_type_hints

import pytest

from directory.errors import Invalid, NotFound
from recommender.evidence import LEAST, PRIOR, evidence_of
from recommender.learning.choosing import LEAST_LISTS, choose_weights
from recommender.learning.keeping import keep_weights, learning_folder, revert, standing_weights
from recommender.learning.weights import Weights
from recommender.learnt import Learnt, load_evidence, load_learnt, save_evidence, weights_by_hand
from recommender.needs import vocabulary
from recommender.outcomes import AgeGroup, Became, Outcome, Reason, age_group
from recommender.ranking import rank
from tests.recommender.outcomes import FROM, TODAY, lists_where, outcome
from tests.recommender.people import recommender, sought

BY_HAND = weights_by_hand()
NEAR_AND_EASY = {"close_to_home": 0.6, "easy_first_step": 0.4}


def made(values: dict[str, float], by_hand: dict[str, float] | None = None) -> Weights:
    return Weights(0, datetime(2026, 11, 1, tzinfo=UTC), values, by_hand or BY_HAND, "Because.", {"lists": 1.0}, "1.8")


def other_weights() -> dict[str, float]:
    """All of it on how near it is."""
    return {name: float(name == "close_to_home") for name in BY_HAND}


def test_it_learns_what_people_take_up() -> None:
    choice = choose_weights(lists_where(NEAR_AND_EASY), BY_HAND, today=TODAY)
    assert choice.compared
    assert choice.compared.low > 0
    assert choice.why.startswith("The learnt weights stand")
    assert choice.weights["close_to_home"] > 1.4 * BY_HAND["close_to_home"]
    assert choice.weights["easy_first_step"] > 2 * BY_HAND["easy_first_step"]
    assert choice.weights["serves_her_need"] < BY_HAND["serves_her_need"]


def test_weights_are_never_negative_and_one_together_and_evidence_keeps_its_own() -> None:
    choice = choose_weights(lists_where(NEAR_AND_EASY), BY_HAND, today=TODAY)
    assert all(weight >= 0 for weight in choice.weights.values())
    assert math.isclose(sum(choice.weights.values()), 1, abs_tol=0.001)
    assert choice.weights["has_helped_others"] == BY_HAND["has_helped_others"]


def test_the_same_outcomes_give_the_same_choice() -> None:
    outcomes = lists_where(NEAR_AND_EASY, lists=400)
    assert choose_weights(outcomes, BY_HAND, today=TODAY) == choose_weights(outcomes[::-1], BY_HAND, today=TODAY)


def test_how_far_down_people_look_is_found() -> None:
    steep = choose_weights(lists_where(NEAR_AND_EASY, steepness=1.0), BY_HAND, today=TODAY).steepness
    level = choose_weights(lists_where(NEAR_AND_EASY, steepness=0.0), BY_HAND, today=TODAY).steepness
    assert level is not None
    assert steep is not None
    assert level <= 0.2
    assert 0.8 <= steep <= 1.2


def test_below_the_minimum_nothing_is_learnt() -> None:
    few = lists_where(NEAR_AND_EASY, lists=LEAST_LISTS - 1)
    choice = choose_weights(few, BY_HAND, today=TODAY)
    assert choice.weights == {}
    assert choice.proposed is None
    assert choice.why.startswith("Too little is known to learn from: lists shown 199")
    assert choose_weights([], BY_HAND, today=TODAY).weights == {}


def test_what_is_too_young_to_have_become_anything_is_left_out() -> None:
    assert choose_weights(lists_where(NEAR_AND_EASY), BY_HAND, today=FROM).lists == 0


@pytest.mark.parametrize("seed", range(3))
def test_chance_changes_nothing(seed: int) -> None:
    choice = choose_weights(lists_where({}, seed=seed), BY_HAND, today=TODAY)
    assert choice.proposed is not None
    assert choice.weights == {}
    assert "not surely better" in choice.why


def test_when_the_world_changes_the_old_lesson_goes_and_the_new_one_comes() -> None:
    before = lists_where({"in_her_language": 0.6, "easy_first_step": 0.4}, days=(0, 180))
    assert choose_weights(before, BY_HAND, today=FROM + timedelta(days=200)).weights
    cheap = {"affordable": 0.7, "like_her_words": 0.3}
    soon = [*before, *lists_where(cheap, lists=500, seed=2, days=(180, 240))]
    assert choose_weights(soon, BY_HAND, today=FROM + timedelta(days=260)).weights == {}
    later = [*before, *lists_where(cheap, lists=2400, seed=2, days=(180, 700))]
    weights = choose_weights(later, BY_HAND, today=FROM + timedelta(days=720)).weights
    assert weights["affordable"] > weights["in_her_language"] + weights["easy_first_step"]


def test_weights_that_are_right_are_left_alone() -> None:
    assert choose_weights(lists_where(BY_HAND), BY_HAND, today=TODAY).weights == {}


def test_not_for_now_is_no_word_against_it_and_the_wrong_people_is() -> None:
    outcomes = lists_where(NEAR_AND_EASY, lists=400)
    taken = choose_weights(outcomes, BY_HAND, today=TODAY)
    for reason, lists in ((Reason.NOT_NOW, 400), (Reason.WRONG_PEOPLE, 401)):
        aside = outcome("gym", Became.DECLINED, reason=reason, talk=9_999)
        more = choose_weights([*outcomes, aside], BY_HAND, today=TODAY)
        assert (more.lists, more.taken) == (lists, taken.taken)


def test_an_outcome_can_hold_no_person() -> None:
    kinds = get_type_hints(Outcome)
    assert set(kinds) == {"asset_id", "needs", "position", "readings", "became", "at", "talk", "reason", "group"}
    assert kinds["talk"] is int
    assert kinds["group"] == AgeGroup | None
    assert {one.name for one in dataclasses.fields(Outcome)} == set(kinds)
    with pytest.raises(TypeError):
        outcome(member_id="m1")


def test_an_age_is_kept_as_a_third_of_a_lifetime() -> None:
    assert [age_group(age) for age in (None, 17, 30, 59, 60, 101)] == [
        None, AgeGroup.YOUNGER, AgeGroup.MIDDLE, AgeGroup.MIDDLE, AgeGroup.OLDER, AgeGroup.OLDER,
    ]  # fmt: skip


def test_weights_are_kept_versioned_and_taken_back(tmp_path: Path) -> None:
    assert standing_weights(tmp_path, BY_HAND) is None
    first = keep_weights(tmp_path, made(other_weights()))
    second = keep_weights(tmp_path, made({}))
    assert (first.version, second.version) == (1, 2)
    assert standing_weights(tmp_path, BY_HAND) == second
    assert revert(tmp_path) == 2
    assert standing_weights(tmp_path, BY_HAND) == first
    assert keep_weights(tmp_path, made({})).version == 3
    revert(tmp_path)
    assert revert(tmp_path) == 1
    with pytest.raises(NotFound, match="stand already"):
        revert(tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is damaged"),
        ("{", "is damaged"),
        ("[]", "is damaged"),
        ('{"format": 1}', "is damaged"),
        ('{"format": 2}', "was made by another version of Waymark"),
        (json.dumps(json.loads(made(other_weights()).as_json()) | {"values": {"close_to_home": -1.0}}), "is damaged"),
        (made({"close_to_home": math.nan}).as_json(), "is damaged"),
        (made({}, by_hand={"close_to_home": 1.0}).as_json(), "was measured against other signals"),
        ("\x00\udcff", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence_and_we_go_on(
    tmp_path: Path, text: str, said: str
) -> None:
    keep_weights(tmp_path, made(other_weights()))
    file = learning_folder(tmp_path) / "0002.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(Invalid, match=said) as refusal:
        standing_weights(tmp_path, BY_HAND)
    assert refusal.value.message.endswith("The weights set by hand stand until `waymark learn` is run again.")
    told: list[str] = []
    assert load_learnt(tmp_path, told.append) == Learnt()
    assert told == [refusal.value.message]


def test_the_weights_that_stand_put_another_one_first() -> None:
    her = sought(needs=["connection", "JOY1"], postcode="L4 3TH", age=40)
    ours = recommender()
    by_hand = rank(her, ours.shelf, ours.pictures)
    nearest = rank(her, ours.shelf, ours.pictures, Learnt(other_weights()))
    assert {one.asset.id for one in by_hand} == {one.asset.id for one in nearest}
    sure = [one for one in nearest if not one.unknowns and one.judged.miles is not None and one.asset.venues]
    assert [one.score for one in nearest] == sorted((one.score for one in nearest), reverse=True)
    assert sure
    assert all(one.score != other.score for one, other in zip(by_hand, nearest, strict=True))


def gone(asset_id: str, agreed: int, went: int, need: str = "JOY1") -> list[Outcome]:
    ends = [Became.HELPED] * went + [Became.AGREED] * (agreed - went)
    return [outcome(asset_id, end, needs=(need,), talk=talk) for talk, end in enumerate(ends)]


def test_evidence_is_the_share_that_went_drawn_to_what_is_usual() -> None:
    outcomes = gone("choir", 20, 16) + gone("gym", 20, 4)
    found = evidence_of(outcomes, vocabulary())
    choir, gym = found.rate("choir", ["JOY1"]), found.rate("gym", ["JOY1"])
    assert choir == pytest.approx((16 + PRIOR * 0.5) / (20 + PRIOR))
    assert gym == pytest.approx((4 + PRIOR * 0.5) / (20 + PRIOR))
    assert found.rate("choir", ["MON1"]) is None, "for another need it has shown nothing"


def test_of_a_few_people_nothing_is_said() -> None:
    outcomes = gone("choir", LEAST - 1, LEAST - 1) + gone("gym", LEAST, 1)
    found = evidence_of(outcomes, vocabulary())
    assert found.rate("choir", ["JOY1"]) is None
    assert found.rate("gym", ["JOY1"]) is not None


def test_many_who_come_are_no_better_than_few_of_whom_as_many_stay() -> None:
    outcomes = gone("large", 400, 160) + gone("small", 10, 9)
    found = evidence_of(outcomes, vocabulary())
    small, large = found.rate("small", ["JOY1"]), found.rate("large", ["JOY1"])
    assert small is not None
    assert large is not None
    assert small > large


def test_a_need_that_is_no_longer_in_the_vocabulary_is_passed_over() -> None:
    found = evidence_of(gone("choir", 20, 16) + gone("gym", 20, 16, need="OLD1"), vocabulary())
    assert set(found.tallies) == {("choir", "JOY1")}


def test_where_nobody_writes_down_who_went_there_is_no_evidence() -> None:
    assert not evidence_of(gone("choir", 50, 0), vocabulary()).tallies


def test_evidence_is_a_signal_with_its_reason(tmp_path: Path) -> None:
    save_evidence(tmp_path, evidence_of(gone("choir", 20, 18) + gone("gym", 20, 10), vocabulary()))
    learnt = load_learnt(tmp_path, pytest.fail)
    ours = recommender()
    ranked = rank(sought(needs=["JOY1"], age=40), ours.shelf, ours.pictures, learnt)
    [choir] = [one for one in ranked if one.asset.id == "choir"]
    assert "Most who agreed to it went" in choir.reasons
    assert choir.judged.evidence == learnt.evidence.rate("choir", ["JOY1"])


@pytest.mark.parametrize("text", ["{", "[1]", '[{"asset": "a", "need": "JOY1", "agreed": 2, "went": 1, "usual": 0.5}]'])
def test_damaged_evidence_is_left_aside(tmp_path: Path, text: str) -> None:
    save_evidence(tmp_path, evidence_of([], vocabulary()))
    (learning_folder(tmp_path) / "evidence.json").write_text(text)
    with pytest.raises(Invalid, match="is damaged"):
        load_evidence(tmp_path)
    told: list[str] = []
    assert load_learnt(tmp_path, told.append) == Learnt()
    assert len(told) == 1
