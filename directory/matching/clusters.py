"""Within one file: records joined into clusters, in which every two describe the same."""

import numpy as np

from directory.matching.names import Floats, Ints

UNLIKELY = 0.01
"""Pairs less probable than this count as nought."""


def joined(left: Ints, right: Ints, probabilities: Floats, threshold: float) -> tuple[Ints, Ints, Floats]:
    """The pairs after joining, the surest first: those of a cluster at the threshold at least, others below it.

    Two clusters are not joined when on the whole their members speak against it.
    """
    cluster: dict[int, list[int]] = {}
    likely = np.flatnonzero(probabilities >= UNLIKELY)
    left, right, probabilities = left[likely], right[likely], probabilities[likely]
    known = dict(zip(zip(left.tolist(), right.tolist(), strict=True), probabilities.tolist(), strict=True))
    weak: set[tuple[int, int]] = set()
    for row in np.argsort(-probabilities, kind="stable").tolist():
        probability = float(probabilities[row])
        if probability < threshold:
            break
        one, other = int(left[row]), int(right[row])
        first, second = cluster.setdefault(one, [one]), cluster.setdefault(other, [other])
        if first is second:
            continue
        across = [known.get((min(a, b), max(a, b)), 0.0) for a in first for b in second]
        if sum(across) / len(across) < _needed(len(across), threshold):
            weak.add((one, other))
            continue
        first.extend(second)
        for member in second:
            cluster[member] = first
    return _closed(cluster, known, weak, threshold)


def _needed(pairs: int, threshold: float) -> float:
    return threshold if pairs == 1 else threshold * 0.7


def _closed(
    cluster: dict[int, list[int]], known: dict[tuple[int, int], float], weak: set[tuple[int, int]], threshold: float
) -> tuple[Ints, Ints, Floats]:
    raised = dict(known)
    for pair in weak:
        raised[pair] = min(raised[pair], threshold * 0.99)
    for members in {id(each): each for each in cluster.values()}.values():
        ordered = sorted(members)
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 :]:
                raised[one, other] = max(known.get((one, other), 0.0), threshold)
    ones, others = np.array(list(raised), dtype=np.int64).reshape(-1, 2).T
    return ones, others, np.array(list(raised.values()), dtype=np.float64)
