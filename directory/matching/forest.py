"""Boosted decision trees as plain numbers: how the shipped model weighs comparisons, without a library to run it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.matching.names import Floats

LEAF = -1


@dataclass(frozen=True)
class Tree:
    """Nodes by number. At each, a comparison of at most the threshold leads left, a missing one where it is told to."""

    comparison: NDArray[np.int64]
    threshold: Floats
    missing_left: NDArray[np.bool_]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: Floats
    depth: int

    @classmethod
    def of(cls, nodes: Sequence[Sequence[float]]) -> "Tree":
        """From rows of (comparison, threshold, missing left, left, right, value), as they are kept in JSON."""
        columns = np.array(nodes, dtype=np.float64).T
        comparison, missing_left, left, right = columns[[0, 2, 3, 4]].astype(np.int64)
        # From a leaf both ways lead to itself, so that all rows take as many steps.
        leaf, own = comparison == LEAF, np.arange(len(nodes))
        left, right = np.where(leaf, own, left), np.where(leaf, own, right)
        return cls(
            np.where(leaf, 0, comparison),
            columns[1],
            missing_left.astype(bool),
            left,
            right,
            columns[5],
            _depth(left, right),
        )

    def weigh(self, values: Floats, missing: NDArray[np.bool_]) -> Floats:
        """What the tree adds for each row of comparisons."""
        at = np.zeros(len(values), dtype=np.int64)
        begins = np.arange(len(values)) * values.shape[1]
        for _ in range(self.depth):
            cells = begins + self.comparison[at]
            to_left = (values.take(cells) <= self.threshold[at]) | (missing.take(cells) & self.missing_left[at])
            at = np.where(to_left, self.left[at], self.right[at])
        return self.value[at]


def _depth(left: NDArray[np.int64], right: NDArray[np.int64]) -> int:
    """The steps to the farthest leaf."""
    depth, reached = 0, {0}
    while onward := {int(to) for at in reached for to in (left[at], right[at]) if to != at}:
        depth, reached = depth + 1, onward
    return depth


@dataclass(frozen=True)
class Forest:
    """The sum of its trees, on the scale of log odds."""

    base: float
    trees: tuple[Tree, ...]

    @classmethod
    def from_json(cls, document: dict[str, Any]) -> "Forest":
        return cls(float(document["base"]), tuple(Tree.of(nodes) for nodes in document["trees"]))

    def weigh(self, values: Floats) -> Floats:
        """The log odds of each row; what the first trees find hopeless is not asked of the others."""
        odds = np.full(len(values), self.base)
        rows, missing = np.arange(len(values)), np.isnan(values)
        for number, tree in enumerate(self.trees):
            if number in _CHECKED:
                hopeful = odds[rows] > _HOPELESS
                rows, values, missing = rows[hopeful], values[hopeful], missing[hopeful]
            odds[rows] += tree.weigh(values, missing)
        return odds


_CHECKED = (8, 16, 30, 50)
_HOPELESS = -6.0
