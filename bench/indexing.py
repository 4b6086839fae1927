"""How fast a large catalogue becomes searchable, and in how much memory: `python -m bench.indexing [--assets N]`.

Each step is run by itself on the same generated catalogue, in a process of its own whose peak memory is measured:
reading assets from the database, making documents, handing over what was just written (as an import does), and
rebuilding the whole index. Beside them, in the same run, what one would write from the manuals: Whoosh with a
stemming TEXT schema and `add_document`, and SQLite's own FTS5 with its Porter stemmer. Both get the ready
documents, with the same texts, and keep the facts as a stored value.
"""

import argparse
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from uuid import UUID

from rich.console import Console
from rich.table import Table

from bench.generated import listing, records
from directory.additions import Addition
from directory.asset import Asset
from directory.assets import add_assets, each_asset
from directory.clock import now
from directory.database import Database
from directory.search.document import Document, document_of
from directory.search.engines import open_index
from directory.search.indexing import rebuild
from directory.search.ranking import FIELDS
from directory.search.shelf import FULL
from directory.taxonomies import Term, load_terms
from recommender.needs import vocabulary
from web.vocabulary import needs_as_terms

ROOT = Path(__file__).parents[1]
ASSETS = 20_000
TARGET = 1.0
"""Milliseconds of CPU for an asset that was just written, or is read from the database, until it is searchable."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--assets", type=int, default=ASSETS)
    options.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    options.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    chosen, _ = options.parse_known_args()
    if chosen.step:
        print(json.dumps(measured(STEPS[chosen.step], chosen.folder, chosen.assets)))
        return
    with tempfile.TemporaryDirectory() as folder:
        found = {name: in_its_own_process(name, Path(folder), chosen.assets) for name in STEPS}
    _print(found, chosen.assets)
    out = ROOT / "bench/out/indexing.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps({"assets": chosen.assets, "steps": found}, indent=1) + "\n")


def in_its_own_process(step: str, folder: Path, assets: int) -> dict[str, float]:
    """Seconds of CPU and megabytes at most. The parent stays small: a child begins with its parent's peak."""
    command = [sys.executable, "-m", "bench.indexing", "--step", step, "--folder", folder, "--assets", assets]
    done = subprocess.run([*map(str, command)], cwd=ROOT, capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def measured(step: Callable[[Path, int], None], folder: Path, assets: int) -> dict[str, float]:
    step(folder, 1)  # what is made the first time that it is asked for
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    Making.seconds, began = 0.0, time.process_time()
    step(folder, assets)
    seconds = time.process_time() - began - Making.seconds
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "peak_mb": peak / 1024, "more_mb": (peak - before) / 1024}


def opened(folder: Path, assets: int) -> Database:
    return Database(f"sqlite:///{folder / f'waymark-{assets}.sqlite'}")


def filling(folder: Path, assets: int) -> None:
    """A database that holds the catalogue."""
    database = opened(folder, assets)
    database.migrate()
    with database.writing() as session:
        load_terms(session, needs_as_terms(vocabulary()), vocabulary().version)
    dialect = database.engine.dialect
    written = (Addition.of(asset.id, asset.listing, now(), dialect) for asset in Making.assets(assets))
    while batch := list(islice(written, 1000)):
        with database.writing() as session:
            add_assets(session, batch, actor="bench")
    database.dispose()


class Making:
    """Makes the catalogue, and counts the seconds that this takes: they are no step's own."""

    seconds = 0.0

    @classmethod
    def assets(cls, count: int) -> Iterator[Asset]:
        """As an import has them when it has just written them."""
        moment, began = now(), time.process_time()
        for made in records(count):
            asset = Asset(id=str(UUID(int=made.number)), last_modified=moment, **dict(listing(made)))
            cls.seconds += time.process_time() - began
            yield asset
            began = time.process_time()


def documents(assets: int) -> Iterator[Document]:
    terms: dict[str, Term] = {term.code: term for term in needs_as_terms(vocabulary())}
    return (document for asset in Making.assets(assets) if (document := document_of(asset, terms)))


def reading(folder: Path, assets: int) -> None:
    database = opened(folder, assets)
    with database.reading() as session:
        for _ in each_asset(session):
            pass
    database.dispose()


def describing(_folder: Path, assets: int) -> None:
    for _ in documents(assets):
        pass


def handing_over(folder: Path, assets: int) -> None:
    index = open_index(f"whoosh://{folder / f'handed-{assets}'}")
    index.clear()
    every = documents(assets)
    while batch := list(islice(every, FULL)):
        index.put(batch)


def rebuilding(folder: Path, assets: int) -> None:
    database = opened(folder, assets)
    rebuild(database, open_index(f"whoosh://{folder / f'rebuilt-{assets}'}"))
    database.dispose()


def plain_whoosh(folder: Path, assets: int) -> None:
    """As the quick start of its manual, with more memory as its tips for speed say."""
    from whoosh.analysis import StemmingAnalyzer
    from whoosh.fields import ID, STORED, TEXT, Schema
    from whoosh.index import create_in

    (place := folder / f"plain-{assets}").mkdir()
    texts = {name: TEXT(analyzer=StemmingAnalyzer()) for name in FIELDS}
    index = create_in(place, Schema(id=ID(unique=True, stored=True), facts=STORED, **texts))
    writer = index.writer(limitmb=256)
    for document in documents(assets):
        said = {name: getattr(document, name) for name in FIELDS}
        writer.add_document(id=document.id, facts=(document.flags, document.points), **said)
    writer.commit()


def sqlite_fts5(folder: Path, assets: int) -> None:
    with sqlite3.connect(folder / f"fts-{assets}.sqlite") as connection:
        columns = ", ".join((*FIELDS, "facts UNINDEXED", "id UNINDEXED"))
        connection.execute(f"CREATE VIRTUAL TABLE asset USING fts5({columns}, tokenize='porter unicode61')")
        rows = (
            (*(getattr(document, name) for name in FIELDS), json.dumps([document.flags, document.points]), document.id)
            for document in documents(assets)
        )
        marks = ", ".join("?" * (len(FIELDS) + 2))
        connection.executemany(f"INSERT INTO asset VALUES ({marks})", rows)  # noqa: S608  # question marks alone
    connection.close()


STEPS: dict[str, Callable[[Path, int], None]] = {
    "writing to the database": filling,
    "reading from the database": reading,
    "documents": describing,
    "handed over and written": handing_over,
    "rebuilt from the database": rebuilding,
    "plain Whoosh": plain_whoosh,
    "SQLite FTS5": sqlite_fts5,
}


def _print(found: dict[str, dict[str, float]], assets: int) -> None:
    table = Table("", "ms an asset", "assets a second", "peak MB", "MB more", title=f"{assets:,} generated assets")
    for name, values in found.items():
        each = values["seconds"] / assets
        table.add_row(
            name, f"{each * 1000:.3f}", f"{1 / each:,.0f}", f"{values['peak_mb']:.0f}", f"{values['more_mb']:.0f}"
        )
    Console().print(table)
    slowest = max(found[name]["seconds"] for name in ("handed over and written", "rebuilt from the database"))
    each = slowest / assets * 1000
    print(f"The slower of both ways {each:.2f} ms an asset: {'within' if each <= TARGET else 'OVER'} {TARGET:.0f} ms")


if __name__ == "__main__":
    main()
