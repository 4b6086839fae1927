"""The space in which texts are compared: their words by TF-IDF, and what those words tend to stand beside (LSA)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from recommender.needs import vocabulary
from recommender.serving import list_taught, terms

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOPICS = 120
"""Dimensions of meaning. With some thousands of short texts more of them are noise."""
MEANT = 0.5
"""What shared meaning counts beside shared words: it finds more, and is more often wrong."""


@dataclass(frozen=True, slots=True)
class Vector:
    """A text: the weight of each of its words (together of length 1), and its place among the topics (likewise)."""

    words: dict[int, float]
    topics: "NDArray[np.float32]"

    def likeness(self, other: "Vector") -> float:
        """How alike two texts are, 0 to 1."""
        few, many = sorted((self.words, other.words), key=len)
        shared = sum(weight * many[word] for word, weight in few.items() if word in many)
        return min(1.0, max(shared, MEANT * float(self.topics @ other.topics)))


class TextSpace:
    """Learnt from texts; scikit-learn is imported when one is made."""

    def __init__(self, texts: Sequence[str]) -> None:
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.words: Any = TfidfVectorizer(analyzer=terms, sublinear_tf=True, dtype=np.float32)
        matrix = self.words.fit_transform(texts)
        topics = min(TOPICS, min(matrix.shape) - 1)
        components = TruncatedSVD(topics, random_state=0).fit(matrix).components_
        # In rows by word: SciPy would copy the transposed ones at every product.
        self._topics: NDArray[np.float32] = np.ascontiguousarray(components.T, np.float32)

    def vectors(self, texts: Sequence[str]) -> list[Vector]:
        """A vector for each text, in order."""
        if not texts:
            return []
        rows = self.words.transform(texts).tocsr()
        topics = rows @ self._topics
        lengths = np.linalg.norm(topics, axis=1, keepdims=True)
        topics /= np.where(lengths > 0, lengths, 1)
        spans = zip(rows.indptr[:-1], rows.indptr[1:], strict=True)
        words = [
            dict(zip(rows.indices[begin:end].tolist(), rows.data[begin:end].tolist(), strict=True))
            for begin, end in spans
        ]
        return [Vector(one, place) for one, place in zip(words, topics, strict=True)]


@cache
def text_space() -> TextSpace:
    """The space learnt from everything that teaches which needs listings serve, once in this process."""
    return TextSpace([one.text for one in list_taught(vocabulary())])
