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
        whole = columns[[0, 2, 3, 4]].astype(np.int64)
        depth = int(np.ceil(np.log2(len(nodes) + 1))) + 6
        return cls(whole[0], columns[1], whole[1].astype(bool), whole[2], whole[3], columns[5], depth)

    def weigh(self, values: Floats) -> Floats:
        """What the tree adds for each row of comparisons."""
        at = np.zeros(len(values), dtype=np.int64)
        rows = np.arange(len(values))
        for _ in range(self.depth):
            comparison = self.comparison[at[rows]]
            rows, comparison = rows[comparison != LEAF], comparison[comparison != LEAF]
            if not len(rows):
                break
            here = at[rows]
            value = values[rows, comparison]
            to_left = (value <= self.threshold[here]) | (np.isnan(value) & self.missing_left[here])
            at[rows] = np.where(to_left, self.left[here], self.right[here])
        return self.value[at]


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
        rows = np.arange(len(values))
        for number, tree in enumerate(self.trees):
            odds[rows] += tree.weigh(values[rows])
            if number in _CHECKED and len(rows):
                rows = rows[odds[rows] > _HOPELESS]
        return odds


_CHECKED = (15, 30, 50)
_HOPELESS = -6.0
