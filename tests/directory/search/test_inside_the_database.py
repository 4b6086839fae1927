"""The index that is kept inside the catalogue's own PostgreSQL: it follows commits, and processes share it."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from directory.assets import add_asset, close_asset, list_assets
from directory.catalogue import Catalogue
from directory.errors import Invalid, Unavailable
from directory.listing import Listing
from directory.search import intake
from directory.search.document import Document, Packed, document_of
from directory.search.engines import open_index
from directory.search.find import find_assets
from directory.search.indexing import check, rebuild
from directory.search.postgres import engine
from directory.search.query import Query
from directory.taxonomies import terms_version
from tests.directory.search.conftest import empty
from tests.directory.search.test_indexing import found, in_another_process
from tests.directory.search.town import CHOIR, TOWN
from tests.harbourside import LISTINGS
from tests.servers import PostgresServer
from web.catalogue import BRANCHES
from web.settings import WebSettings

pytestmark = pytest.mark.postgresql


@pytest.fixture
def inside(postgres_server: PostgresServer, empty_postgresql: str, tmp_path: Path) -> Iterator[Catalogue]:
    """A catalogue of three assets in PostgreSQL, which is searched there."""
    url = postgres_server.create_database(f"inside_{os.urandom(6).hex()}", template=empty_postgresql)
    catalogue = Catalogue(WebSettings(data_dir=tmp_path, database_url=url, search_url="postgresql"), BRANCHES)
    with catalogue.writing() as session:
        for key in ("choir", "gym", "debt"):
            add_asset(session, LISTINGS[key], actor="tests")
    yield catalogue
    catalogue.close()


def add_ukulele(catalogue: Catalogue) -> str:
    with catalogue.writing() as session:
        return add_asset(session, Listing(name="Ukulele evening"), actor="tests")


def test_a_commit_is_found_at_once_and_what_is_closed_no_more(inside: Catalogue) -> None:
    asset_id = add_ukulele(inside)
    assert found(inside, "ukulele") == 1
    with inside.writing() as session:
        close_asset(session, asset_id, actor="tests")
    assert found(inside, "ukulele") == 0
    assert check(inside.database, inside.index) == []


def test_another_process_that_committed_is_seen(inside: Catalogue) -> None:
    assert found(inside, "ukulele") == 0
    done = in_another_process(
        """
with database.writing() as session:
    add_asset(session, Listing(name="Ukulele evening"), actor="tests")
indexing.catch_up(database, index)
""",
        inside,
    )
    assert done.returncode == 0, done.stderr
    assert found(inside, "ukulele") == 1


def test_two_processes_write_at_once_and_nothing_is_lost(inside: Catalogue) -> None:
    program = f"""
from directory.database import Database
from directory.listing import Listing
from directory.assets import add_asset
from directory.search.engines import open_index
from directory.search.indexing import catch_up
database, index = Database({inside.settings.database!r}), open_index({inside.settings.search!r})
for number in range(8):
    with database.writing() as session:
        add_asset(session, Listing(name="Ukulele evening"), actor="tests")
    catch_up(database, index)
"""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    writers = [
        subprocess.Popen([sys.executable, "-c", program], env=environment, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for writer in writers:
        _, said = writer.communicate(timeout=120)
        assert writer.returncode == 0, said
    assert found(inside, "ukulele") == 16
    assert check(inside.database, inside.index) == []


def test_a_kill_while_it_is_made_anew_leaves_what_was_there(inside: Catalogue) -> None:
    killed = in_another_process(
        """
from tests.directory.search.town import CHOIR
def half():
    yield CHOIR
    os._exit(9)
