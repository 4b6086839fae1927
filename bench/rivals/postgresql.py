"""PostgreSQL: tsvector with GIN for the words, GiST for the places, on a server of its own."""

from collections.abc import Iterable
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

import psycopg

from bench.rivals.catalogue import Stemmed
from bench.rivals.facts import certainty, counted
from bench.rivals.own_server import OwnServer
from bench.rivals.question import HALVED, MILES, SHOWN, Question
from bench.rivals.rival import Answer, Rival
from directory.search.document import Document
from directory.search.ranking import FIELDS
from tests.servers import find_postgres_programs

METRES = 1609.344
AT_ONCE = 1_000
CLASSES = {"A": ("name",), "B": ("organization", "needs", "categories"), "C": ("places",), "D": ("description",)}
WEIGHTS = "{0.17, 0.25, 0.5, 1.0}"
"""Of D, C, B and A: our weights as parts of the highest."""
SETTINGS = "SET max_parallel_workers_per_gather = 0; SET jit = off; SET work_mem = '256MB'"
TABLE = """
CREATE TABLE asset (
    id text PRIMARY KEY, words tsvector, flags text[], sure real, latitude float8, longitude float8, place {place}
);
"""
INDEXES = """
CREATE INDEX ON asset USING gin (words);
CREATE INDEX ON asset USING gin (flags);
CREATE INDEX ON asset USING gist (place);
VACUUM ANALYZE asset;
"""
ROW = """
INSERT INTO asset VALUES (%(id)s, {words}, %(flags)s, %(sure)s, %(latitude)s, %(longitude)s, {place})
ON CONFLICT (id) DO UPDATE SET (words, flags, sure, latitude, longitude, place) =
    (excluded.words, excluded.flags, excluded.sure, excluded.latitude, excluded.longitude, excluded.place)
"""
ANSWER = """
WITH found AS MATERIALIZED (
    SELECT id, flags, ts_rank('{weights}', words, query) * sure {nearness} AS score
    FROM asset, to_tsquery('simple', %(words)s) query WHERE words @@ query {limits}
)
(SELECT NULL AS flag, id, score, NULL AS many FROM found ORDER BY score DESC, id LIMIT {shown})
UNION ALL SELECT NULL, NULL, NULL, count(*) FROM found
UNION ALL SELECT flag, NULL, NULL, count(*) FROM found, unnest(flags) flag GROUP BY flag
"""


class Places:
    """PostGIS where the server has it, else the earthdistance that comes with PostgreSQL."""

    def __init__(self, postgis: bool) -> None:
        self.extensions = ("postgis",) if postgis else ("cube", "earthdistance")
        self.kind = "geography" if postgis else "earth"
        point = "ST_MakePoint(%(longitude)s, %(latitude)s)::geography"
        self.point = point if postgis else "ll_to_earth(%(latitude)s, %(longitude)s)"
        reach = f"{MILES * METRES}"
        box = f"earth_box({self.point}, {reach}) @> place AND earth_distance(place, {self.point}) <= {reach}"
        self.within = f"ST_DWithin(place, {point}, {reach})" if postgis else box
        self.far = f"ST_Distance(place, {point})" if postgis else f"earth_distance(place, {self.point})"


class PostgreSQL(Rival):
    """Any of the words, or the phrase, ranked by ts_rank; everything in one statement.

    ts_rank does not know how rare a word is. It mends nothing. Its time includes the way to the server and back.
    """

    name = "PostgreSQL, tsvector"
    less = "ts_rank, no spelling"
    most = 200_000
    here = False

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._server = OwnServer()
        self._connection = psycopg.connect(self._server.url.replace("+psycopg", ""), autocommit=True)
        self._connection.execute(SETTINGS)
        for extension in self._places.extensions:
            self._connection.execute(f"CREATE EXTENSION {extension}")
        self._connection.execute(TABLE.format(place=self._places.kind))

    @classmethod
    def is_possible(cls) -> bool:
        return find_postgres_programs() is not None

    @cached_property
    def _places(self) -> Places:
        known = self._connection.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'")
        return Places(postgis=known.fetchone() is not None)

    def fill(self, every: Iterable[Stemmed]) -> None:
        parts = (f"setweight(%({name})s::tsvector, '{name}')" for name in CLASSES)
        row = ROW.format(words=" || ".join(parts), place=self._places.point)
        rest, count = iter(every), 0
        with self._connection.transaction(), self._connection.cursor() as cursor:
            while some := list(islice(rest, AT_ONCE)):
                sure = certainty([one.document for one in some])
                cursor.executemany(row, [_row(one, worth) for one, worth in zip(some, sure, strict=True)])
                count += len(some)
        if count > 1:
            for statement in filter(str.strip, INDEXES.split(";")):
                self._connection.execute(statement)

    def ask(self, question: Question) -> Answer:
        words = " <-> ".join(question.phrase_stems) if question.phrase else " | ".join(question.stems)
        given: dict[str, Any] = {"words": words, "flags": list(question.flags)}
        limits = "AND flags @> %(flags)s" if question.flags else ""
        nearness = ""
        if question.near:
            limits += f" AND {self._places.within}"
            nearness = f"/ (1 + {self._places.far} / {METRES * HALVED})"
            given |= {"latitude": question.near.latitude, "longitude": question.near.longitude}
        asked = ANSWER.format(weights=WEIGHTS, nearness=nearness, limits=limits, shown=SHOWN)
        rows = self._connection.execute(asked, given).fetchall()
        ids = tuple(identity for _, identity, _, _ in rows if identity)
        total = next(many for flag, identity, _, many in rows if not flag and not identity)
        return Answer(total, ids, {flag: many for flag, _, _, many in rows if flag})

    def size(self) -> int:
        found = self._connection.execute("SELECT pg_total_relation_size('asset')").fetchone()
        return int(found[0]) if found else 0

    def close(self) -> None:
        self._connection.close()
        self._server.stop()


def _row(one: Stemmed, sure: float) -> dict[str, Any]:
    document: Document = one.document
    latitude, longitude = document.points[0] if document.points else (None, None)
    facts = {"id": document.id, "flags": list(counted(document)), "sure": sure}
    return {**facts, "latitude": latitude, "longitude": longitude, **_lexemes(one)}


def _lexemes(one: Stemmed) -> dict[str, str]:
    """The stems of each class with their places, as a tsvector is written: no field runs into the next."""
    texts = dict(zip(FIELDS, one.texts, strict=True))
    lexemes, at = {}, 0
    for name, fields in CLASSES.items():
        written = []
        for field in fields:
            written += [f"{stem}:{at + place}" for place, stem in enumerate(texts[field].split(), 1)]
            at += len(texts[field].split()) + 1
        lexemes[name] = " ".join(written)
    return lexemes
