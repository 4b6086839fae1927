"""Assets that were just written, into the index without reading them back: how a large import is searchable.

A note of every change stays in the database until the index has taken it in, so that a kill at any moment costs
nothing but time: whoever follows next reads from the database what was not handed over. Once there are many, another
process writes the index: what that takes of time and memory is then not the import's.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass

import structlog

from directory.apart import processes
from directory.database import Database
from directory.memory import give_back
from directory.search.document import Packed
from directory.search.engines import open_index
from directory.search.indexing import catch_up
from directory.search.noted import forget
from directory.search.port import SearchIndex
from directory.search.shelf import Shelf

MANY = 3_000
"""Documents for which it is worth starting another process."""

WAITING = 8
"""Batches that may be on their way to it: should it be slower than who writes the database, that one waits."""

log = structlog.get_logger()


@contextmanager
def taking_in(database: Database, index: SearchIndex, vocabulary: str | None, address: str) -> Iterator["Intake"]:
    """What to give documents to, of assets that were just committed; all are found by searching when the block ends.

    `vocabulary` is the version of the needs by which they are made, `address` names the index. Nothing is done for
    the index's sake when the block fails, and the block never fails for the index's sake: notes stay, and `catch_up`
    does the rest.
    """
    catch_up(database, index)
    intake = Intake(database, Shelf(database, index, vocabulary), (database.url, address, vocabulary))
    try:
        yield intake
        intake.end()
    finally:
        intake.close()
    catch_up(database, index)


class Intake:
    """Hands documents to the shelf here, and once there are many to one elsewhere: `there` says what it is made of."""

    def __init__(self, database: Database, shelf: Shelf, there: tuple[str, str, str | None]) -> None:
        self._database, self._shelf, self._there = database, shelf, there
        self._count = 0
        self._process: ProcessPoolExecutor | None = None
        self._answers: deque[Future[list[int]]] = deque()

    def add(self, documents: Iterable[Packed]) -> None:
        """Take these, each of an asset as it was committed."""
        some = list(documents)
        self._count += len(some)
        if self._count < MANY:
            self._forget(self._shelf.keep(some))
            return
        if self._process is None:
            self._process = processes(1, _open, *self._there)
            some = [*self._shelf.given_up(), *some]
        self._ask(self._process, _keep, some)
        self._hear(at_most=WAITING)

    def end(self) -> None:
        """Give the index what is left."""
        self._forget(self._shelf.clear())
        if self._process:
            for what in (_clear, _follow):
                self._ask(self._process, what)
                self._hear(at_most=0)

    def close(self) -> None:
        """No more will come."""
        if self._process:
            self._process.shutdown(cancel_futures=True)

    def _ask(self, process: ProcessPoolExecutor, what: Callable[..., list[int]], *given: object) -> None:
        with _unhurt():
            self._answers.append(process.submit(what, *given))

    def _hear(self, at_most: int) -> None:
        """Forget the notes that were answered, until so many answers are still to come."""
        while self._answers and (len(self._answers) > at_most or self._answers[0].done()):
            with _unhurt():
                self._forget(self._answers.popleft().result())

    def _forget(self, numbers: list[int]) -> None:
        if numbers:
            forget(self._database, numbers)


@contextmanager
def _unhurt() -> Iterator[None]:
    try:
        yield
    except BrokenProcessPool:
        log.warning("search index is behind", reason="The process that writes it was stopped.")


@dataclass(frozen=True)
class _There:
    """What the other process has."""

    database: Database
    index: SearchIndex
    shelf: Shelf


_there: list[_There] = []


def _open(url: str, address: str, vocabulary: str | None) -> None:
    database, index = Database(url), open_index(address)
    _there.append(_There(database, index, Shelf(database, index, vocabulary)))


def _keep(documents: list[Packed]) -> list[int]:
    answered = _there[0].shelf.keep(documents)
    if answered:
        give_back()
    return answered


def _clear() -> list[int]:
    answered = _there[0].shelf.clear()
    give_back()
    return answered


def _follow() -> list[int]:
    """What was changed rather than added is read there too, for it may be as much."""
    catch_up(_there[0].database, _there[0].index)
    return []
