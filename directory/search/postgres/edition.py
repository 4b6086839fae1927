"""One edition of the tables, as searches ask it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from psycopg.errors import UndefinedTable

from directory.search.postgres.server import Connection
from directory.search.postgres.tables import MAKE, SCHEMA, folder_of

Rows = list[tuple[Any, ...]]


SHOWN = (
    f"SELECT number, whole AND to_regclass('{SCHEMA}_' || number || '.posting') IS NOT NULL, make FROM {SCHEMA}.edition"
)


class Gone(Exception):
    """Another edition is shown."""


@dataclass
class Edition:
    """`whole` when it was filled with everything and is still there; `stamp` is how often it was changed when it was last asked; `mended` what misspelt words were then taken for."""

    number: int
    whole: bool
    stamp: int = -1
    mended: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def ask(self, connection: Connection, statement: str, values: Mapping[str, object] | None = None) -> Rows:
        """The rows of a statement, in which {} stands for where the tables are."""
        cursor = connection.cursor(binary=True)
        return cursor.execute(statement.replace("{}", folder_of(self.number)), values).fetchall()

    def changed(self, stamp: int) -> None:
        """Forget what was known of it, if it changed."""
        if stamp != self.stamp:
            self.stamp, self.mended = stamp, {}


def find_edition(connection: Connection) -> Edition | None:
    """The one that is shown; None when none was ever made, or only by another version of this engine."""
    try:
        row = connection.execute(SHOWN).fetchone()
    except UndefinedTable:
        return None
    return Edition(row[0], row[1]) if row and row[2] == MAKE else None
