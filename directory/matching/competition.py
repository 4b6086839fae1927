"""A record is seldom the same as two others that differ: where one partner is clearly better, the other loses."""

from collections import defaultdict
from collections.abc import Callable

import numpy as np

from directory.matching.names import Floats, Ints

WORTH_A_LOOK = 0.02
Judge = Callable[[Ints, Ints], Floats]


def contested(left: Ints, right: Ints, probabilities: Floats, judge: Judge) -> Floats:
    """The probabilities when partners compete.

    Of partners that are the same among themselves (a file may hold a thing twice) none loses for the other; how likely
    that is, `judge` says of their places.
    """
    odds = probabilities / np.maximum(1 - probabilities, 1e-9)
    rows = np.flatnonzero(probabilities > WORTH_A_LOOK)
    partners: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in rows.tolist():
        partners[int(left[row])].append((row, int(right[row])))
        partners[int(right[row])].append((row, int(left[row])))
    rivals = [
        (one, two, first, second)
        for each in partners.values()
        for place, (one, first) in enumerate(each)
        for two, second in each[place + 1 :]
    ]
    if not rivals:
        return probabilities
    ones, twos, firsts, seconds = np.array(rivals, dtype=np.int64).T
    apart = 1 - judge(np.minimum(firsts, seconds), np.maximum(firsts, seconds))
    lost = np.bincount(ones, weights=apart * odds[twos], minlength=len(odds))
    lost += np.bincount(twos, weights=apart * odds[ones], minlength=len(odds))
    return np.where(probabilities > WORTH_A_LOOK, odds / (1 + odds + lost), probabilities)
