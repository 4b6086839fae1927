"""A model of whole sentences, learnt from `sentences.csv` and `messages.csv`: what is meant where no phrase of the vocabulary is said.

TF-IDF of stems (one and two together) and of letters (three and four together, which forgives misspelling), beside
the phrases that were found, to every need at once by ridge regression with targets 0 and 1 (scikit-learn). With a
thousand sentences and eighty-six needs it is as good as one logistic regression for each, and fits in a fifth of a second.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from recommender.kept_ridges import kept_ridge
from recommender.ridge import Ridge, fit_ridge
from recommender.shipped import listed, shipped_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

STRENGTH_OF_LETTERS = 0.7
STRENGTH_OF_PHRASES = 0.25
SHRINKING = 0.5


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that the project wrote, and every need that an advisor would note from it (perhaps none)."""

    text: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clue:
    """What the model looks at: the stems said, those denied left out, and the needs whose phrases were found."""

    stems: tuple[str, ...]
    needs: frozenset[str]

    @property
    def line(self) -> str:
        return " ".join(self.stems)


@cache
def list_sentences(file: str = "sentences.csv") -> tuple[Sentence, ...]:
    """The sentences to learn from, in the order of the file. `messages.csv` has the parts of whole messages."""
    return tuple(Sentence(row["text"], listed(row["needs"])) for row in shipped_rows(file))


class NeedsModel:
    """Clues to likelihoods. `need_ids` fixes the order of the columns. scikit-learn is imported when one is made."""

    def __init__(self, need_ids: Sequence[str]) -> None:
        # Imported where it is used: scikit-learn takes seconds to load, and only free words need it.
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.need_ids = tuple(need_ids)
        self._words: TfidfVectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\S+")  # noqa: S106
        self._letters: TfidfVectorizer = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True, min_df=2
        )
        self._ridge: Ridge | None = None

    def fit(self, clues: Sequence[Clue], needs: Sequence[Sequence[str]]) -> "NeedsModel":
        """Learn from clues and the needs of each, in the same order. Returns itself."""
        lines = [clue.line for clue in clues]
        self._words.fit(lines)
        self._letters.fit(lines)
        targets = np.array([[float(need in said) for need in self.need_ids] for said in needs])
        # What it is learnt from, and by which constants: where neither differs what was kept will do.
        told = repr((lines, [sorted(clue.needs) for clue in clues], list(map(list, needs)), self.need_ids))
        told += repr((STRENGTH_OF_LETTERS, STRENGTH_OF_PHRASES, SHRINKING))
        self._ridge = kept_ridge(
            "needs", told, lambda: fit_ridge(self._features(clues), targets.astype(np.float32), SHRINKING)
        )
        return self

    @property
    def _fitted(self) -> Ridge:
        if self._ridge is None:
            raise RuntimeError("this model has learnt nothing yet")
        return self._ridge

    def likelihoods(self, clues: Sequence[Clue]) -> "NDArray[np.float32]":
        """How likely each need (column) is by each clue (row), 0 to 1."""
        found: NDArray[np.float32] = self._fitted.predict(self._features(clues))
        return found.clip(0, 1)

    def weights(self, clue: Clue, need_id: str) -> "NDArray[np.float64]":
        """How much each stem of the clue speaks for the need, alone and with its neighbours."""
        coefficients = self._fitted.coefficients[:, self.need_ids.index(need_id)]
        known = self._words.vocabulary_
        told = np.zeros(len(clue.stems))
        for size in (1, 2):
            for first in range(len(clue.stems) - size + 1):
                column = known.get(" ".join(clue.stems[first : first + size]))
                if column is not None:
                    told[first : first + size] += coefficients[column] / size
        return told

    def _features(self, clues: Sequence[Clue]) -> "csr_matrix":
        from scipy.sparse import csr_matrix, hstack  # loaded with scikit-learn

        lines = [clue.line for clue in clues]
        phrases = np.array([[float(need in clue.needs) for need in self.need_ids] for clue in clues])
        letters = self._letters.transform(lines) * STRENGTH_OF_LETTERS
        return hstack([self._words.transform(lines), letters, csr_matrix(phrases * STRENGTH_OF_PHRASES)]).tocsr()
