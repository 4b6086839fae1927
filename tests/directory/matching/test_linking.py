"""Whole files matched with each other and with themselves."""

import pytest

from bench.labelled.collection import KINDS
from bench.labelled.measuring import counted
from directory.matching.judgement import Decision
from directory.matching.linking import match
from directory.matching.record import MatchRecord

MEASURED = 4
"""A seed that was not taught."""


@pytest.mark.parametrize("kind", KINDS)
def test_invented_sets_are_matched_well(kind: str) -> None:
    found = KINDS[kind](MEASURED)
    score = counted(found, match(found.left, found.right))
    assert score.f1 > 0.9, score


def hall(id: str, name: str, **said: str) -> MatchRecord:
    return MatchRecord(id, name=name, postcode="L4 3TH", **said)


def test_the_better_partner_wins() -> None:
    left = [hall("a", "Walton Art Class"), hall("b", "Walton Art Class Advanced")]
    right = [hall("x", "Walton Art Class"), hall("y", "Walton Art Class (Advanced)")]
    same = {(pair.left_id, pair.right_id) for pair in match(left, right) if pair.decision == Decision.SAME}
    assert same == {("a", "x"), ("b", "y")}


def test_what_is_inside_a_place_is_not_the_place() -> None:
    left = [hall("a", "Walton Library", address="12 Quay Lane")]
    right = [hall("x", "Walton Library", address="Quay Lane"), hall("y", "Walton Library Cafe", address="12 Quay Lane")]
    same = {(pair.left_id, pair.right_id) for pair in match(left, right) if pair.decision == Decision.SAME}
    assert same == {("a", "x")}


def test_a_file_may_hold_a_thing_twice() -> None:
    left = [hall("a", "Lantern Choir", phone="0151 496 0101")]
    right = [hall("x", "Lantern Choir", phone="0151 496 0101"), hall("y", "The Lantern Choir", phone="01514960101")]
    assert [pair.decision for pair in match(left, right)] == [Decision.SAME, Decision.SAME]


def test_in_one_file_each_pair_stands_once_and_clusters_are_whole() -> None:
    records = [hall(str(number), name, phone="0151 496 0101") for number, name in enumerate(["Lantern Choir"] * 3)]
    pairs = match([*records, hall("other", "Dock Road Surgery")])
    assert {(pair.left_id, pair.right_id) for pair in pairs if pair.decision == Decision.SAME} == {
        ("0", "1"),
        ("0", "2"),
        ("1", "2"),
    }


def test_the_threshold_is_the_lowest_probability_that_is_same() -> None:
    found = KINDS["british map"](MEASURED)
    for threshold in (0.2, 0.9):
        pairs = match(found.left, found.right, threshold=threshold)
        assert all((pair.probability >= threshold) == (pair.decision == Decision.SAME) for pair in pairs)
        assert [pair.probability for pair in pairs] == sorted((pair.probability for pair in pairs), reverse=True)


@pytest.mark.parametrize(("left", "right"), [([], None), ([], []), ([hall("a", "Lantern Choir")], [])])
def test_nothing_matches_nothing(left: list[MatchRecord], right: list[MatchRecord] | None) -> None:
    assert match(left, right) == []


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    records = [hall(str(number), "Lantern Choir") for number in range(4)]
    match(records, progress=lambda done, total: told.append((done, total)))
    assert told == [(6, 6)]
