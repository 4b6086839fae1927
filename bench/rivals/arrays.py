"""The facts of all documents in arrays: limits, distances and counts, for engines that only score words."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from bench.rivals.facts import certainty, counted
from bench.rivals.question import HALVED, MILES, SHOWN, Question
from bench.rivals.rival import Answer
from directory.geography import distances_miles
from directory.search.document import Document

Scores = NDArray[np.floating]


class Facts:
    """Ids, flags, first venues and certainty of all documents."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._ids = np.array([one.id for one in documents])
        self._sure = np.array(certainty(documents))
        points = np.array([one.points[0] if one.points else (np.nan, np.nan) for one in documents]).reshape(-1, 2)
        self._latitudes, self._longitudes = np.ascontiguousarray(points.T)
        self._names = sorted({flag for one in documents for flag in counted(one)})
        numbers = {name: number for number, name in enumerate(self._names)}
        flags = [[numbers[flag] for flag in counted(one)] for one in documents]
        columns = np.array([flag for some in flags for flag in some], np.int32)
        starts = np.concatenate([[0], np.cumsum([len(some) for some in flags])])
        ones, shape = np.ones(len(columns), np.int32), (len(documents), len(self._names))
        self._flagged = csr_array((ones, columns, starts), shape=shape)
        self._masks = {name: self._flagged[:, [number]].toarray()[:, 0] > 0 for name, number in numbers.items()}

    def answer(self, scores: Scores, question: Question) -> Answer:
        """The best ten of what has a score and fits, and the counts of all of it."""
        fits = scores > 0
        for flag in question.flags:
            fits &= self._masks.get(flag, False)
        chosen = np.flatnonzero(fits)
        worth = scores[chosen] * self._sure[chosen]
        if question.near:
            miles = distances_miles(question.near, self._latitudes[chosen], self._longitudes[chosen])
            close = miles <= MILES
            chosen, worth = chosen[close], worth[close] / (1 + miles[close] / HALVED)
        best = np.argpartition(-worth, SHOWN)[:SHOWN] if len(worth) > SHOWN else np.arange(len(worth))
        best = best[np.lexsort((self._ids[chosen[best]], -worth[best]))]
        counts = self._flagged[chosen].sum(axis=0)
        return Answer(len(chosen), tuple(self._ids[chosen[best]].tolist()), self._named(counts))

    def _named(self, counts: NDArray[np.integer]) -> dict[str, int]:
        some = np.flatnonzero(counts)
        return dict(zip((self._names[number] for number in some.tolist()), counts[some].tolist(), strict=True))
