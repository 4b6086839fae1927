"""Feeds of changes as RPDE 1.0 publishes them: page after page, each item as it was last said, and who belongs to whom.

Source: the Realtime Paged Data Exchange specification of OpenActive. Items come in the order of their change, the same
one again when it changed again; what is deleted leaves a tombstone; the end is an empty page whose `next` is itself.
The last word on each item is kept on disk while the feed is read, so that memory stays flat however long it is.
"""

import json
import re
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from directory.hsds.values import inner
from importers.fetching import fetch_json
from importers.incoming import SourceFailed
from importers.json_shape import Shape, each_record
from importers.origin import Origin

MOST_PAGES = 200_000
MOST_CHILDREN = 1_000
"""Sessions of one series that are looked at: the last that were told."""
_ITEMS = Shape(records_at="items")
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


def looks_like_rpde(origin: Origin) -> bool:
    """Whether the JSON is a page of such a feed."""
    shape = origin.json
    if shape is None or "next" not in shape.keys or "items" not in shape.keys:
        return False
    return shape.records_at is None or shape.record_keys >= {"state", "id"}


class Pages:
    """The items of a feed in the order in which it tells them, as often as it tells them.

    `resumes_at` is where the next reading goes on, once all was read from an address; None for files.
    """

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self.resumes_at: str | None = None

    def items(self) -> Iterator[Any]:
        """Every item. SourceFailed where the feed breaks off, loops or leads elsewhere; what came before stands."""
        yield from self._followed() if self._origin.url else self._filed()

    def _filed(self) -> Iterator[Any]:
        files = [file for file in self._origin.files(".json") if looks_like_rpde(file)]
        for file in sorted(files, key=lambda file: _counted(file.name)):
            with file.open() as opened:
                yield from each_record(opened, _ITEMS)

    def _followed(self) -> Iterator[Any]:
        url, page = str(self._origin.url), _first_page(self._origin)
        seen = {url}
        for number in range(1, MOST_PAGES + 1):
            items, after = inner(page).get("items"), inner(page).get("next")
            if not isinstance(items, list) or not isinstance(after, str):
                raise SourceFailed(f"Page {number} of the feed has no items or no next. What came before was read.")
            yield from items
            after = _same_host(urljoin(url, after), url, number)
            if not items and after in seen:
                self.resumes_at = after
                return
            if after in seen:
                raise SourceFailed(
                    f"Page {number} of the feed leads back to an earlier one. What came before was read."
                )
            seen.add(after)
            url, page = after, _page(after, number + 1)
        raise SourceFailed(f"The feed has more than {MOST_PAGES:,} pages. What came before was read.")


def _counted(name: str) -> list[tuple[int, str]]:
    """page-2 before page-10."""
    return [(int(part) if part.isdigit() else 0, part) for part in re.split(r"(\d+)", name)]


def _first_page(origin: Origin) -> Any:
    try:
        return json.loads(origin.path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise SourceFailed("The first page of the feed is not whole JSON.") from error


def _page(url: str, number: int) -> Any:
    try:
        return fetch_json(url)
    except SourceFailed as failure:
        raise SourceFailed(
            f"Page {number} of the feed failed: {failure.message} What came before was read."
        ) from failure


def _same_host(after: str, url: str, number: int) -> str:
    there, here = urlsplit(after), urlsplit(url)
    if there.scheme not in ("http", "https") or there.hostname != here.hostname:
        raise SourceFailed(f"Page {number} of the feed leads to {there.hostname or after}, which is somebody else's.")
    return after


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
