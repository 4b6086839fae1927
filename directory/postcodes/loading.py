"""Postcodes that a person brings, put beside those that are shipped."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

from directory.errors import Invalid, Unavailable
from directory.place import plausible_point
from directory.postcodes.national_grid import to_wgs84
from directory.postcodes.postcode import postcode_number
from directory.postcodes.published import Progress, Row, read_published
from directory.postcodes.storage import loaded_path, loaded_table, shipped_table, write_loaded
from directory.postcodes.table import PostcodeTable, merge, table_of

BATCH = 50_000
REJECTS_SHOWN = 20


@dataclass
class LoadReport:
    """What a load did: read = added + changed + unchanged + repeated + rejected.

    `repeated` rows name a postcode that comes again further down, where it counts. `rejects` holds the first
    twenty sentences, each with its row.
    """

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    repeated: int = 0
    rejected: int = 0
    rejects: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def reject(self, row: int, reason: str) -> None:
        self.rejected += 1
        if len(self.rejects) < REJECTS_SHOWN:
            self.rejects.append(f"row {row}: {reason}")


@dataclass
class _Columns:
    """The rows that can be used, one list a column."""

    rows: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    x: list[float] = field(default_factory=list)
    authorities: list[int] = field(default_factory=list)
    on_grid: bool = False


def load_postcodes(source: Path, data_dir: Path, progress: Progress | None = None) -> LoadReport:
    """Read a published file of postcodes into the data folder; what was loaded before stays, newer rows win.

    Nothing changes unless all of it is read: then the new table replaces the old one in one step. Raises
    Invalid when the file cannot be read or holds no postcode.
    """
    began, report = time.perf_counter(), LoadReport()
    table = read_table(source, report, progress)
    folder = loaded_path(data_dir).parent
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "loading.lock"):
        before = _undamaged(data_dir)
        _compare(table, before, report)
        write_loaded(merge(before, table) if before else table, data_dir)
    report.seconds = round(time.perf_counter() - began, 3)
    return report


def read_table(source: Path, report: LoadReport, progress: Progress | None = None) -> PostcodeTable:
    """The usable rows of a published file; `report` is told what was read, repeated and rejected."""
    names: dict[str, int] = {"": 0}
    parts = [_points(part, report) for part in _batches(read_published(source, progress), names, report)]
    numbers = np.concatenate([part[0] for part in parts]) if parts else np.empty(0, np.int64)
    if not len(numbers):
        reason = f" First: {report.rejects[0]}." if report.rejects else ""
        raise Invalid(f"{source.name} holds no postcode that can be used.{reason}", field="file")
    columns = [np.concatenate([part[at] for part in parts]) for at in range(1, 4)]
    table = table_of(numbers, columns[0], columns[1], columns[2].astype(np.int64), tuple(names))
    report.repeated = len(numbers) - len(table)
    return table


def _batches(rows: Iterator[Row], names: dict[str, int], report: LoadReport) -> Iterator[_Columns]:
    batch = _Columns()
    for row in rows:
        report.read += 1
        if len(batch.numbers) >= BATCH or row.columns.on_grid != batch.on_grid:
            yield batch
            batch = _Columns(on_grid=row.columns.on_grid)
        _take(row, batch, names, report)
    yield batch


def _take(row: Row, batch: _Columns, names: dict[str, int], report: LoadReport) -> None:
    cells, columns = row.cells, row.columns
    if len(cells) <= max(columns.postcode, columns.y, columns.x):
        return report.reject(row.number, "The row is too short or cannot be read")
    number = postcode_number(cells[columns.postcode])
    if number is None:
        return report.reject(row.number, f"“{cells[columns.postcode][:20]}” is not a postcode")
    try:
        y, x = float(cells[columns.y]), float(cells[columns.x])
    except ValueError:
        return report.reject(row.number, "The point is not two numbers")
    given = columns.authority
    name = cells[given].strip()[:100] if given is not None and given < len(cells) else ""
    batch.rows.append(row.number)
    batch.numbers.append(number)
    batch.y.append(y)
    batch.x.append(x)
    batch.authorities.append(names.setdefault(name, len(names)))
    return None


def _points(part: _Columns, report: LoadReport) -> tuple[NDArray[np.int64], ...]:
    """Numbers, latitudes, longitudes and authorities of the rows whose points can be right."""
    y, x = np.array(part.y, float), np.array(part.x, float)
    numbers, authorities = np.array(part.numbers, np.int64), np.array(part.authorities, np.int64)
    nowhere = (y == 0) & (x == 0)
    if part.on_grid:
        y, x = to_wgs84(x, y)
    good = (y >= 49.0) & (y <= 61.5) & (x >= -11.0) & (x <= 2.5) & ~nowhere
    for at in np.flatnonzero(~good):
        report.reject(part.rows[at], "No grid reference" if nowhere[at] else _why(float(y[at]), float(x[at])))
    return numbers[good], y[good], x[good], authorities[good]


def _why(latitude: float, longitude: float) -> str:
    if plausible_point(longitude, latitude):
        return "Latitude and longitude are swapped"
    return "No grid reference" if latitude > 90 else "The point is not in the British Isles"


def _undamaged(data_dir: Path) -> PostcodeTable | None:
    """What was loaded before. A damaged file is replaced: that is how a person mends it."""
    try:
        return loaded_table(data_dir)
    except Unavailable:
        return None


def _compare(table: PostcodeTable, before: PostcodeTable | None, report: LoadReport) -> None:
    """Count what is new, what moved and what is as it was, against all that we know."""
    known = merge(shipped_table(), before) if before else shipped_table()
    at = np.minimum(np.searchsorted(known.rows[0], table.rows[0]), len(known) - 1)
    found = known.rows[0, at] == table.rows[0]
    authority = np.array(known.authorities)[known.rows[3, at]] == np.array(table.authorities)[table.rows[3]]
    same = found & authority & (known.rows[1:3, at] == table.rows[1:3]).all(axis=0)
    report.added, report.unchanged = int((~found).sum()), int(same.sum())
    report.changed = int(found.sum()) - report.unchanged
