"""Table rows to what a run takes in: our columns by a mapping, the rest kept, an id that is the same next time."""

import re
from collections.abc import Iterator, Sequence
from uuid import UUID

from directory.listing import Listing
from directory.understanding.wording import without_accents
from importers.incoming import Found, Incoming, Rejected
from importers.mapping import Mapping as ColumnMapping
from importers.mapping import mapping_for
from importers.normalise import check_length, normalise
from importers.tables import Table, find_headings, has_name, rows_under


def found_rows(table: Table, mapping: ColumnMapping | None) -> Iterator[Found | Rejected]:
    """Each row by our columns, with what is in no column of ours. Without a mapping one is chosen by the headings."""
    headings = find_headings(table, lambda cells: is_heading(cells, mapping))
    chosen = mapping or mapping_for(headings)
    by_heading = chosen.columns_of(headings)
    for row in rows_under(headings, table):
        if isinstance(row, Rejected):
            yield row
            continue
        columns, raw = chosen.ours(row.cells, by_heading)
        yield Found(row.row, {"columns": columns, "raw": raw}, row.cells)


def understand_row(found: Found) -> Incoming:
    """What one row says. A row without an id gets one from what it says, the same the next time."""
    columns, raw = found.said["columns"], found.said["raw"]
    for heading, cell in raw.items():
        check_length(heading, cell)
    done = normalise(columns)
    own = columns.get("id", "").strip()
    source_id, spare_id = (own, None) if own else _made_ids(done.listing)
    return Incoming(
        found.row,
        source_id,
        done.listing,
        raw={**raw, **done.left},
        uuid=as_uuid(own),
        cells=found.as_cells(),
        spare_id=spare_id,
    )


def is_heading(cells: Sequence[str], mapping: ColumnMapping | None) -> bool:
    """Whether these cells are the headings of records."""
    return has_name((mapping or mapping_for(cells)).columns_of(cells))


def as_uuid(text: str) -> str | None:
    """The id in its usual spelling where it is a UUID."""
    try:
        return str(UUID(text))
    except ValueError:
        return None


def _made_ids(listing: Listing) -> tuple[str, str]:
    """For a record without an id: its name, who runs it and where; with its times too, if another is called the same."""
    venue = listing.venues[0] if listing.venues else None
    organization = listing.organization.name if listing.organization else None
    where = (venue.postcode or venue.address) if venue else None
    said = (listing.name, organization, where)
    return slug(*said), slug(*said, listing.times_text)


def slug(*words: str | None) -> str:
    """Words joined by dashes, without case and accents, as they stand in an id."""
    joined = without_accents(" ".join(word for word in words if word)).lower()
    return re.sub(r"[^a-z0-9]+", "-", joined).strip("-")
