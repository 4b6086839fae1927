"""Lists of numbers of any length in two arrays, and what search asks of sorted numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from directory.search.columns import Bools, Ints


@dataclass(frozen=True)
class Ragged:
    """Lists of numbers one after the other; `lengths` says how long each is."""

    values: Ints
    lengths: Ints

    @property
    def owners(self) -> Ints:
        """Which list each value is in."""
        return np.repeat(np.arange(len(self.lengths)), self.lengths)

    def of(self, chosen: Bools) -> "Ragged":
        """The chosen lists alone."""
        return Ragged(self.values[chosen[self.owners]], self.lengths[chosen])

    def at(self, lists: Ints) -> "Ragged":
        """The lists of these numbers, in this order, again and again if need be."""
        lengths = self.lengths[lists]
        starts = (np.cumsum(self.lengths) - self.lengths)[lists]
        places = np.arange(lengths.sum()) + np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
        return Ragged(self.values[places], lengths)


def chained(parts: Sequence[Ragged], renumbered: Sequence[Ints]) -> Ragged:
    """The lists of several parts, at least one, one after the other; each part with its new numbers."""
    values = [numbers[part.values] for part, numbers in zip(parts, renumbered, strict=True)]
    return Ragged(np.concatenate(values), np.concatenate([part.lengths for part in parts]))


def each_once(numbers: Ints) -> tuple[Ints, Ints]:
    """Every number that there is, ascending, and how often: as `np.unique`, which hashes first and is slower."""
    ordered = np.sort(numbers)
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    return ordered[starts], np.diff(starts, append=len(ordered))


def within(ordered: Ints, numbers: Ints) -> Bools:
    """Which of the numbers are among the ordered ones."""
    if not len(ordered):
        return np.zeros(len(numbers), bool)
    places = np.minimum(np.searchsorted(ordered, numbers), len(ordered) - 1)
    among: Bools = ordered[places] == numbers
    return among


def runs(ordered: Ints) -> Iterator[tuple[int, int, int]]:
    """Each number of an ascending list, with where its run starts and stops."""
    numbers, lengths = each_once(ordered)
    stops = np.cumsum(lengths)
    yield from zip(numbers.tolist(), (stops - lengths).tolist(), stops.tolist(), strict=True)
