"""How quickly records come in: reading, merging and indexing apart, beside `csv.DictReader` alone as the floor.

    python -m bench.importing [FILE] [--repeat N]

Prints rows a second and writes them to `bench/out/importing.json`. FILE is `seed_assets.csv` unless given.
"""

import argparse
import csv
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from directory.catalogue import Catalogue
from directory.search.indexing import rebuild
from importers.read import read
from importers.run import import_rows
from web.app import BRANCHES
from web.commands.opening import prepare
from web.settings import WebSettings

ROOT = Path(__file__).parent.parent
STEPS = "csv.DictReader alone", "reading and understanding", "merging into the database", "indexing", "the same again"


def main() -> None:
    """Measure, print and write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", nargs="?", type=Path, default=ROOT / "seed_assets.csv")
    file = options.parse_args().file
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Catalogue(WebSettings(data_dir=Path(folder)), BRANCHES)
        prepare(catalogue)
        rows, seconds = measured(catalogue, file)
        catalogue.close()
    found = [
        {"step": step, "rows": rows, "seconds": round(s, 3), "rows_a_second": round(rows / s)}
        for step, s in zip(STEPS, seconds, strict=True)
    ]
    for line in found:
        print(f"{line['step']:<28} {line['seconds']:>8} s {line['rows_a_second']:>9} rows/s")
    print(f"{'one import, searchable':<28} {sum(seconds[1:4]):>8.3f} s")
    out = ROOT / "bench/out/importing.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(found, indent=1))


def measured(catalogue: Catalogue, file: Path) -> tuple[int, list[float]]:
    """The number of rows and the seconds of each step."""
    with file.open(encoding="utf-8-sig", newline="") as text:
        floor, alone = timed(lambda: list(csv.DictReader(text)))
    # Once before: tables of postcodes and patterns are made the first time that they are asked for.
    list(read(catalogue, file, source="warming")[1])
    reading, rows = timed(lambda: list(read(catalogue, file, source="bench")[1]))
    follow = catalogue.follow
    catalogue.follow = lambda: 0  # type: ignore[method-assign]  # indexing is measured by itself
    merging, _ = timed(lambda: take_in(catalogue, rows))
    catalogue.follow = follow  # type: ignore[method-assign]
    indexing, _ = timed(lambda: rebuild(catalogue.database, catalogue.index))
    again, _ = timed(lambda: take_in(catalogue, read(catalogue, file, source="bench")[1]))
    return len(alone), [floor, reading, merging, indexing, again]


def take_in(catalogue: Catalogue, rows: Any) -> Any:
    return import_rows(catalogue, rows, source="bench", format="csv", origin="bench", actor="bench")


def timed(step: Callable[[], Any]) -> tuple[float, Any]:
    """(seconds of CPU time of this process, what the step gave)"""
    started = time.process_time()
    found = step()
    return time.process_time() - started, found


if __name__ == "__main__":
    main()
