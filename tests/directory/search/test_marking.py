"""The words of a question, found again in what is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.search.marking import Marks, Piece

GREETING = "Welcome to Harbourside. We have been here since 1932 and like it very much. "


def marked(text: str, *words: str) -> list[str]:
    return [piece.text for piece in Marks(words, text).pieces(text) if piece.marked]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Gardening for all in our gardens", ["garden"], ["Gardening", "gardens"]),
        ("Men’s café, MEN'S CAFE", ["mens cafe"], ["Men’s", "café", "MEN'S", "CAFE"]),
        ("cafe\u0301 society", ["café"], ["cafe\u0301"]),
        ("Help for the week", ["the"], []),
        ("Help with debt", ["help", "debt"], ["debt"]),
        ("Help at home", ["help"], ["Help"]),
        ("Woodwork and wood", ["woodw"], ["Woodwork"]),
        ("The art of arthritis", ["art"], ["art"]),
        ("snake_case and <b>garden</b>", ["garden"], ["garden"]),
        ("Tea", [], []),
        ("", ["tea"], []),
    ],
)
def test_words_are_marked_by_their_stems(text: str, words: list[str], found: list[str]) -> None:
    assert marked(text, *words) == found


@given(st.text(), st.lists(st.text(max_size=10), max_size=4))
def test_nothing_is_lost_and_nothing_added(text: str, words: list[str]) -> None:
    assert "".join(piece.text for piece in Marks(words, text).pieces(text)) == text


@given(st.text(), st.lists(st.text(max_size=10), max_size=4), st.integers(60, 200))
def test_a_piece_is_as_long_as_it_may_be(text: str, words: list[str], limit: int) -> None:
    assert len(Marks(words, text).piece_of(text, limit)) <= limit + 2


def test_a_piece_begins_with_the_sentence_in_which_the_words_stand() -> None:
    text = GREETING * 4 + "Our choir sings on Tuesdays. " + GREETING * 4
    piece = Marks(["choir"], text).piece_of(text, 160)
    assert piece.startswith("Our choir sings on Tuesdays. Welcome")
    assert len(piece) <= 161


def test_in_a_long_sentence_it_begins_with_a_whole_word() -> None:
    text = "Somebody who " * 20 + "sings in a choir and " + "likes tea " * 30
    piece = Marks(["choir"], text).piece_of(text, 160)
    assert piece.startswith("…")
    assert piece.endswith("…")
    assert set(piece.strip("…").split()) <= set(text.split())
    assert "choir" in piece


def test_it_is_where_most_of_the_words_are() -> None:
    text = "Tea. " + GREETING * 5 + "Tea and a choir."
    assert Marks(["tea", "choir"], text).piece_of(text, 60) == "Tea and a choir."


def test_at_the_end_of_a_text_it_takes_what_stands_before() -> None:
    text = GREETING * 5 + "Tea and a choir."
    piece = Marks(["choir"], text).piece_of(text, 80)
    assert piece == "We have been here since 1932 and like it very much. Tea and a choir."
    assert Marks(["choir"], text).piece_of("Welcome. A choir.", 100) == "Welcome. A choir."


def test_where_no_word_stands_there_is_no_piece() -> None:
    assert Marks(["choir"], "Tea").piece_of("Tea", 100) == ""
    assert Marks([], "Tea").piece_of("Tea", 100) == ""
    assert list(Marks([]).pieces("Tea")) == [Piece("Tea", marked=False)]
