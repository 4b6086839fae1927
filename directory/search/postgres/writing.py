"""Assets into the tables and out of them, within one transaction of one writer."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from directory.search.document import Document
from directory.search.postgres.copying import postings_as_bytes
from directory.search.postgres.preparing import Prepared, Row, bits_of
from directory.search.postgres.server import Connection, sayable
from directory.search.postgres.tables import folder_of

AT_ONCE = 5_000
"""Documents that are in memory together."""

SMALL, MANY = 2_000, 24
"""Lots of fewer assets are put together when there are so many of them: each costs every search a look."""

FEW_DEAD, MOST_DEAD = 1_000, 1 / 3
"""When postings are written anew without what was taken out: more than so many, and this part of what is there."""


class Writing:
    """What one writer does to an edition; `end` comes last."""

    def __init__(self, connection: Connection, edition: int) -> None:
        self._connection, self._edition = connection, edition
        self._folder = folder_of(edition)

    def put(self, documents: Iterable[Document]) -> None:
        """Add these, in place of those with the same ids."""
        coming = iter(documents)
        while some := list(islice(coming, AT_ONCE)):
            self._put({document.id: document for document in some})

    def remove(self, asset_ids: Iterable[str]) -> None:
        """Take these out, those that are there."""
        gone = [
            number
            for (number,) in self._ask("DELETE FROM {}.asset WHERE id = ANY(%s) RETURNING number", sayable(asset_ids))
        ]
        if not gone:
            return
        self._ask("INSERT INTO {}.gone SELECT unnest(%s::int[])", gone)
        self._ask("DELETE FROM {}.said WHERE number = ANY(%s)", gone)
        self._ask("DELETE FROM {}.point WHERE asset = ANY(%s)", gone)
        self._ask("DELETE FROM {}.site WHERE asset = ANY(%s)", gone)
        for chunk, bits in bits_of(gone):
            clear = "UPDATE {}.flag SET bits = bits & ~('x' || %s)::bit(16384) WHERE facet = 'here' AND chunk = %s"
            self._ask(clear, bits, chunk)
        self._ask("UPDATE {}.state SET total = total - %s, dead = dead + %s", len(gone), len(gone))

    def end(self) -> None:
        """Leave it so that searches are quick, and known to have changed."""
        ((total, dead),) = self._ask("UPDATE {}.state SET stamp = stamp + 1 RETURNING total, dead")
        if dead > max(FEW_DEAD, total * MOST_DEAD):
            self._merge([number for (number,) in self._ask("SELECT number FROM {}.lot")])
            self._bury()
        else:
            small = [number for (number,) in self._ask("SELECT number FROM {}.lot WHERE size < %s", SMALL)]
            if len(small) >= MANY:
                self._merge(small)

    def _put(self, documents: dict[str, Document]) -> None:
        self.remove(list(documents))
        ((first,),) = self._ask(
            "UPDATE {}.state SET next = next + %s, total = total + %s RETURNING next - %s", *[len(documents)] * 3
        )
        prepared = Prepared(list(documents.values()), first)
        self._copy("asset", prepared.assets)
        self._copy("said", prepared.said)
        self._copy("point", prepared.points)
        self._copy("site", prepared.sites)
        self._ask("UPDATE {}.state SET varied = varied + %s", prepared.varied)
        self._put_postings(prepared, len(documents))
        self._put_flags(prepared)
        self._put_words(prepared)

    def _put_postings(self, prepared: Prepared, size: int) -> None:
        ((lot,),) = self._ask(
            "INSERT INTO {}.lot SELECT coalesce(max(number), 0) + 1, %s FROM {}.lot RETURNING number", size
        )
        keys, postings = prepared.postings
        statement = f"COPY {self._folder}.posting FROM STDIN (FORMAT BINARY)"
        with self._connection.cursor() as cursor, cursor.copy(statement) as copy:
            for piece in postings_as_bytes(keys, lot, postings):
                copy.write(piece)

    def _put_flags(self, prepared: Prepared) -> None:
        facets, values, chunks, bits = _columns(prepared.flags, 4)
        self._ask(
            "INSERT INTO {}.flag AS known SELECT facet, value, chunk, ('x' || bits)::bit(16384) "
            "FROM unnest(%s::text[], %s::text[], %s::int[], %s::text[]) new(facet, value, chunk, bits) "
            "ON CONFLICT (facet, value, chunk) DO UPDATE SET bits = known.bits | excluded.bits",
            facets,
            values,
            chunks,
            bits,
        )

    def _put_words(self, prepared: Prepared) -> None:
        self._ask(
            "INSERT INTO {}.word AS known SELECT * FROM unnest(%s::text[], %s::int[], %s::bigint[], %s::int[], %s::int[])"
            " ON CONFLICT (word) DO UPDATE SET assets = known.assets + excluded.assets",
            *_columns(prepared.words, 5),
        )
        self._ask(
            "INSERT INTO {}.spoken SELECT * FROM unnest(%s::text[], %s::text[]) "
            "ON CONFLICT (need) DO UPDATE SET words = excluded.words",
            list(prepared.spoken),
            list(prepared.spoken.values()),
        )

    def _merge(self, lots: Sequence[int]) -> None:
        """One lot of several, without what was taken out."""
        ((new,),) = self._ask("SELECT max(number) + 1 FROM {}.lot")
        self._ask(
            "INSERT INTO {}.posting SELECT stem, %s, count(*), array_agg(asset), array_agg(impact) "
            "FROM {}.posting, unnest(assets, impacts) one(asset, impact) WHERE lot = ANY(%s) "
            "AND NOT EXISTS (SELECT FROM {}.gone WHERE number = asset) GROUP BY stem",
            new,
            lots,
        )
        self._ask("DELETE FROM {}.posting WHERE lot = ANY(%s)", lots)
        self._ask(
            "WITH old AS (DELETE FROM {}.lot WHERE number = ANY(%s) RETURNING size) "
            "INSERT INTO {}.lot SELECT %s, sum(size) FROM old",
            lots,
            new,
        )

    def _bury(self) -> None:
        """No posting has any that was taken out: forget them, and rows of bits of which none is left."""
        self._ask("DELETE FROM {}.gone")
        self._ask("UPDATE {}.state SET dead = 0")
        empty = "SELECT chunk FROM {}.flag WHERE facet = 'here' AND bit_count(bits) = 0"
        self._ask("DELETE FROM {}.flag WHERE chunk IN (" + empty + ")")

    def _copy(self, table: str, rows: Iterator[Row]) -> None:
        with (
            self._connection.cursor() as cursor,
            cursor.copy(f"COPY {self._folder}.{table} FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)

    def _ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a statement, in which {} stands for where the tables are."""
        cursor = self._connection.execute(statement.replace("{}", self._folder), values)
        return cursor.fetchall() if cursor.description else []


def _columns(rows: Iterable[Row], count: int) -> list[list[object]]:
    every = list(rows)
    return [[row[column] for row in every] for column in range(count)]
