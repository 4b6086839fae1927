"""What is noted of a question without an answer: enough to see what is missing, too little to see who asked."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from directory.catalogue import Catalogue
from directory.kinds import Access, Precision
from directory.models import SearchMiss
from directory.place import Place
from directory.search.find import find_assets
from directory.search.misses import (
    WEEKS_KEPT,
    WEEKS_SHOWN,
    Kind,
    Miss,
    Missed,
    forget_misses,
    list_missed,
    miss_of,
    note_miss,
)
from directory.search.port import SearchIndex
from directory.search.query import Query, Results
from tests.directory.search.town import WALTON

SATURDAY, MONDAY = date(2026, 11, 28), date(2026, 11, 23)
SEFTON = Place(53.45, -2.99, "Bootle", Precision.PLACE, "Sefton")


@pytest.fixture
def ask(catalogue: Catalogue, harbourside: dict[str, str]) -> Callable[..., Results]:
    def asking(words: str = "", **limits: object) -> Results:
        with catalogue.reading() as session:
            return find_assets(session, catalogue.index, Query(words).but(**limits))

    return asking


def missed(results: Results) -> Miss:
    found = miss_of(results)
    assert found
    return found


def rows(session: Session) -> list[tuple[Any, ...]]:
    every = session.exec(select(SearchMiss).order_by(SearchMiss.kind, SearchMiss.value, SearchMiss.week))
    return [(row.week, row.kind, row.value, row.area, row.times) for row in every]


def test_what_has_an_answer_is_not_noted(ask: Callable[..., Results]) -> None:
    assert miss_of(ask("choir")) is None
    assert miss_of(ask("choir lido")) is None
    assert miss_of(ask("lido", offset=20)) is None, "with its first page it was noted already"


def test_the_limit_that_was_let_go_is_named(ask: Callable[..., Results]) -> None:
    assert missed(ask("shed", near=WALTON, within_miles=1)).limits == ("distance",)
    assert missed(ask("choir", days=("SU",))).limits == ("day",)
    assert missed(ask(access=(Access.CHANGING_PLACES,))).limits == ("access",)
    several = missed(ask("choir", needs=("MON4",), days=("SU",), free=True, near=WALTON, within_miles=1))
    assert several.limits == ("distance", "day", "price", "need")


def test_needs_that_were_chosen_or_meant_are_noted_with_the_area(ask: Callable[..., Results]) -> None:
    assert missed(ask("skint and lonely", needs=("MON4",), near=SEFTON, days=("SU",))) == Miss(
        ("MON4", "MON", "CON"), (), ("day", "need"), "Sefton"
    )


@pytest.mark.parametrize(
    ("place", "area"),
    [
        (None, ""),
        (SEFTON, "Sefton"),
        (Place(53.4, -2.9, "L4 3TH", Precision.POSTCODE, None, "L4 3TH"), "L4"),
        (Place(53.4, -2.9, "near L4 3", Precision.SECTOR), "L4"),
        (Place(53.4, -2.9, "CH43", Precision.DISTRICT), "CH43"),
        (Place(53.4, -2.9, "Nowhere", Precision.PLACE), ""),
    ],
)
def test_the_area_is_no_smaller_than_a_district(ask: Callable[..., Results], place: Place | None, area: str) -> None:
    assert missed(ask("qqzz", near=place)).area == area


def test_only_words_that_tell_something_and_nobody_are_noted(
    ask: Callable[..., Results], catalogue: Catalogue, session: Session
) -> None:
    words = "lido skint my 0151 496 0001 wife ann.smith@example.org www.qqq.example L4 x1zz quidditch"
    found = missed(ask(words, near=SEFTON, days=("SU",), needs=("MON4",)))
    assert found.words == ("lido", "quidditch")
    assert missed(ask(" ".join(f"qq{letter * 3}" for letter in "abcdefghijk"))).words[8:] == ()
    assert missed(ask("q" * 31)).words == ()


def test_words_that_something_has_are_not_noted(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    with catalogue.writing() as session:
        note_miss(session, catalogue.index, Miss((), ("choir", "quidditch", "bailifs"), (), "Sefton"), SATURDAY)
        assert rows(session) == [(MONDAY, "word", "quidditch", "", 1)], "nor what is like them, nor where"


def test_they_are_counted_by_the_week(session: Session, empty_index: SearchIndex) -> None:
    for days in (0, 1, 2):
        note_miss(session, empty_index, Miss(("BOD1",), ("lido",), ("day",), "Sefton"), SATURDAY + timedelta(days))
    assert rows(session) == [
        (MONDAY, "limit", "day", "", 2),
        (MONDAY + timedelta(7), "limit", "day", "", 1),
        (MONDAY, "need", "BOD1", "Sefton", 2),
        (MONDAY + timedelta(7), "need", "BOD1", "Sefton", 1),
        (MONDAY, "word", "lido", "", 2),
        (MONDAY + timedelta(7), "word", "lido", "", 1),
    ]


def test_what_was_missed_seldom_or_long_ago_is_hidden(session: Session, empty_index: SearchIndex) -> None:
    def miss(word: str, *, weeks_ago: int = 0, area: str = "") -> None:
        note_miss(session, empty_index, Miss(("BOD1",), (word,), (), area), SATURDAY - timedelta(weeks=weeks_ago))

    for weeks_ago in (0, 5, WEEKS_SHOWN - 1):
        miss("lido", weeks_ago=weeks_ago, area="Sefton")
    for weeks_ago in (0, 0, WEEKS_SHOWN):
        miss("quidditch", weeks_ago=weeks_ago)
    assert list_missed(session, SATURDAY) == [
        Missed(Kind.NEED, "BOD1", "Sefton", 3),
        Missed(Kind.WORD, "lido", "", 3),
    ]


def test_a_week_has_an_end(session: Session, empty_index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("directory.search.misses.MOST_A_WEEK", 2)
    for word in ("lido", "quidditch", "hurling", "lido"):
        note_miss(session, empty_index, Miss((), (word,), (), ""), SATURDAY)
    assert [(value, times) for _, _, value, _, times in rows(session)] == [("lido", 2), ("quidditch", 1)]


def test_a_year_is_kept(session: Session, empty_index: SearchIndex) -> None:
    for weeks_ago in (0, WEEKS_KEPT, WEEKS_KEPT + 1):
        note_miss(session, empty_index, Miss(("BOD1",), (), (), ""), SATURDAY - timedelta(weeks=weeks_ago))
    assert forget_misses(session, SATURDAY) == 1
    assert sorted(week for week, *_ in rows(session)) == [MONDAY - timedelta(weeks=WEEKS_KEPT), MONDAY]
    assert forget_misses(session, SATURDAY) == 0
