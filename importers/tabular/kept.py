"""Rows kept in a file of their own by what they belong to, so that a million can be joined in flat memory."""

import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import TracebackType

BATCH = 10_000
AT_ONCE = 500
"""Keys in one question."""
MOST_UNDER_ONE = 500
"""Rows that one record can have of all kinds; a service in 500 places is described well enough."""
MOST_ANSWERED = 60_000


@dataclass(frozen=True)
class Row:
    """A row of some kind, and where it stands in its file."""

    kind: str
    row: int
    said: dict[str, str]


class KeptRows:
    """A temporary file of rows, each under the keys of what it belongs to ("service:7") and its own ("location:3")."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="waymark-tables-")
        self._database = sqlite3.connect(Path(self._folder.name) / "rows.sqlite", isolation_level=None)
        self._database.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000; PRAGMA temp_store = FILE;"
            "CREATE TABLE kept (at INTEGER PRIMARY KEY, kind TEXT, row INTEGER, said TEXT);"
            "CREATE TABLE link (key TEXT, at INTEGER, own INTEGER);"
        )
        self._kept: list[tuple[int, str, int, str]] = []
        self._links: list[tuple[str, int, bool]] = []
        self._at = 0

    def __enter__(self) -> "KeptRows":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._database.close()
        self._folder.cleanup()

    def keep(self, row: Row, own: str | None, belongs_to: Iterable[str]) -> None:
        """Keep a row under its own key, if anything may refer to it, and those of what it belongs to."""
        self._at += 1
        self._kept.append((self._at, row.kind, row.row, json.dumps(row.said, ensure_ascii=False)))
        self._links += [(key, self._at, False) for key in belongs_to]
        if own:
            self._links.append((own, self._at, True))
        if len(self._kept) >= BATCH:
            self._write()

    def know(self, keys: Iterable[str]) -> None:
        """Note that there is something with these keys, though it is not kept here."""
        self._links += [(key, 0, True) for key in keys]
        if len(self._links) >= BATCH:
            self._write()

    def ready(self) -> None:
        """To be called when all is kept and before anything is asked for."""
        self._write()
        self._database.execute("CREATE INDEX link_key ON link (key, own, at)")

    def own(self, keys: Iterable[str]) -> dict[str, Row]:
        """The rows that have these keys themselves."""
        found: dict[str, Row] = {}
        for key, row in self._asked(keys, own=True):
            found.setdefault(key, row)
        return found

    def under(self, keys: Iterable[str]) -> dict[str, list[Row]]:
        """The rows that belong to what has these keys, in the order in which they were kept."""
        found: dict[str, list[Row]] = {}
        for answered, (key, row) in enumerate(self._asked(keys, own=False)):
            rows = found.setdefault(key, [])
            if len(rows) < MOST_UNDER_ONE and answered < MOST_ANSWERED:
                rows.append(row)
        return found

    def orphans(self) -> Iterator[tuple[Row, list[str]]]:
        """Rows of which nothing that they belong to exists, with the keys of what they say they belong to."""
        self._write()
        links = self._database.execute(
            "SELECT at, key, EXISTS (SELECT 1 FROM link AS known WHERE known.key = link.key AND known.own = 1)"
            " FROM link WHERE own = 0 ORDER BY link.rowid"
        )
        for at, group in groupby(links, key=lambda link: link[0]):
            belongs_to = [*group]
            if not any(known for _, _, known in belongs_to):
                kind, row, said = self._database.execute(
                    "SELECT kind, row, said FROM kept WHERE at = ?", (at,)
                ).fetchone()
                yield Row(kind, row, json.loads(said)), [key for _, key, _ in belongs_to]

    def _asked(self, keys: Iterable[str], *, own: bool) -> Iterator[tuple[str, Row]]:
        wanted = sorted(set(keys))
        for first in range(0, len(wanted), AT_ONCE):
            yield from self._answers(wanted[first : first + AT_ONCE], own=own)

    def _answers(self, keys: Sequence[str], *, own: bool) -> Iterator[tuple[str, Row]]:
        marks = ",".join("?" * len(keys))
        query = (
            "SELECT link.key, kept.kind, kept.row, kept.said FROM link JOIN kept ON kept.at = link.at"  # noqa: S608
            f" WHERE link.key IN ({marks}) AND link.own = ? ORDER BY link.key, link.at"
        )
        for key, kind, row, said in self._database.execute(query, (*keys, own)):
            yield key, Row(kind, row, json.loads(said))

    def _write(self) -> None:
        self._database.execute("BEGIN")
        self._database.executemany("INSERT INTO kept VALUES (?, ?, ?, ?)", self._kept)
        self._database.executemany("INSERT INTO link VALUES (?, ?, ?)", self._links)
        self._database.execute("COMMIT")
        self._kept.clear()
        self._links.clear()
