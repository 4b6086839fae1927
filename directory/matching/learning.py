"""Learning at hand: how common matches are, without labels; and weights from curators' decisions."""

import numpy as np

from directory.matching.names import Floats

SURE = 40.0
"""Pairs that the belief beforehand about how common matches are is worth."""


def share_of_same(odds: Floats, rounds: int = 30) -> float:
    """How much to add to the log odds so that they agree with the share of matches that they themselves find.

    Expectation and maximisation (Saerens, Latinne and Decaestecker, 2002), held back by the belief beforehand.
    """
    shift = 0.0
    if not len(odds):
        return shift
    before = float(np.mean(1 / (1 + np.exp(-odds))))
    for _ in range(rounds):
        found = 1 / (1 + np.exp(-np.clip(odds + shift, -30, 30)))
        share = (float(found.sum()) + SURE * before) / (len(odds) + SURE)
        shift = float(np.log(share / (1 - share)) - np.log(before / (1 - before)))
    return float(np.clip(shift, -1.0, 1.0))


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
