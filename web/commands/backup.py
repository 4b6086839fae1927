"""`waymark backup` and `waymark restore`: a consistent copy of a SQLite database while it is being served."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import click
from alembic.script import ScriptDirectory
from sqlalchemy import make_url

from directory.database import Database
from directory.errors import Invalid, Refusal
from directory.search.indexing import rebuild
from web.catalogue import BRANCHES
from web.commands.json_lines import refuse_unwritable
from web.commands.opening import open_catalogue, read_settings

JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@JSON
def backup_command(file: Path, as_json: bool) -> None:
    """Copy the database to FILE as it is at this moment; the index is not copied, it can be rebuilt."""
    database = _sqlite_file()
    if not database.exists():
        raise Refusal(f"There is no database at {database} yet, so there is nothing to copy.")
    _refuse_itself(file, database)
    refuse_unwritable(file)
    partial = file.with_name(file.name + ".part")
    try:
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(partial)) as copy:
            source.backup(copy)
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)
    said = {"file": str(file), "bytes": file.stat().st_size}
    click.echo(json.dumps(said, ensure_ascii=False) if as_json else f"Copied to {file}")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.confirmation_option(prompt="This replaces everything in the database. Go on?")
@JSON
def restore_command(file: Path, as_json: bool) -> None:
    """Put FILE back in place of what is in the database, and rebuild the index."""
    database = _sqlite_file()
    _refuse_itself(file, database)
    _check(file)
    database.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(database)) as into:
        source.backup(into)
    with open_catalogue() as catalogue:
        count = rebuild(catalogue.database, catalogue.index)
    said = {"file": str(file), "assets": count}
    click.echo(json.dumps(said, ensure_ascii=False) if as_json else f"Put back from {file}: {count} assets")


def _sqlite_file() -> Path:
    url = make_url(read_settings().database)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise Refusal("This copies SQLite databases. For PostgreSQL use its own pg_dump and pg_restore.")
    return Path(url.database)


def _refuse_itself(file: Path, database: Path) -> None:
    if file.resolve() == database.resolve():
        raise Invalid(f"{file} is the database itself; name another file.")


def _check(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as source:
            sound = source.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            made_by = {version for (version,) in source.execute("SELECT version_num FROM alembic_version")}
    except sqlite3.DatabaseError:
        sound, made_by = False, set()
    if not (sound and made_by):
        raise Invalid(f"{file} is not a whole copy made by `waymark backup`; nothing was changed.")
    if unknown := made_by - _known_versions():
        raise Invalid(f"{file} was made by another version of Waymark ({min(unknown)}); nothing was changed.")


def _known_versions() -> set[str]:
    """The states of the tables that this version of the code can read or bring up to date."""
    config = Database("sqlite://", BRANCHES).alembic_config()
    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
