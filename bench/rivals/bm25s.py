"""bm25s: BM25 with the score of every word in every document worked out beforehand (SciPy's format, NumPy's speed)."""

import logging
from collections.abc import Iterable
from pathlib import Path

import bm25s
import numpy as np

from bench.rivals.arrays import Facts
from bench.rivals.catalogue import Stemmed
from bench.rivals.question import Question
from bench.rivals.rival import Answer, Rival
from directory.search.ranking import SATURATION

logging.getLogger("bm25s").setLevel(logging.WARNING)


class Bm25s(Rival):
    """All of a document is one text. Limits, places and counts are masks and arrays beside it, as one would add them.

    A phrase is any of its words. It is filled once, and knows no fields.
    """

    name = "bm25s"
    less = "one field; phrases are words; in memory"
    most = 200_000
    keeps = False

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._words = bm25s.BM25(k1=SATURATION, b=0.5, backend="numpy")

    def fill(self, every: Iterable[Stemmed]) -> None:
        documents, texts = [], []
        for one in every:
            documents.append(one.document)
            texts.append(" ".join(one.texts).split())
        self._facts = Facts(documents)
        self._words.index(texts, show_progress=False)

    def ask(self, question: Question) -> Answer:
        known = [stem for stem in question.stems if stem in self._words.vocab_dict]
        scores = self._words.get_scores(known) if known else np.zeros(self._words.scores["num_docs"], np.float32)
        return self._facts.answer(scores, question)
