"""A database to be changed at will: what happens in it stays in it."""

import pytest
from sqlmodel import select

from directory.assets import add_asset, change_asset, count_assets, get_asset
from directory.database import Database
from directory.models import SearchChange
from tests.harbourside import LISTINGS

MAUREEN = "maureen@example.org"


def add(database: Database, key: str) -> str:
    with database.writing() as session:
        return add_asset(session, LISTINGS[key], actor=MAUREEN)


def add_and_fail(database: Database) -> None:
    with database.writing() as session:
        add_asset(session, LISTINGS["gym"], actor=MAUREEN)
        raise KeyboardInterrupt


def fail_inside(database: Database) -> None:
    with database.scratch() as scratch:
        add(scratch, "choir")
        raise KeyboardInterrupt


def count(database: Database) -> int:
    with database.reading() as session:
        return count_assets(session)


def test_what_is_there_is_seen_and_what_is_changed_is_not_kept(database: Database) -> None:
    choir = add(database, "choir")
    with database.scratch() as scratch:
        assert count(scratch) == 1
        add(scratch, "gym")
        with scratch.writing() as session:
            change_asset(session, choir, LISTINGS["debt"], actor=MAUREEN)
        # Several transactions one after another see each other's work.
        assert count(scratch) == 2
        with scratch.reading() as session:
            assert get_asset(session, choir).name == LISTINGS["debt"].name
    assert count(database) == 1
    with database.reading() as session:
        assert get_asset(session, choir).name == LISTINGS["choir"].name
        assert len(session.exec(select(SearchChange)).all()) == 1


def test_what_fails_inside_loses_only_its_own_transaction(database: Database) -> None:
    with database.scratch() as scratch:
        add(scratch, "choir")
        with pytest.raises(KeyboardInterrupt):
            add_and_fail(scratch)
        assert count(scratch) == 1
    assert count(database) == 0


def test_a_part_of_a_transaction_can_be_given_up_inside(database: Database) -> None:
    with database.scratch() as scratch, scratch.writing() as session:
        add_asset(session, LISTINGS["choir"], actor=MAUREEN)
        given_up = session.begin_nested()
        add_asset(session, LISTINGS["gym"], actor=MAUREEN)
        given_up.rollback()
        assert count_assets(session) == 1


def test_nothing_is_kept_of_a_scratch_that_fails(database: Database) -> None:
    with pytest.raises(KeyboardInterrupt):
        fail_inside(database)
    assert count(database) == 0
    add(database, "gym")


def test_others_write_and_read_meanwhile(database: Database) -> None:
    with database.scratch() as scratch:
        add(scratch, "choir")
        add(database, "gym")
        assert count(database) == 1
        add(scratch, "debt")
    assert count(database) == 1
    with database.reading() as session:
        assert session.exec(select(SearchChange)).all()
