"""Who somebody is, and what follows from it."""

from directory.circumstances import IMPLIES, PEOPLE, widened
from directory.phrases import describe_people
from directory.understanding.audiences import AUDIENCES


def test_a_stroke_is_a_long_term_condition() -> None:
    assert widened(["stroke"]) == {"stroke", "long_term_condition", "disabled"}


def test_what_follows_is_followed_on() -> None:
    assert widened({"asylum_seeker"}) == {"asylum_seeker", "refugee", "migrant"}


def test_nothing_follows_backwards() -> None:
    assert widened({"parent", "carer"}) == {"parent", "carer"}
    assert widened(()) == frozenset()


def test_what_is_known_by_no_name_stays_as_it_is() -> None:
    assert widened({"beekeeper"}) == {"beekeeper"}
    assert describe_people("beekeeper") == "beekeepers"


def test_all_that_follows_and_all_that_is_read_has_a_name() -> None:
    named = set(PEOPLE)
    assert set(IMPLIES) <= named
    assert frozenset().union(*IMPLIES.values()) <= named
    assert set(AUDIENCES) <= named
