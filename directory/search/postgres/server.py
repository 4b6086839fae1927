"""One PostgreSQL server, and our connections to it."""

import os
import weakref
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from sqlalchemy import make_url
from sqlalchemy.exc import TimeoutError
from sqlalchemy.pool import QueuePool

Connection = psycopg.Connection[tuple[Any, ...]]

SETTINGS = (
    "SET jit = off",
    # Two questions at once are served better side by side than one of them by two processes.
    "SET max_parallel_workers_per_gather = 0",
    "SET work_mem = '64MB'",
    "SET statement_timeout = '30s'",
    "SET client_min_messages = warning",
)
LIFE_SIGNS: dict[str, Any] = {
    "keepalives_idle": 10,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""How soon a server that went away without a word is given up, in seconds and milliseconds."""

KEPT, MOST = 5, 100
"""Connections that stay open, and that there may be."""


def sayable(texts: Iterable[str]) -> list[str]:
    """Those of these texts that a database can hold."""
    return [str(text) for text in texts if "\0" not in text and text == text.encode(errors="ignore").decode()]


class Server:
    """Connections are opened when they are needed, and each transaction is ended by whoever began it."""

    def __init__(self, url: str, connect_timeout: int = 5) -> None:
        """`url` as SQLAlchemy writes it: `postgresql+psycopg://…`. Seconds to wait for a connection."""
        parsed = make_url(url)
        self.name = parsed.render_as_string(hide_password=True)
        self._address = parsed.set(drivername="postgresql").render_as_string(hide_password=False)
        self._pools = [_pool_of(self._address, connect_timeout)]
        _every.add(self)
        # Nobody need remember to close an index.
        weakref.finalize(self, _close, self._pools)

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """A connection on which each statement is a transaction of its own. Raises what psycopg raises."""
        try:
            lent = self._pools[-1].connect()
        except TimeoutError as error:
            raise psycopg.OperationalError("Every connection is in use.") from error
        connection: Any = lent.driver_connection
        try:
            yield connection
        except psycopg.OperationalError:
            if connection.closed:
                # The others broke with it.
                self._pools[-1].dispose()
            raise
        finally:
            if connection.closed:
                lent.invalidate()
            lent.close()

    def forget(self) -> None:
        """Open new connections from now on: those that there are belong to another process, and are left open for it."""
        self._pools.append(self._pools[-1].recreate())


def _pool_of(address: str, timeout: int) -> QueuePool:
    def connect() -> Any:
        connection = psycopg.connect(address, autocommit=True, connect_timeout=timeout, **LIFE_SIGNS)
        for setting in SETTINGS:
            connection.execute(setting)
        return connection

    return QueuePool(connect, pool_size=KEPT, max_overflow=MOST - KEPT, timeout=5)


def _close(pools: list[QueuePool]) -> None:
    pools[-1].dispose()


_every: "weakref.WeakSet[Server]" = weakref.WeakSet()


def _forget_all() -> None:
    for server in list(_every):
        server.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
