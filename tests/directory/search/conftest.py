"""Every engine behind the port runs the same tests: a new one adds a line here."""

import os
from collections.abc import Callable
from itertools import cycle

import psycopg
import pytest

from directory.search.engines import open_index
from directory.search.port import SearchIndex
from tests.directory.search.town import TOWN
from tests.servers import PostgresServer

ENGINES = ("whoosh", pytest.param("postgresql", marks=pytest.mark.postgresql))


@pytest.fixture(scope="session")
def search_databases(postgres_server: PostgresServer) -> tuple[str, str]:
    """The URLs of two PostgreSQL databases for one index after the other."""
    one, other = (postgres_server.create_database(f"search_{os.urandom(6).hex()}") for _ in range(2))
    return one, other


@pytest.fixture(params=ENGINES)
def new_index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], SearchIndex]:
    """Makes an index that holds nothing, of one engine after the other; only the last two that it made stay."""
    if request.param == "whoosh":
        return lambda: open_index(f"whoosh://{tmp_path_factory.mktemp('index')}")
    urls = cycle(request.getfixturevalue("search_databases"))

    def emptied() -> SearchIndex:
        empty(url := next(urls))
        return open_index(url)

    return emptied


@pytest.fixture
def empty_index(new_index: Callable[[], SearchIndex]) -> SearchIndex:
    """An index that holds nothing."""
    return new_index()


@pytest.fixture
def index(empty_index: SearchIndex) -> SearchIndex:
    """An index that holds the three assets of `town`."""
    empty_index.replace(TOWN)
    return empty_index


def empty(url: str) -> None:
    """Take away whatever index is in this database."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        every = connection.execute("SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'waymark_search%'")
        for (name,) in every.fetchall():
            connection.execute(f"DROP SCHEMA {name} CASCADE".encode())
