"""Rows under headings, from CSV text or a sheet: found, counted as a person counts them, and checked for shape."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from importers.columns import guess_columns
from importers.incoming import Rejected, SourceFailed

LOOKED_AT = 20
"""Rows in which the headings must be: some files have a title and a date above them."""
LONGEST_FIELD = 20_000_000
"""Characters the CSV reader takes in at once; far above what a record may hold, so that the column can be named."""
MOST_COLUMNS = 2_000
REPORTED = ("row", "problem")
"""The columns that a file of rejects has more than the file it came from."""
_END = "\x00end of the file\x00"

csv.field_size_limit(LONGEST_FIELD)

Cells = Sequence[str]
Table = Iterator[tuple[int, Cells]]
"""(row as a person counts, its cells)"""
TOO_LONG = ["a cell that the reader gave up on"]


@dataclass(frozen=True)
class TableRow:
    """The cells of a row by their headings, the empty ones too."""

    row: int
    cells: dict[str, str]


class _Lines:
    """Lines, and whether the last of them was left without an end."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.open_end = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.open_end = not line.endswith(("\n", "\r"))
        return line


def csv_rows(lines: Iterable[str], *, quoted: bool = True) -> Table:
    """The rows of CSV text, headings and all. SourceFailed where it ends in the middle of a row.

    `quoted` false: a quotation mark is a quotation mark, as in tables that no spreadsheet wrote.
    """
    source = _Lines(lines)
    beginning = list(islice(source, LOOKED_AT))
    reader = csv.reader(
        chain(beginning, source, [_END]),
        delimiter=delimiter_of(beginning),
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
    )
    last: list[str] = []
    row = widest = 0
    for row, cells in enumerate(_each(reader)):
        if cells == [_END]:
            if source.open_end and len(last) < widest:
                raise _cut_short(row)
            yield from [(row, last)] if row else []
            return
        if row:
            yield row, last
        last, widest = cells, max(widest, len(last))
    # The sign of the end was swallowed by a quotation that nobody closed.
    raise _cut_short(row + 1)


def _each(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield TOO_LONG


def _cut_short(row: int) -> SourceFailed:
    return SourceFailed(f"The file ends in the middle of row {row}: was it cut short? What came before was read.")


def delimiter_of(beginning: Sequence[str]) -> str:
    """What stands between the cells: the sign that gives the most headings that we know, else the most cells."""

    def headings(sign: str) -> tuple[int, int]:
        rows = list(csv.reader(beginning, delimiter=sign))
        return max(((len(guess_columns(cells[:MOST_COLUMNS])), len(cells)) for cells in rows), default=(0, 0))

    return max(",;\t|¬", key=headings)


def rows_under(headings: Sequence[str], table: Table) -> Iterator[TableRow | Rejected]:
    """Each row that holds anything. One with more cells than there are headings is rejected, not guessed at."""
    for row, cells in table:
        if cells == TOO_LONG:
            yield Rejected(row, None, "A cell of this row is too long to be read. Is a quotation mark missing?")
        elif any(cell.strip() for cell in cells[len(headings) :]):
            yield Rejected(row, None, _too_many(len(cells), len(headings)), _by_heading(headings, cells))
        elif any(cell.strip() for cell in cells):
            yield TableRow(row, _by_heading(headings, cells))


def has_name(columns: dict[str, str]) -> bool:
    """Whether a row of headings is one: it names a name, and is not a lone title above the table."""
    return any(ours == "name" and (theirs.lower() == "name" or len(columns) > 1) for theirs, ours in columns.items())


def find_headings(table: Table, is_heading: Callable[[Sequence[str]], bool]) -> list[str]:
    """The first row of headings, each once, in which there is a name; the table goes on after it.

    SourceFailed when none of the first rows is one.
    """
    first: Cells = ()
    for row, cells in table:
        if is_heading(headings := distinct(cells)):
            return headings
        first = first or [cell.strip() for cell in cells if cell.strip()]
        if row >= LOOKED_AT:
            break
    seen = f"The columns are: {', '.join(first)[:200]}." if first else "It has no rows."
    has_one = "name" in (cell.lower() for cell in first)
    lacks = "The columns are not those of this format." if has_one else "There is no column called “name”."
    raise SourceFailed(f"{lacks} {seen}")


def distinct(cells: Cells) -> list[str]:
    """Headings as written; one that comes again gets a number, one that is missing its place.

    SourceFailed when there are so many that they are none.
    """
    if len(cells) > MOST_COLUMNS:
        raise SourceFailed(f"A row of {len(cells):,} cells stands where the headings should be, which is too many.")
    headings: list[str] = []
    for place, cell in enumerate(cells, start=1):
        heading = cell.strip() or f"column {place}"
        again = sum(1 for earlier in headings if earlier == heading or earlier.startswith(f"{heading} ("))
        headings.append(f"{heading} ({again + 1})" if again else heading)
    return headings


def _by_heading(headings: Sequence[str], cells: Cells) -> dict[str, str]:
    """Without what a file of rejects has more. A harmless-making apostrophe is undone."""
    padded = [*cells, *[""] * (len(headings) - len(cells))]
    named = {heading: _bare(cell) for heading, cell in zip(headings, padded, strict=False)}
    if extra := [cell for cell in cells[len(headings) :] if cell.strip()]:
        named["more cells"] = " | ".join(extra)
    return {heading: cell for heading, cell in named.items() if heading not in REPORTED}


def _bare(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in FORMULA else cell


def _too_many(cells: int, headings: int) -> str:
    return f"This row has {cells} cells under {headings} headings. Is a quotation mark missing around a comma?"


FORMULA = "=+-@\t\r"
"""What a cell begins with when a spreadsheet would take it for a formula."""


def harmless(cell: str) -> str:
    """A cell that a spreadsheet shows instead of evaluating; reading it again gives the cell as it was."""
    return f"'{cell}" if cell[:1] and cell[0] in FORMULA else cell
