"""One thing written in several ways: as one word or two, here or in America, or as a curator says it."""

from dataclasses import replace

import pytest

from directory.search.american import british
from directory.search.port import SearchIndex
from directory.search.query import Hits, Meaning, Query
from directory.search.words import stem
from tests.directory.search.town import BLANK, CHOIR, GARDEN

FOODBANK = replace(BLANK, id="one-word", name="Bootle Foodbank")
FOOD_BANK = replace(BLANK, id="two-words", name="Walton Food Bank")
FOOD_AND_BANKS = replace(BLANK, id="apart", name="Food hygiene for banks")
POOL = replace(BLANK, id="pool", name="Quayside Swimming Pool")
LIDO = replace(BLANK, id="lido", name="Walton Lido")


@pytest.fixture
def index(empty_index: SearchIndex) -> SearchIndex:
    empty_index.replace([FOODBANK, FOOD_BANK, FOOD_AND_BANKS, POOL, LIDO, CHOIR, GARDEN])
    return empty_index


def ids(hits: Hits) -> list[str]:
    return [hit.asset_id for hit in hits.hits]


@pytest.mark.parametrize("words", ["foodbank", "food bank", "FoodBanks"])
def test_one_word_or_two_find_the_same(index: SearchIndex, words: str) -> None:
    assert set(ids(index.search(Query(words)))[:2]) == {"one-word", "two-words"}


def test_two_words_that_stand_apart_are_no_compound(index: SearchIndex) -> None:
    assert "apart" not in ids(index.search(Query("foodbank")))


def test_a_place_beside_it_still_counts(index: SearchIndex) -> None:
    assert ids(index.search(Query("food bank bootle")))[0] == "one-word"
    assert ids(index.search(Query("foodbank walton")))[0] == "two-words"


def test_a_meaning_is_found_in_either_writing(index: SearchIndex) -> None:
    assert set(ids(index.search(Query("food bank", meant=(Meaning("food bank", ("MON2",)),))))[:2]) == {
        "one-word",
        "two-words",
    }


def test_another_wording_is_as_good(index: SearchIndex) -> None:
    alike = (Meaning("lido", (), ("swimming pool",)),)
    assert ids(index.search(Query("lido"))) == ["lido"]
    hits = index.search(Query("lido", meant=alike))
    assert set(ids(hits)) == {"lido", "pool"}
    assert hits.corrected is None
    found = {hit.asset_id: hit.matched for hit in hits.hits}
    assert found == {"lido": ("lido",), "pool": ("swimming pool",)}
    assert ids(index.search(Query("lido quayside", meant=alike)))[0] == "pool"
    index.remove(["lido", "pool"])
    assert ids(index.search(Query("lido", meant=alike))) == []


@pytest.mark.parametrize(
    ("american", "word"),
    [
        ("color", "colour"),
        ("organizing", "organising"),
        ("program", "programme"),
        ("center", "centre"),
        ("counseling", "counselling"),
        ("neighborhood", "neighbourhood"),
        ("analyze", "analyse"),
        ("mom", "mum"),
    ],
)
def test_american_spellings_have_the_same_stem(american: str, word: str) -> None:
    assert british(american) == word
    assert stem(american) == stem(word)


@pytest.mark.parametrize("word", ["size", "prize", "seized", "catalogue", "colorado", "pizza", "resized", "laboratory"])
def test_words_that_only_look_american_stay(word: str) -> None:
    assert british(word) == word
