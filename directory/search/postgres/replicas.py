"""Copies of the server that follow it: which of them are up, and near enough to it to be asked in its place.

How far one is behind is said without comparing clocks: every so often we note how far the server has written, and a copy
is behind by the time since the newest note that it has reached.
"""

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from random import sample
from threading import Thread

import psycopg
import structlog

from directory.search.postgres.server import Connection, Server

BEHIND = 5.0
"""Seconds that a copy may be behind and still be asked."""

EVERY = 1.0
"""Seconds between two looks at all of them; nobody who asks waits for one."""

LOST = 30.0
"""Seconds after which a look that did not end is given up: the process was forked meanwhile."""

NOTED = 60
"""Looks that are remembered."""

PATIENCE = 2
"""Seconds to wait for a connection to a copy: there are others."""

WRITTEN = "SELECT (pg_current_wal_lsn() - '0/0')::bigint"
WRITTEN_BY_US = "SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint"
REACHED = "SELECT pg_is_in_recovery(), (pg_last_wal_replay_lsn() - '0/0')::bigint"

log = structlog.get_logger()


@dataclass
class Replica:
    """A copy, and how it was when it was last looked at: up to where it has everything, None when it is away."""

    server: Server
    reached: int | None = None
    used: bool = False


class Replicas:
    """The copies of one server. A copy is asked that has all that this process wrote, and is not too far behind."""

    def __init__(self, server: Server, urls: Sequence[str]) -> None:
        self._server = server
        self._replicas = [Replica(Server(url, connect_timeout=PATIENCE)) for url in urls]
        self._notes: deque[tuple[float, int]] = deque(maxlen=NOTED)
        """(when, how far the server had written)"""
        self._ours = 0
        self._began, self._ended = float("-inf"), float("-inf")

    def fit(self) -> list[Server]:
        """Those that may be asked, any of them first. None at first: they were not looked at yet."""
        self._look_soon()
        if time.monotonic() - self._ended > BEHIND:
            return []
        fit = [one.server for one in self._replicas if one.used and (one.reached or 0) >= self._ours]
        # Not in turn: a page that asks twice would ask the same one for the same thing each time.
        return sample(fit, len(fit))

    def every(self) -> list[Server]:
        """All of them, however they are."""
        return [one.server for one in self._replicas]

    def failed(self, server: Server) -> None:
        """It did not answer: ask the others until it was looked at again."""
        for one in self._replicas:
            if one.server is server:
                self._say(one, used=False, why="it does not answer")

    def wrote(self, connection: Connection) -> None:
        """This process wrote on this connection: whoever is asked from now on must have that."""
        if self._replicas and (row := connection.execute(WRITTEN_BY_US).fetchone()):
            self._ours = max(self._ours, row[0])

    def look(self) -> None:
        """Ask the server how far it has written, and each copy how far it is."""
        now = self._began = time.monotonic()
        try:
            if (written := _asked(self._server, WRITTEN)) is not None:
                self._notes.append((now, written[0]))
            for one in self._replicas:
                self._look_at(one)
        finally:
            self._ended = time.monotonic()

    def _look_soon(self) -> None:
        now = time.monotonic()
        under_way = self._began > self._ended and now - self._began < LOST
        if self._replicas and not under_way and now - self._ended > EVERY:
            self._began = now
            Thread(target=self.look, name="look-at-replicas", daemon=True).start()

    def _look_at(self, one: Replica) -> None:
        found = _asked(one.server, REACHED)
        one.reached = found[1] if found else None
        if found is None or one.reached is None:
            self._say(one, used=False, why="it does not answer")
        elif not found[0] and _asked(self._server, WRITTEN) is not None:
            self._say(one, used=False, why="it follows nobody")
        else:
            behind = self._behind(one.reached)
            self._say(one, used=behind <= BEHIND, why=f"it is {behind:.0f} seconds behind")

    def _behind(self, reached: int) -> float:
        """Seconds, as of the last time that the server answered: nothing is written while it is away."""
        notes = list(self._notes)
        if not notes:
            return 0.0
        return notes[-1][0] - max((when for when, written in notes if written <= reached), default=float("-inf"))

    def _say(self, one: Replica, *, used: bool, why: str) -> None:
        if used and not one.used:
            log.info("a copy of the database is asked", server=one.server.name)
        elif one.used and not used:
            log.warning("a copy of the database is not asked", server=one.server.name, why=why)
        one.used = used


def _asked(server: Server, question: str) -> tuple[int, ...] | None:
    """Its answer; None when there is none."""
    try:
        with server.connected() as connection:
            return connection.execute(question).fetchone()
    except psycopg.Error:
        return None
