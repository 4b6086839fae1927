"""How long a recommendation with its pathway takes, beside scoring everything with one sparse product and a distance filter.

    python -m bench.recommending [--sizes 1000,10000,100000] [--folder FOLDER]

Generated assets; the judged people, each at a place where there are some; one process, warm, both in turn. Fitting (the
first process over a catalogue) and starting (the next one) are timed once. With --folder the catalogues are kept there
for the next time. The results go to `bench/out/recommending.json`.
"""

import argparse
import json
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from bench.compared.whole import catalogue_of
from directory.catalogue import Catalogue
from directory.geography import distances_miles
from directory.outlines import Outline, outline_pages
from recommender.recommend import Recommender
from recommender.seeker import Seeker, read_seeker
from recommender.text_space import text_space
from web.suggestions import FOLDER, Suggesting

ROOT = Path(__file__).parents[1]
SEEKERS = ROOT / "tests/judged/seekers.jsonl"
SIZES = (1_000, 10_000, 100_000)
TARGETS_MS = {1_000: 30, 10_000: 60, 100_000: 150, 1_000_000: 400}
ROUNDS = 5
WITHIN = 5.0
FIRST = 10


class Product:
    """The least that anybody could do: words to all texts by one product, the far left out, the ten most alike."""

    def __init__(self, outlines: Sequence[Outline]) -> None:
        self._vectorizer = text_space().words
        self._matrix = self._vectorizer.transform([outline.text for outline in outlines])
        points = np.array([outline.points[0] if outline.points else (np.nan, np.nan) for outline in outlines], float)
        self._latitudes, self._longitudes = points[:, 0], points[:, 1]

    def ask(self, recommender: Recommender, seeker: Seeker) -> list[int]:
        """Places of the ten."""
        alike = (self._matrix @ self._vectorizer.transform([seeker.words]).T).toarray().ravel()
        home = recommender.gazetteer.find_place(seeker.postcode) if seeker.postcode else None
        if home is not None:
            alike[distances_miles(home, self._latitudes, self._longitudes) > WITHIN] = 0
        return [int(place) for place in np.argsort(-alike)[:FIRST]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=SIZES)
    options.add_argument("--folder", type=Path, help="where catalogues are kept until it is emptied")
    asked, _ = options.parse_known_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = asked.folder or Path(passing)
        found = {str(size): measured(folder, size) for size in asked.sizes}
    out = ROOT / "bench/out/recommending.json"
    out.parent.mkdir(exist_ok=True)
    kept = json.loads(out.read_text()) if out.exists() else {}
    kept = {size: figures for size, figures in kept.items() if size.isdigit()}
    out.write_text(json.dumps(kept | found, indent=1) + "\n")


def measured(folder: Path, size: int) -> dict[str, Any]:
    """The figures at this size, printed as soon as they are known."""
    with catalogue_of(folder, size) as catalogue:
        shutil.rmtree(catalogue.settings.data_dir / FOLDER, ignore_errors=True)
        fitting = seconds(lambda: Suggesting(catalogue).now())
        suggesting = Suggesting(catalogue)
        starting = seconds(suggesting.now)
        figures = beside(catalogue, suggesting, size) | {"fitting_s": fitting, "starting_s": starting}
    show(size, figures)
    return figures


def beside(catalogue: Catalogue, suggesting: Suggesting, size: int) -> dict[str, Any]:
    """Both in turn over the same people."""
    with catalogue.reading() as session:
        outlines = list(islice(chain.from_iterable(outline_pages(session)), size))
    product, people = Product(outlines), seekers(outlines)
    del outlines
    suggesting.now().warm_up()

    def ours(seeker: Seeker) -> object:
        return suggesting.now().recommend(seeker)

    taken: dict[str, list[float]] = {"waymark": [], "product": []}
    for _ in range(ROUNDS):
        for seeker in people:
            taken["waymark"].append(seconds(partial(ours, seeker)) * 1000)
            taken["product"].append(seconds(partial(product.ask, suggesting.now(), seeker)) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {name: spread(times) for name, times in taken.items()} | {"peak_mb": round(peak)}


def seekers(outlines: Sequence[Outline]) -> list[Seeker]:
    """The judged people, moved to where assets are."""
    lines = SEEKERS.read_text(encoding="utf-8").splitlines()
    placed = [outline.points[0] for outline in outlines[:1_000] if outline.points]
    chance = Random(7)
    moved = []
    for line in lines:
        latitude, longitude = chance.choice(placed)
        moved.append(read_seeker(line).model_copy(update={"latitude": latitude, "longitude": longitude}))
    return moved


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return round(time.perf_counter() - began, 6)


def spread(times: Sequence[float]) -> dict[str, float]:
    return {
        "mean_ms": round(float(np.mean(times)), 2),
        "p50_ms": round(float(np.percentile(times, 50)), 2),
        "p95_ms": round(float(np.percentile(times, 95)), 2),
    }


def show(size: int, figures: dict[str, Any]) -> None:
    target = TARGETS_MS.get(size)
    print(f"\n{size:,} assets: fitted in {figures['fitting_s']:.1f} s, next process {figures['starting_s']:.2f} s")
    print(f"{'':30}{'mean ms':>9}{'p50':>9}{'p95':>9}")
    for name in ("waymark", "product"):
        row = figures[name]
        print(f"{name:30}{row['mean_ms']:9.1f}{row['p50_ms']:9.1f}{row['p95_ms']:9.1f}")
    ratio = figures["waymark"]["p95_ms"] / figures["product"]["p95_ms"]
    print(f"ratio of p95: {ratio:.2f}; aim {target} ms; peak {figures['peak_mb']} MB")


if __name__ == "__main__":
    main()
