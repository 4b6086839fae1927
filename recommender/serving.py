"""Which needs a listing serves, by its own words: a model learnt from listings that the project wrote.

A partner seldom uses the words of the person who needs him ("Cuppa at the Crem"). TF-IDF of stems, one and two
together, and of letters, which forgives misspelling, to every need at once by ridge
regression (scikit-learn). It is taught by `listings.csv` and by the words in which people ask for each need: whoever
answers those words helps with that need.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from recommender.kept_ridges import kept_ridge
from recommender.needs import Vocabulary, vocabulary
from recommender.ridge import Ridge, fit_ridge
from recommender.shipped import listed, shipped_rows
from recommender.word_lists import list_words
from recommender.wording import stem

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WORD = re.compile(r"[a-z]{2,}")
SMALL = list_words("wording.csv", "filler")
SHRINKING = 1.0
TOGETHER = 5
"""Phrases of a need that are learnt as one text."""
LETTERS = 0.5
"""What likeness by letters counts beside likeness by words."""


@dataclass(frozen=True, slots=True)
class Taught:
    """A text, and every need that it serves or tells of."""

    text: str
    needs: tuple[str, ...]


def list_listings() -> list[Taught]:
    """The listings to learn from."""
    return [Taught(row["text"], listed(row["needs"])) for row in shipped_rows("listings.csv")]


def list_taught(known: Vocabulary) -> Iterator[Taught]:
    """Everything to learn from: the listings, and the phrases of each need, a few at a time as if one had said them."""
    yield from list_listings()
    for need in known.list_needs():
        phrases = [need.name, *need.words]
        yield from (
            Taught(". ".join(phrases[first : first + TOGETHER]), (need.id,))
            for first in range(0, len(phrases), TOGETHER)
        )


class ServingModel:
    """Texts to how likely each need is served. `need_ids` fixes the order of the columns: sub-needs alone."""

    def __init__(self, need_ids: Sequence[str]) -> None:
        # Imported where it is used: scikit-learn takes seconds to load.
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.need_ids = tuple(need_ids)
        self._words: Any = TfidfVectorizer(analyzer=terms, sublinear_tf=True, dtype=np.float32)
        self._letters: Any = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(4, 5), sublinear_tf=True, min_df=3, dtype=np.float32
        )
        self._ridge: Ridge | None = None

    def fit(self, taught: Iterable[Taught]) -> "ServingModel":
        """Learn from these. Returns itself."""
        every = list(taught)
        texts = [one.text for one in every]
        self._words.fit(texts)
        self._letters.fit(map(str.lower, texts))
        targets = np.array([[float(need in one.needs) for need in self.need_ids] for one in every], np.float32)
        told = repr((every, self.need_ids, LETTERS, SHRINKING))
        self._ridge = kept_ridge("serving", told, lambda: fit_ridge(self._features(texts), targets, SHRINKING))
        return self

    def likelihoods(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """How likely each text (row) serves each need (column), 0 to 1."""
        if self._ridge is None:
            raise RuntimeError("this model has learnt nothing yet")
        return self._ridge.predict(self._features(texts)).clip(0, 1)

    def _features(self, texts: Sequence[str]) -> Any:
        from scipy.sparse import hstack  # loaded with scikit-learn

        letters = self._letters.transform(map(str.lower, texts)) * LETTERS
        return hstack([self._words.transform(texts), letters]).tocsr()


def terms(text: str) -> list[str]:
    """The stems of a text without its small words, and each two that stand together ("food bank")."""
    kept = [stem(word) for word in _WORD.findall(text.lower()) if word not in SMALL]
    return kept + [f"{first} {second}" for first, second in pairwise(kept)]


@cache
def serving_model() -> ServingModel:
    """The model learnt from everything shipped, once in this process."""
    known = vocabulary()
    return ServingModel([need.id for need in known.list_needs()]).fit(list_taught(known))
