"""Notes that pages leave behind: written by a thread of this process while the page goes out, and lost rather than waited for.

What a GET changes in its session is never kept (`web.database`), and a page that only looks must not wait for the one
who writes. So a note gets a session of its own, behind the page's back.
"""

import os
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import blake2b
from threading import Lock, Thread

import structlog
from flask import Flask, current_app
from sqlalchemy.exc import OperationalError
from sqlmodel import Session
from werkzeug.local import LocalProxy

from directory.clock import now
from directory.database import Database

Note = Callable[[Session], None]

MOST_WAITING = 200
"""Notes that wait while somebody else writes; more are lost."""
SAME = timedelta(minutes=10)
"""How long the same is noted once: one who turns pages, goes back or tries again is not many, nor is a robot."""
MOST_SAME = 1000
"""Things that are remembered for so long. Each process has its own memory: what several are asked counts several times."""

log = structlog.get_logger()


class Notes:
    """The notes of one process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = Lock()
        self._waiting: list[Note] = []
        self._writer: Thread | None = None
        self._salt = os.urandom(16)
        self._lately: OrderedDict[bytes, datetime] = OrderedDict()

    def leave(self, note: Note, about: str) -> None:
        """Let it be written soon, unless one about the same was left a short while ago. Returns at once, and never fails."""
        with self._lock:
            if not self._is_new(about):
                return
            if len(self._waiting) >= MOST_WAITING:
                log.warning("note lost", reason="too many wait already")
                return
            self._waiting.append(note)
            if self._writer is None:
                self._begin()

    def _begin(self) -> None:
        writer = Thread(target=self._write, name="notes", daemon=True)
        try:
            writer.start()
        except RuntimeError as error:
            # No thread can be had just now: it is written with the next one.
            log.warning("notes wait", reason=str(error))
        else:
            self._writer = writer

    def settle(self) -> None:
        """Wait until all that was left is written or lost."""
        while writer := self._writer:
            writer.join()

    def _is_new(self, about: str) -> bool:
        """What it is about is remembered as a hash that nobody can undo: the salt is in this memory alone."""
        moment = now()
        while self._lately and (len(self._lately) >= MOST_SAME or next(iter(self._lately.values())) < moment - SAME):
            self._lately.popitem(last=False)
        hashed = blake2b(about.encode(), digest_size=16, key=self._salt).digest()
        if hashed in self._lately:
            return False
        self._lately[hashed] = moment
        return True

    def _write(self) -> None:
        while notes := self._taken():
            try:
                with self._database.writing() as session:
                    for note in notes:
                        note(session)
            except OperationalError as error:
                # Somebody else has locked the database for long, or it is away: no page is the worse for it.
                log.warning("notes lost", count=len(notes), reason=str(error.orig))
            except Exception:
                log.exception("notes lost by a fault of ours", count=len(notes))

    def _taken(self) -> list[Note]:
        with self._lock:
            taken, self._waiting = self._waiting, []
            if not taken:
                self._writer = None
            return taken


def keep_notes(app: Flask, database: Database) -> None:
    """Give the pages of this application a place to leave notes."""
    app.extensions["waymark-notes"] = Notes(database)


def _notes() -> Notes:
    found: Notes = current_app.extensions["waymark-notes"]
    return found


notes: Notes = LocalProxy(_notes)  # type: ignore[assignment]  # behaves as what it stands for
