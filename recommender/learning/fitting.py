"""Weights fitted to outcomes: a linear model without negative coefficients, near the weights set by hand where little is known.

The worth of a row over the chance that it was looked at is, on average, how good it is (inverse propensity). Rows count
by that chance, and less the older they are. scikit-learn's `LinearRegression(positive=True)` finds the weights; rows
that stand for the weights set by hand keep it near these until the outcomes say more.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from recommender.learning.attention import attention
from recommender.learning.rows import Floats, Rows

HELD = frozenset({"has_helped_others"})
"""Stays as it was set by hand: it is made of outcomes, and learning its weight from them would feed on itself."""
PULL = 20.0
"""How many rows the weights set by hand count for."""
LEAST_SLOPE = 0.05
HALF_LIFE = 120.0
"""Days after which an outcome counts half."""


def fitted(rows: Rows, signals: Sequence[str], by_hand: Mapping[str, float], steepness: float) -> dict[str, float]:
    """A weight for each signal, 0 or more and together 1."""
    free = [place for place, name in enumerate(signals) if name not in HELD]
    hand = np.array([by_hand[signals[place]] for place in free])
    found = _solved(rows.readings[:, free], *_targets(rows, steepness), hand)
    if not found.sum():
        return dict(by_hand)
    shared = sum(by_hand[name] for name in signals if name not in HELD)
    learnt = dict(zip((signals[place] for place in free), found / found.sum() * shared, strict=True))
    return {name: round(float(learnt.get(name, by_hand[name])), 4) for name in signals}


def goodness(rows: Rows, steepness: float) -> Floats:
    """How good each row is by a plain fit of whether it was taken, 0 to 1: for judging a steepness."""
    looked = attention(rows, steepness)
    share, taken = looked / looked.sum(), (rows.worths > 0) / looked
    root, mean = np.sqrt(looked), share @ taken
    readings = rows.readings - share @ rows.readings
    weights = _without_negatives(readings * root[:, None], (taken - mean) * root)
    good: Floats = np.clip(mean + readings @ weights, 0.01, 0.99)
    return good


def _targets(rows: Rows, steepness: float) -> tuple[Floats, Floats]:
    """(how good each row turned out, how much it counts)."""
    looked = attention(rows, steepness)
    age = rows.days.max() - rows.days
    return rows.worths / looked, looked * 0.5 ** (age / HALF_LIFE)


def _solved(readings: Floats, good: Floats, counts: Floats, hand: Floats) -> Floats:
    share = counts / counts.sum()
    readings, good = readings - share @ readings, good - share @ good
    by_hand = readings @ hand
    slope = max(LEAST_SLOPE, float((counts * by_hand * good).sum() / max(1e-9, (counts * by_hand**2).sum())))
    root, pull = np.sqrt(counts), np.sqrt(PULL)
    rows = np.vstack([readings * root[:, None], np.eye(len(hand)) * pull])
    return _without_negatives(rows, np.concatenate([good * root, hand * slope * pull]))


def _without_negatives(rows: Floats, targets: Floats) -> Floats:
    """The least squares without negative weights; of many rows the triangle of their QR says the same."""
    from sklearn.linear_model import LinearRegression  # imported here: it takes seconds to load

    triangle: Floats = np.asarray(np.linalg.qr(np.column_stack([rows, targets]), mode="r"))
    fit = LinearRegression(positive=True, fit_intercept=False).fit(triangle[:, :-1], triangle[:, -1])
    return np.asarray(fit.coef_, float)
