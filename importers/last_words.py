"""What a feed of changes last said of each item, kept on disk while it is read, so that memory stays flat.

An item may belong to another, as a session does to its series: by any of the names of that one.
"""

import json
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_CHILDREN = 1_000
"""Sessions of one series that are looked at: the last that were told."""

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Item:
    """One item as it was last said. `row` is its place in the feed; `data` is None where it was deleted."""

    row: int
    id: str
    kind: str
    data: Json | None

    @property
    def key(self) -> str:
        """Its id in the world: two kinds of one publisher may count alike."""
        return f"{self.kind}/{self.id}"


class LastWords:
    """What a feed last said of each item, kept on disk. Used in a `with`; `put` in the order of the feed."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="waymark-feed-")
        self._kept = sqlite3.connect(Path(self._folder.name) / "items.sqlite")
        self._kept.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;"
            "CREATE TABLE item (key TEXT PRIMARY KEY, place INTEGER, id TEXT, kind TEXT, modified TEXT,"
            " parent TEXT, data TEXT) WITHOUT ROWID;"
            "CREATE TABLE name (name TEXT PRIMARY KEY, key TEXT) WITHOUT ROWID;"
            "CREATE INDEX by_parent ON item (parent, place); CREATE INDEX by_key ON name (key);"
        )

    def __enter__(self) -> "LastWords":
        return self

    def __exit__(self, *error: object) -> None:
        self._kept.close()
        self._folder.cleanup()

    def put(self, item: Item, modified: Any, parent: str | None, names: tuple[str, ...]) -> None:
        """Keep the item, unless what is kept is newer. `parent` is what it belongs to, by one of that one's names."""
        before = self._kept.execute("SELECT modified FROM item WHERE key = ?", (item.key,)).fetchone()
        if before and _is_older(modified, json.loads(before[0])):
            return
        data = None if item.data is None else json.dumps(item.data)
        row = (item.key, item.row, item.id, item.kind, json.dumps(modified), parent, data)
        self._kept.execute("INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        self._kept.executemany("INSERT OR REPLACE INTO name VALUES (?, ?)", [(name, item.key) for name in names])

    @property
    def has_parts(self) -> bool:
        """Whether anything that is there belongs to something else."""
        asked = "SELECT EXISTS (SELECT 1 FROM item WHERE parent IS NOT NULL AND data IS NOT NULL)"
        return bool(self._kept.execute(asked).fetchone()[0])

    def each(self) -> Iterator[tuple[Item, list[Json]]]:
        """Every item that belongs to no other, with the data of those that belong to it, in the order of the feed."""
        for key, *told in self._kept.execute(
            "SELECT key, place, id, kind, data FROM item WHERE parent IS NULL ORDER BY place"
        ):
            yield (
                _item(*told),
                self._children("parent IN (SELECT name FROM name WHERE key = ?) AND data IS NOT NULL", key),
            )

    def each_orphan(self) -> Iterator[tuple[str, Item, list[Json]]]:
        """What belongs to something that this feed does not tell of: by its name, the first of them, and all."""
        orphans = (
            "SELECT parent, place, id, kind, data FROM item AS one WHERE place = (SELECT min(place) FROM item"
            " WHERE parent = one.parent) AND parent NOT IN (SELECT name FROM name JOIN item USING (key)"
            " WHERE data IS NOT NULL AND parent IS NULL) ORDER BY place"
        )
        for parent, *told in self._kept.execute(orphans):
            yield parent, _item(*told), self._children("parent = ? AND data IS NOT NULL", parent)

    def _children(self, where: str, value: str) -> list[Json]:
        asked = f"SELECT data FROM item WHERE {where} ORDER BY place DESC LIMIT {MOST_CHILDREN}"  # noqa: S608
        return [json.loads(data) for (data,) in self._kept.execute(asked, (value,))][::-1]


def _item(place: int, id: str, kind: str, data: str | None) -> Item:
    return Item(place, id, kind, None if data is None else json.loads(data))


def _is_older(modified: Any, than: Any) -> bool:
    """An order that nobody may look into: numbers as numbers, words as words, and otherwise the later in the feed."""
    if isinstance(modified, int | float) and isinstance(than, int | float):
        return modified < than
    if isinstance(modified, str) and isinstance(than, str):
        both = modified.isdigit() and than.isdigit()
        return int(modified) < int(than) if both else modified < than
    return False
