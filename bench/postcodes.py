"""How fast places are found: `python -m bench.postcodes`. Also writes bench/out/postcodes.json."""

import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from directory.geography import Gazetteer, Place, distances_miles, load_postcodes
from directory.postcodes.authorities import local_authorities
from directory.postcodes.postcode import written
from directory.postcodes.storage import SHIPPED, loaded_path, shipped_table, unpack
from directory.postcodes.table import SCALE

ROOT = Path(__file__).parents[1]

ROWS = 125_000
LOOKUPS = {
    "a full postcode": "L4 3TH",
    "a sector": "L4 3",
    "a district": "L4",
    "a name": "near Aintree",
    "a misspelt name": "bootel",
    "an address": "12 Quay Lane, Walton, Liverpool",
    "nothing": "Atlantis-on-Sea",
}


def milliseconds(work: Callable[[], object], times: int = 1) -> float:
    began = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - began) * 1000 / times


def write_csv(path: Path) -> None:
    """A plain CSV of ROWS postcodes: the shipped ones, moved a little, and made-up ones in Shetland."""
    table, names = shipped_table(), local_authorities()
    rows = [
        (
            written(number),
            (latitude + 7) / SCALE,
            longitude / SCALE,
            names.get(table.authorities[authority], ""),
        )
        for number, latitude, longitude, authority in table.rows[:, :ROWS].T.tolist()
    ]
    rows += [(f"ZE{n // 10 % 9 + 1} {n % 10}AA", 60.1, -1.1, "Shetland Islands") for n in range(ROWS - len(rows))]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("postcode", "latitude", "longitude", "local_authority"))
        writer.writerows(rows)


def measure() -> dict[str, tuple[float, str]]:
    """What was measured, with its unit."""
    found: dict[str, tuple[float, str]] = {"Table in the package": (SHIPPED.stat().st_size / 1000, "kB")}
    found["Open the shipped table"] = (milliseconds(lambda: unpack(SHIPPED), 10), "ms")
    found["Import directory.geography in a new process"] = (
        milliseconds(imported) - milliseconds(started),
        "ms",
    )
    gazetteer = Gazetteer()
    for name, text in LOOKUPS.items():
        gazetteer.find_place(text)
        found[f"Find {name}"] = (
            milliseconds(lambda text=text: gazetteer.find_place(text), 2_000) * 1000,
            "µs",
        )
    found["Suggest for L99 9ZZ"] = (milliseconds(lambda: gazetteer.suggest_postcode("L99 9ZZ"), 20), "ms")
    found["Local authority of a point"] = (milliseconds(lambda: gazetteer.place_at(53.44, -2.97), 20), "ms")
    rows, walton = shipped_table().rows[1:3] / SCALE, Place(53.45, -2.964, "Walton")
    found[f"{rows.shape[1]:,} distances"] = (milliseconds(lambda: distances_miles(walton, *rows), 5), "ms")
    with tempfile.TemporaryDirectory() as folder:
        found.update(measure_load(Path(folder)))
    return found


def measure_load(folder: Path) -> dict[str, tuple[float, str]]:
    write_csv(folder / "plain.csv")
    first, again = (load_postcodes(folder / "plain.csv", folder) for _ in range(2))
    assert first.read == again.read == ROWS
    assert again.added == again.changed == 0
    gazetteer = Gazetteer(folder)
    return {
        f"Load a CSV of {ROWS:,} rows": (first.seconds, "s"),
        "Load it again": (again.seconds, "s"),
        "Loaded table on disk": (loaded_path(folder).stat().st_size / 1000, "kB"),
        "Open the loaded table (mapped) and find a postcode": (
            milliseconds(lambda: gazetteer.find_place("L4 3TH")),
            "ms",
        ),
        "Find a postcode with a loaded table": (
            milliseconds(lambda: gazetteer.find_place("L4 3TH"), 2_000) * 1000,
            "µs",
        ),
    }


def imported() -> None:
    subprocess.run([sys.executable, "-c", "import directory.geography"], cwd=ROOT, check=True)


def started() -> None:
    subprocess.run([sys.executable, "-c", "pass"], cwd=ROOT, check=True)


def main() -> None:
    found = measure()
    table = Table("What", "How much", title=f"Postcodes (numpy {np.__version__})")
    for name, (value, unit) in found.items():
        table.add_row(name, f"{value:,.1f} {unit}")
    Console().print(table)
    out = ROOT / "bench" / "out" / "postcodes.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(
        json.dumps({name: {"value": round(v, 3), "unit": unit} for name, (v, unit) in found.items()}, indent=1)
    )


if __name__ == "__main__":
    main()
