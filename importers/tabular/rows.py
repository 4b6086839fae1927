"""The rows of one table of a bundle: CSV, text between tabs, or JSON; cells by headings as `snake` writes them."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, BinaryIO, TypeVar

import ijson

from importers.incoming import Rejected, SourceFailed
from importers.json_shape import MARK, level, snake
from importers.tables import TableRow, csv_rows, distinct, rows_under
from importers.tabular.bundle import Bundle
from importers.text_encoding import open_text, read_lines

T = TypeVar("T")


def rows_of(bundle: Bundle, name: str, at: str = "item") -> Iterator[TableRow | Rejected]:
    """Each row that holds anything, numbered as a person counts. `at` is where the rows lie in JSON.

    SourceFailed, naming the file, where it is damaged or ends too early.
    """
    with _named(name), bundle.open(name) as file:
        begins = file.read(100).removeprefix(MARK).lstrip()[:1]
        file.seek(0)
        if begins in (b"[", b"{"):
            yield from _from_json(file, at)
        else:
            yield from _from_text(file, name)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Say which file it was."""
    try:
        yield
    except SourceFailed as failure:
        raise SourceFailed(failure.message if name in failure.message else f"{name}: {failure.message}") from failure
    except (zlib.error, ValueError) as error:
        raise SourceFailed(f"The file {name} is damaged or was cut short.") from error


def _from_text(file: BinaryIO, name: str) -> Iterator[TableRow | Rejected]:
    with open_text(file) as text:
        # What no spreadsheet wrote has no quotations: a mark in it is one of the words.
        table = csv_rows(read_lines(text), quoted=not name.endswith(".txt"))
        headings = next((distinct(cells) for _, cells in table), [])
        yield from rows_under([snake(heading.strip()) for heading in headings], table)


def _from_json(file: BinaryIO, at: str) -> Iterator[TableRow | Rejected]:
    try:
        for row, said in enumerate(ijson.items(level(file), at, use_float=True), start=1):
            if isinstance(said, dict):
                yield TableRow(row, {snake(key): _as_text(value) for key, value in said.items()})
            else:
                yield Rejected(row, None, "This is not a record: an object was expected here")
    except (ijson.JSONError, UnicodeDecodeError, RecursionError) as error:
        raise SourceFailed("The JSON is damaged, or the file was cut short. What came before was read.") from error


def _as_text(value: Any) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    return str(value).strip()


def in_batches(rows: Iterator[T], size: int) -> Iterator[list[T]]:
    """The rows, so many at once. What came before a failure is given before it is raised."""
    batch: list[T] = []
    try:
        for row in rows:
            batch.append(row)
            if len(batch) == size:
                yield batch
                batch = []
    except SourceFailed:
        yield batch
        raise
    yield batch


def without_empty(row: TableRow) -> TableRow:
    """The row without its empty cells."""
    return replace(row, cells={heading: cell for heading, cell in row.cells.items() if cell})
