"""One at a time: work that two processes must not do together, on one machine or on several."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b

from filelock import FileLock, Timeout
from sqlmodel import func, select

from directory.catalogue import Catalogue


@contextmanager
def taking_turn(catalogue: Catalogue, work: str) -> Iterator[bool]:
    """Whether this work is ours for as long as the block lasts; False: somebody else is at it.

    Whoever is killed gives it up by that. PostgreSQL holds the turn for all machines that share it, SQLite's is a
    locked file in the data folder.
    """
    postgresql = catalogue.database.engine.dialect.name == "postgresql"
    with (_held_by_database if postgresql else _held_by_file)(catalogue, work) as ours:
        yield ours


@contextmanager
def _held_by_database(catalogue: Catalogue, work: str) -> Iterator[bool]:
    # An advisory lock, not that of a row: whoever pauses a feed at a page need not wait until it has been read.
    with catalogue.database.engine.connect() as connection:
        yield bool(connection.execute(select(func.pg_try_advisory_xact_lock(_key(work)))).scalar_one())


@contextmanager
def _held_by_file(catalogue: Catalogue, work: str) -> Iterator[bool]:
    folder = catalogue.settings.data_dir / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"turn-{_key(work):x}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _key(work: str) -> int:
    """A number for the work, as wide as PostgreSQL takes."""
    return int.from_bytes(blake2b(work.encode(), digest_size=8).digest(), signed=True)
