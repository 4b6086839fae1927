"""Needs from categories, names and descriptions, and none where nothing says so."""

import pytest

from importers.needs_of import FLOOR, NeedReader
from recommender.needs import vocabulary
from web.vocabulary import needs_as_terms


@pytest.fixture(scope="module")
def reader() -> NeedReader:
    return NeedReader(list(needs_as_terms(vocabulary())))


@pytest.mark.parametrize(
    ("categories", "name", "description", "expected"),
    [
        (["MON1"], "Anything", "", ["MON1"]),
        (["Debt and letters I'm scared to open"], "Anything", "", ["MON1"]),
        (["debt advice"], "Quayside", "", ["MON1"]),
        (["Food banks"], "Walton Mission", "", ["FOO1"]),
        ([], "Bootle Men's Shed", "", ["CON3", "JOY1"]),
        ([], "Walton Choir", "We sing in a community choir, no auditions.", ["JOY1"]),
        ([], "Harbour House", "Help when you face eviction or have rent arrears.", ["HOU2"]),
    ],
)
def test_the_need_is_found(
    reader: NeedReader, categories: list[str], name: str, description: str, expected: list[str]
) -> None:
    assert [need.id for need in reader.read(categories, name, description)] == expected


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("The Wayside", "Come in, ask at the desk."),
        ("Thursday Group", "A large hall. Bring a coat, the heating is old, and a bus stops outside."),
        ("Harbourside", ""),
    ],
)
def test_one_vague_word_is_no_need(reader: NeedReader, name: str, description: str) -> None:
    assert reader.read([], name, description) == ()


def test_a_need_wins_over_its_domain(reader: NeedReader) -> None:
    assert [need.id for need in reader.read(["housing", "eviction"], "Desk", "")] == ["HOU2"]
    assert [need.id for need in reader.read(["housing"], "Desk", "")] == ["HOU"]


def test_only_a_person_who_names_a_need_is_believed_wholly(reader: NeedReader) -> None:
    (said,) = reader.read(["MON1"], "Desk", "")
    (read,) = reader.read([], "Debt advice", "")
    assert said.confidence == 1
    assert FLOOR <= read.confidence < 1


def test_the_place_where_it_meets_is_not_what_it_is(reader: NeedReader) -> None:
    assert "JOY2" not in [need.id for need in reader.read(["chair exercise"], "Gentle moves at Bootle Library", "")]


def test_an_empty_vocabulary_reads_nothing() -> None:
    assert NeedReader([]).read(["debt"], "Debt advice", "Debt") == ()
