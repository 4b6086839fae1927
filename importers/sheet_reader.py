"""A program of its own: `sheet_reader.py FILE N` tells the rows of a spreadsheet as lines of JSON.

A spreadsheet of a few hundred bytes can make any reader ask for all the memory there is, and be ended for it. Here
that ends nobody else. It imports as little as it can, for it is started once for each file.

Of each sheet it tells the first N rows, and whether more were wanted is then read from standard input: `rows` for the
whole of it and no other sheet, `next` for the next sheet. Every answer is a line; `null` is the end.
"""

import json
import sys
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

if sys.platform != "win32":
    import resource

DAMAGED = 3
"""The exit status when the file is no spreadsheet, or not a whole one; any other than 0 means that it was too much."""
MOST_MEMORY = 3_000_000_000
"""Bytes. A sheet of a million rows takes about half of this."""
MOST_SECONDS = 600
"""Of computing."""
AT_ONCE = 500
Cell = Any


def main(path: str, first: int) -> int:
    """Tell the sheets."""
    try:
        workbook = CalamineWorkbook.from_path(path)
        for name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(name)
            _tell([[as_text(cell) for cell in row] for row in sheet.to_python(nrows=first)])
            if sys.stdin.readline().strip() == "rows":
                _tell_rows(sheet)
                break
        _tell(None)
    except (CalamineError, OSError, ValueError):
        return DAMAGED
    return 0


def _tell_rows(sheet: CalamineSheet) -> None:
    # Rows above the first that holds anything are left out by the reader, but a person counts them.
    above = sheet.start[0] if sheet.start else 0
    _tell(above)
    rows = iter(sheet.iter_rows())
    while batch := [[as_text(cell) for cell in row] for row in islice(rows, AT_ONCE)]:
        _tell(batch)


def _tell(answer: Any) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


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


def _within_bounds() -> None:
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _within_bounds()
    raise SystemExit(main(sys.argv[1], int(sys.argv[2])))
