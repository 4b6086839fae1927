"""The PostgreSQL engine, to be measured beside others: what it costs is spent on the server, not in our process."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from directory.search.document import Document
from directory.search.engines import open_index
from directory.search.port import SearchIndex


def filled(url: str, documents: Iterable[Document]) -> SearchIndex:
    """The engine in this database (`postgresql+psycopg://…`), holding exactly these."""
    index = open_index(url)
    index.replace(documents)
    return index


@contextmanager
def server_seconds(url: str) -> Iterator[list[float]]:
    """The CPU time of all processes that serve this database, once the block ends; of a server on this machine (Linux).

    Connections that are opened meanwhile are not counted: ask once before.
    """
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        asked = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        pids = [pid for (pid,) in connection.execute(asked).fetchall()]
    before = _spent(pids)
    spent: list[float] = []
    yield spent
    spent.append(_spent(pids) - before)


def _spent(pids: Iterable[int]) -> float:
    return sum(int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) for pid in pids) / 1e9
