"""How common words are in names: a shared rare word says much, a shared common one little."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from directory.matching.vocabulary import UNHEARD, rates
from directory.matching.words import compared_words

BELIEF = 300
"""The number of names that what we know of a word beforehand is worth."""


class NameFrequencies:
    """In how many names each word stands, and how often each name comes again."""

    def __init__(self) -> None:
        self.names = 0
        self.words: Counter[str] = Counter()
        self.whole: Counter[tuple[str, ...]] = Counter()

    @classmethod
    def of(cls, names: Iterable[str]) -> "NameFrequencies":
        """The frequencies in these names as they were written."""
        counted = cls()
        for name in names:
            counted.add(name)
        return counted

    def add(self, name: str) -> None:
        """Count one more name."""
        words = compared_words(name)
        if words:
            self.names += 1
            self.words.update(set(words))
            self.whole[words] += 1

    def information(self, words: Iterable[str]) -> NDArray[np.float64]:
        """The information (nats) that each word gives, from the names counted and from what is known beforehand."""
        known = rates()
        shares = [(self.words[word] + BELIEF * known.get(word, UNHEARD)) / (self.names + BELIEF) for word in words]
        return -np.log(np.array(shares, dtype=np.float64))
