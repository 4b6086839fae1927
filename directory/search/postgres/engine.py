"""The PostgreSQL search engine: one index for any number of machines, asked on the server or on copies of it."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar

import psycopg
import structlog
from psycopg.errors import LockNotAvailable, UndefinedTable

from directory.errors import Unavailable
from directory.search.document import Document
from directory.search.postgres.answering import answer
from directory.search.postgres.edition import Edition, Gone, find_edition
from directory.search.postgres.reading import Reading
from directory.search.postgres.server import Connection, Server
from directory.search.postgres.tables import (
    SCHEMA,
    drop_older,
    make_indexes,
    make_tables,
    next_edition,
    show,
    shown,
)
from directory.search.postgres.writing import Writing
from directory.search.query import Hits, Query

VERSIONS, TOTAL = "SELECT id, version FROM {}.asset", "SELECT total FROM {}.state"

PATIENCE = 20
"""Seconds to wait for another process that is writing."""

WRITING, UPDATING = (zlib.crc32(f"{SCHEMA} {what}".encode()) for what in ("writing", "updating"))
"""The numbers of our two locks in the database."""

Answer = TypeVar("Answer")

log = structlog.get_logger()


class PostgresIndex:
    """Tables in the database at `url`, of which `replicas` are copies that are asked in its place."""

    def __init__(self, url: str, replicas: Sequence[str] = ()) -> None:
        self._server = Server(url)
        self._reading = Reading(self._server, replicas)
        self._edition: Edition | None = None
        self._was_whole = False

    def put(self, documents: Iterable[Document]) -> None:
        with self._writing() as connection:
            writing = Writing(connection, shown(connection) or _begun(connection))
            writing.put(documents)
            writing.end()

    def remove(self, asset_ids: Iterable[str]) -> None:
        with self._writing() as connection:
            if (edition := shown(connection)) is not None:
                writing = Writing(connection, edition)
                writing.remove(asset_ids)
                writing.end()

    def clear(self) -> None:
        self.replace(())

    def replace(self, documents: Iterable[Document]) -> None:
        with self._writing() as connection:
            edition = next_edition(connection)
            make_tables(connection, edition)
            Writing(connection, edition).put(documents)
            make_indexes(connection, edition)
            show(connection, edition, whole=True)
        self._tidy(edition)

    def search(self, query: Query) -> Hits:
        try:
            return self._asked(lambda connection, edition: answer(query, connection, edition), Hits(0, ()))
        except psycopg.Error as error:
            log.warning("search index does not answer", reason=str(error).strip())
            return Hits(0, ())

    def versions(self) -> dict[str, int]:
        return self._of_newest(lambda connection, edition: dict(edition.ask(connection, VERSIONS)), {})

    def count(self) -> int:
        return self._of_newest(lambda connection, edition: int(edition.ask(connection, TOTAL)[0][0]), 0)

    def is_whole(self) -> bool:
        try:
            edition = self._reading.ask(find_edition)
            self._was_whole = edition is not None and edition.whole
        except psycopg.Error as error:
            # Who does not answer may hold everything: what is not known to be lost need not be made again.
            log.warning("search index does not answer", reason=str(error).strip())
        return self._was_whole

    @contextmanager
    def updating(self) -> Iterator[None]:
        with _said("The search index cannot be brought up to date"), self._server.connected() as connection:
            _wait_for(connection, "pg_advisory_lock", UPDATING)
            try:
                yield
            finally:
                # A connection that broke has let go of it.
                with suppress(psycopg.OperationalError):
                    connection.execute("SELECT pg_advisory_unlock(%s)", (UPDATING,))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _said("The search index cannot be written"), self._server.connected() as connection:
            with connection.transaction():
                connection.execute("SET LOCAL statement_timeout = 0")
                _wait_for(connection, "pg_advisory_xact_lock", WRITING)
                yield connection
            self._reading.wrote(connection)

    def _tidy(self, edition: int) -> None:
        """Whoever still reads an older edition is not waited for: the next to come takes it away."""
        with suppress(psycopg.Error), self._server.connected() as connection, connection.transaction():
            connection.execute("SET LOCAL lock_timeout = '200ms'")
            drop_older(connection, edition)

    def _of_newest(self, what: Callable[[Connection, Edition], Answer], nothing: Answer) -> Answer:
        def ask(connection: Connection) -> Answer:
            edition = find_edition(connection)
            return what(connection, edition) if edition else nothing

        try:
            return self._reading.ask(ask)
        except psycopg.Error as error:
            log.warning("search index does not answer", reason=str(error).strip())
            return nothing

    def _asked(self, what: Callable[[Connection, Edition], Answer], nothing: Answer) -> Answer:
        def ask(connection: Connection) -> Answer:
            for _ in range(3):
                edition = self._edition or find_edition(connection)
                if edition is None:
                    return nothing
                try:
                    found = what(connection, edition)
                except (Gone, UndefinedTable):
                    # Another was shown, and its tables are perhaps gone.
                    self._edition = None
                else:
                    self._edition, self._was_whole = edition, edition.whole
                    return found
            return nothing

        return self._reading.ask(ask)


def _begun(connection: Connection) -> int:
    """A new edition that was not filled with everything."""
    edition = next_edition(connection)
    make_tables(connection, edition)
    make_indexes(connection, edition)
    show(connection, edition, whole=False)
    return edition


def _wait_for(connection: Connection, lock: str, number: int) -> None:
    connection.execute(f"SET lock_timeout = '{PATIENCE}s'")
    try:
        connection.execute(f"SELECT {lock}(%s)", (number,))
    except LockNotAvailable as error:
        raise Unavailable("Another process is writing the search index; try again in a moment.") from error


@contextmanager
def _said(sentence: str) -> Iterator[None]:
    """What PostgreSQL refuses, as a refusal of ours."""
    try:
        yield
    except psycopg.Error as error:
        raise Unavailable(f"{sentence}: {str(error).strip()}") from error
