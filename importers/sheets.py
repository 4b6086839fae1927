"""XLSX, ODS and XLS files: the rows of the first sheet that has names, their cells as text.

They are read by a program of its own, `sheet_reader`, so that a file which is made to hurt ends nothing but that.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from importers import sheet_reader
from importers.incoming import SourceFailed
from importers.origin import Origin
from importers.tables import LOOKED_AT, Table

_DAMAGED = "The spreadsheet {} is damaged or was cut short, or needs a password."
_TOO_MUCH = "The spreadsheet {} asks for more memory than a list of records needs. Copy its rows into a new one."
_PROGRAM = str(Path(sheet_reader.__file__))


def sheet_rows(origin: Origin, is_heading: Callable[[Sequence[str]], bool]) -> Table:
    """The rows of the first sheet in which a heading row is found; SourceFailed when the file is damaged or has none."""
    with _opened(origin, LOOKED_AT) as reader:
        while (beginning := reader.hear()) is not None:
            if any(is_heading(row) for row in beginning):
                yield from _rows(reader)
                return
            reader.say("next")
    raise SourceFailed("No sheet has a column called “name”.")


def beginning_of_sheets(origin: Origin, rows: int) -> list[list[Sequence[str]]]:
    """The first rows of every sheet, their cells as text. SourceFailed when the file is damaged."""
    sheets: list[list[Sequence[str]]] = []
    with _opened(origin, rows) as reader:
        while (beginning := reader.hear()) is not None:
            sheets.append(beginning)
            reader.say("next")
    return sheets


class _Reader:
    """The other program while it runs."""

    def __init__(self, process: subprocess.Popen[str], name: str) -> None:
        self._process = process
        self._name = name

    def say(self, word: str) -> None:
        """Ask for what comes next. Should it have ended meanwhile, that is heard."""
        if self._process.stdin:
            with suppress(BrokenPipeError):
                os.write(self._process.stdin.fileno(), f"{word}\n".encode())

    def hear(self) -> Any:
        """Its next answer. SourceFailed when it ended without one."""
        line = self._process.stdout.readline() if self._process.stdout else ""
        if line.endswith("\n"):
            return json.loads(line)
        is_damaged = self._process.wait() == sheet_reader.DAMAGED
        raise SourceFailed((_DAMAGED if is_damaged else _TOO_MUCH).format(self._name))


@contextmanager
def _opened(origin: Origin, first: int) -> Iterator[_Reader]:
    # Without our folder in its path (-P), where a module of ours could take the place of one of Python's.
    command = [sys.executable, "-P", _PROGRAM, str(origin.path.absolute()), str(first)]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="ascii"
    ) as process:
        try:
            yield _Reader(process, origin.name)
        finally:
            process.kill()


def _rows(reader: _Reader) -> Iterator[tuple[int, Sequence[str]]]:
    reader.say("rows")
    at = int(reader.hear())
    while (batch := reader.hear()) is not None:
        for row in batch:
            at += 1
            yield at, row
