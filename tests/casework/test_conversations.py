"""Her words are kept as she said them, one hand at a time; what is not for her is set aside."""

import pytest
from sqlmodel import Session

from casework.conversations import (
    LONGEST,
    bring_back,
    choose_needs,
    get_conversation,
    list_not_relevant,
    mark_not_relevant,
    save_words,
)
from directory.asset import Asset
from directory.errors import Conflict, Invalid, NotFound
from tests.casework.conftest import ANN

BOB = "bob@example.org"


def say(session: Session, member_id: str, words: str, version: int | None = None, by: str = ANN) -> int:
    return save_words(session, member_id, what_matters=words, strengths="", by=by, expected_version=version).version


def test_words_stay_as_they_were_said(session: Session, maureen: str) -> None:
    save_words(session, maureen, what_matters=" I miss\r\nsinging\x00 ", strengths="Baking", by=ANN)
    kept = get_conversation(session, maureen)
    assert (kept.what_matters, kept.strengths, kept.saved_by) == ("I miss\nsinging", "Baking", ANN)
    assert kept.saved_at is not None


def test_the_second_of_two_advisors_is_told_and_nothing_is_lost(session: Session, maureen: str) -> None:
    opened = get_conversation(session, maureen).version
    say(session, maureen, "I miss singing", opened)
    with pytest.raises(Conflict):
        say(session, maureen, "The bills frighten me", opened, by=BOB)
    assert get_conversation(session, maureen).what_matters == "I miss singing"


def test_saying_the_same_is_no_conflict_and_no_new_version(session: Session, maureen: str) -> None:
    opened = get_conversation(session, maureen).version
    saved = say(session, maureen, "I miss singing", opened)
    assert say(session, maureen, "I miss singing ", opened, by=BOB) == saved
    assert get_conversation(session, maureen).saved_by == ANN


def test_a_book_is_refused_in_one_sentence(session: Session, maureen: str) -> None:
    with pytest.raises(Invalid, match="8,000 characters") as refusal:
        save_words(session, maureen, what_matters="", strengths="x" * (LONGEST + 1), by=ANN)
    assert refusal.value.field == "strengths"


def test_needs_are_chosen_undone_and_chosen_again(session: Session, maureen: str) -> None:
    choose_needs(session, maureen, add=["MON1", "CON1", "MON1"])
    choose_needs(session, maureen, remove=["MON1"])
    kept = get_conversation(session, maureen)
    assert (kept.needs, kept.not_meant) == (["CON1"], ["MON1"])
    choose_needs(session, maureen, add=["MON1"])
    kept = get_conversation(session, maureen)
    assert (kept.needs, kept.not_meant) == (["CON1", "MON1"], [])


def test_what_is_set_aside_can_come_back(session: Session, maureen: str, town: dict[str, Asset]) -> None:
    for reason in ("Too far", "Been there"):
        mark_not_relevant(session, maureen, town["choir"].id, reason=reason, by=ANN)
    assert [(mark.asset_id, mark.reason) for mark in list_not_relevant(session, maureen)] == [
        (town["choir"].id, "Been there")
    ]
    bring_back(session, maureen, town["choir"].id)
    assert list_not_relevant(session, maureen) == []


def test_there_is_no_conversation_with_nobody(session: Session) -> None:
    with pytest.raises(NotFound):
        get_conversation(session, "nobody")
