"""A message in stretches: the parts in which somebody says one thing, for a long message says several.

People who write from an old phone use no full stops; then a stretch is as many words as one breath takes.
"""

import itertools
from collections.abc import Iterator, Sequence

from recommender.wording import Token

SHORTEST = 4
"""Words below which a clause is read with the next one: "Also," says nothing by itself."""
BREATH, STEP = 14, 7
"""A longer clause is read so many words at a time, beginning anew after so many."""
TOGETHER = 26
"""Two neighbours are also read as one, up to so many words: what they mean may only stand in both."""
MOST = 400
"""Stretches that are read; nobody says more than that of herself."""

Stretch = tuple[int, int]
"""Places of tokens: the first, and the one after the last."""


def stretches(said: Sequence[Token]) -> list[Stretch]:
    """The stretches of what was said, in order, then neighbours together, then all of it where that is short."""
    single = [piece for clause in _clauses(said) for piece in _breaths(*clause)][:MOST]
    pairs = [(a[0], b[1]) for a, b in itertools.pairwise(single) if b[1] - a[0] <= TOGETHER]
    whole = [(0, len(said))] if said and len(said) <= TOGETHER else []
    return list(dict.fromkeys([*single, *pairs, *whole]))


def _clauses(said: Sequence[Token]) -> Iterator[Stretch]:
    begin = 0
    for place in range(1, len(said) + 1):
        ends = place == len(said) or said[place].clause != said[place - 1].clause
        if ends and (place - begin >= SHORTEST or place == len(said)):
            yield begin, place
            begin = place


def _breaths(begin: int, end: int) -> Iterator[Stretch]:
    if end - begin <= BREATH + SHORTEST:
        yield begin, end
        return
    for first in range(begin, end - SHORTEST, STEP):
        yield first, min(end, first + BREATH)
        if first + BREATH >= end:
            return
