"""`waymark backup` and `waymark restore`: a consistent copy of a SQLite database while it is being served."""

import sqlite3
from contextlib import closing
from pathlib import Path

import click
from sqlalchemy import make_url

from directory.errors import Invalid, Refusal
from directory.search.indexing import rebuild
from web.commands.opening import open_catalogue
from web.settings import WebSettings


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup_command(file: Path) -> None:
    """Copy the database to FILE as it is at this moment; the index is not copied, it can be rebuilt."""
    database = _sqlite_file()
    if not database.exists():
        raise Refusal(f"There is no database at {database} yet, so there is nothing to copy.")
    partial = file.with_name(file.name + ".part")
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(partial)) as copy:
        source.backup(copy)
    partial.replace(file)
    click.echo(f"Copied to {file}")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.confirmation_option(prompt="This replaces everything in the database. Go on?")
def restore_command(file: Path) -> None:
    """Put FILE back in place of what is in the database, and rebuild the index."""
    _check(file)
    database = _sqlite_file()
    database.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(database)) as into:
        source.backup(into)
    with open_catalogue() as catalogue:
        count = rebuild(catalogue.database, catalogue.index)
    click.echo(f"Put back from {file}: {count} assets")


def _sqlite_file() -> Path:
    url = make_url(WebSettings().database)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise Refusal("This copies SQLite databases. For PostgreSQL use its own pg_dump and pg_restore.")
    return Path(url.database)


def _check(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as source:
            sound = source.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            ours = source.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    except sqlite3.DatabaseError:
        sound, ours = False, None
    if not (sound and ours):
        raise Invalid(f"{file} is not a whole copy made by `waymark backup`; nothing was changed.")
