"""What records mean: each as its format says, then completed by its own words; one after another, or many at once."""

from collections.abc import Sequence
from dataclasses import replace

from directory.listing import Listing
from importers.completing import Completer
from importers.incoming import Found, Gone, Incoming, Rejected, RowRefused
from importers.sources import get_format

Understood = Incoming | Gone | Rejected


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


def _said_by(listing: Listing, source: str) -> Listing:
    """A date of checking without a name is the source's word."""
    if listing.assured_date is None or listing.assured_by is not None:
        return listing
    return listing.model_copy(update={"assured_by": source})
