"""Bytes to text: UTF-8 with or without a mark, UTF-16 with one, and Windows-1252 where a file strays into it."""

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from importers.incoming import SourceFailed

WRONG = "The file is neither UTF-8 nor Windows-1252 text. Save it again as “CSV UTF-8”."
LONGEST_LINE = 25_000_000
_STRAYED = "windows-1252-where-it-is-not-utf-8"
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


class _WrongEncoding(UnicodeError):
    """Bytes that neither encoding knows."""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Old spreadsheets write Windows-1252, and people paste the two together: bad bytes alone are read so."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    try:
        return error.object[error.start : error.end].decode("cp1252"), error.end
    except UnicodeDecodeError as wrong:
        raise _WrongEncoding(WRONG) from wrong


codecs.register_error(_STRAYED, _as_windows)


def open_text(file: BinaryIO) -> io.TextIOWrapper:
    """The file as lines of text; `read_lines` turns what goes wrong into a sentence."""
    head = file.read(4)
    file.seek(0)
    encoding = next((name for mark, name in _MARKS.items() if head.startswith(mark)), "utf-8")
    errors = _STRAYED if encoding.startswith("utf-8") else "strict"
    return io.TextIOWrapper(file, encoding=encoding, errors=errors, newline="")


def read_lines(text: io.TextIOWrapper) -> Iterator[str]:
    """The lines with their ends. SourceFailed where the bytes are no text."""
    try:
        while line := text.readline(LONGEST_LINE):
            if "\0" in line:
                raise SourceFailed(WRONG)
            if len(line) >= LONGEST_LINE:
                raise SourceFailed(f"A line is longer than {LONGEST_LINE:,} characters.")
            yield line
    except UnicodeError as error:
        raise SourceFailed(WRONG) from error
