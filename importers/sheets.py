"""XLSX, ODS and XLS files: the rows of the first sheet that has names, their cells as text."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from importers.incoming import SourceFailed
from importers.origin import Origin
from importers.tables import LOOKED_AT, Table

Cell = Any
_DAMAGED = "The spreadsheet {} is damaged or was cut short, or needs a password."


def sheet_rows(origin: Origin, is_heading: Callable[[Sequence[str]], bool]) -> Table:
    """The rows of the first sheet in which a heading row is found; SourceFailed when the file is damaged or has none."""
    try:
        workbook = CalamineWorkbook.from_path(str(origin.path))
        for name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(name)
            beginning = sheet.to_python(nrows=LOOKED_AT, skip_empty_area=False)
            if any(is_heading([as_text(cell) for cell in row]) for row in beginning):
                return _rows(sheet)
    except (CalamineError, OSError, ValueError) as error:
        raise SourceFailed(_DAMAGED.format(origin.name)) from error
    raise SourceFailed("No sheet has a column called “name”.")


def beginning_of_sheets(origin: Origin, rows: int) -> list[list[Sequence[str]]]:
    """The first rows of every sheet, their cells as text. SourceFailed when the file is damaged."""
    try:
        workbook = CalamineWorkbook.from_path(str(origin.path))
        sheets = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
        return [[[as_text(cell) for cell in row] for row in sheet.to_python(nrows=rows)] for sheet in sheets]
    except (CalamineError, OSError, ValueError) as error:
        raise SourceFailed(_DAMAGED.format(origin.name)) from error


def _rows(sheet: Any) -> Iterator[tuple[int, Sequence[str]]]:
    # Rows above the first that holds anything are left out by the reader, but a person counts them.
    first = sheet.start[0] if sheet.start else 0
    for at, row in enumerate(sheet.iter_rows(), start=first + 1):
        yield at, [as_text(cell) for cell in row]


def as_text(cell: Cell) -> str:
    """A cell as a person reads it: 3 rather than 3.0, dates and times in ISO's way, yes and no for true and false."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    if isinstance(cell, timedelta):
        return str(cell)
    return "" if cell is None else str(cell)
