"""What some assets say, word by word, in arrays: what a segment is made of, and several are made into one of.

Counting and sorting words is left to NumPy, for all assets at once; one posting at a time takes Python twenty
times as long.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.search import everyday
from directory.search.columns import Bools, Ints
from directory.search.everyday import Everyday
from directory.search.ragged import Ragged, chained, each_once, runs
from directory.search.ranking import FIELDS
from directory.search.words import stem

POSTING = np.dtype([("asset", "<u4"), ("field", "u1"), ("count", "<u2")])
MOST = np.iinfo(np.uint16).max


@dataclass(frozen=True)
class Texts:
    """`words` are all that occur, each once; everything else counts in them."""

    words: tuple[str, ...]
    texts: Ragged
    """The words of each text; an asset has one text for each of `FIELDS`, in their order."""
    everyday: Everyday

    def of(self, chosen: Bools) -> "Texts":
        """Those of the chosen assets alone."""
        texts, spoken = self.texts.of(np.repeat(chosen, len(FIELDS))), self.everyday.of(chosen)
        used, numbers = np.unique(np.concatenate([texts.values, spoken.texts.values]), return_inverse=True)
        said, meant = np.split(numbers, [len(texts.values)])
        words = tuple(self.words[number] for number in used.tolist())
        meaning = Everyday(Ragged(meant, spoken.texts.lengths), spoken.sets, spoken.spoken)
        return Texts(words, Ragged(said, texts.lengths), meaning)

    def postings(self) -> Iterator[tuple[str, NDArray[np.void]]]:
        """Each stem, in the order of its UTF-8, with its postings by asset and field."""
        names = sorted({stem(word) for word in self.words}, key=str.encode)
        numbers = {name: number for number, name in enumerate(names)}
        stems = np.array([numbers[stem(word)] for word in self.words], np.int64)
        places = len(self.texts.lengths)
        keys, counts = each_once(stems[self.texts.values] * places + self.texts.owners)
        found = np.empty(len(keys), POSTING)
        found["asset"], found["field"] = np.divmod(keys % places, len(FIELDS))
        found["count"] = np.minimum(counts, MOST)
        for number, start, stop in runs(keys // places):
            yield names[number], found[start:stop]

    def occurrences(self) -> Ints:
        """In how many assets each word is, written in a text or known to be typed by people who need it."""
        size = max(len(self.words), 1)
        written, _ = each_once(self.texts.owners // len(FIELDS) * size + self.texts.values)
        assets, words = np.divmod(written, size)
        spoken, both = self.everyday.counted(assets, words, len(self.words))
        return spoken + np.bincount(words[~both], minlength=len(self.words))


def together(parts: Sequence[Texts]) -> Texts:
    """The texts of several parts, at least one, one after the other."""
    words = tuple(dict.fromkeys(word for part in parts for word in part.words))
    numbers = {word: number for number, word in enumerate(words)}
    renumbered = [np.array([numbers[word] for word in part.words], np.int64) for part in parts]
    texts = chained([part.texts for part in parts], renumbered)
    return Texts(words, texts, everyday.together([part.everyday for part in parts], renumbered))
