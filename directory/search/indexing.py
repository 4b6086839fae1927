"""The index follows the database: after every commit, from the beginning, and when it was damaged."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from threading import Lock, Thread
from weakref import WeakSet

import structlog
from sqlmodel import Session

from directory.asset import Asset
from directory.assets import count_assets, each_asset, list_assets
from directory.database import Database
from directory.errors import Unavailable
from directory.search.document import Document, document_of
from directory.search.noted import count_noted, every_number, forget, is_waiting, newest_notes
from directory.search.port import SearchIndex
from directory.search.query import Query
from directory.search.reading import meanings

BATCH = 10_000
"""Changes for one commit of the index: a commit costs far more than an asset."""

HURRIED = 500
"""As many where somebody waits."""

PAGE = 400

Reading = Callable[[], AbstractContextManager[Session]]
Progress = Callable[[int, int], None]
"""Told how many are done, of how many."""

log = structlog.get_logger()
_mending = Lock()
_asked: WeakSet[SearchIndex] = WeakSet()
"""Indexes that this process has searched."""


def catch_up(database: Database, index: SearchIndex, within: float | None = None) -> int:
    """Take in what was committed since, the newest first; how many assets that were. Rebuilds an index that is
    not whole.

    Never fails for the index's sake: what was committed stays noted until some process has taken it in. So does
    what cannot be taken in `within` so many seconds, for a page must not wait for somebody else's large import.
    """
    if index.is_whole() and not is_waiting(database):
        return 0
    try:
        with index.updating():
            return _drain(database, index, within) if index.is_whole() else _rebuild(database, index, None)
    except Unavailable as error:
        log.warning("search index is behind", reason=error.message)
        return 0


def rebuild(database: Database, index: SearchIndex, progress: Progress | None = None) -> int:
    """Make the index hold exactly what the public may see; how many that is. Searches go on meanwhile.

    Raises `Unavailable` when it cannot be written.
    """
    with index.updating():
        return _rebuild(database, index, progress)


def check(database: Database, index: SearchIndex) -> list[str]:
    """One sentence for each thing in which database and index disagree; none when all is well."""
    return list(_disagreements(database, index))


def mend(session: Session, index: SearchIndex) -> None:
    """Rebuild an index that is not whole, in the background while it still answers, else at once."""
    if index not in _asked:
        # A process that only writes never reads the index; one that searches finds damage by reading it once.
        _asked.add(index)
        index.search(Query(limit=0))
    if index.is_whole() or not _mending.acquire(blocking=False):
        return
    engine = session.get_bind().engine
    worker = Thread(target=_mend, args=(lambda: Session(engine), index), name="mend-search-index", daemon=True)
    worker.start()
    if not index.count():
        worker.join()


def _mend(reading: Reading, index: SearchIndex) -> None:
    try:
        with index.updating():
            # Another process may have been quicker.
            if not index.is_whole():
                log.warning("search index is not whole; rebuilding it")
                _fill(reading, index, None)
    except Exception as error:
        log.error("search index could not be rebuilt", error=repr(error))
    finally:
        _mending.release()


def _drain(database: Database, index: SearchIndex, within: float | None) -> int:
    until = None if within is None else time.monotonic() + within
    taken: set[str] = set()
    while until is None or not taken or time.monotonic() < until:
        with database.reading() as session:
            notes = newest_notes(session, BATCH if until is None else HURRIED)
        if not notes:
            break
        wanted = list(dict.fromkeys(asset_id for _, asset_id in notes))
        try:
            _take_in(database, index, wanted)
        except Unavailable:
            if index.is_whole():
                raise
            return _rebuild(database, index, None)
        forget(database, [number for number, _ in notes])
        taken.update(wanted)
    return len(taken)


def _take_in(database: Database, index: SearchIndex, asset_ids: Sequence[str]) -> None:
    gone = set(asset_ids)

    def documents(session: Session) -> Iterator[Document]:
        for start in range(0, len(asset_ids), PAGE):
            for document in _documents(session, iter(list_assets(session, asset_ids[start : start + PAGE]))):
                gone.discard(document.id)
                yield document

    with database.reading() as session:
        index.put(documents(session))
    if gone:
        index.remove(sorted(gone))


def _rebuild(database: Database, index: SearchIndex, progress: Progress | None) -> int:
    count, numbers = _fill(database.reading, index, progress)
    forget(database, numbers)
    return count


def _fill(reading: Reading, index: SearchIndex, progress: Progress | None) -> tuple[int, list[int]]:
    """How many, and the numbers of the notes of what is in it."""
    with reading() as session:
        numbers = every_number(session)
        told = _Told(progress, count_assets(session))
        index.replace(told.each(_documents(session, each_asset(session))))
    return told.done, numbers


class _Told:
    """Counts what goes by, and tells."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self.done = progress, total, 0

    def each(self, documents: Iterator[Document]) -> Iterator[Document]:
        for document in documents:
            yield document
            self.done += 1
            if self._progress:
                self._progress(self.done, self._total)


def _documents(session: Session, assets: Iterator[Asset]) -> Iterator[Document]:
    terms = meanings(session).terms
    for asset in assets:
        if document := document_of(asset, terms):
            yield document


def _disagreements(database: Database, index: SearchIndex) -> Iterator[str]:
    if not index.is_whole():
        yield "The search index was never filled, is damaged, or was made by another version of Waymark."
    with database.reading() as session:
        wanted = {asset.id: asset.version for asset in each_asset(session)}
        if not meanings(session).terms:
            yield "The vocabulary of needs is not loaded in the database."
        waiting = count_noted(session)
    held = index.versions()
    older = [asset_id for asset_id in wanted.keys() & held.keys() if wanted[asset_id] != held[asset_id]]
    yield from _said(len(wanted.keys() - held.keys()), "in the database cannot be found by searching")
    yield from _said(len(held.keys() - wanted.keys()), "can be found by searching but should not be")
    yield from _said(len(older), "can be found by searching only as they were before a change")
    if waiting:
        yield f"{_assets(waiting)} changed, and the search index has still to hear of it."


def _said(count: int, what: str) -> Iterator[str]:
    if count:
        yield f"{_assets(count)} {what}."


def _assets(count: int) -> str:
    return f"{count} asset{'' if count == 1 else 's'}"
