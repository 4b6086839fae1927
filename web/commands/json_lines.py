"""Files of one JSON object a line: read with their line numbers, and written whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from directory.errors import Invalid, Unavailable


def read_lines(file: Path) -> list[tuple[int, str]]:
    """The lines that are not empty, with their numbers from 1. Invalid when the file is no text."""
    try:
        # Only ends of lines part them: inside its strings JSON may hold other separators, such as U+2028.
        with file.open(encoding="utf-8-sig") as lines:
            return [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    except UnicodeDecodeError as error:
        raise Invalid(f"{file} is not UTF-8 text.") from error
    except OSError as error:
        raise Invalid(f"{file} cannot be read: {error.strerror}.") from error


@contextmanager
def written_whole(file: Path) -> Iterator[TextIO]:
    """A text file to write, which takes its name when it is whole; when that fails, the old one stays."""
    refuse_unwritable(file)
    partial = file.with_name(file.name + ".part")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as lines:
            yield lines
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)


def refuse_unwritable(file: Path) -> None:
    """Say before the work begins that its result could not be kept. Unavailable, with the reason."""
    if file.exists() and not file.is_file():
        # Taking its place would take away a device such as /dev/null.
        raise Unavailable(f"{file} cannot be written: it is not an ordinary file.")
    if not file.parent.is_dir():
        raise Unavailable(f"{file} cannot be written: there is no folder {file.parent}.")
