"""What some assets say, word by word, in arrays: what a segment is made of, and several are made into one of.

Counting and sorting words is left to NumPy, for all assets at once; one posting at a time takes Python twenty
times as long.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from directory.search.columns import Bools, Ints
from directory.search.ranking import FIELDS
from directory.search.words import stem

Whole = NDArray[np.integer]
POSTING = np.dtype([("asset", "<u4"), ("field", "u1"), ("count", "<u2")])
MOST = np.iinfo(np.uint16).max


@dataclass(frozen=True)
class Ragged:
    """Lists of numbers one after the other; `lengths` says how long each is."""

    values: Whole
    lengths: Whole

    @cached_property
    def owners(self) -> Ints:
        """Which list each value is in."""
        return np.repeat(np.arange(len(self.lengths)), self.lengths)

    def of(self, chosen: Bools) -> "Ragged":
        """The chosen lists alone."""
        return Ragged(self.values[chosen[self.owners]], self.lengths[chosen])


@dataclass(frozen=True)
class Texts:
    """`words` are all that occur, each once; everything else counts in them."""

    words: tuple[str, ...]
    texts: Ragged
    """The words of each text; an asset has one text for each of `FIELDS`, in their order."""
    everyday: Ragged
    """Sets of words that people type when they need something."""
    spoken: Whole
    """Which of these sets each asset has."""

    @property
    def count(self) -> int:
        return len(self.spoken)

    def of(self, chosen: Bools) -> "Texts":
        """Those of the chosen assets alone."""
        sets, spoken = np.unique(self.spoken[chosen], return_inverse=True)
        wanted = np.isin(np.arange(len(self.everyday.lengths)), sets)
        texts, everyday = self.texts.of(np.repeat(chosen, len(FIELDS))), self.everyday.of(wanted)
        used, numbers = np.unique(np.concatenate([texts.values, everyday.values]), return_inverse=True)
        said, meant = np.split(numbers, [len(texts.values)])
        words = tuple(self.words[number] for number in used.tolist())
        return Texts(words, Ragged(said, texts.lengths), Ragged(meant, everyday.lengths), spoken)

    def postings(self) -> Iterator[tuple[str, NDArray[np.void]]]:
        """Each stem, in the order of its UTF-8, with its postings by asset and field."""
        names = sorted({stem(word) for word in self.words}, key=str.encode)
        numbers = {name: number for number, name in enumerate(names)}
        stems = np.array([numbers[stem(word)] for word in self.words], np.int64)
        places = len(self.texts.lengths)
        keys, counts = _each_once(stems[self.texts.values] * places + self.texts.owners)
        found = np.empty(len(keys), POSTING)
        found["asset"], found["field"] = np.divmod(keys % places, len(FIELDS))
        found["count"] = np.minimum(counts, MOST)
        for number, (start, stop) in _runs(keys // places):
            yield names[number], found[start:stop]

    def occurrences(self) -> Ints:
        """In how many assets each word is, written in a text or known to be typed by people who need it."""
        size = len(self.words)
        in_sets, _ = _each_once(self.everyday.owners * size + self.everyday.values)
        written, _ = _each_once(self.texts.owners // len(FIELDS) * size + self.texts.values)
        assets, words = np.divmod(written, size)
        both = _within(in_sets, self.spoken[assets] * size + words)
        usage = np.bincount(self.spoken, minlength=len(self.everyday.lengths))
        spoken = np.bincount(in_sets % size, usage[in_sets // size], size).astype(np.int64)
        return spoken + np.bincount(words[~both], minlength=size)


def together(parts: Sequence[Texts]) -> Texts:
    """The texts of several parts, at least one, one after the other."""
    words = tuple(dict.fromkeys(word for part in parts for word in part.words))
    numbers = {word: number for number, word in enumerate(words)}
    renumbered = [np.array([numbers[word] for word in part.words], np.int64) for part in parts]
    starts = np.cumsum([0, *(len(part.everyday.lengths) for part in parts)])[:-1]
    return Texts(
        words,
        _ragged([part.texts for part in parts], renumbered),
        _ragged([part.everyday for part in parts], renumbered),
        np.concatenate([part.spoken + start for part, start in zip(parts, starts, strict=True)]),
    )


def _ragged(parts: Sequence[Ragged], renumbered: Sequence[Ints]) -> Ragged:
    values = [numbers[part.values] for part, numbers in zip(parts, renumbered, strict=True)]
    return Ragged(np.concatenate(values), np.concatenate([part.lengths for part in parts]))


def _each_once(numbers: Ints) -> tuple[Ints, Ints]:
    """Every number that there is, ascending, and how often: as `np.unique`, which hashes first and is slower."""
    ordered = np.sort(numbers)
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    return ordered[starts], np.diff(starts, append=len(ordered))


def _within(ordered: Ints, numbers: Whole) -> Bools:
    """Which of the numbers are among the ordered ones."""
    if not len(ordered):
        return np.zeros(len(numbers), bool)
    places = np.minimum(np.searchsorted(ordered, numbers), len(ordered) - 1)
    among: Bools = ordered[places] == numbers
    return among


def _runs(ordered: Ints) -> Iterator[tuple[int, tuple[int, int]]]:
    """Each number of an ascending list, with where its run starts and stops."""
    numbers, lengths = _each_once(ordered)
    stops = np.cumsum(lengths)
    yield from zip(numbers.tolist(), zip((stops - lengths).tolist(), stops.tolist(), strict=True), strict=True)
