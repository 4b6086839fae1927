"""The tables of the index, made by the engine itself. An edition is a schema of its own, and one row says which is shown.

state       one row: how many assets there are, how many were taken out, the number that comes next
asset       what is kept of each, by a number that no other ever has
said        the stems of each, text after text
point       the venues of all other assets, for what lies within so many miles
site        the venues of assets that are not the same at each, and what holds there
posting     for each stem and each lot of assets that was written together: those that have it, and what it counts in each
lot         how many assets were written in each
gone        numbers of assets that were taken out and still stand in postings
flag        which assets have a flag: a bit for each of so many in a row
word        every word as it is written, and in how many assets: for the spelling
spoken      the words that people type for a need
"""

from directory.search.postgres.server import Connection

MAKE = 1
"""Changes when an index of before cannot be read any more."""

SCHEMA = "waymark_search"

BITS = 16_384
"""Assets in a row of bits."""

TABLES = (
    "state (stamp bigint NOT NULL, next int NOT NULL, total int NOT NULL, dead int NOT NULL, varied int NOT NULL)",
    'asset (number int PRIMARY KEY, id text COLLATE "C" NOT NULL UNIQUE, version bigint NOT NULL, assured int, '
    "paused boolean NOT NULL, anywhere boolean NOT NULL, unsaid boolean NOT NULL, more boolean NOT NULL, "
    "varied boolean NOT NULL, x float8, y float8, z float8)",
    "said (number int PRIMARY KEY, stems text NOT NULL)",
    "point (asset int NOT NULL, spot point NOT NULL, x float8 NOT NULL, y float8 NOT NULL, z float8 NOT NULL)",
    "site (asset int NOT NULL, flags text[] NOT NULL, x float8, y float8, z float8)",
    "posting (stem bigint NOT NULL, lot int NOT NULL, size int NOT NULL, assets int[] NOT NULL, impacts real[] NOT NULL)",
    "lot (number int PRIMARY KEY, size int NOT NULL)",
    "gone (number int PRIMARY KEY)",
    f'flag (facet text NOT NULL, value text COLLATE "C" NOT NULL, chunk int NOT NULL, bits bit({BITS}) NOT NULL, '
    "PRIMARY KEY (facet, value, chunk))",
    'word (word text COLLATE "C" PRIMARY KEY, assets int NOT NULL, stem bigint NOT NULL, length int NOT NULL, '
    "letters int NOT NULL)",
    "spoken (need text PRIMARY KEY, words text NOT NULL)",
)
STORAGE = (
    # Packing costs more than it saves where everything is looked at again and again.
    "flag ALTER bits SET STORAGE PLAIN",
    "posting ALTER assets SET STORAGE EXTERNAL",
    "posting ALTER impacts SET STORAGE EXTERNAL",
)
INDEXES = (
    "posting (stem)",
    "posting (lot)",
    "point USING gist (spot)",
    "point (asset)",
    "site (asset)",
    "word (length)",
)
"""Made when an edition is filled: that is quicker than keeping them meanwhile."""


def folder_of(edition: int) -> str:
    """The schema in which the tables of an edition are."""
    return f"{SCHEMA}_{edition}"


def make_tables(connection: Connection, edition: int) -> None:
    """Empty ones, of which nobody hears until they are shown."""
    folder = folder_of(edition)
    _do(connection, f"CREATE SCHEMA {folder}", *(f"CREATE TABLE {folder}.{table}" for table in TABLES))
    _do(connection, *(f"ALTER TABLE {folder}.{change}" for change in STORAGE))
    _do(connection, f"INSERT INTO {folder}.state VALUES (0, 0, 0, 0, 0)")


def make_indexes(connection: Connection, edition: int) -> None:
    """What finds things in them, and what PostgreSQL plans by."""
    folder = folder_of(edition)
    _do(connection, *(f"CREATE INDEX ON {folder}.{index}" for index in INDEXES))
    _do(connection, *(f"ANALYZE {folder}.{table.partition(' ')[0]}" for table in TABLES))


def show(connection: Connection, edition: int, *, whole: bool) -> None:
    """From the end of this transaction on searches find this edition; `whole` when it was filled with everything."""
    _do(
        connection,
        f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}",
        f"CREATE TABLE IF NOT EXISTS {SCHEMA}.edition (number int, make int, whole boolean)",
        f"DELETE FROM {SCHEMA}.edition",
        f"INSERT INTO {SCHEMA}.edition VALUES ({edition}, {MAKE}, {whole})",
    )


def shown(connection: Connection) -> int | None:
    """The edition that searches find; None when none was made, or only by another version of this engine."""
    row = connection.execute("SELECT to_regclass(%s) IS NOT NULL", (f"{SCHEMA}.edition",)).fetchone()
    if not row or not row[0]:
        return None
    row = connection.execute(f"SELECT number, make FROM {SCHEMA}.edition").fetchone()
    return int(row[0]) if row and row[1] == MAKE else None


def drop_older(connection: Connection, edition: int) -> None:
    """Take the tables of every older edition away. Raises LockNotAvailable while somebody reads one of them."""
    _do(connection, *(f"DROP SCHEMA {folder_of(one)} CASCADE" for one in _editions(connection) if one < edition))


def next_edition(connection: Connection) -> int:
    """A number that no edition has."""
    return max(_editions(connection), default=0) + 1


def _editions(connection: Connection) -> list[int]:
    found = connection.execute(
        "SELECT nspname::text FROM pg_namespace WHERE nspname ~ %s", (f"^{SCHEMA}_[0-9]+$",)
    ).fetchall()
    return [int(name.rpartition("_")[2]) for (name,) in found]


def _do(connection: Connection, *statements: str) -> None:
    for statement in statements:
        connection.execute(statement)
