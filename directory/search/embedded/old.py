"""A segment that is to become part of another: what is left of it, read some at a time."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from directory.search.embedded.arrays import Array, ArrayFile
from directory.search.embedded.part import left_of
from directory.search.embedded.ragged import Bools, Ints
from directory.search.ranking import FIELDS

SOME = 10_000
"""Owners whose lists are in memory at once."""


class Old:
    """Its assets are numbers from 0; `gone` are those that were taken out."""

    def __init__(self, file: ArrayFile, gone: Sequence[int]) -> None:
        self.file, self.count = file, int(file.notes["count"])
        self.left = left_of(self.count, gone)
        self.kept = np.flatnonzero(self.left)
        self.texts = Lists(file, "text", self.left, len(FIELDS))
        self.flags = Lists(file, "flag", self.left)

    @cached_property
    def sites(self) -> Bools:
        """Which of its sites are of an asset that is left."""
        sites: Bools = self.left[self.file["site_asset"]]
        return sites

    @cached_property
    def site_flags(self) -> "Lists":
        return Lists(self.file, "site_flag", self.sites)

    def one_each(self, name: str) -> Array:
        """A value of each asset that is left; read, for a mapped page stays in memory until it is needed elsewhere."""
        return self.file.piece(name, 0, self.count)[self.kept]

    def renumbered(self, start: int) -> NDArray[np.int32]:
        """The new number of each asset, of which the first that is left is `start`."""
        return (np.cumsum(self.left) - 1 + start).astype(np.int32)


class Lists:
    """The lists of one array, `each` owner having so many; of the owners that are left."""

    def __init__(self, file: ArrayFile, name: str, left: Bools, each: int = 1) -> None:
        self._file, self.name, self._left, self.each = file, name, left, each

    @property
    def size(self) -> int:
        """How many values they have."""
        return sum(int(lengths.sum()) for lengths in self.lengths())

    def lengths(self) -> Iterator[Ints]:
        """How long they are, some at a time."""
        for first, starts in self._starts():
            yield np.diff(starts)[np.repeat(self._left[first : first + SOME], self.each)]

    def values(self) -> Iterator[tuple[Ints, Array]]:
        """Their values, some at a time; each with the number of its owner."""
        for first, starts in self._starts():
            begins = starts[:: self.each]
            owners = np.repeat(np.arange(first, first + len(begins) - 1), np.diff(begins))
            chosen = self._left[owners]
            yield owners[chosen], self._file.piece(self.name, int(starts[0]), int(starts[-1]))[chosen]

    def _starts(self) -> Iterator[tuple[int, Ints]]:
        """The first of some owners, where their lists begin, and at last where those end."""
        for first in range(0, len(self._left), SOME):
            last = min(first + SOME, len(self._left))
            starts = self._file.piece(f"{self.name}_start", first * self.each, last * self.each + 1)
            yield first, starts.astype(np.int64)
