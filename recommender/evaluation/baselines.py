"""What one would use instead of a recommender: the nearest, the most similar words, or both. No rules, no needs."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from directory.geography import Place, distances_miles
from recommender.evaluation.collection import Collection, JudgedPerson
from recommender.evaluation.measures import FIRST, Given
from recommender.needs import vocabulary

TOLD = ("name", "organisation", "description", "categories", "eligibility", "address")
"""The columns whose words are compared."""
HALF_AT = 3.1
"""Miles at which half the worth of being near is gone; five kilometres."""
K1, B = 1.2, 0.75

Scores = NDArray[np.float64]


class Baselines:
    """Every simple way of answering, over the listings of a collection as they are written."""

    def __init__(self, collection: Collection) -> None:
        # Imported where it is used: scikit-learn takes seconds to load.
        from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

        self._ids = list(collection.listings)
        rows = [one.row for one in collection.listings.values()]
        texts = [" ".join(row.get(column, "") for column in TOLD) for row in rows]
        points = [one.point or (np.nan, np.nan) for one in collection.listings.values()]
        self._latitudes, self._longitudes = np.array(points, float).T
        self._tfidf = TfidfVectorizer(stop_words="english", sublinear_tf=True)
        self._vectors = self._tfidf.fit_transform(texts)
        self._counter = CountVectorizer(stop_words="english")
        self._counts = self._counter.fit_transform(texts)

    def ways(self) -> dict[str, Callable[[JudgedPerson], Given]]:
        """Each way by its name."""
        return {
            "Nearest first": lambda person: self._given(self._near(person)),
            "BM25": lambda person: self._given(self._bm25(person)),
            "TF-IDF cosine": lambda person: self._given(self._cosine(person)),
            "TF-IDF cosine and nearness": lambda person: self._given(self._cosine(person) * (1 + self._near(person))),
        }

    def _given(self, scores: Scores) -> Given:
        best = np.argsort(-scores, kind="stable")[:FIRST]
        listed = tuple(self._ids[place] for place in best if scores[place] > 0)
        return Given(listed, pathway=listed[:3])

    def _near(self, person: JudgedPerson) -> Scores:
        truth = person.truth
        if truth.latitude is None or truth.longitude is None:
            return np.zeros(len(self._ids))
        miles = distances_miles(Place(truth.latitude, truth.longitude, ""), self._latitudes, self._longitudes)
        return np.nan_to_num(0.5 ** (miles / HALF_AT))

    def _cosine(self, person: JudgedPerson) -> Scores:
        asked = self._tfidf.transform([_words(person)])
        found: Scores = (self._vectors @ asked.T).toarray().ravel()
        return found

    def _bm25(self, person: JudgedPerson) -> Scores:
        """Robertson and Zaragoza (2009)."""
        counts = self._counts
        lengths = np.asarray(counts.sum(axis=1)).ravel()
        columns = np.flatnonzero(self._counter.transform([_words(person)]).toarray().ravel())
        scores = np.zeros(len(self._ids))
        for column in columns:
            often = counts[:, column].toarray().ravel()
            having = np.count_nonzero(often)
            rarity = np.log(1 + (len(scores) - having + 0.5) / (having + 0.5))
            scores += rarity * often * (K1 + 1) / (often + K1 * (1 - B + B * lengths / lengths.mean()))
        return scores


def _words(person: JudgedPerson) -> str:
    known = vocabulary()
    stated = [need.name if (need := known.find_need(one)) else one for one in person.seeker.needs]
    return " ".join([person.seeker.words, *stated])
