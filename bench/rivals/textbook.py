"""BM25F from the textbook in NumPy: an array of assets and one of impacts for each stem."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from bench.rivals.arrays import Facts
from bench.rivals.catalogue import Stemmed
from bench.rivals.question import Question
from bench.rivals.rival import Answer, Rival
from directory.search.ranking import FIELDS, USUAL, rareness, saturate


class Textbook(Rival):
    """Adds up what each word counts in every asset that has it, then applies limits, orders and counts.

    A phrase is words of which an answer has all. It mends nothing, and rewards nothing for finding more of the words.
    """

    name = "Textbook BM25F in NumPy"
    less = "phrases are words; in memory"
    most = 200_000
    keeps = False

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._impacts: dict[str, tuple[np.ndarray, np.ndarray]] = {}  # type: ignore[type-arg]

    def fill(self, every: Iterable[Stemmed]) -> None:
        owners, counts = defaultdict(lambda: array("i")), defaultdict(lambda: array("f"))
        documents = []
        for number, one in enumerate(every):
            documents.append(one.document)
            for stem, frequency in frequencies(one).items():
                owners[stem].append(number)
                counts[stem].append(frequency)
        self._facts, self._count = Facts(documents), len(documents)
        for stem, having in owners.items():
            impacts = saturate(np.array(counts[stem], np.float32)) * np.float32(rareness(len(documents), len(having)))
            self._impacts[stem] = np.array(having, np.int32), impacts.astype(np.float32)

    def ask(self, question: Question) -> Answer:
        scores = np.zeros(self._count, np.float32)
        found = [self._impacts[stem] for stem in question.stems if stem in self._impacts]
        for assets, impacts in found:
            scores[assets] += impacts
        if question.phrase:
            having = np.zeros(self._count, np.int8)
            for assets, _ in found:
                having[assets] += 1
            scores[having < len(question.stems)] = 0
        return self._facts.answer(scores, question)


def frequencies(one: Stemmed) -> dict[str, float]:
    """BM25F's frequency of each stem: over all fields, each by its weight and length."""
    found: dict[str, float] = {}
    for (field, (weight, by_length)), text in zip(FIELDS.items(), one.texts, strict=True):
        stems = text.split()
        usual = 1 - by_length + by_length * len(stems) / USUAL[field]
        for stem, count in Counter(stems).items():
            found[stem] = found.get(stem, 0.0) + weight * count / usual
    return found
