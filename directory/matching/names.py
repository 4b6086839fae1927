"""How far two names share their words, each word counting by its rarity; computed for many pairs at a time."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from directory.matching.vocabulary import EMPTY, opposites

Words = tuple[str, ...]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True)
class Overlap:
    """For each pair of names: what is shared and what is left over, in nats of information."""

    covered_left: Floats
    covered_right: Floats
    shared: Floats
    left_over: Floats
    right_over: Floats
    rarest: Floats
    """The information of the rarest word that both have."""
    spare_left: Floats
    spare_right: Floats
    """The information of the rarest word that the other lacks."""


class NameTable:
    """Different names, by their places in the sequence given, ready to be compared in pairs."""

    def __init__(self, names: Sequence[Words], information: Callable[[Sequence[str]], Floats]) -> None:
        self._ids: dict[str, int] = {}
        self.texts: list[str] = []
        self.starts, self.words = self._flat(names)
        compounds = [_compounds(name) for name in names]
        self.compound_starts, self.compounds = self._flat([[text for text, _, _ in each] for each in compounds])
        self.first = np.array([first for each in compounds for _, first, _ in each], dtype=np.int64)
        self.last = np.array([last for each in compounds for _, _, last in each], dtype=np.int64)
        self.weights = np.maximum(information(self.texts), 0.05)
        self.numeric = np.array([_FIGURE.search(text) is not None for text in self.texts] or [False])
        self.apart = np.array([text in opposites() for text in self.texts] or [False])
        self.lengths = np.array([len(text) for text in self.texts] or [0])
        self.array = np.array(self.texts or [""], dtype=object)

    def _flat(self, names: Sequence[Sequence[str]]) -> tuple[Ints, Ints]:
        """Where the words of each name start, and all words one after another as numbers."""
        starts = np.zeros(len(names) + 1, dtype=np.int64)
        np.cumsum([len(name) for name in names], out=starts[1:])
        numbers = []
        for name in names:
            for word in name:
                if word not in self._ids:
                    self._ids[word] = len(self.texts)
                    self.texts.append(word)
                numbers.append(self._ids[word])
        return starts, np.array(numbers, dtype=np.int64)

    def overlap(self, left: Ints, right: Ints) -> Overlap:
        """What the names at the places `left` and `right` share."""
        sizes_left, sizes_right = self._sizes(left), self._sizes(right)
        best_left = np.zeros(int(sizes_left.sum()))
        best_right = np.zeros(int(sizes_right.sum()))
        at_left, at_right = _starts(sizes_left), _starts(sizes_right)
        self._word_by_word(left, right, at_left, at_right, best_left, best_right)
        self._joined(left, right, at_left, at_right, best_left, best_right)
        self._joined(right, left, at_right, at_left, best_right, best_left)
        return self._weighed(left, right, sizes_left, sizes_right, best_left, best_right)

    def _sizes(self, names: Ints) -> Ints:
        return self.starts[names + 1] - self.starts[names]

    def _word_by_word(
        self, left: Ints, right: Ints, at_left: Ints, at_right: Ints, best_left: Floats, best_right: Floats
    ) -> None:
        pair, i, j = _grid(self._sizes(left), self._sizes(right))
        alike = self._alike(self.words[self.starts[left[pair]] + i], self.words[self.starts[right[pair]] + j])
        np.maximum.at(best_left, at_left[pair] + i, alike)
        np.maximum.at(best_right, at_right[pair] + j, alike)

    def _alike(self, one: Ints, other: Ints) -> Floats:
        """How alike words are, 0 to 1; each pair of different words is compared once."""
        alike: Floats = (one == other).astype(np.float64)
        unlike = np.flatnonzero(one != other)
        low, high = np.minimum(one[unlike], other[unlike]), np.maximum(one[unlike], other[unlike])
        codes, back = np.unique(low * len(self.texts) + high, return_inverse=True)
        low, high = codes // len(self.texts), codes % len(self.texts)
        found = np.zeros(len(codes))
        fit = np.flatnonzero(
            ~(self.numeric[low] | self.numeric[high])
            & ~(self.apart[low] & self.apart[high])
            & (np.minimum(self.lengths[low], self.lengths[high]) > 2)
        )
        if len(fit):
            found[fit] = self._spelt_alike(low[fit], high[fit])
        alike[unlike] = found[back]
        return alike

    def _spelt_alike(self, one: Ints, other: Ints) -> Floats:
        left, right = self.array[one], self.array[other]
        begins = np.asarray(cpdist(left, right, scorer=JaroWinkler.similarity, workers=-1, dtype=np.float32))
        alike = np.zeros(len(one))
        near = np.flatnonzero(begins > 0.7)
        edits = cpdist(left[near], right[near], scorer=OSA.normalized_similarity, workers=-1, dtype=np.float32)
        spelt = np.clip((edits - 0.65) / 0.2, 0, 1) * np.clip((begins[near] - 0.7) / 0.2, 0, 1)
        couples = zip(left[near], right[near], strict=True)
        prefix = np.array([a.startswith(b) or b.startswith(a) for a, b in couples], dtype=bool)
        short = np.minimum(self.lengths[one[near]], self.lengths[other[near]]) < 4
        alike[near] = np.maximum(spelt, np.where(prefix & ~short, 0.7, 0.0)) * 0.95
        return alike

    def _joined(
        self, left: Ints, right: Ints, at_left: Ints, at_right: Ints, best_left: Floats, best_right: Floats
    ) -> None:
        """Words of the left written together, or their initials, that are one word of the right."""
        sizes = self.compound_starts[left + 1] - self.compound_starts[left]
        pair, i, j = _grid(sizes, self._sizes(right))
        compound = self.compound_starts[left[pair]] + i
        same = np.flatnonzero(self.compounds[compound] == self.words[self.starts[right[pair]] + j])
        pair, j, compound = pair[same], j[same], compound[same]
        best_right[at_right[pair] + j] = 1.0
        for k, place in enumerate(compound.tolist()):
            begin = at_left[pair[k]]
            best_left[begin + self.first[place] : begin + self.last[place] + 1] = 1.0

    def _weighed(
        self, left: Ints, right: Ints, sizes_left: Ints, sizes_right: Ints, best_left: Floats, best_right: Floats
    ) -> Overlap:
        weight_left = self.weights[self.words[_spread(self.starts[left], sizes_left)]]
        weight_right = self.weights[self.words[_spread(self.starts[right], sizes_right)]]
        all_left, all_right = _sums(weight_left, sizes_left), _sums(weight_right, sizes_right)
        shared_left = _sums(weight_left * best_left, sizes_left)
        shared_right = _sums(weight_right * best_right, sizes_right)
        return Overlap(
            covered_left=shared_left / np.maximum(all_left, 1e-9),
            covered_right=shared_right / np.maximum(all_right, 1e-9),
            shared=(shared_left + shared_right) / 2,
            left_over=all_left - shared_left,
            right_over=all_right - shared_right,
            rarest=np.maximum(
                _most(weight_left * (best_left > 0.6), sizes_left),
                _most(weight_right * (best_right > 0.6), sizes_right),
            ),
            spare_left=_most(weight_left * (1 - best_left), sizes_left),
            spare_right=_most(weight_right * (1 - best_right), sizes_right),
        )


def _compounds(words: Words) -> list[tuple[str, int, int]]:
    """(text, its first word, its last word): neighbours written together, and the initials of three words or more."""
    pairs = [(words[place] + words[place + 1], place, place + 1) for place in range(len(words) - 1)]
    if len(words) > 2:
        telling = [word for word in words if word not in EMPTY]
        pairs.append(("".join(word[0] for word in telling), 0, len(words) - 1))
        pairs.append(("".join(words), 0, len(words) - 1))
    return pairs


def _starts(sizes: Ints) -> Ints:
    return np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.int64) if len(sizes) else sizes


def _spread(starts: Ints, sizes: Ints) -> Ints:
    """The places start, start + 1, … of each run."""
    return np.repeat(starts - _starts(sizes), sizes) + np.arange(int(sizes.sum()))


def _grid(sizes_left: Ints, sizes_right: Ints) -> tuple[Ints, Ints, Ints]:
    """(pair, word of the left, word of the right) of all words against all within each pair."""
    sizes = sizes_left * sizes_right
    pair = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(int(sizes.sum())) - np.repeat(_starts(sizes), sizes)
    return pair, within // sizes_right[pair], within % sizes_right[pair]


def _sums(values: Floats, sizes: Ints) -> Floats:
    sums: Floats = np.bincount(np.repeat(np.arange(len(sizes)), sizes), weights=values, minlength=len(sizes)).astype(
        np.float64
    )
    return sums


def _most(values: Floats, sizes: Ints) -> Floats:
    most = np.zeros(len(sizes))
    np.maximum.at(most, np.repeat(np.arange(len(sizes)), sizes), values)
    return most
