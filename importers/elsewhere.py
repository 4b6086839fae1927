"""Records understood in other processes, once there are so many that it is worth starting them."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from directory.apart import packed, processes, unpacked
from directory.database import Database
from directory.geography import Gazetteer
from directory.memory import collect_seldom
from directory.taxonomies import Term
from importers.arrival import Arranging
from importers.completing import Completer
from importers.incoming import Found, Incoming, SourceFailed
from importers.needs_of import NeedReader
from importers.understanding import Pending, Reader, Told

MANY = 1_000
"""Records that are understood in this process alone: starting another takes longer."""
MOST_PROCESSES = 4
PIECE = 50
"""Records that are given away at once."""


@dataclass(frozen=True)
class Recipe:
    """All that a reader is made of, to be made again in another process; and what arranges what it read."""

    format: str
    source: str
    data_dir: Path
    terms: tuple[Term, ...]
    database: str
    """The URL of the database that records are arranged for; it is not opened."""
    at: datetime

    def reader(self) -> Reader:
        """A reader of this source."""
        return Reader(self.format, self.source, Completer(Gazetteer(self.data_dir), _needs(self.terms)))

    def arranging(self) -> Arranging:
        """What makes arrivals of its records."""
        return Arranging(self.source, Database(self.database).engine.dialect, self.terms, self.at)


class Growing:
    """Understands here while there are few records, and in other processes too once there are many."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._here = recipe.reader(), recipe.arranging()
        self._count = 0
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, records: Sequence[Found]) -> Pending:
        """Have these understood; the answer waits for them."""
        self._count += len(records)
        if self._count <= MANY:
            done = arranged(*self._here, records)
            return lambda: iter(done)
        pool = self._pool = self._pool or _pool(self._recipe)
        pieces = [records[start : start + PIECE] for start in range(0, len(records), PIECE)]
        with _said_plainly():
            futures = [pool.submit(_read_all, piece) for piece in pieces]
        return lambda: self._answer(list(zip(pieces, futures, strict=True)))

    def _answer(self, pieces: Sequence[tuple[Sequence[Found], Future[bytes]]]) -> Iterator[Told]:
        """In order, when all is understood. Who would only wait takes from the end what nobody has begun."""
        done: dict[int, bytes] = {}
        for place, (records, future) in reversed(list(enumerate(pieces))):
            if future.cancel():
                done[place] = packed(arranged(*self._here, records))
        with _said_plainly():
            told = [done[place] if place in done else future.result() for place, (_, future) in enumerate(pieces)]
        # Thousands of records are a hundred megabytes: each piece is unpacked when its turn comes.
        return (one for piece in told for one in unpacked(piece))

    def close(self) -> None:
        """No more will come."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


def arranged(reader: Reader, arranging: Arranging, records: Sequence[Found]) -> list[Told]:
    """What each says, ready to be written."""
    return [arranging.arrival(said) if isinstance(said, Incoming) else said for said in reader.read_all(records)]


@lru_cache(maxsize=2)
def _needs(terms: tuple[Term, ...]) -> NeedReader:
    """Made once for a vocabulary: it takes longer than reading a small file with it."""
    return NeedReader(terms)


_made: list[tuple[Reader, Arranging]] = []


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
    # One core is kept for writing.
    return processes(min(MOST_PROCESSES, max(1, (os.cpu_count() or 1) - 1)), _make, recipe)


def _make(recipe: Recipe) -> None:
    _made.append((recipe.reader(), recipe.arranging()))
    collect_seldom()


def _read_all(records: Sequence[Found]) -> bytes:
    return packed(arranged(*_made[0], records))
