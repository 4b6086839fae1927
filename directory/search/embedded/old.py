"""A segment that is to become part of another: what is left of it, read some at a time."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from directory.search.embedded.arrays import Array, ArrayFile
from directory.search.embedded.part import left_of
from directory.search.embedded.ragged import Bools, Ints

SOME = 10_000
"""Assets whose lists are in memory at once."""


class Old:
    """Its assets are numbers from 0; `gone` are those that were taken out."""

    def __init__(self, file: ArrayFile, gone: Sequence[int]) -> None:
        self.file, self.count = file, int(file.notes["count"])
        self.left = left_of(self.count, gone)
        self.kept = np.flatnonzero(self.left)

    def lists(self, name: str, each: int = 1) -> Iterator[tuple[Bools, Ints]]:
        """The assets, some at a time: which of them are left, and where their lists begin, of which `each` has so many.

        One more start says where the last list ends.
        """
        for first in range(0, self.count, SOME):
            last = min(first + SOME, self.count)
            starts = self.file.piece(f"{name}_start", first * each, last * each + 1)
            yield self.left[first:last], starts.astype(np.int64)

    def size(self, name: str, each: int = 1) -> int:
        """How many values the lists have of the assets that are left."""
        return sum(int(lengths.sum()) for lengths in self.lengths(name, each))

    def lengths(self, name: str, each: int = 1) -> Iterator[Ints]:
        """The lengths of the lists of the assets that are left, some at a time."""
        for left, starts in self.lists(name, each):
            yield np.diff(starts)[np.repeat(left, each)]

    def values(self, name: str, each: int = 1) -> Iterator[tuple[Ints, Array]]:
        """The values of the lists of the assets that are left, some at a time; each with the number of its asset."""
        first = 0
        for left, starts in self.lists(name, each):
            owners = np.repeat(np.arange(first, first + len(left)), np.diff(starts[::each]))
            chosen = self.left[owners]
            yield owners[chosen], self.file.piece(name, int(starts[0]), int(starts[-1]))[chosen]
            first += len(left)

    def one_each(self, name: str) -> Array:
        """A value of each asset that is left; read, for a mapped page stays in memory until it is needed elsewhere."""
        return self.file.piece(name, 0, self.count)[self.kept]

    def renumbered(self, start: int) -> NDArray[np.int32]:
        """The new number of each asset, of which the first that is left is `start`."""
        return (np.cumsum(self.left) - 1 + start).astype(np.int32)
