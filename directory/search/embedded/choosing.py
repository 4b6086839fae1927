"""The best of many: only what may be among them is put in order."""

import numpy as np

from directory.search.embedded.ragged import Floats, Ints

FEW = 2_000
BLOCK = 64


def best_of(scores: Floats, count: int) -> Ints:
    """Places of all scores that may be among the so many highest, in no order; ties with the last of them too."""
    if count <= 0:
        return np.zeros(0, np.intp)
    if len(scores) <= max(FEW, 2 * count):
        return np.arange(len(scores))
    whole = len(scores) // BLOCK * BLOCK
    tops = scores[:whole].reshape(-1, BLOCK).max(axis=1)
    if count < len(tops):
        # So many blocks have something at least as high: what is lower is not among the best.
        least = np.partition(tops, len(tops) - count)[len(tops) - count]
        some = np.flatnonzero(scores >= least)
    else:
        some = np.arange(len(scores))
    if len(some) > 4 * count:
        least = np.partition(scores[some], len(some) - count)[len(some) - count]
        some = some[scores[some] >= least]
    return some
