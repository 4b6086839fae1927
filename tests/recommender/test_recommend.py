"""From what she says to what she can go to: reasons both ways, urgent words first, nothing silly."""

import json
import math

import pytest

from directory.errors import Invalid, NotFound
from recommender.ranking import rank, share
from recommender.recommendation import Eligible, Stage
from recommender.signals import list_signals
from tests.harbourside import LISTINGS
from tests.recommender.people import TODAY, recommender, seeker, sought
from web.commands.answers import as_answer

MAUREEN = {
    "words": "I'm behind with the gas and bailiffs are writing. I miss singing and I don't see anyone.",
    "postcode": "L4 3TH",
    "age": 67,
    "travel": "bus",
}


def names(found: object) -> list[str]:
    return [suggestion.asset.name for suggestion in found.suggestions]  # type: ignore[attr-defined]


def test_her_words_become_needs_suggestions_and_a_pathway() -> None:
    answer = recommender().recommend(seeker(**MAUREEN), today=TODAY)
    assert {"MON1", "MON3"} & {need.id for need in answer.needs}
    assert "Quayside Debt Advice" in names(answer)
    assert "Walton Waterfront Choir" in names(answer)
    assert 2 <= len(answer.pathway) <= 4
    assert answer.pathway[0].stage is Stage.SETTLE
    assert [step.step for step in answer.pathway] == list(range(1, len(answer.pathway) + 1))


def test_every_suggestion_says_why_and_its_score_is_the_sum_of_its_parts() -> None:
    asked = sought(**MAUREEN)
    ours = recommender()
    for one in rank(asked, ours.shelf, ours.pictures):
        assert one.reasons
        parts = sum(share(signal, reading) for signal, reading in one.readings)
        assert math.isclose(one.score, parts * one.judgement.likely)
        assert 0 <= one.score <= 1


def test_the_weights_are_one_together_and_every_signal_says_what_it_means() -> None:
    signals = list_signals()
    assert math.isclose(sum(signal.weight for signal in signals), 1)
    assert all(signal.meaning.endswith(".") for signal in signals)


def test_nobody_is_shown_what_she_cannot_use() -> None:
    answer = recommender().recommend(seeker(needs=["connection"], gender="man", age=40, postcode="L4 3TH"), limit=50)
    assert "Harbour Women's Circle" not in names(answer)
    assert all(suggestion.eligible is not Eligible.NO for suggestion in answer.suggestions)
    assert all(suggestion.unknowns for suggestion in answer.suggestions if suggestion.eligible is Eligible.ASK)


def test_urgent_words_bring_help_and_never_reach_the_ranking() -> None:
    answer = recommender().recommend(seeker(words="I want to die. I used to love singing in a choir"))
    assert answer.urgent is not None
    assert answer.urgent.kind == "suicide"
    assert [contact.name for contact in answer.urgent.contacts]
    assert answer.suggestions == ()
    stated = recommender().recommend(seeker(words="I want to die", needs=["MON1"]))
    assert stated.urgent
    assert {need for one in stated.suggestions for need in one.needs} == {"MON1"}


def test_crisis_chosen_from_the_list_is_as_urgent_as_crisis_in_words() -> None:
    chosen = recommender().recommend(seeker(needs=["MIN7", "MON1"]))
    assert chosen.urgent
    assert chosen.urgent.contacts
    assert {need.id for need in chosen.needs} == {"MON1"}
    assert recommender().recommend(seeker(needs=["i want to die"])).urgent


def test_plain_words_among_the_needs_are_read_and_a_wrong_id_is_refused() -> None:
    read = recommender().recommend(seeker(needs=["someone to help me with bailiffs"]))
    assert {need.id for need in read.needs} == {"MON1"}
    with pytest.raises(Invalid):
        recommender().recommend(seeker(needs=["XYZ9"]))


def test_nothing_is_better_than_something_silly() -> None:
    answer = recommender().recommend(seeker(needs=["SAF3"], postcode="L4 3TH"))
    assert answer.suggestions == ()
    assert answer.pathway == ()
    assert answer.unmet == ("SAF3",)
    assert recommender().recommend(seeker()).suggestions == ()


def test_a_need_stated_as_a_whole_domain_or_in_plain_words() -> None:
    by_word = recommender().recommend(seeker(needs=["housing"], postcode="L4 3TH"))
    by_id = recommender().recommend(seeker(needs=["HOU"], postcode="L4 3TH"))
    assert names(by_word) == names(by_id)
    assert "Tenants' Advice Desk" in names(by_word)


def test_a_group_entered_twice_is_suggested_once() -> None:
    again = LISTINGS["choir"].model_copy(update={"name": "Walton Waterfront Choir (evening)"})
    answer = recommender(again=again).recommend(seeker(needs=["JOY1"], age=30, postcode="L4 3TH"))
    assert sum("Choir" in name for name in names(answer)) == 1


def test_hidden_places_are_never_measured() -> None:
    answer = recommender().recommend(seeker(needs=["SAF1"], gender="woman", postcode="L23 5SA"))
    [refuge] = [one for one in answer.suggestions if one.asset.name == "Safe Harbour Refuge"]
    assert refuge.distance_miles is None
    assert "Secret Street" not in json.dumps(as_answer(answer))


def test_why_not_gives_the_rule_and_why_gives_the_parts() -> None:
    him = seeker(needs=["CON3"], gender="man", age=60, postcode="L20 3EF")
    refused = recommender().explain(him, "women", today=TODAY)
    assert refused.kept_out_by == "For women only"
    assert not refused.suggested
    shown = recommender().explain(him, "sheds", today=TODAY)
    assert shown.suggested
    assert shown.would_lift is None
    other = recommender().explain(him, "gym", today=TODAY)
    assert not other.suggested
    assert other.would_lift
    with pytest.raises(NotFound):
        recommender().explain(him, "closed")


def test_the_same_question_has_the_same_answer() -> None:
    first = recommender().recommend(seeker(**MAUREEN), today=TODAY)
    second = recommender().recommend(seeker(**MAUREEN), today=TODAY)
    assert as_answer(first) == as_answer(second)


def test_advisors_can_leave_some_out() -> None:
    answer = recommender().recommend(seeker(needs=["JOY1"], age=30), exclude={"choir"})
    assert "Walton Waterfront Choir" not in names(answer)
