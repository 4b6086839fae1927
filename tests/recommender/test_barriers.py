"""What stands in somebody's way is heard apart from what she needs."""

import pytest

from directory.errors import NotFound
from recommender.barriers import get_barrier, list_barriers, names_to_barriers, read_barriers


@pytest.mark.parametrize(
    ("words", "barriers"),
    [
        ("too nervous to go on my own", {"confidence"}),
        ("no bus fare", {"travel", "cost"}),
        ("I only speak Polish", {"language"}),
        ("I've got no childcare and I work nights", {"caring", "work_hours"}),
        ("I'm in a wheelchair", {"venue_access"}),
        ("been let down before and don't know where to start", {"past_experience", "where_to_start"}),
        ("I'm not shy", set()),
        ("I'd like to paint", set()),
    ],
)
def test_barriers_are_read_from_her_words(words: str, barriers: set[str]) -> None:
    assert {reading.barrier_id for reading in read_barriers(words)} == barriers


def test_each_reading_quotes_her() -> None:
    assert read_barriers("Honestly, too nervous to go")[0].words == "too nervous to go"


def test_there_are_fourteen_with_names_and_words() -> None:
    assert len(list_barriers()) == 14
    assert all(barrier.name and barrier.words for barrier in list_barriers())
    assert get_barrier("cost").name == "What it costs"
    with pytest.raises(NotFound):
        get_barrier("nothing")


def test_plain_words_of_a_seeker_become_ids_and_unknown_ones_stay() -> None:
    assert names_to_barriers(["confidence", "no bus fare", "moonlight"]) == [
        "confidence",
        "cost",
        "travel",
        "moonlight",
    ]
