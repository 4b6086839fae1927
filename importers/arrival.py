"""Records as they arrive at the catalogue: what each says, and all that would be kept of it worked out already.

That is made where records are understood, in another process once there are many; who writes them has the less to do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Dialect

from directory.additions import Addition
from directory.listing import Listing
from directory.models.base import ordered_id
from directory.search.document import Packed, document_under
from directory.taxonomies import Term
from importers.incoming import Incoming


@dataclass(frozen=True)
class Arrival:
    """What `Incoming` is, with what becomes of it should it be new: the addition, and its document for searching."""

    row: int
    source_id: str
    addition: Addition
    document: Packed | None
    raw: Mapping[str, str]
    uuid: str | None
    spare_id: str | None

    @property
    def name(self) -> str:
        """What it is called."""
        return self.addition.profile.records[0].name

    @property
    def listing(self) -> Listing:
        """What it says; made anew each time."""
        return self.addition.listing


class Arranging:
    """Makes arrivals of one source's records, for a database of one dialect. `terms` are the needs; `at` is now."""

    def __init__(self, source: str, dialect: Dialect, terms: Iterable[Term], at: datetime) -> None:
        self.source, self._dialect, self._at = source, dialect, at
        self._terms = {term.code: term for term in terms}

    def arrival(self, said: Incoming, own_id: str | None = None) -> Arrival:
        """The record under the id that it would have: `own_id`, its own UUID, or one derived from where it came from."""
        key = own_id or said.uuid or self.derived_id(said.source_id)
        addition = Addition.of(key, said.listing, self._at, self._dialect)
        document = document_under(key, 1, said.listing, self._terms)
        packed = Packed.of(document) if document else None
        return Arrival(said.row, said.source_id, addition, packed, said.raw, said.uuid, said.spare_id)

    def again(self, arrival: Arrival, source_id: str, own_id: str | None = None) -> Arrival:
        """The same record, known by other ids."""
        said = Incoming(arrival.row, source_id, arrival.listing, arrival.raw, arrival.uuid, spare_id=arrival.spare_id)
        return self.arrival(said, own_id)

    def derived_id(self, source_id: str) -> str:
        """The id of a record whose source has no UUIDs, or whose UUID somebody else has."""
        return ordered_id(self.source, source_id)
