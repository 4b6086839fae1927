"""Searches are put to copies of the database while those are up and near enough, and nobody notices when they are not."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import psycopg
import pytest

from directory.errors import Unavailable
from directory.search.engines import open_index
from directory.search.port import SearchIndex
from directory.search.postgres import replicas
from directory.search.postgres.server import Server
from directory.search.query import Query
from tests.directory.search.town import CHOIR, TOWN
from tests.servers import PostgresServer

pytestmark = pytest.mark.postgresql


SEARCHES = """SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%_search_%' AND pid <> pg_backend_pid()
AND datname = current_database()"""


def ask(url: str, question: str) -> Any:
    with closing(psycopg.connect(url.replace("+psycopg", ""), autocommit=True)) as connection:
        row = connection.execute(question).fetchone()
    return row and row[0]


def until(true: Callable[[], object], seconds: float = 20) -> None:
    """Waits for what must become true by itself."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


class Both:
    """One database on a server and on its copy, with the town in its index."""

    def __init__(self, server: PostgresServer, copy: PostgresServer) -> None:
        self.server, self.copy = server, copy
        name = f"both_{os.urandom(6).hex()}"
        self.url, self.copied_url = server.create_database(name), copy.url_of(name)
        self.elsewhere = open_index(self.url)
        """The index as another process has it that knows of no copy."""
        self.elsewhere.replace(TOWN)
        until(self.is_followed)
        self.index = open_index(self.url, [self.copied_url])

    def is_followed(self) -> bool:
        written = ask(self.url, "SELECT pg_current_wal_insert_lsn()")
        return bool(ask(self.copy.url, f"SELECT pg_last_wal_replay_lsn() >= '{written}'"))

    def is_asked(self, url: str) -> bool:
        """Whether a search looks there."""
        since = ask(url, "SELECT clock_timestamp()")
        assert found(self.index, "choir") == ["choir", "garden"]
        return bool(ask(url, f"{SEARCHES} AND state_change > '{since}'"))

    def copy_is_asked(self) -> bool:
        return self.is_asked(self.copied_url)


def found(index: SearchIndex, words: str) -> list[str]:
    return [hit.asset_id for hit in index.search(Query(words)).hits]


@pytest.fixture
def both(server_and_copy: tuple[PostgresServer, PostgresServer], monkeypatch: pytest.MonkeyPatch) -> Iterator[Both]:
    monkeypatch.setattr(replicas, "BEHIND", 1.0)
    monkeypatch.setattr(replicas, "EVERY", 0.05)
    made = Both(*server_and_copy)
    yield made
    with closing(psycopg.connect(made.copy.url.replace("+psycopg", ""), autocommit=True)) as connection:
        connection.execute("SELECT pg_wal_replay_resume()")


def test_searches_are_put_to_the_copy(both: Both) -> None:
    until(both.copy_is_asked)
    # On a machine that is slow enough to keep it from looking at the copy, the server is asked now and then.
    until(lambda: not both.is_asked(both.url))


def test_searches_are_spread_evenly_over_copies(both: Both) -> None:
    several = replicas.Replicas(Server(both.url), [both.copied_url] * 3)
    several.look()
    firsts = Counter(id(several.fit()[0]) for _ in range(600))
    assert len(firsts) == 3
    assert all(140 < count < 260 for count in firsts.values())


def test_who_wrote_finds_it_at_once(both: Both) -> None:
    until(both.copy_is_asked)
    for number in range(10):
        both.index.put([replace(CHOIR, id=f"ukulele-{number}", name=f"Ukulele {number}")])
        assert len(found(both.index, "ukulele")) == number + 1
    both.index.remove(f"ukulele-{number}" for number in range(10))
    assert found(both.index, "ukulele") == []
    until(both.copy_is_asked)


def test_what_another_wrote_is_found_when_the_copy_has_it(both: Both) -> None:
    until(both.copy_is_asked)
    both.elsewhere.replace([*TOWN, replace(CHOIR, id="ukulele", name="Ukulele evening", description="")])
    until(lambda: found(both.index, "ukulele"))
    until(lambda: both.index.count() == 4)


def test_a_copy_that_stops_is_not_missed(both: Both) -> None:
    until(both.copy_is_asked)
    both.copy.stop()
    for _ in range(20):
        assert found(both.index, "choir") == ["choir", "garden"]
    both.copy.resume()
    until(both.copy_is_asked)


def test_a_copy_that_does_not_keep_up_is_not_asked(both: Both) -> None:
    until(both.copy_is_asked)
    ask(both.copy.url, "SELECT pg_wal_replay_pause()")
    both.elsewhere.put([replace(CHOIR, id="ukulele", name="Ukulele evening", description="", places="")])
    until(lambda: all(found(both.index, "ukulele") == ["ukulele"] for _ in range(10)))
    ask(both.copy.url, "SELECT pg_wal_replay_resume()")
    until(both.copy_is_asked)
    assert found(both.index, "ukulele") == ["ukulele"]


def test_a_copy_answers_for_a_server_that_is_away(both: Both) -> None:
    until(both.copy_is_asked)
    both.server.stop()
    try:
        for _ in range(20):
            assert found(both.index, "choir") == ["choir", "garden"]
            time.sleep(0.05)
        assert both.index.is_whole()
        with pytest.raises(Unavailable):
            both.index.put([CHOIR])
        with pytest.raises(Unavailable), both.index.updating():
            pytest.fail("Nobody can bring it up to date")
    finally:
        both.server.resume()
    both.index.put([replace(CHOIR, id="ukulele", name="Ukulele evening")])
    assert found(both.index, "ukulele") == ["ukulele"]


def test_when_nobody_answers_nothing_is_found(both: Both) -> None:
    until(both.copy_is_asked)
    both.copy.stop()
    both.server.stop()
    try:
        assert found(both.index, "choir") == []
        assert both.index.count() == 0
        assert both.index.is_whole()
    finally:
        both.server.resume()
        both.copy.resume()
    until(both.copy_is_asked)
