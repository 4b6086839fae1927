"""Weights from curators' decisions."""

import numpy as np

from directory.matching.names import Floats


def fitted(odds: Floats, scaled: Floats, labels: Floats, rounds: int = 25) -> Floats:
    """(shift, stretch, a weight for each comparison) that fit the labels best and stay near (0, 1, 0, …).

    Logistic regression with a normal belief around where we stand, by Newton's method.
    """
    rows = np.column_stack([np.ones(len(odds)), odds, scaled])
    start = np.zeros(rows.shape[1])
    start[1] = 1.0
    belief = np.concatenate(([4.0, 100.0], np.full(scaled.shape[1], 60.0)))
    weights = start.copy()
    for _ in range(rounds):
        found = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (found - labels) + belief * (weights - start)
        curve = (rows * (found * (1 - found))[:, None]).T @ rows + np.diag(belief)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights
