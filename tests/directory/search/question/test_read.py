"""What a question says besides what it is about, and what only looks as if it did."""

from datetime import date

import pytest

from directory.geography import Gazetteer
from directory.kinds import Access, Attending, Gender
from directory.place import Place
from directory.search.query import Query
from directory.search.question.read import asked_by, read_question
from directory.search.question.said import Understood

SATURDAY = date(2026, 11, 28)
WORKING_WEEK = ("MO", "TU", "WE", "TH", "FR")


def read(question: str) -> Understood:
    return read_question(question, find_place=Gazetteer().find_place, today=SATURDAY)


def asked(question: str) -> Query:
    return asked_by(read(question), Query(question))


def place(understood: Understood) -> str | None:
    return understood.place.label if understood.place else None


@pytest.mark.parametrize(
    ("question", "label", "words"),
    [
        ("choir near L4", "L4", "choir"),
        ("food bank near l4 3th", "L4 3TH", "food bank"),
        ("L20 3EF debt advice", "L20 3EF", "debt advice"),
        ("warm space in Bootle", "Bootle", "warm space"),
        ("gym in bootel", "Bootle", "gym"),
        ("crosby library", "Crosby", "library"),
        ("choir St Helens", "St Helens", "choir"),
        ("walking group aintree sunday", "Aintree", "walking group"),
        ("toddlers around Norris Green please", "Norris Green", "toddlers please"),
    ],
)
def test_a_place_is_where_to_look_from(question: str, label: str, words: str) -> None:
    understood = read(question)
    assert place(understood) == label
    assert understood.words == words


@pytest.mark.parametrize(
    "question",
    ["group in crisis", "i am in debt", "in work but skint", "help at home", "by myself", "from prison", "in person"],
)
def test_not_every_in_is_a_place(question: str) -> None:
    assert place(read(question)) is None


def test_a_place_that_was_given_is_not_asked_again() -> None:
    assert read_question("choir in Bootle", find_place=None, today=SATURDAY).words == "choir in Bootle"


def test_near_me_says_no_place_and_is_no_word() -> None:
    assert read("food bank near me").words == "food bank"


@pytest.mark.parametrize(
    ("question", "days", "parts"),
    [
        ("esol tuesday evening", ("TU",), ("evening",)),
        ("yoga on Weds and Fri mornings", ("WE", "FR"), ("morning",)),
        ("something this weekend", ("SA", "SU"), ()),
        ("gym mon-fri", WORKING_WEEK, ()),
        ("art weekdays", WORKING_WEEK, ()),
        ("open today", ("SA",), ()),
        ("meeting tonight", ("SA",), ("evening",)),
        ("football tomorrow afternoon", ("SU",), ("afternoon",)),
        ("craft in the morning", (), ("morning",)),
        ("choir evenings", (), ("evening",)),
        ("lunch on sun", ("SU",), ()),
        ("sun safety", (), ()),
        ("sat nav lessons", (), ()),
        ("morning sickness", (), ()),
        ("nightline", (), ()),
    ],
)
def test_days_and_times_of_day(question: str, days: tuple[str, ...], parts: tuple[str, ...]) -> None:
    assert (asked(question).days, asked(question).times_of_day) == (days, parts)


@pytest.mark.parametrize(
    ("question", "free"),
    [
        ("free esol", True),
        ("yoga for free", True),
        ("cookery free of charge", True),
        ("free school meals", False),
        ("step free yoga", False),
        ("smoke-free home", False),
        ("gluten free cooking", False),
        ("freedom programme", False),
        ("free from abuse", False),
        ("free church", False),
    ],
)
def test_free_is_a_price_unless_it_is_free_of_something(question: str, free: bool) -> None:
    assert asked(question).free is free


@pytest.mark.parametrize(
    ("question", "age"),
    [
        ("over 50s swimming", 50),
        ("exercise 65+", 65),
        ("i am 17 and homeless", 17),
        ("football for a 14 year old", 14),
        ("under 5s playgroup", 4),
        ("within 5 miles", None),
        ("i'm 3 months pregnant", None),
        ("i am 20 weeks pregnant", None),
        ("im 200 pounds in debt", None),
    ],
)
def test_ages(question: str, age: float | None) -> None:
    assert asked(question).age == age


def test_whom_it_is_for() -> None:
    assert asked("women only gym").gender is Gender.WOMEN
    assert asked("choir, men only").gender is Gender.MEN
    assert asked("womens refuge").gender is None


def test_ways_of_taking_part() -> None:
    assert asked("online counselling").attending == (Attending.ONLINE,)
    assert asked("advice by phone").attending == (Attending.PHONE,)
    assert asked("help getting online").attending == ()
    assert asked("online banking lessons").attending == ()


def test_getting_in() -> None:
    assert asked("step-free café").access == (Access.STEP_FREE,)
    assert asked("wheelchair accessible gym").access == (Access.WHEELCHAIR,)
    assert asked("wheelchair basketball").access == ()
    assert asked("bsl lessons").access == ()


def test_what_stands_in_quotation_marks_is_taken_as_it_is() -> None:
    assert asked('"Free Tuesday Club" in Bootle').phrases == ("free tuesday club",)
    assert not asked('"Free Tuesday Club"').free
    assert asked('"unclosed tuesday').days == ("TU",)


@pytest.mark.parametrize(
    ("question", "without"),
    [
        ("choir not church", ("church",)),
        ("somewhere to eat but not a pub", ("pub",)),
        ("support group without church or prayer", ("church", "prayer")),
        ("i am not coping", ()),
        ("mum not eating", ()),
        ("flat with no heating", ()),
        ("not the gym", ()),
    ],
)
def test_not(question: str, without: tuple[str, ...]) -> None:
    assert asked(question).without == without


def test_several_things_at_once_and_each_can_be_taken_back() -> None:
    understood = read("esol tuesday evening free in Bootle")
    assert understood.words == "esol"
    assert [one.words for one in understood.said] == ["Tuesday evenings", "Free", "Near Bootle"]
    assert [understood.without(one) for one in understood.said] == [
        "esol free in Bootle",
        "esol tuesday evening in Bootle",
        "esol tuesday evening free",
    ]


def test_what_was_chosen_counts_more_than_what_was_read() -> None:
    chosen = Query("choir tuesday in Bootle over 50s", near=Place(53.4, -2.9, "home"), days=("TH",), age=30)
    query = asked_by(read(chosen.words), chosen)
    assert query.near == chosen.near
    assert query.days == ("TH", "TU")
    assert query.age == 30


def test_a_long_story_is_no_list_of_limits() -> None:
    story = "My mum lives in Bootle and every Tuesday she is on her own. " * 8
    assert read(story).said == ()


@pytest.mark.parametrize(
    "question", ["", " ", "“”", "İİİ free", "not", "near", "in", "free " * 2000, "a" * 399, "\x00 free"]
)
def test_whatever_is_typed_is_read(question: str) -> None:
    assert isinstance(read(question), Understood)
