"""One edition of the tables, as searches ask it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from psycopg.errors import UndefinedTable

from directory.search.postgres.server import Connection
from directory.search.postgres.tables import MAKE, SCHEMA, folder_of

Rows = list[tuple[Any, ...]]


MOST_KNOWN = 50_000

SHOWN = (
    f"SELECT number, whole AND to_regclass('{SCHEMA}_' || number || '.posting') IS NOT NULL, make FROM {SCHEMA}.edition"
)


class Gone(Exception):
    """Another edition is shown."""


@dataclass
class Known:
    """What was found out about the words of an edition, true as long as it does not change."""

    mended: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What misspelt words were taken for."""
    compounds: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    """In which other ways words are written."""
    written: dict[str, int] = field(default_factory=dict)
    """In how many assets words are."""
    spoken: dict[str, int] | None = None
    """The words that people type for needs, and how many assets serve one of those."""

    def is_full(self) -> bool:
        return max(len(self.mended), len(self.compounds), len(self.written)) > MOST_KNOWN


@dataclass
class Edition:
    """`whole` when it was filled with everything and is still there; `stamp` is how often it was changed when it was
    last asked.
    """

    number: int
    whole: bool
    stamp: int = -1
    known: Known = field(default_factory=Known)

    def ask(self, connection: Connection, statement: str, values: Mapping[str, object] | None = None) -> Rows:
        """The rows of a statement, in which {} stands for where the tables are."""
        cursor = connection.cursor(binary=True)
        return cursor.execute(statement.replace("{}", folder_of(self.number)), values).fetchall()

    def known_at(self, stamp: int) -> Known:
        """What is known of it when it was changed so often."""
        if stamp != self.stamp or self.known.is_full():
            self.stamp, self.known = stamp, Known()
        return self.known


def find_edition(connection: Connection) -> Edition | None:
    """The one that is shown; None when none was ever made, or only by another version of this engine."""
    try:
        row = connection.execute(SHOWN).fetchone()
    except UndefinedTable:
        return None
    return Edition(row[0], row[1]) if row and row[2] == MAKE else None
