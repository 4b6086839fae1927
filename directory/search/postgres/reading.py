"""To whom a question is put: any copy of the server, the server itself, or whoever still answers."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import psycopg
from psycopg.errors import QueryCanceled

from directory.search.postgres.replicas import Replicas
from directory.search.postgres.server import Connection, Server

Answer = TypeVar("Answer")


class Reading:
    """A server and its copies. A question that fails on one of them is put to the next at once."""

    def __init__(self, server: Server, replicas: Sequence[str] = ()) -> None:
        self._server = server
        self._replicas = Replicas(server, replicas)

    def ask(self, what: Callable[[Connection], Answer]) -> Answer:
        """What it says. Raises what psycopg raised last when nobody answers."""
        failure: psycopg.Error | None = None
        for server in self._to_ask():
            try:
                with server.connected() as connection:
                    return what(connection)
            except QueryCanceled:
                # It takes too long there, and would elsewhere.
                raise
            except (psycopg.OperationalError, psycopg.InterfaceError) as error:
                failure = error
                self._replicas.failed(server)
        assert failure is not None  # noqa: S101  # the server itself was asked
        raise failure

    def wrote(self, connection: Connection) -> None:
        """This process wrote on this connection, and asks nobody any more who has not heard of it."""
        self._replicas.wrote(connection)

    def _to_ask(self) -> Iterator[Server]:
        fit = self._replicas.fit()
        yield from fit
        # Twice: after a restart the first only says that the connections are gone.
        yield from (self._server, self._server)
        # Better what was true a while ago than nothing.
        yield from (server for server in self._replicas.every() if server not in fit)
