"""What the index has still to hear of: a note for each change, written in the transaction of the change itself."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from sqlmodel import Session, col, delete, func, select

from directory.database import Database
from directory.models import SearchChange

Note = tuple[int, str]
"""The number of the note and the id of the asset."""


def is_waiting(database: Database) -> bool:
    """Whether there is any note."""
    with database.reading() as session:
        return session.exec(select(SearchChange.id).limit(1)).first() is not None


def notes_of(session: Session, asset_ids: Container[str]) -> list[Note]:
    """All notes of these assets. Looks through every note there is: so many do not wait for long."""
    every = session.exec(select(SearchChange.id, SearchChange.service_id))
    return [(number, asset_id) for number, asset_id in every if number is not None and asset_id in asset_ids]


def newest_notes(session: Session, limit: int) -> list[Note]:
    """The newest notes, at most so many."""
    wanted = select(SearchChange.id, SearchChange.service_id).order_by(col(SearchChange.id).desc()).limit(limit)
    return [(number, asset_id) for number, asset_id in session.exec(wanted) if number is not None]


def every_number(session: Session) -> list[int]:
    """The numbers of all notes."""
    return [number for number in session.exec(select(SearchChange.id)) if number is not None]


def count_noted(session: Session) -> int:
    """How many assets there are notes of."""
    return session.exec(select(func.count(func.distinct(SearchChange.service_id)))).one()


def forget(database: Database, numbers: Iterable[int]) -> None:
    """Only those that were read: on PostgreSQL a lower number may be committed after a higher one."""
    with database.writing() as session:
        for first, last in _runs(sorted(numbers)):
            session.exec(delete(SearchChange).where(col(SearchChange.id).between(first, last)))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each run without a gap: a large import is one, and one statement."""
    breaks = [at for at, (one, other) in enumerate(pairwise(numbers), 1) if other != one + 1]
    for start, stop in pairwise([0, *breaks, len(numbers)]):
        if stop > start:
            yield numbers[start], numbers[stop - 1]
