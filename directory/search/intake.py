"""Assets that were just written, into the index without reading them back: how a large import is searchable.

A note of every change stays in the database until the index has taken it in, so that a kill at any moment costs
nothing but time: whoever follows next reads from the database what was not handed over.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import structlog
from sqlmodel import Session, col, select

from directory.database import Database
from directory.errors import Unavailable
from directory.models import Service
from directory.search.document import Document
from directory.search.indexing import catch_up
from directory.search.merging import LARGEST
from directory.search.noted import Note, forget, newest_notes
from directory.search.port import SearchIndex
from directory.taxonomies import terms_version

FULL = LARGEST // 2 + 1
"""Assets that are kept before the index gets them: a commit costs more than an asset, and so large a segment is not
merged again."""

PAGE = 500

log = structlog.get_logger()


@contextmanager
def taking_in(database: Database, index: SearchIndex, vocabulary: str | None) -> Iterator["Intake"]:
    """What to give documents to, of assets that were just committed; all are found by searching when the block ends.

    `vocabulary` is the version of the needs by which they are made: by another one they are worth nothing. Nothing is
    done for the index's sake when the block fails, and the block never fails for the index's sake: notes stay, and
    `catch_up` does the rest.
    """
    catch_up(database, index)
    intake = Intake(database, index, vocabulary)
    yield intake
    intake.end()


class Intake:
    """Keeps what it is given until it is worth a commit of the index."""

    def __init__(self, database: Database, index: SearchIndex, vocabulary: str | None) -> None:
        self._database, self._index, self._vocabulary = database, index, vocabulary
        self._documents: dict[str, Document] = {}
        self._once: dict[object, Any] = {}
        """What many documents say alike, each once: those of one asset come from another process with all of it."""

    def add(self, documents: Iterable[Document]) -> None:
        """Take these, each of an asset as it was committed."""
        for document in documents:
            flags = tuple(self._once.setdefault(flag, flag) for flag in document.flags)
            everyday = self._once.setdefault(document.everyday, document.everyday)
            self._documents[document.id] = replace(document, flags=flags, everyday=everyday)
        if len(self._documents) >= FULL:
            self._put()

    def end(self) -> None:
        """Give the index what is left, and let it catch up with what was not given."""
        self._put()
        catch_up(self._database, self._index)

    def _put(self) -> None:
        try:
            if self._documents and self._index.is_whole():
                with self._index.updating():
                    self._put_current()
        except Unavailable as error:
            log.warning("search index is behind", reason=error.message)
        self._documents, self._once = {}, {}

    def _put_current(self) -> None:
        """Only what the database still says, and what nobody else has taken in."""
        with self._database.reading() as session:
            notes = [note for note in newest_notes(session, 2 * FULL) if note[1] in self._documents]
            current = set(self._still_so(session, notes))
        self._index.put(document for asset_id, document in self._documents.items() if asset_id in current)
        forget(self._database, [number for number, asset_id in notes if asset_id in current])

    def _still_so(self, session: Session, notes: Iterable[Note]) -> Iterator[str]:
        if terms_version(session) != self._vocabulary:
            return
        ids = list({asset_id for _, asset_id in notes})
        for start in range(0, len(ids), PAGE):
            some = col(Service.id).in_(ids[start : start + PAGE])
            for asset_id, version in session.exec(select(Service.id, Service.version).where(some)):
                if self._documents[asset_id].version == version:
                    yield asset_id
