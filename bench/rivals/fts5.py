"""SQLite with FTS5 for the words and an R*Tree for the places, as its manuals say."""

import sqlite3
from collections.abc import Iterable
from itertools import islice
from math import cos, radians
from pathlib import Path
from typing import Any

from bench.rivals.catalogue import Stemmed
from bench.rivals.facts import DEGREE, certainty, counted
from bench.rivals.question import HALVED, MILES, SHOWN, Question
from bench.rivals.rival import Answer, Ask, Rival
from directory.geography import Place
from directory.search.ranking import FIELDS

AT_ONCE = 1_000
TABLES = f"""
PRAGMA journal_mode = WAL;
CREATE VIRTUAL TABLE text USING fts5({", ".join(FIELDS)}, tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE asset (number INTEGER PRIMARY KEY, id TEXT UNIQUE, latitude REAL, longitude REAL, sure REAL);
CREATE VIRTUAL TABLE place USING rtree(number, south, north, west, east, +asset);
CREATE TABLE flag (number INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE TABLE flagged (asset INTEGER, flag INTEGER, PRIMARY KEY (asset, flag)) WITHOUT ROWID;
CREATE INDEX flagged_by_flag ON flagged (flag, asset);
"""
MEMORY = "PRAGMA mmap_size = 4000000000; PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY;"
WEIGHTS = ", ".join(str(weight) for weight, _ in FIELDS.values())
FAR = f"({DEGREE} * sqrt(pow(latitude - :latitude, 2) + pow((longitude - :longitude) * :narrow, 2)))"
BOX = "SELECT asset FROM place WHERE south >= :south AND north <= :north AND west >= :west AND east <= :east"
BEST = f"""
SELECT id FROM (SELECT asset, score FROM found ORDER BY score DESC, asset LIMIT {SHOWN}) CROSS JOIN asset ON number = asset
ORDER BY score DESC, id
"""  # noqa: S608  # constants alone
COUNTS = """
SELECT name, many FROM
    (SELECT flag, count(*) AS many FROM found CROSS JOIN flagged USING (asset) GROUP BY flag) CROSS JOIN flag ON number = flag
"""
"""CROSS JOIN keeps the order of the tables: left alone, SQLite begins with the large ones, and takes six times as long."""


