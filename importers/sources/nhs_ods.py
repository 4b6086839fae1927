"""Lists of NHS organisations: the Organisation Data Service's files without headings, and others' with them."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain, islice
from pathlib import PurePath

from pydantic import ValidationError

from directory.clock import today
from directory.understanding.plain_text import plain_text
from importers.areas import Area
from importers.incoming import Found, Gone, Incoming, Rejected, RowRefused, SourceFailed
from importers.mapping import Mapping
from importers.nhs_organisations import (
    CODE,
    CONSUMED,
    FILES,
    WITHOUT_HEADINGS,
    column_of,
    is_closed,
    is_row,
    listing_of,
)
from importers.normalise import NO_NAME, check_length, refused
from importers.origin import Origin
from importers.tables import LOOKED_AT, Cells, Table, csv_rows, distinct, rows_under
from importers.text_encoding import open_text, read_lines

FORMAT = "nhs-ods"
LICENCE = "Open Government Licence v3.0"
PRECEDENCE = 40


def recognises(origin: Origin) -> float:
    """By headings that name the code, or by rows that have a code, a day and a status where they should be."""
    if origin.is_folder or origin.is_spreadsheet or origin.is_zip or origin.json:
        return 0.0
    try:
        with open_text(BytesIO(origin.head)) as text:
            lines = [*islice(read_lines(text), LOOKED_AT)]
        rows = [cells for _, cells in islice(csv_rows(lines[:-1] or lines), 1)]
    except SourceFailed:
        return 0.0
    return 0.94 if rows and (_names_codes(rows[0]) or is_row(rows[0])) else 0.0


def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    """Each organisation in the areas that are wanted, the closed ones too."""
    area = Area(mapping)
    stem = PurePath(origin.name).stem.lower()
    file = next((name for name in FILES if stem.startswith(name)), None)
    with origin.open() as opened, open_text(opened) as text:
        headings, table = _begun(csv_rows(read_lines(text)))
        for row in rows_under(headings, table):
            if isinstance(row, Rejected):
                yield row
                continue
            cells = {heading: cell for heading, cell in row.cells.items() if cell and not heading.startswith("-")}
            if area.holds([], cells.get("postcode", "")):
                yield Found(row.row, {"cells": cells, "file": file}, cells)


def understand(found: Found) -> Incoming | Gone:
    """What the list says of it."""
    cells = found.said["cells"]
    code = cells.get("code", "").strip().upper()
    if not CODE.fullmatch(code):
        raise RowRefused("This organisation has no code, so nobody could find it again", field="code")
    if is_closed(cells, today()):
        return Gone(found.row, code)
    for column, cell in cells.items():
        check_length(column, cell)
    words = {column: plain_text(cell) for column, cell in cells.items()}
    if not words.get("name"):
        raise RowRefused(NO_NAME, field="name")
    try:
        listing = listing_of(words, found.said["file"])
    except ValidationError as error:
        raise refused(error) from error
    raw = {column: cell for column, cell in cells.items() if column not in CONSUMED}
    return Incoming(found.row, code, listing, raw=raw, cells=cells)


def _begun(table: Table) -> tuple[list[str], Table]:
    """The headings by our names, and the rows under them, which begin at once where there are no headings."""
    first = next(table, None)
    if first is None:
        raise SourceFailed("The file has no rows.")
    if _names_codes(first[1]):
        return distinct([column_of(heading) or heading for heading in first[1]]), table
    if not is_row(first[1]):
        raise SourceFailed("There is neither a heading for the organisation's code nor the usual 27 columns.")
    width = len(first[1])
    columns = [*WITHOUT_HEADINGS, "-"][:width]
    return distinct(columns), chain([first], table)


def _names_codes(cells: Cells) -> bool:
    columns = [column_of(cell) for cell in cells]
    return "code" in columns and "name" in columns and "postcode" in columns
