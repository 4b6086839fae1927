"""The embedded search engine: an index in a folder, whose arrays all processes of a machine share.

Whoosh gives the words, the commits that are whole or not at all, and one writer at a time; its own scoring is too slow
in pure Python, so that postings are NumPy arrays in files that are mapped into memory and read where they are asked for.
"""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import structlog
from filelock import FileLock, Timeout

from directory.errors import Unavailable
from directory.search.document import Document
from directory.search.embedded.answering import answer
from directory.search.embedded.folder import PATIENCE, Folder
from directory.search.embedded.snapshot import Snapshot, take_snapshot
from directory.search.embedded.writing import Writing
from directory.search.query import Hits, Query

TRIES = 5
"""Another process may take away the files of an old commit while we open them: then we open the new one."""

TICK = 50_000_000
"""Nanoseconds."""

DAMAGED = "The search index is damaged and has to be rebuilt."

log = structlog.get_logger()


class EmbeddedIndex:
    """A folder on a local disk. Many processes read it; one at a time writes."""

    def __init__(self, folder: Path) -> None:
        self._folder = Folder(folder)
        self._snapshot: Snapshot | None = None
        self._damaged = False
        self._loading = Lock()
        self._settled: tuple[int, int] | None = None
        """What the folder looked like when the snapshot was last seen to be the newest."""

    def put(self, documents: Iterable[Document]) -> None:
        with self._writing() as writing:
            writing.put(documents)

    def remove(self, asset_ids: Iterable[str]) -> None:
        with self._writing() as writing:
            writing.remove(asset_ids)

    def clear(self) -> None:
        self.replace(())

    def replace(self, documents: Iterable[Document]) -> None:
        try:
            with self._folder.writing(anew=True) as writing:
                writing.put(documents)
        except OSError as error:
            raise Unavailable(f"The search index cannot be written: {error}") from error
        self._damaged = False
        self._follow()

    def search(self, query: Query) -> Hits:
        snapshot = self._fresh()
        if snapshot is None:
            return Hits(0, ())
        return answer(query, snapshot.vocabulary)

    def versions(self) -> dict[str, int]:
        snapshot = self._fresh()
        return dict(one for part in snapshot.parts.values() for one in part.versions()) if snapshot else {}

    def count(self) -> int:
        snapshot = self._fresh()
        return snapshot.vocabulary.total if snapshot else 0

    def is_whole(self) -> bool:
        self._follow()
        return not self._damaged and self._folder.is_whole() and self._folder.is_sound()

    @contextmanager
    def updating(self) -> Iterator[None]:
        # Beside the folder, so that a deleted folder does not take the lock with it.
        beside = self._folder.path.with_name(self._folder.path.name + ".lock")
        beside.parent.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(beside, timeout=PATIENCE):
                yield
        except Timeout as error:
            raise Unavailable("Another process is bringing the search index up to date.") from error

    @contextmanager
    def _writing(self) -> Iterator[Writing]:
        self._follow()
        if self._damaged or not self._folder.is_sound():
            raise Unavailable(DAMAGED)
        try:
            with self._folder.writing() as writing:
                yield writing
        except Unavailable:
            raise
        except Exception as error:
            # Whoosh meets damage as any kind of error. The database has everything: let it be rebuilt.
            self._complain(repr(error))
            raise Unavailable(DAMAGED) from error
        self._follow()

    def _follow(self) -> None:
        """Take the newest commit, if any is: a process that only writes does without."""
        if self._snapshot is not None:
            self._fresh(wait=True)

    def _fresh(self, *, wait: bool = False) -> Snapshot | None:
        """The newest sound commit. While one thread opens it, others answer from the last, or `wait`."""
        known = self._snapshot
        if self._is_current(known) or not self._loading.acquire(blocking=wait or known is None):
            return self._snapshot
        try:
            if not self._is_current(self._snapshot):
                self._load()
        finally:
            self._loading.release()
        return self._snapshot

    def _is_current(self, snapshot: Snapshot | None) -> bool:
        stamp = self._folder.stamp()
        if snapshot and stamp == self._settled and not self._folder.cut(snapshot.files):
            return True
        current = self._is_newest(snapshot)
        # Clocks of folders tick slowly: what changed a moment ago may change again unseen.
        self._settled = stamp if current and time.time_ns() - stamp[0] > TICK else None
        return current

    def _is_newest(self, snapshot: Snapshot | None) -> bool:
        newest = self._folder.commit()
        if snapshot is None:
            return newest is None
        if cut := self._folder.cut(snapshot.files):
            # To look at what was mapped of them would end this process.
            self._snapshot = snapshot = snapshot.without(cut)
            self._complain("some of its files are cut short; answering from the others")
        if snapshot.whole and not self._folder.is_whole():
            # Gone, or begun anew and not filled yet: half an index is worse than yesterday's.
            self._complain("it is gone; answering from memory")
            return True
        if newest is not None and snapshot.commit != newest:
            return False
        if self._folder.missing(snapshot.files):
            if self._folder.commit() != newest:
                return False  # not damaged: a newer commit has just taken them away
            self._complain("its files are gone; answering from memory")
        return True

    def _load(self) -> None:
        for attempt in range(TRIES):
            try:
                self._snapshot = take_snapshot(self._folder, self._snapshot)
                self._damaged = False
                return
            except FileNotFoundError as error:
                if attempt + 1 < TRIES and self._folder.generation() >= 0:
                    continue
                self._complain(repr(error))
            except Exception as error:
                self._complain(repr(error))
            return

    def _complain(self, why: str) -> None:
        if not self._damaged:
            log.warning("search index is damaged", folder=str(self._folder.path), why=why)
        self._damaged = True