class Fts5(Rival):
    """Any of the words, or the phrase. What matches goes into a table in memory; ten are taken from it, and all are counted.

    How far a match is, is worked out from its row, for to ask the R*Tree for all assets of five miles takes longer where
    there are words; that is measured too. FTS5 weighs the fields but has no length of each, no reward for finding more
    of the words, and mends nothing.
    """

    name = "SQLite FTS5"
    less = "plain BM25, no spelling"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.connection = sqlite3.connect(folder / "fts5.sqlite", isolation_level=None)
        if not self._value("SELECT count(*) FROM sqlite_schema"):
            self.connection.executescript(TABLES)
        self.connection.executescript(MEMORY)
        self.connection.execute("CREATE TEMP TABLE found (asset INTEGER PRIMARY KEY, score REAL)")
        self._flags: dict[str, int] = dict(self.connection.execute("SELECT name, number FROM flag"))

    def fill(self, every: Iterable[Stemmed]) -> None:
        rest, count = iter(every), 0
        self.connection.execute("BEGIN")
        while some := list(islice(rest, AT_ONCE)):
            self._take_out([one.document.id for one in some])
            self._put(some)
            count += len(some)
        self.connection.execute("COMMIT")
        if count > 1:
            self.connection.executescript("INSERT INTO text (text) VALUES ('optimize'); ANALYZE;")

    def ask(self, question: Question) -> Answer:
        return self._answer(question)

    def ways(self) -> dict[str, tuple[str, Ask]]:
        by_tree = (self.less, lambda question: self._answer(question, by_tree=True))
        every_word = ("finds only what has every word", lambda question: self._answer(question, " AND "))
        return {
            **super().ways(),
            "SQLite FTS5, places by its R*Tree": by_tree,
            "SQLite FTS5, every word required": every_word,
        }

    def close(self) -> None:
        self.connection.close()

    def _answer(self, question: Question, joined: str = " OR ", *, by_tree: bool = False) -> Answer:
        total = self._find(question, joined, by_tree)
        ids = tuple(identity for (identity,) in self.connection.execute(BEST))
        return Answer(total, ids, dict(self.connection.execute(COUNTS)))

    def _find(self, question: Question, joined: str, by_tree: bool) -> int:
        """Everything that fits, with its score; how many that is."""
        words = joined.join(f'"{stem}"' for stem in question.stems)
        given: dict[str, Any] = {"words": f'"{" ".join(question.phrase_stems)}"' if question.phrase else words}
        limits, score = ["text MATCH :words"], f"-bm25(text, {WEIGHTS}) * sure"
        for number, flag in enumerate(question.flags):
            limits.append(f"EXISTS (SELECT 1 FROM flagged WHERE asset = number AND flag = :flag{number})")  # noqa: S608
            given[f"flag{number}"] = self._flags.get(flag, 0)
        if question.near:
            limits += [f"number IN ({BOX})"] * by_tree + [f"{FAR} <= {MILES}"]
            score += f" / (1 + {FAR} / {HALVED})"
            given |= _around(question.near)
        self.connection.execute("DELETE FROM found")
        found = f"INSERT INTO found SELECT number, {score} FROM text JOIN asset ON number = text.rowid"  # noqa: S608
        return self.connection.execute(f"{found} WHERE {' AND '.join(limits)}", given).rowcount

    def _take_out(self, ids: list[str]) -> None:
        marks = ", ".join("?" * len(ids))
        old = f"SELECT number FROM asset WHERE id IN ({marks})"  # noqa: S608  # question marks alone
        for (number,) in self.connection.execute(old, ids).fetchall():
            for table, key in (("text", "rowid"), ("place", "asset"), ("flagged", "asset"), ("asset", "number")):
                self.connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (number,))  # noqa: S608

    def _put(self, some: list[Stemmed]) -> None:
        numbered = list(enumerate(some, self._value("SELECT coalesce(max(number), 0) + 1 FROM asset")))
        sure = certainty([one.document for one in some])
        self._many("asset", ((n, one.document.id, *_point(one), s) for (n, one), s in zip(numbered, sure, strict=True)))
        self._many(f"text (rowid, {', '.join(FIELDS)})", ((n, *one.texts) for n, one in numbered))
        points = ((None, y, y, x, x, n) for n, one in numbered for y, x in one.document.points)
        self._many("place", points)
        flags = ((n, self._flag(flag)) for n, one in numbered for flag in counted(one.document))
        self._many("flagged", list(flags))

    def _flag(self, name: str) -> int:
        if name not in self._flags:
            number = self._flags[name] = len(self._flags) + 1
            self.connection.execute("INSERT INTO flag VALUES (?, ?)", (number, name))
        return self._flags[name]

    def _many(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        every = list(rows)
        if every:
            marks = ", ".join("?" * len(every[0]))
            self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", every)  # noqa: S608  # question marks alone

    def _value(self, query: str) -> int:
        return int(self.connection.execute(query).fetchone()[0])


def _point(one: Stemmed) -> tuple[float | None, float | None]:
    return one.document.points[0] if one.document.points else (None, None)


def _around(place: Place) -> dict[str, float]:
    """The box in which everything near enough is, and what a distance is worked out from."""
    narrow = cos(radians(place.latitude))
    high, wide = MILES / DEGREE + 1e-4, MILES / DEGREE / narrow + 1e-4
    south, north = place.latitude - high, place.latitude + high
    west, east = place.longitude - wide, place.longitude + wide
    box = {"south": south, "north": north, "west": west, "east": east}
    return {**box, "latitude": place.latitude, "longitude": place.longitude, "narrow": narrow}
