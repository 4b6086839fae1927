"""What tells whether a record says the same as when it was last read, before anybody understands it."""

import hashlib
import json
import sqlite3
from collections.abc import Collection
from functools import cached_property

from sqlmodel import Session, col, select

from directory.models import SourceRecord
from importers.incoming import Found, Incoming

UNDERSTANDING = 2
"""To be raised when records come to be understood differently: each is then read once more."""
PAGE = 400


def fingerprint(record: Found | Incoming, salt: str = "") -> str:
    """Differs when the record says something else, or would be understood by other rules (`salt` names them)."""
    if isinstance(record, Found):
        said: object = record.said
    else:
        said = [record.listing.model_dump(mode="json"), dict(record.raw)]
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.blake2b(f"{UNDERSTANDING}/{salt}/{text}".encode(errors="surrogatepass"), digest_size=16).hexdigest()


def settled(session: Session, source: str, fingerprints: Collection[str]) -> dict[str, list[str]]:
    """The ids of records of this source that said just this when last read, by their fingerprints.

    Those that are missing or withdrawn are left out: that they are there again is news.
    """
    found: dict[str, list[str]] = {}
    every = list(fingerprints)
    for start in range(0, len(every), PAGE):
        known = select(SourceRecord.fingerprint, SourceRecord.source_id).where(
            SourceRecord.source == source,
            col(SourceRecord.fingerprint).in_(every[start : start + PAGE]),
            col(SourceRecord.missing_since).is_(None),
            col(SourceRecord.withdrawn).is_(False),
        )
        # Put in order here: by order of the ids the database would read all records of the source each time.
        for print_, source_id in sorted(session.exec(known)):
            found.setdefault(print_, []).append(source_id)
    return found


class Seen:
    """The ids that came in a run, each with the row it came in. On disk: a run may have millions."""

    def __init__(self) -> None:
        self.count = 0

    @cached_property
    def _table(self) -> sqlite3.Connection:
        # SQLite deletes a database without a name when it is closed, and keeps it in memory only while it is small.
        table = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        table.execute("PRAGMA journal_mode=OFF")
        table.execute("CREATE TABLE seen (id INTEGER PRIMARY KEY, at INTEGER NOT NULL)")
        table.execute("BEGIN")
        return table

    def add(self, source_id: str, row: int) -> int:
        """Remember it; the row in which it came first, which is another one when it came before."""
        number = _number(source_id)
        done = self._table.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (number, row))
        if done.rowcount:
            self.count += 1
            return row
        return int(self._table.execute("SELECT at FROM seen WHERE id = ?", (number,)).fetchone()[0])

    def __contains__(self, source_id: str) -> bool:
        asked = self._table.execute("SELECT 1 FROM seen WHERE id = ?", (_number(source_id),))
        return asked.fetchone() is not None

    def close(self) -> None:
        """Let the table go."""
        self._table.close()


def _number(source_id: str) -> int:
    digest = hashlib.blake2b(source_id.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
