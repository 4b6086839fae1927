"""The database: SQLite (WAL) or PostgreSQL behind one URL, its transactions and its migrations."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, event, make_url
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, create_engine

import directory
from directory.errors import Unavailable

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
    "cache_size=-8192",
    # Pages of 64 MB: an import touches the same pages again and again, and each goes to the database once.
    "wal_autocheckpoint=16384",
)
MIGRATIONS = Path(directory.__file__).parent / "migrations"


class Database:
    """One database. `reading()` and `writing()` give sessions; only `writing()` commits, once, at its end.

    `branches` are folders of migrations of the packages above us, which this package need not know.
    """

    def __init__(self, url: str, branches: tuple[Path, ...] = ()) -> None:
        self.url = url
        self.engine = _create_engine(url)
        # SQLite takes its one write lock at once, or a reader that turns writer fails under load.
        self._writing_engine = self.engine.execution_options(immediate=True)
        self._branches = branches

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session whose changes, if any, are thrown away."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that commits when its block ends, and rolls back when it fails."""
        with Session(self._writing_engine, expire_on_commit=False) as session:
            yield session
            session.commit()

    def new_session(self, *, writing: bool) -> Session:
        """For an edge that ends it itself, as a web request does."""
        return Session(self._writing_engine if writing else self.engine, expire_on_commit=False)

    @contextmanager
    def scratch(self) -> Iterator["Database"]:
        """The database as it is now, to be changed at will: nothing of that is kept, and nobody else is held up."""
        if self.engine.dialect.name == "sqlite":
            with TemporaryDirectory(prefix="waymark-try-") as folder:
                copied = Database(f"sqlite:///{Path(folder) / 'scratch.sqlite'}", self._branches)
                try:
                    self._copy_to(copied)
                    yield copied
                finally:
                    copied.dispose()
            return
        with self.engine.connect() as connection, connection.begin() as everything:
            yield _Within(self, connection)
            everything.rollback()

    def _copy_to(self, other: "Database") -> None:
        with self.engine.connect() as source, other.engine.connect() as target:
            ours: Any = source.connection.driver_connection
            theirs: Any = target.connection.driver_connection
            # SQLAlchemy began a transaction on each; a copy is made outside of any.
            ours.rollback()
            theirs.rollback()
            ours.backup(theirs)

    def migrate(self) -> None:
        """Bring the tables to what this version of the code needs. Does nothing when they are."""
        if self.is_migrated():
            return
        config = self.alembic_config()
        with self.altering() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "heads")

    @contextmanager
    def altering(self) -> Iterator[Connection]:
        """A transaction in which tables may be altered, rolled back when something then points to nothing.

        SQLite makes an altered table anew, and must not mind that others point to the one it drops.
        """
        with self._connect() as connection:
            if self.engine.dialect.name != "sqlite":
                with connection.begin():
                    yield connection
                return
            driver: Any = connection.connection.driver_connection
            # Inside a transaction SQLite takes no notice of this.
            driver.execute("PRAGMA foreign_keys=OFF")
            try:
                with connection.begin():
                    yield connection
                    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                        raise Unavailable("The tables were left as they were: a row would point to nothing.")
            finally:
                driver.execute("PRAGMA foreign_keys=ON")

    def is_migrated(self) -> bool:
        """Whether the tables are those that this version of the code needs."""
        with self._connecting() as connection:
            return self._current(connection) == self._wanted()

    def alembic_config(self) -> Config:
        """Alembic's settings, for its own command line as well."""
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        versions = [MIGRATIONS / "versions", *self._branches]
        config.set_main_option("version_locations", "\n".join(map(str, versions)))
        config.set_main_option("path_separator", "newline")
        return config

    def dispose(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _connecting(self) -> Iterator[Connection]:
        with self._connect() as connection, connection.begin():
            yield connection

    def _connect(self) -> Connection:
        try:
            return self.engine.connect()
        except OperationalError as error:
            where = make_url(self.url).render_as_string(hide_password=True)
            raise Unavailable(f"The database {where} does not answer.") from error

    def _current(self, connection: Connection) -> set[str]:
        return set(MigrationContext.configure(connection).get_current_heads())

    def _wanted(self) -> set[str]:
        return set(ScriptDirectory.from_config(self.alembic_config()).get_heads())


class _Within(Database):
    """The same database inside one transaction of one connection, which somebody else ends."""

    def __init__(self, database: Database, connection: Connection) -> None:
        self.url, self._branches = database.url, database._branches
        self.engine, self._writing_engine = database.engine, database._writing_engine
        self._connection = connection

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with self.new_session(writing=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        with self.new_session(writing=True) as session:
            yield session
            session.commit()

    def new_session(self, *, writing: bool) -> Session:
        mode: Any = "create_savepoint"
        return Session(self._connection, expire_on_commit=False, join_transaction_mode=mode)


def _create_engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": 30})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # We begin transactions ourselves: the driver's own habit breaks savepoints.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
