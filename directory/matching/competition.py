"""A record is seldom the same as two others that differ: where one partner is clearly better, the other loses."""

from collections import defaultdict
from collections.abc import Callable

import numpy as np

from directory.matching.names import Floats, Ints

WORTH_A_LOOK = 0.02
ROUNDS = 3
UNBEATEN = 0.6
"""Log odds that a pair gains by having come through: on invented sets that were not taught, maps above all, a pair was
oftener the same than its probability said, and a lower threshold did better than even odds."""
Judge = Callable[[Ints, Ints], Floats]


def contested(left: Ints, right: Ints, probabilities: Floats, judge: Judge, doubt: float = 0.0) -> Floats:
    """The probabilities when partners compete.

    Of partners that are the same among themselves (a file may hold a thing twice) none loses for the other; how likely
    that is, `judge` says of their places, less `doubt` log odds where a keeper has taken care.
    """
    rivals = _rivals(left, right, np.flatnonzero(probabilities > WORTH_A_LOOK))
    ones, twos, firsts, seconds = rivals.T
    twins = judge(np.minimum(firsts, seconds), np.maximum(firsts, seconds))
    apart = 1 / (1 + twins / np.maximum(1 - twins, 1e-9) * np.exp(-doubt))
    own = _strength(probabilities)
    found = probabilities
    for _ in range(ROUNDS):
        # A rival that itself has a better partner is no rival.
        strength = _strength(found)
        lost = np.bincount(ones, weights=apart * strength[twos], minlength=len(own))
        lost += np.bincount(twos, weights=apart * strength[ones], minlength=len(own))
        found = probabilities * own / (own + lost)
    return np.where(probabilities > WORTH_A_LOOK, _raised(found), probabilities)


def _raised(probabilities: Floats) -> Floats:
    """What came through, a little surer: see `UNBEATEN`."""
    odds = probabilities / np.maximum(1 - probabilities, 1e-9) * np.exp(UNBEATEN)
    raised: Floats = odds / (1 + odds)
    return raised


def _strength(probabilities: Floats) -> Floats:
    strength: Floats = probabilities / np.maximum(1 - probabilities, 1e-6)
    return strength


def _rivals(left: Ints, right: Ints, rows: Ints) -> Ints:
    """(row, row of the rival, partner, rival's partner) of every two rows that share a record."""
    partners: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in rows.tolist():
        partners[int(left[row])].append((row, int(right[row])))
        partners[int(right[row])].append((row, int(left[row])))
    found = [
        (one, two, first, second)
        for each in partners.values()
        for place, (one, first) in enumerate(each)
        for two, second in each[place + 1 :]
    ]
    return np.array(found, dtype=np.int64).reshape(-1, 4)
