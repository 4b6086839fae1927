"""What she says of herself becomes the facts and limits that hard rules ask for, and nothing is guessed."""

import time
from datetime import time as clock

import pytest

from directory.circumstances import PEOPLE
from directory.kinds import Access, Gender
from recommender.told import read_told
from recommender.told.tables import rows, spelt_out
from tests.recommender.told_sheet import Sentence, as_members, facts, score, sentences


@pytest.mark.parametrize("sentence", sentences(), ids=lambda sentence: sentence.words)
def test_nothing_is_heard_that_was_not_said(sentence: Sentence) -> None:
    """Each sentence of the sheet, to the last fact: a wrong one bars somebody from where she would be welcome."""
    assert set(facts(as_members(read_told(sentence.words)))) <= set(facts(sentence.told))


@pytest.mark.parametrize("sheet", sorted({sentence.sheet for sentence in sentences()}))
def test_what_was_said_is_heard(sheet: str) -> None:
    counted = score(sentences(sheet))
    assert counted.recall() >= 0.95, counted.missed
    assert counted.precision() >= 0.97, counted.invented


def test_the_sheet_is_broad_enough_to_measure() -> None:
    kinds = {kind for sentence in sentences() for kind in sentence.told}
    assert len(sentences()) >= 150
    assert sum(not sentence.told for sentence in sentences()) >= 30
    assert len(kinds) == 14


def test_one_breath_holds_many_facts() -> None:
    told = read_told(
        "I'm 34, single mum of two, 3 and 7. I can only do school hours, I've no bus fare so it has to be walking "
        "distance, nothing churchy and a fiver at most."
    )
    assert told.age == (34, 34)
    assert told.gender is Gender.WOMEN
    assert told.circumstances == {"parent", "single_parent"}
    assert told.children_ages == (3, 7)
    assert told.free_times[0] == ("MO", clock(9), clock(15))
    assert (told.travel, told.max_miles, told.max_cost, told.avoid) == ("walk", 1, 5, ("church",))


def test_each_fact_comes_with_her_very_words() -> None:
    told = read_told("Honestly I'm in a wheelchair and I can't pay for anything")
    chips = {(heard.fact, heard.value): (heard.plain, heard.words) for heard in told.said}
    assert chips["access_needs", "wheelchair"] == ("Room for wheelchairs", "in a wheelchair")
    assert chips["max_cost", "0"] == ("Only what is free", "can't pay for anything")


def test_who_is_spoken_of_keeps_the_facts_apart() -> None:
    hers = read_told("I'm 45 and deaf. My mum is 82 and she's in a wheelchair.")
    assert (hers.age, hers.circumstances, hers.access_needs) == ((45, 45), {"deaf"}, ())
    mothers = read_told("Looking for something for my mum. She's 82 and in a wheelchair.")
    assert (mothers.about, mothers.age, mothers.access_needs) == ("my mum", (82, 82), (Access.WHEELCHAIR,))
    assert mothers.gender is Gender.WOMEN


@pytest.mark.parametrize("words", ["", "   ", "?!", "😅", "\x00", "£", "17", "my", "not", "our", "a 20", "no " * 50])
def test_any_text_is_borne(words: str) -> None:
    assert read_told(words).about == "herself"


def test_every_circumstance_of_the_list_can_be_told_and_no_other() -> None:
    told = {row.id for row in rows("circumstances") if row.whose != "trap"}
    assert told <= PEOPLE.keys()
    # A course for those who work with people is no place for a person to be sent to.
    assert PEOPLE.keys() - told == {"professional"}


def test_access_phrases_name_what_places_can_answer() -> None:
    assert {row.id for row in rows("access")} <= set(Access)


def test_choices_in_brackets_are_spelt_out() -> None:
    assert list(spelt_out("(lost|buried) my (old |)cat")) == [
        "lost my old cat",
        "lost my cat",
        "buried my old cat",
        "buried my cat",
    ]


def test_it_is_quick_enough_to_follow_typing() -> None:
    """Two milliseconds for forty words on a quiet machine; a busy one may take thrice as long."""
    words = "I'm 62 and I look after my husband, he's got dementia, I can only do Tuesday mornings when my sister sits "
    words += "with him, my knees are bad so no stairs please, nothing churchy and I don't do computers"
    read_told(words)
    begun = time.process_time()
    for _ in range(20):
        read_told(words)
    assert (time.process_time() - begun) / 20 < 0.006
    begun = time.process_time()
    read_told(" ".join([words] * 300))
    assert time.process_time() - begun < 0.3
