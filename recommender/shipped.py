"""The tables that come with this package: needs, barriers, sentences, words. CSV that anybody can read and argue about."""

import csv
from importlib.resources import files


def shipped_text(name: str) -> str:
    """A file of this package as it stands."""
    return files("recommender").joinpath(name).read_text(encoding="utf-8")


def shipped_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table by its headings, in the order of the file."""
    return read_rows(shipped_text(name))


def read_rows(text: str) -> list[dict[str, str]]:
    """The rows of CSV text by its headings. A row cut short has no text where cells are missing (None)."""
    return list(csv.DictReader(text.splitlines()))


def listed(cell: str) -> tuple[str, ...]:
    """What a cell lists, separated by ";"."""
    return tuple(one.strip() for one in cell.split(";") if one.strip())
