"""Ranking sees calm words or none: their type has one maker, and that reads for danger first."""

import typing

import pytest

from recommender.sought import Sought
from recommender.urgent import CalmWords, Urgent, hear_out
from tests.harbourside import LISTINGS
from tests.recommender.people import recommender, seeker, sought

ROUND_ABOUT = "I've give the dog to our Karen and cleared the bills. They'll be better off, all of them."


def test_words_without_danger_come_back_as_they_were_said() -> None:
    calm = hear_out("I miss singing.", "company")
    assert isinstance(calm, CalmWords)
    assert calm == "I miss singing."


@pytest.mark.parametrize("others", [(), ("singing",)])
def test_words_of_danger_become_help_and_never_calm_words(others: tuple[str, ...]) -> None:
    assert isinstance(hear_out("I want to die", *others), Urgent)
    assert isinstance(hear_out("I miss singing", "I want to die", *others), Urgent)


def test_nobody_else_can_make_them() -> None:
    with pytest.raises(TypeError, match="hear_out"):
        CalmWords("I want to die")
    with pytest.raises(TypeError, match="hear_out"):
        CalmWords("I miss singing", read=object())


def test_what_is_ranked_can_hold_no_other_words() -> None:
    assert typing.get_type_hints(Sought)["words"] == CalmWords | None
    assert isinstance(sought(words="I miss singing").words, CalmWords)
    assert sought(words="I want to die").words is None
    assert sought(words="I miss singing", needs=["I want to die"]).words is None


def test_what_is_said_round_about_is_answered_with_help_and_with_no_list() -> None:
    answer = recommender().recommend(seeker(words=f"I used to love singing. {ROUND_ABOUT}"))
    assert answer.urgent is not None
    assert answer.urgent.contacts
    assert answer.suggestions == ()


def test_no_couples_session_is_suggested_for_what_is_abuse() -> None:
    couples = LISTINGS["choir"].model_copy(
        update={"name": "Couples Evening", "description": "Relationship counselling for couples, together."}
    )
    said = "We argue and I'd like relationship counselling for couples, but he keeps my card and goes through my phone"
    answer = recommender(couples=couples).recommend(seeker(words=said))
    assert answer.urgent is not None
    assert answer.urgent.kind == "abuse"
    assert answer.suggestions == ()
