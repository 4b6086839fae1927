"""Files of postcodes as they are published, read as rows of text.

Three shapes: the ONS Postcode Directory (CSV, or its zip), Code-Point Open (zip of CSVs without headers),
and a plain CSV of `postcode,latitude,longitude[,local_authority]`. They are told apart by what is in them.
"""

import csv
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from directory.errors import Invalid
from directory.postcodes.postcode import postcode_number

Progress = Callable[[int, int], None]
"""Told the bytes read so far and the bytes there are."""

ROWS_BETWEEN_REPORTS = 5_000
LONGEST_LINE = 100_000
"""Characters; no line of postcodes has more than a few hundred."""
UNREADABLE = "(unreadable)"


@dataclass(frozen=True)
class Columns:
    """Where a file keeps what we want. `on_grid`: `y` and `x` are northings and eastings, not degrees."""

    postcode: int
    y: int
    x: int
    authority: int | None = None
    on_grid: bool = False


@dataclass(frozen=True)
class Row:
    """One row as it was written; `number` is its line among the rows of all files, the first is 1."""

    number: int
    cells: list[str]
    columns: Columns


CODE_POINT = Columns(postcode=0, y=3, x=2, authority=8, on_grid=True)
PLAIN = Columns(postcode=0, y=1, x=2, authority=3)

_POSTCODE = ("pcds", "postcode", "pcd", "pcd7", "pcd8", "pcd2")
_LATITUDE, _LONGITUDE = ("lat", "latitude"), ("long", "longitude", "lng", "lon")
_NORTHING, _EASTING = (
    ("northings", "northing", "osnrth1m", "north1m"),
    ("eastings", "easting", "oseast1m", "east1m"),
)
_AUTHORITY = re.compile(r"oslaua|laua|lad\d*cd|la_code|admin_district_code|local_authority|local authority")


def read_published(source: Path, progress: Progress | None = None) -> Iterator[Row]:
    """Every row of a file, headers left out. Raises Invalid when it is none of the shapes, or is broken."""
    if not source.is_file():
        raise Invalid(f"There is no file {source}.", field="file")
    try:
        yield from _zipped(source, progress) if zipfile.is_zipfile(source) else _flat(source, progress)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise Invalid(f"{source.name} is damaged or incomplete. Nothing was loaded.", field="file") from error


def _flat(source: Path, progress: Progress | None) -> Iterator[Row]:
    with source.open("rb") as file:
        yield from _rows(file, source.name, _told(progress, 0, source.stat().st_size))


def _zipped(source: Path, progress: Progress | None) -> Iterator[Row]:
    with zipfile.ZipFile(source) as archive, ExitStack() as stack:
        members = _members(archive)
        if not members:
            raise Invalid(f"{source.name} holds no CSV of postcodes.", field="file")
        before, whole, lines = 0, sum(member.file_size for member in members), 0
        for member in members:
            file = stack.enter_context(archive.open(member))
            for row in _rows(file, member.filename, _told(progress, before, whole), lines):
                yield row
                lines = row.number
            before += member.file_size


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The CSVs that hold postcodes: the one whole ONSPD where there is one, else all but documentation."""
    found = [item for item in archive.infolist() if item.filename.lower().endswith(".csv")]
    found = [item for item in found if not re.search(r"(^|/)(doc|user|__macosx)[^/]*/", item.filename, re.I)]
    whole = [item for item in found if re.search(r"onspd[^/]*$", item.filename, re.I)]
    whole = [item for item in whole if "multi_csv" not in item.filename.lower()]
    return [max(whole, key=lambda item: item.file_size)] if whole else sorted(found, key=lambda i: i.filename)


def _told(progress: Progress | None, before: int, whole: int) -> Callable[[int], None]:
    return (lambda at: progress(before + at, whole)) if progress else (lambda _at: None)


def _rows(file: IO[bytes], name: str, told: Callable[[int], None], lines: int = 0) -> Iterator[Row]:
    with TextIOWrapper(file, encoding=_encoding(file), errors="replace", newline="") as text:
        cells = _cells(text)
        head = next(cells, None)
        if head is None:
            raise Invalid(f"{name} is empty.", field="file")
        columns = _headed(head) or _headless(head)
        if columns is None:
            raise Invalid(f"{name} has no columns of postcode, latitude and longitude.", field="file")
        if not _headed(head):
            yield Row(lines := lines + 1, head, columns)
        for number, row in enumerate(cells, start=lines + 1):
            if row:
                yield Row(number, row, columns)
            if number % ROWS_BETWEEN_REPORTS == 0:
                told(file.tell())
        told(file.tell())


def _encoding(file: IO[bytes]) -> str:
    start = file.read(65_536)
    file.seek(0)
    try:
        start[: start.rfind(b"\n") + 1].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _cells(text: TextIOWrapper) -> Iterator[list[str]]:
    """Rows of cells. A row that cannot be read as CSV comes as one cell that no column finds."""
    first = text.readline(LONGEST_LINE)
    text.seek(0)
    separator = max(",;\t", key=first.count)
    reader = csv.reader(map(_legible, text), delimiter=separator)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield [UNREADABLE]


def _legible(line: str) -> str:
    # The reader has a limit too, but one for the whole process, which others set.
    return line.replace("\0", "") if len(line) <= LONGEST_LINE else f"{UNREADABLE}\n"


def _headed(head: list[str]) -> Columns | None:
    names = [cell.strip().lower() for cell in head]

    def place(wanted: tuple[str, ...]) -> int | None:
        return next((names.index(name) for name in wanted if name in names), None)

    authority = next((at for at, name in enumerate(names) if _AUTHORITY.fullmatch(name)), None)
    postcode, on_grid = place(_POSTCODE), place(_LATITUDE) is None
    y, x = (place(_NORTHING), place(_EASTING)) if on_grid else (place(_LATITUDE), place(_LONGITUDE))
    if postcode is None or y is None or x is None:
        return None
    return Columns(postcode, y, x, authority, on_grid)


def _headless(head: list[str]) -> Columns | None:
    if len(head) < 3 or postcode_number(head[0]) is None:
        return None
    return CODE_POINT if len(head) >= 9 else PLAIN
