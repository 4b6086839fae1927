"""Spreadsheets: XLSX, ODS and old XLS, with a heading row as in the CSV. The first sheet with a name column is read."""

from collections.abc import Iterator

from importers.incoming import Found, Incoming, Rejected
from importers.mapping import Mapping
from importers.origin import Origin
from importers.rows import found_rows, is_heading, understand_row
from importers.sheets import sheet_rows

FORMAT = "xlsx"
PRECEDENCE = 70


def recognises(origin: Origin) -> float:
    """By how its bytes begin, whatever it is called."""
    return 0.6 if origin.is_spreadsheet else 0.0


def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    """Each row."""
    yield from found_rows(sheet_rows(origin, lambda cells: is_heading(cells, mapping)), mapping)


def understand(found: Found) -> Incoming:
    """What the row says."""
    return understand_row(found)
