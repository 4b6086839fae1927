"""Spreadsheets: XLSX, ODS and old XLS, with a heading row as in the CSV. The first sheet with a name column is read."""

from collections.abc import Iterator

from importers.incoming import Incoming, Rejected
from importers.mapping import Mapping
from importers.origin import Origin
from importers.rows import is_heading, read_table
from importers.sheets import sheet_rows

FORMAT = "xlsx"


def recognises(origin: Origin) -> float:
    """By how its bytes begin, whatever it is called."""
    return 0.6 if origin.is_spreadsheet else 0.0


def read(origin: Origin, mapping: Mapping | None) -> Iterator[Incoming | Rejected]:
    """Each row a record."""
    yield from read_table(sheet_rows(origin, lambda cells: is_heading(cells, mapping)), mapping)
