"""What changed since somebody looked: none of it is missed, and when too much did, that is said."""

import json
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from directory.assets import add_asset, assure_asset, change_asset, close_asset, remove_asset
from directory.changes_since import OVERLAP, Mark, list_changed, mark_of
from directory.clock import today
from directory.models import Revision
from tests.harbourside import LISTINGS

LATER = OVERLAP * 3
JOBS = "9d0c9a5e-2f4e-4c86-9a52-0f1b6a3d7c10"


def age(session: Session, by: timedelta = LATER) -> None:
    """All that has happened was so much longer ago."""
    for revision in session.exec(select(Revision)):
        revision.at -= by
    session.flush()


@pytest.fixture
def ids(session: Session) -> dict[str, str]:
    """The town as it has been for a while."""
    ids = {key: add_asset(session, LISTINGS[key], actor="tests") for key in ("debt", "choir", "food")}
    age(session)
    return ids


def test_before_the_first_nobody_knows(session: Session) -> None:
    nothing = mark_of(session)
    assert nothing == Mark(None, 0)
    assert list_changed(session, nothing, most=10) is None
    add_asset(session, LISTINGS["debt"], actor="tests")
    assert mark_of(session) != nothing
    assert list_changed(session, nothing, most=10) is None


def test_the_mark_stays_while_nothing_changes(session: Session, ids: dict[str, str]) -> None:
    mark = mark_of(session)
    assert mark.recent == len(ids)
    assert mark_of(session) == mark
    assert not change_asset(session, ids["choir"], LISTINGS["choir"], actor="tests")
    assert mark_of(session) == mark


def test_every_kind_of_change_moves_the_mark_and_is_named(session: Session, ids: dict[str, str]) -> None:
    renamed = LISTINGS["choir"].model_copy(update={"name": "Walton Evening Choir"})
    changes = {
        ids["choir"]: lambda: change_asset(session, ids["choir"], renamed, actor="tests"),
        ids["debt"]: lambda: assure_asset(session, ids["debt"], by="curator", actor="tests", on=today()),
        ids["food"]: lambda: close_asset(session, ids["food"], actor="tests"),
        JOBS: lambda: add_asset(session, LISTINGS["jobs"], actor="tests", asset_id=JOBS),
    }
    for changed, change in changes.items():
        age(session)
        before = mark_of(session)
        change()
        assert mark_of(session) != before
        assert changed in (list_changed(session, before, most=10) or [])


def test_what_was_taken_out_is_named_as_well(session: Session, ids: dict[str, str]) -> None:
    before = mark_of(session)
    remove_asset(session, ids["food"], actor="tests", reason="Undone")
    assert mark_of(session) != before
    assert ids["food"] in (list_changed(session, before, most=10) or [])


def test_what_did_not_change_for_long_is_not_named(session: Session, ids: dict[str, str]) -> None:
    add_asset(session, LISTINGS["jobs"], actor="tests", asset_id=JOBS)
    mark = mark_of(session)
    change_asset(session, JOBS, LISTINGS["gym"], actor="tests")
    assert list_changed(session, mark, most=10) == [JOBS]


def test_a_change_begun_before_the_newest_and_committed_after_it_is_not_missed(
    session: Session, ids: dict[str, str]
) -> None:
    add_asset(session, LISTINGS["jobs"], actor="tests", asset_id=JOBS)
    mark = mark_of(session)
    change_asset(session, ids["food"], LISTINGS["gym"], actor="a slow import")
    [slow] = session.exec(select(Revision).where(Revision.actor == "a slow import"))
    assert mark.newest
    slow.at = mark.newest - OVERLAP / 2
    session.flush()
    assert mark_of(session) != mark
    assert ids["food"] in (list_changed(session, mark, most=10) or [])


def test_more_than_most_are_not_listed(session: Session, ids: dict[str, str]) -> None:
    mark = mark_of(session)
    assert sorted(list_changed(session, mark, most=3) or []) == sorted(ids.values())
    assert list_changed(session, mark, most=2) is None


def test_an_asset_that_changed_twice_counts_once(session: Session, ids: dict[str, str]) -> None:
    add_asset(session, LISTINGS["jobs"], actor="tests", asset_id=JOBS)
    mark = mark_of(session)
    for key in ("gym", "women", "sheds"):
        change_asset(session, JOBS, LISTINGS[key], actor="tests")
    assert list_changed(session, mark, most=1) == [JOBS]


def test_a_mark_is_read_as_it_was_written(session: Session, ids: dict[str, str]) -> None:
    for mark in (mark_of(session), Mark(None, 0)):
        assert Mark.read(json.loads(json.dumps(mark.as_json()))) == mark
    for damaged in ({}, {"newest": "yesterday", "recent": 1}, {"newest": None, "recent": None}):
        with pytest.raises((KeyError, TypeError, ValueError)):
            Mark.read(damaged)
