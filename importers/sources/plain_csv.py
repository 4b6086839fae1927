"""CSV with a heading row: our own columns, other people's by a mapping, commas, semicolons or tabs."""

from collections.abc import Iterator

from importers.incoming import Found, Incoming, Rejected
from importers.mapping import Mapping
from importers.origin import Origin
from importers.rows import found_rows, understand_row
from importers.tables import csv_rows
from importers.text_encoding import open_text, read_lines

FORMAT = "csv"
PRECEDENCE = 70


def recognises(origin: Origin) -> float:
    """Text whose headings we know; a little when it is called .csv."""
    if origin.is_folder or origin.is_spreadsheet or origin.is_zip or origin.json is not None:
        return 0.0
    return 0.5 if origin.suffix in (".csv", ".tsv", ".txt") else 0.2


def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    """Each row."""
    with origin.open() as file, open_text(file) as text:
        yield from found_rows(csv_rows(read_lines(text)), mapping)


def understand(found: Found) -> Incoming:
    """What the row says."""
    return understand_row(found)
