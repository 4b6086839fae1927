"""How quickly records come in, step by step, and in how much memory.

    python -m bench.importing [--rows N] [--url URL]

N invented rows as CSV (10,000 unless given) with about three duplicates in a hundred are imported, matched, merged and
made searchable; then the same file again. Beside it, in the same run, the floor: the rows of the file as they are,
without understanding, matching, history or provenance, into one table of SQLite with a full-text index. Each side runs
in a process of its own. The results go to `bench/out/importing.json`.
"""

import argparse
import csv
import json
import multiprocessing
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.generated import write_csv
from directory.search.find import find_assets
from directory.search.query import Query
from importers.read import import_from
from web.catalogue import create_catalogue
from web.commands.opening import prepare
from web.settings import WebSettings

ROOT = Path(__file__).parent.parent
ROWS = 10_000
STEPS = ("reading", "comparing", "understanding", "matching", "writing", "indexing")


def main() -> None:
    """Measure, print and write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=ROWS)
    options.add_argument("--url", default="", help="of an empty database; a SQLite file unless given")
    asked, _ = options.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "generated.csv"
        write_csv(file, asked.rows)
        floor = apart(plain_table, file, Path(folder))
        ours = apart(imported, file, Path(folder) / "waymark", asked.url)
    tell(asked.rows, floor, ours)
    out = ROOT / "bench/out/importing.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps({"rows": asked.rows, "floor": floor, "waymark": ours}, indent=1) + "\n")


def imported(file: Path, folder: Path, url: str) -> dict[str, Any]:
    """Seconds of a first and of a second import, by step, and the peak of memory of this process in MB."""
    catalogue = create_catalogue(WebSettings(data_dir=folder, database_url=url))
    prepare(catalogue)
    began = time.perf_counter()
    first = import_from(catalogue, file, source="bench", actor="bench")
    seconds = time.perf_counter() - began
    peak = peak_mb()
    began = time.perf_counter()
    again = import_from(catalogue, file, source="bench", actor="bench")
    second = time.perf_counter() - began
    with catalogue.reading() as session:
        assert find_assets(session, catalogue.index, Query("walking group")).total
    assert again.unchanged == first.read - first.rejected
    catalogue.close()
    return {"counts": first.counts(), "seconds": seconds, "again": second, "steps": first.steps, "peak_mb": peak}


def plain_table(file: Path, folder: Path) -> dict[str, Any]:
    """The floor: one table and its full-text index."""
    began = time.perf_counter()
    with file.open(encoding="utf-8-sig", newline="") as text, sqlite3.connect(folder / "floor.sqlite") as database:
        rows = csv.DictReader(text)
        names = rows.fieldnames or []
        database.execute(f"CREATE TABLE record ({', '.join(names)})")
        marks = ", ".join("?" * len(names))
        database.executemany(f"INSERT INTO record VALUES ({marks})", (list(row.values()) for row in rows))  # noqa: S608  (names of our own file)
        database.execute("CREATE VIRTUAL TABLE found USING fts5(name, description)")
        database.execute("INSERT INTO found SELECT name, description FROM record")
    return {"seconds": time.perf_counter() - began, "peak_mb": peak_mb()}


def apart(measure: Callable[..., dict[str, Any]], *arguments: Any) -> dict[str, Any]:
    """What it measures in a fresh process, so that neither inherits the other's memory."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_tell, args=(sender, measure, arguments))
    process.start()
    found: dict[str, Any] = receiver.recv()
    process.join()
    return found


def _tell(sender: Any, measure: Callable[..., dict[str, Any]], arguments: tuple[Any, ...]) -> None:
    sender.send(measure(*arguments))


def peak_mb() -> int:
    """The most memory that this process held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def tell(rows: int, floor: dict[str, Any], ours: dict[str, Any]) -> None:
    """A table for people."""
    counts = ours["counts"]
    print(f"{rows:,} rows: {counts['added']:,} added, {counts['duplicates_merged']:,} merged, ", end="")
    print(f"{counts['duplicates_to_review']:,} to review")
    for step in STEPS:
        print(f"  {step:<24} {ours['steps'].get(step, 0.0):>8.1f} s")
    for name, seconds, beside in (
        ("import, searchable", ours["seconds"], f"{ours['seconds'] / floor['seconds']:.0f} × the floor"),
        ("the same again", ours["again"], f"{ours['seconds'] / ours['again']:.0f} × as fast as the first"),
        ("floor: table and FTS5", floor["seconds"], ""),
    ):
        print(f"{name:<26} {seconds:>8.1f} s {rows / seconds:>9,.0f} rows/s  {beside}")
    print(f"peak memory {ours['peak_mb']} MB, floor {floor['peak_mb']} MB")


if __name__ == "__main__":
    main()
