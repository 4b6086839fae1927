"""Documents of assets that were just committed, kept until they are worth a commit of the index."""

from collections.abc import Iterable, Iterator

import structlog
from sqlmodel import Session, col, select

from directory.database import Database
from directory.errors import Unavailable
from directory.models import Service
from directory.search.document import Packed
from directory.search.noted import Note, notes_of
from directory.search.port import SearchIndex
from directory.taxonomies import terms_version

FULL = 10_000
"""Documents that are kept: a commit costs more than an asset."""

PAGE = 500

log = structlog.get_logger()


class Shelf:
    """`vocabulary` is the version of the needs by which its documents are made: by another one they are worth nothing.

    It reads the database and writes the index alone. The notes that it answers are for the caller to forget.
    """

    def __init__(self, database: Database, index: SearchIndex, vocabulary: str | None) -> None:
        self._database, self._index, self._vocabulary = database, index, vocabulary
        self._documents: dict[str, Packed] = {}

    def keep(self, documents: Iterable[Packed]) -> list[int]:
        """Take these too; the numbers of the notes that the index has no more need of."""
        self._documents.update((document.id, document) for document in documents)
        return self.clear() if len(self._documents) >= FULL else []

    def clear(self) -> list[int]:
        """Give the index all that is here, and the numbers as `keep` does. Never fails for the index's sake."""
        answered: list[int] = []
        try:
            if self._documents and self._index.is_whole():
                with self._index.updating():
                    answered = self._put_current()
        except Unavailable as error:
            log.warning("search index is behind", reason=error.message)
        self._documents = {}
        return answered

    def given_up(self) -> list[Packed]:
        """All that is here, for another shelf."""
        documents, self._documents = list(self._documents.values()), {}
        return documents

    def _put_current(self) -> list[int]:
        """Only what the database still says, and what nobody else has taken in."""
        with self._database.reading() as session:
            notes = notes_of(session, self._documents)
            current = set(self._still_so(session, notes))
        self._index.put(document.opened() for name, document in self._documents.items() if name in current)
        return [number for number, asset_id in notes if asset_id in current]

    def _still_so(self, session: Session, notes: Iterable[Note]) -> Iterator[str]:
        if terms_version(session) != self._vocabulary:
            return
        ids = list({asset_id for _, asset_id in notes})
        for start in range(0, len(ids), PAGE):
            some = col(Service.id).in_(ids[start : start + PAGE])
            for asset_id, version in session.exec(select(Service.id, Service.version).where(some)):
                if self._documents[asset_id].version == version:
                    yield asset_id
