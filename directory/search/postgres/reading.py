"""Which server a question is put to."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import psycopg

from directory.search.postgres.server import Connection, Server

Answer = TypeVar("Answer")


class Reading:
    def __init__(self, server: Server, replicas: Sequence[str] = ()) -> None:
        self._server = server

    def ask(self, what: Callable[[Connection], Answer]) -> Answer:
        try:
            with self._server.connected() as connection:
                return what(connection)
        except psycopg.OperationalError:
            with self._server.connected() as connection:
                return what(connection)

    def wrote(self, connection: Connection) -> None:
        pass
