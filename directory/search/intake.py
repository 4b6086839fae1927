"""Assets that were just written, into the index without reading them back: how a large import is searchable.

A note of every change stays in the database until the index has taken it in, so that a kill at any moment costs
nothing but time: whoever follows next reads from the database what was not handed over.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import structlog
from sqlmodel import Session, col, select

from directory.asset import Asset
from directory.database import Database
from directory.errors import Unavailable
from directory.models import Service
from directory.search.document import Document, document_of
from directory.search.indexing import catch_up
from directory.search.noted import Note, forget, newest_notes
from directory.search.port import SearchIndex
from directory.search.reading import Meanings, meanings

FULL = 10_000
"""Assets that are kept before the index gets them: a commit costs more than an asset."""

PAGE = 500

log = structlog.get_logger()


@contextmanager
def taking_in(database: Database, index: SearchIndex) -> Iterator["Intake"]:
    """What to give assets to that were just committed; all given are found by searching when the block ends.

    Nothing is done for the index's sake when the block fails, and the block never fails for the index's sake:
    notes stay, and `catch_up` does the rest.
    """
    catch_up(database, index)
    intake = Intake(database, index)
    yield intake
    intake.end()


class Intake:
    """Keeps what it is given until it is worth a commit of the index."""

    def __init__(self, database: Database, index: SearchIndex) -> None:
        self._database, self._index = database, index
        with database.reading() as session:
            self._vocabulary: Meanings = meanings(session)
        self._documents: dict[str, Document] = {}

    def add(self, assets: Iterable[Asset]) -> None:
        """Take these as they were committed, with everything that staff may see; drafts are no harm."""
        for asset in assets:
            if document := document_of(asset, self._vocabulary.terms):
                self._documents[document.id] = document
            else:
                # What became a draft has to leave the index: that is for `catch_up`.
                self._documents.pop(asset.id, None)
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
        self._documents = {}

    def _put_current(self) -> None:
        """Only what the database still says, and what nobody else has taken in."""
        with self._database.reading() as session:
            notes = [note for note in newest_notes(session, 2 * FULL) if note[1] in self._documents]
            current = set(self._still_so(session, notes))
        self._index.put(document for asset_id, document in self._documents.items() if asset_id in current)
        forget(self._database, [number for number, asset_id in notes if asset_id in current])

    def _still_so(self, session: Session, notes: Iterable[Note]) -> Iterator[str]:
        if meanings(session) is not self._vocabulary:
            # The names of needs have changed: documents made with the old ones are worth nothing.
            self._vocabulary = meanings(session)
            return
        ids = list({asset_id for _, asset_id in notes})
        for start in range(0, len(ids), PAGE):
            some = col(Service.id).in_(ids[start : start + PAGE])
            for asset_id, version in session.exec(select(Service.id, Service.version).where(some)):
                if self._documents[asset_id].version == version:
                    yield asset_id
