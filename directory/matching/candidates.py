"""Which pairs of many records are worth comparing, by the keys they share."""

from collections.abc import Iterator, Sequence

import numpy as np

from directory.matching.blocking import keys_of_prepared
from directory.matching.names import Ints
from directory.matching.prepared import Prepared

FREELY = 150_000
"""Pairs that are compared however large the blocks are."""
PER_RECORD = 40
"""Pairs a record beyond which large blocks are left out: a key that so many share says little."""


def candidate_pairs(records: Sequence[Prepared], from_right: int | None = None) -> tuple[Ints, Ints]:
    """Places of records that share a key, each pair once, the smaller place first.

    With `from_right` the records from that place on are another file, and pairs are of one file with the other.
    """
    keys, members = _memberships(records)
    order = np.lexsort((members, keys))
    keys, members = keys[order], members[order]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.empty(0, np.int64)
    sizes = np.diff(np.append(starts, len(keys)))
    lefts = _lefts(members, starts, sizes, from_right)
    pairs = sizes * (sizes - 1) // 2 if from_right is None else lefts * (sizes - lefts)
    budget = max(FREELY, PER_RECORD * len(records))
    by_size = np.argsort(pairs, kind="stable")
    kept = by_size[np.cumsum(pairs[by_size]) <= budget]
    found = [*_of_blocks(members, starts[kept], sizes[kept], lefts[kept])]
    codes = np.unique(np.concatenate([left * len(records) + right for left, right in found] or [np.empty(0, np.int64)]))
    return codes // max(1, len(records)), codes % max(1, len(records))


def _memberships(records: Sequence[Prepared]) -> tuple[Ints, Ints]:
    """(number of the key, place of the record), one for each key of each record."""
    numbers: dict[str, int] = {}
    keys: list[int] = []
    members: list[int] = []
    for place, record in enumerate(records):
        for key in keys_of_prepared(record):
            keys.append(numbers.setdefault(key, len(numbers)))
            members.append(place)
    return np.array(keys, dtype=np.int64), np.array(members, dtype=np.int64)


def _lefts(members: Ints, starts: Ints, sizes: Ints, from_right: int | None) -> Ints:
    """How many members of each block are of the left file; with one file, all."""
    if from_right is None or not len(starts):
        return sizes
    return np.add.reduceat((members < from_right).astype(np.int64), starts)


def _of_blocks(members: Ints, starts: Ints, sizes: Ints, lefts: Ints) -> Iterator[tuple[Ints, Ints]]:
    """The pairs of all blocks of one shape at a time."""
    shapes = sizes * (int(sizes.max(initial=0)) + 1) + lefts
    for shape in np.unique(shapes):
        which = np.flatnonzero(shapes == shape)
        size, left = int(sizes[which[0]]), int(lefts[which[0]])
        if left == size:
            one, other = np.triu_indices(size, 1)
        else:
            one, other = (each.ravel() for each in np.meshgrid(np.arange(left), np.arange(left, size), indexing="ij"))
        yield (
            members[(starts[which][:, None] + one).ravel()],
            members[(starts[which][:, None] + other).ravel()],
        )
