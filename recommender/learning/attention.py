"""How likely a suggestion is looked at where it stands: what is far down is taken less because it is seen less.

The position-based model (Craswell and others, 2008): taken = looked at x good. Looked at falls as position to the
power of -steepness, and the steepness is the one under which what was taken is likeliest.
"""

from collections.abc import Callable

import numpy as np

from recommender.learning.rows import Floats, Rows

STEEPNESSES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4)
LEAST = 0.1
"""Nobody is taken to look less often than this: one taken far down must not count for fifty."""


def attention(rows: Rows, steepness: float) -> Floats:
    """The chance that each row was looked at; 1 where somebody surely did."""
    falling = np.maximum(rows.positions.astype(float) ** -steepness, LEAST)
    return np.where(rows.seen, 1.0, falling)


def steepness_of(rows: Rows, goodness: Callable[[Rows, float], Floats]) -> float:
    """The likeliest steepness; `goodness` fits how good each row is (0 to 1) under one of them."""
    taken = rows.worths > 0

    def likelihood(steepness: float) -> float:
        chance = np.clip(attention(rows, steepness) * goodness(rows, steepness), 1e-3, 1 - 1e-3)
        return float(np.where(taken, np.log(chance), np.log1p(-chance)).sum())

    return max(STEEPNESSES, key=likelihood)
