"""How well and how fast duplicates are found: `python -m bench.matching`. Also writes bench/out/matching.json.

Ours, rapidfuzz with the one threshold that is best for the set (which nobody knows beforehand), and Splink on DuckDB,
unsupervised, and recordlinkage's ECM where they are installed.
"""

import importlib.util
import json
import random
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, utils
from rapidfuzz.process import cdist
from rich.console import Console
from rich.table import Table

from bench.labelled import places as p
from bench.labelled.collection import FULL, MAP, MEASURED
from bench.labelled.measuring import Score, counted, counted_ids
from bench.labelled.sets import LabelledSet, Thing, one_keeper, two_keepers
from bench.labelled.town import Town
from directory.matching.candidates import candidate_pairs
from directory.matching.linking import match
from directory.matching.prepared import prepare
from directory.matching.record import MatchRecord
from directory.matching.splink_engine import match_with_splink

OUT = Path(__file__).parent / "out" / "matching.json"
SEEDS = range(1, 3)
"""None of them was taught."""
MANY = 100_000
Rival = Callable[[LabelledSet], Score]


def ours(found: LabelledSet) -> Score:
    return counted(found, match(found.left, found.right))


def splink(found: LabelledSet) -> Score:
    return counted(found, match_with_splink(found.left, found.right))


def fuzzy(found: LabelledSet) -> Score:
    """rapidfuzz's token_set_ratio over all that is written, at the threshold that is best for this very set."""
    left, right = found.left, found.left if found.right is None else found.right
    alike = cdist(_texts(left), _texts(right), scorer=fuzz.token_set_ratio, dtype=np.uint8, workers=-1)
    if found.right is None:
        alike = np.triu(alike, 1)
    rows, columns = np.nonzero(alike > 49)
    scores = alike[rows, columns]
    ids = [(left[row].id, right[column].id) for row, column in zip(rows.tolist(), columns.tolist(), strict=True)]
    best = Score(0, 0, len(found.truth))
    for threshold in range(50, 101, 2):
        said = {ids[place] for place in np.flatnonzero(scores >= threshold).tolist()}
        best = max(best, counted_ids(found, said), key=lambda score: score.f1)
    return best


def _texts(records: list[MatchRecord]) -> list[str]:
    fields = ("name", "organisation", "address", "city", "postcode", "phone")
    return [utils.default_process(" ".join(filter(None, (getattr(each, name) for name in fields)))) for each in records]


def learning(found: LabelledSet) -> Score:
    """recordlinkage's ECM over exact and Jaro-Winkler comparisons of the pairs that we compare."""
    import pandas
    import recordlinkage

    records = [*found.left, *(found.right or [])]
    prepared = [prepare(record) for record in records]
    left, right = candidate_pairs(prepared, None if found.right is None else len(found.left))
    table = pandas.DataFrame(
        {
            "name": [" ".join(record.name) for record in prepared],
            "address": [record.address.words or None for record in prepared],
            "postcode": [record.postcode or None for record in prepared],
            "phone": [record.phones[0] if record.phones else None for record in prepared],
        }
    )
    compare = recordlinkage.Compare()
    compare.string("name", "name", method="jarowinkler", threshold=0.88)
    compare.string("address", "address", method="jarowinkler", threshold=0.88)
    compare.exact("postcode", "postcode")
    compare.exact("phone", "phone")
    vectors = compare.compute(pandas.MultiIndex.from_arrays([left, right]), table)
    vectors = vectors.loc[:, vectors.nunique() > 1]
    said = recordlinkage.ECMClassifier(binarize=0.5).fit_predict(vectors)
    return counted_ids(found, {(records[one].id, records[other].id) for one, other in said})


def rivals() -> dict[str, Rival]:
    """Those that can be run here."""
    every: dict[str, Rival] = {"ours": ours, "rapidfuzz, best threshold": fuzzy}
    for package, name, run in (("splink", "Splink", splink), ("recordlinkage", "recordlinkage ECM", learning)):
        if importlib.util.find_spec(package):
            every[name] = run
        else:
            print(f"{name} is not installed and is left out (pip install {package}).")
    return every


def quality(every: dict[str, Rival]) -> list[dict[str, Any]]:
    """Precision, recall and F1 of every rival on every kind of set."""
    rows = []
    for kind, make in MEASURED.items():
        sets = [make(seed) for seed in SEEDS]
        for name, run in every.items():
            score = Score.sum(run(found) for found in sets)
            rows.append({"set": kind, "by": name, "f1": score.f1, "precision": score.precision, "recall": score.recall})
    return rows


def many(count: int) -> LabelledSet:
    """`count` records of many towns in one file, a tenth of the places twice."""
    rng = random.Random(20)
    things: list[Thing] = []
    kinds = [
        lambda: p.eating(rng),
        lambda: p.pub(rng),
        lambda: p.trading(rng),
        lambda: p.faith(rng),
        lambda: p.civic(rng),
    ]
    while len(things) < count * 0.95:
        things += p.places(rng, Town(rng, 15_000, american=False), 2000, kinds, 0.05)
    columns = MAP | {"phone", "city"}
    both = two_keepers("many", things, rng, level=0.5, columns=columns, gaps=FULL, overlap=0.1)
    whole = one_keeper(both, "many", columns)
    kept = {record.id for record in whole.left[:count]}
    truth = {pair for pair in whole.truth if kept.issuperset(pair)}
    return LabelledSet("many", whole.left[:count], None, truth)


def speed() -> list[dict[str, Any]]:
    """Seconds for many records against themselves, and what was found, on the same pairs."""
    found = many(MANY)
    prepared = [prepare(record) for record in found.left]
    pairs = len(candidate_pairs(prepared)[0])
    rows = []
    for name, run in rivals().items():
        if name not in ("ours", "Splink"):
            continue
        began = time.perf_counter()
        score = run(found)
        seconds = time.perf_counter() - began
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        rows.append({"by": name, "records": MANY, "pairs": pairs, "seconds": seconds, "found": score.right, "f1": score.f1,
            "megabytes": megabytes})  # fmt: skip
    return rows


def table(title: str, rows: list[dict[str, Any]]) -> Table:
    shown = Table(title=title)
    for name in rows[0]:
        shown.add_column(name)
    for row in rows:
        shown.add_row(*(f"{value:.3f}" if isinstance(value, float) else str(value) for value in row.values()))
    return shown


def main() -> None:
    found = {"quality": quality(rivals()), "speed": speed()}
    for title, rows in found.items():
        Console().print(table(title, rows))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
