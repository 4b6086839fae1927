"""Databases: migrated once, committed whole or not at all, and refused in one sentence when they do not answer."""

from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlmodel import SQLModel

import casework.models
import web.accounts.models  # noqa: F401  (its tables are compared below)
from directory.assets import add_asset, count_assets
from directory.database import Database
from directory.errors import Unavailable
from tests.harbourside import LISTINGS

assert casework.models


def test_migrations_make_the_tables_that_the_models_describe(database: Database) -> None:
    found = inspect(database.engine)
    assert database.is_migrated()
    for table in SQLModel.metadata.sorted_tables:
        columns = {column["name"]: column["nullable"] for column in found.get_columns(table.name)}
        assert columns == {column.name: bool(column.nullable) for column in table.columns}, table.name
        kept = {index["name"] for index in found.get_indexes(table.name)}
        assert {index.name for index in table.indexes} <= kept, table.name


def test_migrating_again_does_nothing(database: Database) -> None:
    database.migrate()
    assert database.is_migrated()


def test_what_fails_half_way_leaves_nothing(database: Database) -> None:
    def add_and_fail() -> None:
        with database.writing() as session:
            add_asset(session, LISTINGS["gym"], actor="tests")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_and_fail()
    with database.reading() as session:
        assert count_assets(session) == 0


def test_a_look_keeps_nothing(database: Database) -> None:
    with database.reading() as session:
        add_asset(session, LISTINGS["gym"], actor="tests")
    with database.reading() as session:
        assert count_assets(session) == 0


def test_a_server_that_is_not_there_is_said_plainly_and_without_its_password() -> None:
    database = Database("postgresql+psycopg://waymark:secret@127.0.0.1:1/waymark?connect_timeout=2")
    with pytest.raises(Unavailable) as refusal:
        database.migrate()
    assert "does not answer" in refusal.value.message
    assert "secret" not in refusal.value.message


def test_sqlite_is_kept_in_a_folder_that_need_not_be_there(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'deep' / 'er' / 'waymark.sqlite'}")
    database.migrate()
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    database.dispose()
