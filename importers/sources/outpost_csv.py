"""Outpost's bulk upload: one service over several rows, those that go on naming the first by import_id_reference."""

from collections.abc import Iterator

from importers.incoming import Found, Incoming, Rejected
from importers.legacy import KNOWN, as_hsds
from importers.mapping import Mapping
from importers.origin import Origin
from importers.outpost import SIGNATURE, services_of
from importers.services import understand_service
from importers.tables import csv_rows, find_headings, rows_under
from importers.text_encoding import open_text, read_lines

FORMAT = "outpost-csv"
PRECEDENCE = 70


def recognises(origin: Origin) -> float:
    """By the headings that nobody else has."""
    if origin.is_folder or origin.is_spreadsheet:
        return 0.0
    return 0.95 if all(heading.encode() in origin.head[:5000] for heading in SIGNATURE) else 0.0


def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    """Each service, numbered by its first row; rows that go on with nothing are rejected."""
    with origin.open() as file, open_text(file) as text:
        table = csv_rows(read_lines(text))
        headings = find_headings(table, lambda cells: set(SIGNATURE) <= set(cells))
        yield from services_of(rows_under(headings, table))


def understand(found: Found) -> Incoming:
    """What the service says."""
    return understand_service(found, as_hsds, KNOWN)
