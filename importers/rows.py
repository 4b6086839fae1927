"""Table rows to what a run takes in: our columns by a mapping, the rest kept, an id that is the same next time."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from directory.listing import Listing
from directory.understanding.wording import without_accents
from importers.incoming import Incoming, Rejected, RowRefused
from importers.mapping import Mapping as ColumnMapping
from importers.mapping import mapping_for
from importers.normalise import check_length, normalise
from importers.tables import Table, TableRow, find_headings, has_name, rows_under


def read_table(table: Table, mapping: ColumnMapping | None) -> Iterator[Incoming | Rejected]:
    """Each row as a record, or as a reject with the reason. Without a mapping one is chosen by the headings."""
    headings = find_headings(table, lambda cells: is_heading(cells, mapping))
    chosen = mapping or mapping_for(headings)
    columns = chosen.columns_of(headings)
    nameless: Counter[str] = Counter()
    for row in rows_under(headings, table):
        if isinstance(row, Rejected):
            yield row
            continue
        try:
            yield _incoming(row, chosen, columns, nameless)
        except RowRefused as refusal:
            yield Rejected(row.row, refusal.field, refusal.message, row.cells)


def is_heading(cells: Sequence[str], mapping: ColumnMapping | None) -> bool:
    """Whether these cells are the headings of records."""
    return has_name((mapping or mapping_for(cells)).columns_of(cells))


def _incoming(row: TableRow, mapping: ColumnMapping, by_heading: dict[str, str], nameless: Counter[str]) -> Incoming:
    columns, raw = mapping.ours(row.cells, by_heading)
    for heading, cell in raw.items():
        check_length(heading, cell)
    done = normalise(columns)
    source_id = columns.get("id", "").strip() or _made_id(done.listing, nameless)
    return Incoming(
        row.row, source_id, done.listing, raw={**raw, **done.left}, uuid=as_uuid(source_id), cells=row.cells
    )


def as_uuid(text: str) -> str | None:
    """The id in its usual spelling where it is a UUID."""
    try:
        return str(UUID(text))
    except ValueError:
        return None


def _made_id(listing: Listing, nameless: Counter[str]) -> str:
    """For a record without an id: its name, who runs it and where. Its times too, if another is called the same."""
    venue = listing.venues[0] if listing.venues else None
    organization = listing.organization.name if listing.organization else None
    where = (venue.postcode or venue.address) if venue else None
    said = (listing.name, organization, where)
    made = slug(*said)
    nameless[made] += 1
    return made if nameless[made] == 1 else slug(*said, listing.times_text)


def slug(*words: str | None) -> str:
    """Words joined by dashes, without case and accents, as they stand in an id."""
    joined = without_accents(" ".join(word for word in words if word)).lower()
    return re.sub(r"[^a-z0-9]+", "-", joined).strip("-")


def as_values(record: Mapping[str, object]) -> dict[str, str]:
    """A foreign record as cells, to be shown beside the reason why it was refused."""
    return {str(key): str(value)[:1000] for key, value in record.items() if not isinstance(value, dict | list)}