index.replace(half())
""",
        inside,
    )
    assert killed.returncode == 9, killed.stderr
    assert check(inside.database, inside.index) == []
    add_ukulele(inside)
    assert found(inside, "ukulele") == 1
    assert rebuild(inside.database, inside.index) == 4


def test_what_was_there_is_found_until_all_that_is_new_is(inside: Catalogue) -> None:
    """And who writes meanwhile waits for it."""
    half_way, go_on = threading.Event(), threading.Event()

    def slowly() -> Iterator[Document]:
        yield from TOWN
        half_way.set()
        assert go_on.wait(20)

    other = open_index(inside.settings.search)
    making = threading.Thread(target=other.replace, args=(slowly(),))
    making.start()
    assert half_way.wait(20)
    assert inside.index.count() == 3
    assert found(inside, "gym") == 1
    putting = threading.Thread(target=inside.index.put, args=([replace(CHOIR, id="ukulele", name="Ukulele")],))
    putting.start()
    assert found(inside, "ukulele") == 0
    go_on.set()
    making.join()
    putting.join()
    assert set(inside.index.versions()) == {"choir", "garden", "debt-line", "ukulele"}
    assert (found(inside, "gym"), found(inside, "ukulele")) == (0, 1)


def test_one_at_a_time_brings_it_up_to_date(inside: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    other = open_index(inside.settings.search)
    with other.updating(), pytest.raises(Unavailable), inside.index.updating():
        pytest.fail("Two were let in")
    with inside.index.updating():
        inside.index.put([CHOIR])


def test_many_are_taken_in_by_another_process(inside: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MANY", 3)
    with inside.reading() as session:
        version = terms_version(session)
    with inside.taking_in(version) as taken:
        for number in range(12):
            with inside.database.writing() as session:
                asset_id = add_asset(session, Listing(name=f"Ukulele {number}"), actor="tests")
                (asset,) = list_assets(session, [asset_id], staff=True)
            document = document_of(asset, {})
            assert document is not None
            taken.add([Packed.of(document)])
    assert found(inside, "ukulele") == 12
    assert check(inside.database, inside.index) == []


def test_an_index_that_is_gone_is_made_again(inside: Catalogue) -> None:
    assert found(inside, "choir") == 1
    empty(inside.settings.search)
    assert not inside.index.is_whole()
    assert found(inside, "choir") == 0
    with inside.reading() as session:
        assert find_assets(session, inside.index, Query("choir")).total == 1
    assert inside.index.is_whole()


def test_an_index_that_lost_its_tables_is_not_whole(inside: Catalogue) -> None:
    with psycopg.connect(inside.settings.search.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("DROP TABLE waymark_search_1.posting")
    assert found(inside, "choir") == 0
    assert not inside.index.is_whole()


def test_a_child_uses_connections_of_its_own(inside: Catalogue) -> None:
    assert found(inside, "choir") == 1
    child = os.fork()
    if not child:
        os._exit(0 if found(inside, "choir") == 1 else 1)
    assert found(inside, "choir") == 1
    assert os.waitpid(child, 0)[1] == 0
    assert found(inside, "choir") == 1


def test_migrations_take_no_notice_of_its_tables(inside: Catalogue) -> None:
    with inside.database.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert "search_" not in str(compare_metadata(context, SQLModel.metadata)).replace("search_change", "")


def test_what_no_database_can_hold_is_no_fault(inside: Catalogue) -> None:
    for odd in ("\0", "need\0", "x" * 100_000, "%s", "'", "\ud800", "{}"):
        assert (
            inside.index.search(Query("choir", needs=(odd,), languages=(odd,), days=(odd,), times_of_day=(odd,))).total
            == 0
        )
    inside.index.remove(["\0", "x" * 100_000])


def test_it_must_be_a_postgresql_database(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="must be PostgreSQL"):
        Catalogue(WebSettings(data_dir=tmp_path, search_url="postgresql"), BRANCHES)
    url = "postgresql+psycopg://nobody@127.0.0.1/none"
    settings = WebSettings(data_dir=tmp_path, database_url=url, database_replica_urls=f"{url}, mysql://x")
    assert settings.replicas == (url, "mysql://x")
    with pytest.raises(Invalid, match="1 of WAYMARK_DATABASE_REPLICA_URLS"):
        open_index(url, settings.replicas)
