"""Records understood in other processes, once there are so many that it is worth starting them."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from directory.geography import Gazetteer
from directory.taxonomies import Term
from importers.completing import Completer
from importers.incoming import Found, SourceFailed
from importers.needs_of import NeedReader
from importers.understanding import Pending, Reader, Understood

MANY = 3_000
"""Records that are understood in this process first: starting another takes about as long."""
MOST_PROCESSES = 4


@dataclass(frozen=True)
class Recipe:
    """All that a reader is made of, to be made again in another process."""

    format: str
    source: str
    data_dir: Path
    terms: tuple[Term, ...]

    def reader(self) -> Reader:
        """A reader of this source."""
        return Reader(self.format, self.source, Completer(Gazetteer(self.data_dir), _needs(self.terms)))


class Growing:
    """Understands here while there are few records, and in other processes once there are many."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._reader = recipe.reader()
        self._count = 0
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, records: Sequence[Found]) -> Pending:
        """Have these understood; the answer waits for them."""
        self._count += len(records)
        if self._count <= MANY:
            done = self._reader.read_all(records)
            return lambda: done
        if self._pool is None:
            self._pool = _pool(self._recipe)
        with _said_plainly():
            future = self._pool.submit(_read_all, list(records))
        return lambda: _answer(future)

    def close(self) -> None:
        """No more will come."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


@lru_cache(maxsize=2)
def _needs(terms: tuple[Term, ...]) -> NeedReader:
    """Made once for a vocabulary: it takes longer than reading a small file with it."""
    return NeedReader(terms)


_made: list[Reader] = []


def _answer(future: Future[list[Understood]]) -> list[Understood]:
    with _said_plainly():
        return future.result()


@contextmanager
def _said_plainly() -> Iterator[None]:
    try:
        yield
    except BrokenProcessPool as error:
        raise SourceFailed(
            "A process that understands records was stopped, perhaps for want of memory. "
            "What was taken in stays; import again to go on from there."
        ) from error


def _pool(recipe: Recipe) -> ProcessPoolExecutor:
    # One core is kept for writing. A fresh interpreter, for a fork would share our locks and connections.
    workers = min(MOST_PROCESSES, max(1, (os.cpu_count() or 1) - 1))
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_make, initargs=(recipe,))


def _make(recipe: Recipe) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    _made.append(recipe.reader())


def _end_with_parent() -> None:
    """A run that is killed cannot tell us that no more will come."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _read_all(records: list[Found]) -> list[Understood]:
    return _made[0].read_all(records)
