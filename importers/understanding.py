"""What records mean: each as its format says, then completed by its own words; here, or many at once elsewhere."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from directory.listing import Listing
from importers.arrival import Arrival
from importers.completing import Completer
from importers.incoming import Found, Gone, Incoming, Rejected, RowRefused
from importers.sources import get_format

Understood = Incoming | Gone | Rejected
Told = Understood | Arrival
"""What was understood elsewhere comes arranged already."""
Pending = Callable[[], Iterator[Told]]
"""Waits for what was submitted, and gives it in order."""


class Reader:
    """Reads the records of one source, in one format."""

    def __init__(self, format: str, source: str, completer: Completer) -> None:
        self._format = get_format(format)
        self._source = source
        self._completer = completer

    def read(self, found: Found) -> Understood:
        """What one record says; a reject where it cannot be a record."""
        try:
            said = self._format.understand(found)
            return said if isinstance(said, Gone) else self._completed(said)
        except RowRefused as refusal:
            return Rejected(found.row, refusal.field, refusal.message, found.as_cells())

    def read_all(self, records: Sequence[Found]) -> list[Understood]:
        """What each says, in order."""
        return [self.read(found) for found in records]

    def _completed(self, said: Incoming) -> Incoming:
        return replace(said, listing=_said_by(self._completer.complete(said.listing), self._source))


class Readers(Protocol):
    """Understands records while somebody else does other work."""

    def submit(self, records: Sequence[Found]) -> Pending:
        """Have these understood. SourceFailed, now or from the answer, when nobody can understand records any more."""

    def close(self) -> None:
        """No more will come."""


class Here:
    """Understands at once, in this process; without a reader, for rows that were understood before."""

    def __init__(self, reader: Reader | None = None) -> None:
        self._reader = reader

    def submit(self, records: Sequence[Found]) -> Pending:
        """As `Readers` says."""
        done = self._reader.read_all(records) if self._reader and records else []
        return lambda: iter(done)

    def close(self) -> None:
        """As `Readers` says."""


def _said_by(listing: Listing, source: str) -> Listing:
    """A date of checking without a name is the source's word."""
    if listing.assured_date is None or listing.assured_by is not None:
        return listing
    return listing.model_copy(update={"assured_by": source})
