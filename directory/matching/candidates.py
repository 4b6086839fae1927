"""Which pairs of many records are worth comparing, by the keys they share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from directory.matching.blocking import WEAK, keys_of_prepared
from directory.matching.names import Ints
from directory.matching.prepared import Prepared

FREELY = 150_000
"""Pairs that are compared however large the blocks are."""
GLANCE = 0.45
"""How alike names must be, letter by letter, that only a place or a beginning brings together."""
PER_RECORD = 15
"""Pairs a record beyond which the largest blocks are left out: a key that so many share says little."""


@dataclass(frozen=True)
class Blocks:
    """The records that share a key, block after block: where each starts, its size, and how many are of the left file."""

    keys: list[str]
    members: Ints
    starts: Ints
    sizes: Ints
    lefts: Ints

    def those(self, which: NDArray[np.bool_]) -> "Blocks":
        """Some of the blocks."""
        keys = [key for key, kept in zip(self.keys, which.tolist(), strict=True) if kept]
        return Blocks(keys, self.members, self.starts[which], self.sizes[which], self.lefts[which])


def candidate_pairs(records: Sequence[Prepared], from_right: int | None = None) -> tuple[Ints, Ints]:
    """Places of records that share a key, each pair once, the smaller place first.

    With `from_right` the records from that place on are another file, and pairs are of one file with the other.
    """
    blocks, count = blocks_of(records, from_right), max(1, len(records))
    houses, weak = _which(blocks, "house "), _which(blocks, *WEAK)
    surely, doors, others = (_codes(blocks.those(those), count) for those in (~weak, houses, weak & ~houses))
    # One door in one postcode, or one spot, is enough, whatever the names.
    surely = np.union1d(surely, np.intersect1d(doors, others, assume_unique=True))
    maybe = np.setdiff1d(np.union1d(doors, others), surely, assume_unique=True)
    codes = np.union1d(surely, maybe[_alike(records, maybe // count, maybe % count)])
    return codes // count, codes % count


def _which(blocks: Blocks, *beginnings: str) -> NDArray[np.bool_]:
    return np.array([key.startswith(beginnings) for key in blocks.keys], dtype=bool)


def _alike(records: Sequence[Prepared], left: Ints, right: Ints) -> NDArray[np.bool_]:
    """Whether the names are somewhat alike, or one is missing."""
    names = np.array(["".join(record.name) for record in records] or [""], dtype=object)
    nameless = np.array([not record.name for record in records] or [True])
    found = cpdist(names[left], names[right], scorer=Indel.normalized_similarity, workers=-1, dtype=np.float32)
    kept: NDArray[np.bool_] = (found >= GLANCE) | nameless[left] | nameless[right]
    return kept


def _codes(blocks: Blocks, count: int) -> Ints:
    """Each pair of some blocks once, as one number."""
    found = [left * count + right for left, right in _pairs(blocks)]
    return np.unique(np.concatenate([np.empty(0, np.int64), *found]))


def blocks_of(records: Sequence[Prepared], from_right: int | None = None) -> Blocks:
    """The blocks in which there are pairs, the smallest first, as many as can be afforded."""
    numbers: dict[str, int] = {}
    keys: list[int] = []
    places: list[int] = []
    for place, record in enumerate(records):
        for key in keys_of_prepared(record):
            keys.append(numbers.setdefault(key, len(numbers)))
            places.append(place)
    numbered, members = np.array(keys, dtype=np.int64), np.array(places, dtype=np.int64)
    order = np.argsort(numbered, kind="stable")
    numbered, members = numbered[order], members[order]
    starts = np.flatnonzero(np.diff(numbered, prepend=-1))
    sizes = np.diff(starts, append=len(numbered))
    lefts = _lefts(members, starts, sizes, from_right)
    pairs = sizes * (sizes - 1) // 2 if from_right is None else lefts * (sizes - lefts)
    by_size = np.argsort(pairs, kind="stable")
    kept = by_size[(np.cumsum(pairs[by_size]) <= max(FREELY, PER_RECORD * len(records))) & (pairs[by_size] > 0)]
    names = list(numbers)
    return Blocks([names[number] for number in numbered[starts[kept]]], members, starts[kept], sizes[kept], lefts[kept])


def _lefts(members: Ints, starts: Ints, sizes: Ints, from_right: int | None) -> Ints:
    """How many members of each block are of the left file; with one file, all."""
    if from_right is None or not len(starts):
        return sizes
    lefts: Ints = np.add.reduceat((members < from_right).astype(np.int64), starts)
    return lefts


def _pairs(blocks: Blocks) -> Iterator[tuple[Ints, Ints]]:
    """The pairs of all blocks of one shape at a time."""
    shapes = blocks.sizes * (int(blocks.sizes.max(initial=0)) + 1) + blocks.lefts
    for shape in np.unique(shapes):
        which = np.flatnonzero(shapes == shape)
        size, left = int(blocks.sizes[which[0]]), int(blocks.lefts[which[0]])
        if left == size:
            one, other = np.triu_indices(size, 1)
        else:
            one, other = (each.ravel() for each in np.meshgrid(np.arange(left), np.arange(left, size), indexing="ij"))
        starts = blocks.starts[which][:, None]
        yield blocks.members[(starts + one).ravel()], blocks.members[(starts + other).ravel()]
