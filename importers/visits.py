"""A visit to a source's servers: what we know from the last one, and what they say of themselves this time.

While `visiting()` lasts, `importers.fetching` sends what the visit knows with its first request and notes what the
answers say, so that nobody between the feed and the request need pass it on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from directory.errors import Refusal


@dataclass(frozen=True)
class Conditions:
    """What a server said of a document when it last gave it, to be asked whether that still holds."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """As a request says them; empty when nothing is known."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


class NotModified(Refusal):
    """The server says that the document is the one that it gave last time: there is nothing to read."""


@dataclass
class Visit:
    """One reading of one source. `conditions` go out with its first request; the rest is what came back."""

    conditions: Conditions = Conditions()
    requests: int = 0
    said: Conditions = Conditions()
    """What the first answer says of its document."""
    moved_to: str | None = None
    """Where the first address has moved for good."""
    again_after: float | None = None
    """Seconds for which the server does not want to be asked."""
    cursor: str | None = None
    """Where a source that brings changes alone wants to go on next time."""

    @property
    def document(self) -> Conditions:
        """What to ask next time whether anything has changed: nothing, unless one document was all there was.

        That the first page of many is the same says nothing about the others.
        """
        return self.said if self.requests == 1 else Conditions()


_visit: ContextVar[Visit | None] = ContextVar("visit", default=None)


@contextmanager
def visiting(visit: Visit) -> Iterator[Visit]:
    """Ask with what this visit knows, and note in it what is answered."""
    token = _visit.set(visit)
    try:
        yield visit
    finally:
        _visit.reset(token)


def current_visit() -> Visit | None:
    """The visit that is going on; None when a file is read for its own sake."""
    return _visit.get()


def keep_cursor(cursor: str) -> None:
    """Go on from here next time, if this reading ends well. Does nothing outside of a visit."""
    if visit := _visit.get():
        visit.cursor = cursor
