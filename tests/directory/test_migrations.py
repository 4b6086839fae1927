"""A catalogue of an older version, brought to this one and back: nothing that was imported is lost."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection, text

from directory.database import Database
from tests.servers import PostgresServer
from web.catalogue import BRANCHES

AT = "2026-11-02 09:00:00"
RUNS = {"first": ("council", "OGL 3.0"), "second": ("council", "OGL 3.0"), "map": ("osm", "ODbL 1.0, © OpenStreetMap")}
SERVICES = {
    "choir": "Walton Waterfront Choir",
    "shed": "Bootle Men's Shed",
    "hall": "Walton Mission Hall",
    "hand": "By hand",
}
RECORDS = (("choir", "council", "first"), ("shed", "council", "second"), ("hall", "osm", "map"))
"""Service, source, and the run that wrote the record last."""
HISTORY = (
    ("choir", 1, "first", None),
    ("shed", 1, "first", None),
    ("shed", 2, "second", "{}"),
    ("hand", 1, None, None),
)
"""Service, number, run, and what it was before. The hall has none."""


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database of the version before sources had precedence, with what two sources brought."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'old.sqlite'}", BRANCHES)
    else:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        database = Database(server.create_database(f"old{os.urandom(6).hex()}"), BRANCHES)
    migrate(database, "directory_0002")
    with database.engine.connect() as connection, connection.begin():
        fill(connection)
    yield database
    database.dispose()


def migrate(database: Database, revision: str, *, down: bool = False) -> None:
    config = database.alembic_config()
    with database.altering() as connection:
        config.attributes["connection"] = connection
        (command.downgrade if down else command.upgrade)(config, revision)


def fill(connection: Connection) -> None:
    for run, (source, licence) in RUNS.items():
        values = {"id": run, "source": source, "licence": licence, "at": AT}
        connection.execute(
            text(
                "INSERT INTO import_run (id, source, format, origin, licence, status, started_at, counts, rejects) "
                "VALUES (:id, :source, 'csv', 'f.csv', :licence, 'done', :at, '{}', '[]')"
            ),
            values,
        )
    for service, name in SERVICES.items():
        connection.execute(
            text(
                "INSERT INTO service (id, name, status, last_modified, categories, attending, audiences, version) "
                "VALUES (:id, :name, 'active', :at, '[]', '[]', '[]', 1)"
            ),
            {"id": service, "name": name, "at": AT},
        )
    for service, source, run in RECORDS:
        connection.execute(
            text(
                "INSERT INTO source_record (id, source, source_id, service_id, run_id, fingerprint, listing, "
                "retrieved_at, raw) VALUES (:id, :source, :id, :service, :run, 'print', :listing, :at, '{}')"
            ),
            {
                "id": f"record-{service}",
                "source": source,
                "service": service,
                "run": run,
                "listing": f'{{"name": "{SERVICES[service]}"}}',
                "at": AT,
            },
        )
    for service, sequence, revision_run, before in HISTORY:
        connection.execute(
            text(
                "INSERT INTO revision (id, service_id, sequence, at, actor, run_id, before, after) "
                "VALUES (:id, :service, :sequence, :at, 'council', :run, :before, '{}')"
            ),
            {
                "id": f"{service}-{sequence}",
                "service": service,
                "sequence": sequence,
                "run": revision_run,
                "before": before,
                "at": AT,
            },
        )


def table(database: Database, sentence: str) -> list[tuple[Any, ...]]:
    with database.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sentence))]


def test_records_know_the_run_that_added_them_and_sources_their_licence(old: Database) -> None:
    migrate(old, "directory_0003")
    records = "SELECT service_id, own_id, run_id, added_run_id, withdrawn, missing_since FROM source_record ORDER BY id"
    assert table(old, records) == [
        ("choir", "choir", "first", "first", False, None),
        # Without a history the run that wrote it last has to do.
        ("hall", "hall", "map", "map", False, None),
        ("shed", "shed", "second", "first", False, None),
    ]
    assert table(old, "SELECT name, licence, precedence, separable FROM record_source ORDER BY name") == [
        ("council", "OGL 3.0", 60, False),
        # Its words must stay apart from the first day on.
        ("osm", "ODbL 1.0, © OpenStreetMap", 60, True),
    ]
    assert not any(dry_run for (dry_run,) in table(old, "SELECT dry_run FROM import_run"))


def test_nothing_is_lost_on_the_way_up_and_down_and_up(old: Database) -> None:
    kept = (
        "SELECT id, name, status, version FROM service ORDER BY id",
        "SELECT id, source, licence, status FROM import_run ORDER BY id",
        "SELECT id, source, source_id, service_id, run_id, fingerprint FROM source_record ORDER BY id",
        "SELECT id, service_id, sequence, run_id FROM revision ORDER BY id",
    )
    before = [table(old, sentence) for sentence in kept]
    old.migrate()
    assert [table(old, sentence) for sentence in kept] == before
    migrate(old, "directory_0002", down=True)
    assert [table(old, sentence) for sentence in kept] == before
    old.migrate()
    assert old.is_migrated()
    if old.engine.dialect.name == "sqlite":
        assert table(old, "PRAGMA foreign_keys") == [(1,)]
    assert [table(old, sentence) for sentence in kept] == before
