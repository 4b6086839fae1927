"""What was chosen of the pathway stays with the plan in the making, and no longer."""

import pytest
from sqlmodel import Session

from casework.conversations import get_conversation
from casework.issuing import issue
from casework.models import Prescription
from casework.pathway_choices import PathwayChoices, change_choices, choices_of
from casework.steps import add_step
from directory.errors import Invalid


def test_it_is_kept_until_the_plan_is_issued(session: Session, maureen: str, plan: Prescription) -> None:
    change_choices(session, maureen, lambda chosen: chosen.keeping("a"))
    change_choices(session, maureen, lambda chosen: chosen.leaving_out("b"))
    session.expire_all()
    assert choices_of(get_conversation(session, maureen)) == PathwayChoices(pinned=("a",), left_out=("b",))
    add_step(session, plan, None, title="Ring my sister")
    issue(session, plan, note=None)
    assert choices_of(get_conversation(session, maureen)) == PathwayChoices()


def test_what_is_kept_is_not_left_out_and_the_other_way_round() -> None:
    chosen = PathwayChoices().leaving_out("a").keeping("a")
    assert (chosen.pinned, chosen.left_out) == (("a",), ())
    chosen = chosen.leaving_out("a")
    assert (chosen.pinned, chosen.left_out) == ((), ("a",))
    assert chosen.bringing_back("a") == PathwayChoices()


def test_a_fall_back_takes_the_place() -> None:
    chosen = PathwayChoices(pinned=("a",), order=("a", "b", "c")).swapping("b", "d")
    assert chosen == PathwayChoices(pinned=("a", "d"), left_out=("b",), order=("a", "d", "c"))


def test_steps_are_put_in_order_and_what_comes_later_is_last() -> None:
    chosen = PathwayChoices().moving("c", -1, ["a", "b", "c"]).moving("c", -1, ["a", "c", "b"])
    assert chosen.order == ("c", "a", "b")
    assert chosen.moving("c", -1, chosen.order).order == ("c", "a", "b"), "at the end it stays"
    assert chosen.moving("gone", 1, chosen.order).order == ("c", "a", "b")
    assert chosen.in_order(["a", "x", "b", "c"], str) == ["c", "a", "b", "x"]


def test_no_more_is_kept_than_a_plan_has_room_for() -> None:
    full = PathwayChoices(pinned=("a", "b", "c", "d"))
    with pytest.raises(Invalid, match="at most 4 steps"):
        full.keeping("e")
    assert full.of_those(["a", "b", "c"]).keeping("e").pinned == ("a", "b", "c", "e")
    assert full.keeping("a").pinned == ("b", "c", "d", "a")
