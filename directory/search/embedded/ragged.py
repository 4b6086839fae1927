"""Lists of numbers of any length in two arrays, and what is asked of sorted numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.integer]
Bools = NDArray[np.bool_]
Floats = NDArray[np.floating]


@dataclass(frozen=True)
class Ragged:
    """Lists of numbers one after the other; `starts` says where each begins, and at last where all end."""

    values: Ints
    starts: Ints

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> Ints:
        """How long each list is."""
        return np.diff(self.starts)

    @property
    def owners(self) -> Ints:
        """Which list each value is in."""
        return np.repeat(np.arange(len(self)), self.lengths)

    def at(self, lists: Ints) -> Ints:
        """The values of these lists one after the other."""
        found: Ints = self.values[places_of(self.starts, lists)]
        return found


def places_of(starts: Ints, lists: Ints) -> Ints:
    """Where the values of these lists lie, one after the other."""
    first = starts[lists].astype(np.int64)
    lengths = starts[lists + 1] - first
    ends = np.cumsum(lengths)
    places: Ints = np.repeat(first - ends + lengths, lengths)
    places += np.arange(len(places))
    return places


def ragged(values: Ints, lengths: Ints) -> Ragged:
    """From how long each list is."""
    return Ragged(values, starts_of(lengths))


def starts_of(lengths: Sequence[int] | Ints) -> Ints:
    """Where lists of these lengths begin, and at last where all end."""
    return np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])


def each_once(numbers: Ints) -> tuple[Ints, Ints]:
    """Every number that there is, ascending, and where each begins in the sorted numbers; one more says how many."""
    ordered = np.sort(numbers)
    begins = np.flatnonzero(np.diff(ordered, prepend=-1))
    return ordered[begins], np.append(begins, len(ordered))


def among(ordered: Ints, numbers: Ints) -> tuple[Bools, Ints]:
    """Which of the numbers are among the ordered ones, and where they are or would be."""
    if not len(ordered):
        return np.zeros(len(numbers), bool), np.zeros(len(numbers), np.intp)
    places = np.searchsorted(ordered, numbers)
    np.minimum(places, len(ordered) - 1, out=places)
    return ordered[places] == numbers, places
