"""Teaches the shipped model: `python -m bench.labelled.teach` writes directory/matching/model.json."""

import json
import random
from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from bench.labelled.collection import KINDS, LabelledSet
from directory.matching.candidates import candidate_pairs
from directory.matching.comparisons import COMPARISONS, compare_all
from directory.matching.forest import LEAF
from directory.matching.frequencies import NameFrequencies
from directory.matching.model import MODEL_VERSION
from directory.matching.pairs import Columns, Pairs
from directory.matching.prepared import prepare

TAUGHT = range(100, 112)
"""Seeds of the sets that are taught; others are measured."""
THINNED = 6
WRITTEN = Path(__file__).parents[2] / "directory" / "matching" / "model.json"


def compared(found: LabelledSet) -> tuple[np.ndarray, np.ndarray]:
    """(a row of comparisons for each candidate pair, whether it describes the same)."""
    records = [*found.left, *(found.right or [])]
    prepared = [prepare(record) for record in records]
    left, right = candidate_pairs(prepared, None if found.right is None else len(found.left))
    # At import only the pairs at hand are known, and nobody can count who else has a number.
    whole = random.Random(len(records)).random() < 0.6
    columns = Columns(prepared, NameFrequencies.of(record.name for record in records), whole=whole)
    ids = [record.id for record in records]
    both = zip(left.tolist(), right.tolist(), strict=True)
    labels = np.array([(ids[a], ids[b]) in found.truth or (ids[b], ids[a]) in found.truth for a, b in both])
    return compare_all(Pairs(columns, left, right)), labels


def teach(kinds: Collection[str] = tuple(KINDS)) -> tuple[HistGradientBoostingClassifier, np.ndarray]:
    """The trees, and the comparisons on which they were taught, of all kinds of sets or of some."""
    rows, labels = zip(*(compared(KINDS[kind](seed)) for kind in kinds for seed in TAUGHT), strict=True)
    values, same = np.concatenate(rows), np.concatenate(labels)
    weights = np.ones(len(same))
    # Of what is hopeless at a glance a part is enough.
    hopeless = ~same & (np.nan_to_num(values[:, 1]) < 0.3)
    kept = ~hopeless | (np.random.default_rng(0).random(len(same)) < 1 / THINNED)
    weights[hopeless] = THINNED
    values, same, weights = values[kept], same[kept], weights[kept]
    trees = HistGradientBoostingClassifier(
        max_iter=100, max_depth=6, max_leaf_nodes=24, learning_rate=0.13, min_samples_leaf=60, l2_regularization=5.0,
        monotonic_cst=[each.points for each in COMPARISONS], early_stopping=False, random_state=0,
    )  # fmt: skip
    return trees.fit(values, same, weights), values


def as_document(trees: HistGradientBoostingClassifier, values: np.ndarray) -> dict[str, Any]:
    """The trees as plain numbers."""
    grown = [each[0].nodes for each in trees._predictors]
    return {
        "version": MODEL_VERSION,
        "comparisons": [each.name for each in COMPARISONS],
        "means": np.nan_to_num(np.nanmean(values, axis=0)).round(4).tolist(),
        "spreads": np.maximum(np.nan_to_num(np.nanstd(values, axis=0)), 0.05).round(4).tolist(),
        "base": float(trees._baseline_prediction.ravel()[0]),
        "trees": [[_node(node) for node in nodes] for nodes in grown],
    }


def _node(node: Any) -> list[float]:
    if node["is_leaf"]:
        return [LEAF, 0, 0, 0, 0, round(float(node["value"]), 5)]
    return [
        int(node["feature_idx"]),
        float(node["num_threshold"]),
        int(node["missing_go_to_left"]),
        int(node["left"]),
        int(node["right"]),
        0,
    ]


def main() -> None:
    trees, values = teach()
    WRITTEN.write_text(json.dumps(as_document(trees, values), separators=(",", ":")), encoding="utf-8")
    print(f"{len(values)} pairs taught, {WRITTEN.stat().st_size / 1000:.0f} KB written")


if __name__ == "__main__":
    main()
