"""Two listings compared in words."""

from datetime import time

from directory.differences import Difference, differences
from directory.kinds import Status
from directory.listing import NeedLink, Slot
from tests.harbourside import LISTINGS

CHOIR = LISTINGS["choir"]


def changed(**said: object) -> tuple[Difference, ...]:
    return differences(CHOIR, CHOIR.model_copy(update=said))


def test_the_same_differs_in_nothing() -> None:
    assert differences(CHOIR, CHOIR) == ()


def test_each_part_is_said_as_pages_say_it() -> None:
    (difference,) = changed(name="Walton Harbour Choir")
    assert (difference.part, difference.was, difference.now) == (
        "Name",
        "Walton Waterfront Choir",
        "Walton Harbour Choir",
    )


def test_a_part_that_came_or_went_was_nothing() -> None:
    assert [(one.part, one.was) for one in changed(alert="No choir on 5 May")] == [("Notice", "nothing")]
    assert [(one.part, one.now) for one in changed(phones=())] == [("Phone", "nothing")]


def test_times_are_said_in_words() -> None:
    (difference,) = changed(times=(Slot(days=("WE",), opens_at=time(19), closes_at=time(21)),))
    assert difference.part == "When"
    assert "Wednesday" in difference.now


def test_words_that_nobody_understood_differ_once() -> None:
    bare = CHOIR.model_copy(update={"costs": (), "cost_text": "a little"})
    assert [one.part for one in differences(bare, bare.model_copy(update={"cost_text": "a lot"}))] == ["Cost"]


def test_status_and_needs_are_told() -> None:
    parts = [one.part for one in changed(status=Status.PAUSED, needs=(NeedLink(id="JOY1"),))]
    assert parts == ["Listed", "Needs it helps with"]
