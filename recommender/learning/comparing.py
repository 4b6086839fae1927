"""Two sets of weights over the same lists: how much better one puts what was taken to the front, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from recommender.learning.attention import attention
from recommender.learning.rows import Floats, Rows

ROUNDS = 2_000
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Comparison:
    """`by_hand` and `learnt`: of all worth that was taken, corrected for attention, the share that a list gives its
    reader (1 if it always stood first). `low` to `high` is the interval of their difference."""

    by_hand: float
    learnt: float
    low: float
    high: float
    lists: int
    taken: int

    @property
    def difference(self) -> float:
        return self.learnt - self.by_hand

    @property
    def is_better(self) -> bool:
        return self.low > 0


def compare(
    rows: Rows, signals: Sequence[str], by_hand: Mapping[str, float], learnt: Mapping[str, float], steepness: float
) -> Comparison:
    """Both over these rows. The interval is a paired bootstrap over conversations, the same for the same rows."""
    worth = rows.worths / attention(rows, steepness)
    gains = [worth / np.log2(1 + _ranks(rows, signals, weights)) for weights in (by_hand, learnt)]
    _, talk = np.unique(rows.talks, return_inverse=True)
    hand, ours, whole = (np.bincount(talk, values).astype(float) for values in (*gains, worth))
    low, high = _interval(ours - hand, whole)
    total = max(1e-9, float(whole.sum()))
    return Comparison(float(hand.sum()) / total, float(ours.sum()) / total, low, high, rows.shown, rows.taken)


def _ranks(rows: Rows, signals: Sequence[str], weights: Mapping[str, float]) -> Floats:
    """Where each row would stand in its list, from 1; where two are equal the one that stood higher stays so."""
    scores = rows.readings @ np.array([weights[name] for name in signals])
    order = np.lexsort((rows.positions, -scores.round(9), rows.lists))
    begins = np.concatenate([[0], np.flatnonzero(np.diff(rows.lists[order])) + 1])
    lengths = np.diff([*begins, len(order)])
    ranks = np.empty(len(order))
    ranks[order] = np.arange(len(order)) - np.repeat(begins, lengths) + 1
    return ranks


def _interval(differences: Floats, whole: Floats) -> tuple[float, float]:
    """Of the ratio of the sums, drawing conversations with replacement."""
    random = np.random.default_rng(0)
    count = len(differences)
    drawn = random.multinomial(count, np.full(count, 1 / count), size=ROUNDS).astype(float)
    ratios = (drawn @ differences) / np.maximum(1e-9, drawn @ whole)
    low, high = np.quantile(ratios, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return float(low), float(high)
