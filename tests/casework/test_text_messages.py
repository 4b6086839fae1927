"""A step as a text message: two messages at most, in letters that every phone takes."""

from hypothesis import given
from hypothesis import strategies as st

from casework.text_messages import GSM, LONGEST, TWICE, gsm, length, text_message


def test_parts_become_sentences() -> None:
    assert text_message(["1. Choir", "Tuesdays, 7pm", "", "Ready?"]) == "1. Choir. Tuesdays, 7pm. Ready?"


def test_what_does_not_fit_is_left_out_and_what_is_short_still_comes() -> None:
    said = text_message(["1. Choir", "x" * 400, "Ring 0151 496 0002"])
    assert said == "1. Choir. Ring 0151 496 0002."


def test_letters_of_other_alphabets_have_a_likeness() -> None:
    assert gsm("Zoë’s café – “Łódź”\u00a0£2") == 'Zoe\'s café - "odz" £2'


def test_signs_of_the_second_table_count_twice() -> None:
    assert length("a€") == 3


def test_nothing_is_nothing() -> None:
    assert text_message(["", "  "]) == ""


@given(st.lists(st.text(max_size=400), max_size=8))
def test_every_message_fits_two(parts: list[str]) -> None:
    said = text_message(parts)
    assert length(said) <= LONGEST
    assert set(said) <= GSM | TWICE
