"""The assets that can be recommended, with what ranking needs of each, computed once for each state of the catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.asset import Asset
from directory.geography import Place, distances_miles
from directory.listing import Listing
from recommender.needs import Need, Vocabulary
from recommender.wording import stems

WEIGHT_OF_NAME = 3
"""How often the name stands in an asset's text: what it is called says more than its description."""


@dataclass(frozen=True)
class Points:
    """Every venue that is on the map: whose it is (index of the asset) and where."""

    owner: NDArray[np.int64]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]


class Candidates:
    """Public assets in the order given. `texts` compares them with words by TF-IDF (scikit-learn)."""

    def __init__(self, assets: Sequence[Asset], vocabulary: Vocabulary) -> None:
        self.assets = tuple(assets)
        self.vocabulary = vocabulary
        self.place_of = {asset.id: index for index, asset in enumerate(self.assets)}

    def __len__(self) -> int:
        return len(self.assets)

    def distances(self, home: Place | None) -> NDArray[np.float64]:
        """Miles from home to the nearest venue of each asset; NaN where either is not on the map."""
        nearest = np.full(len(self.assets), np.inf)
        if home is not None:
            points = self._points
            miles = distances_miles(home, points.latitude, points.longitude)
            np.minimum.at(nearest, points.owner, miles)
        nearest[np.isinf(nearest)] = np.nan
        return nearest

    def likeness(self, words: str) -> NDArray[np.float64]:
        """How alike each asset's text is to these words, 0 to 1 (cosine of TF-IDF)."""
        vectors, matrix = self._texts
        asked = vectors.transform([words])
        found: NDArray[np.float64] = (matrix @ asked.T).toarray().ravel()
        return found

    def likeness_to_need(self, need_id: str) -> NDArray[np.float64]:
        """How alike each asset's text is to the words of a need, 0 to 1."""
        return self._by_need[need_id]

    @cached_property
    def _by_need(self) -> dict[str, NDArray[np.float64]]:
        needs = list(self.vocabulary)
        vectors, matrix = self._texts
        asked = vectors.transform([text_of_need(need) for need in needs])
        likeness = (matrix @ asked.T).toarray()
        return {need.id: likeness[:, column] for column, need in enumerate(needs)}

    @cached_property
    def _points(self) -> Points:
        found = [
            (index, venue.latitude, venue.longitude)
            for index, asset in enumerate(self.assets)
            for venue in asset.venues
            if venue.latitude is not None and venue.longitude is not None
        ]
        owner, latitude, longitude = zip(*found, strict=True) if found else ((), (), ())
        return Points(np.array(owner, np.int64), np.array(latitude, float), np.array(longitude, float))

    @cached_property
    def _texts(self) -> tuple[Any, Any]:
        """The vectorizer and a row for each asset. Imported here: scikit-learn takes seconds to load."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        vectors = TfidfVectorizer(analyzer=terms, sublinear_tf=True, dtype=np.float64)
        texts = [text_of(asset, self.vocabulary) for asset in self.assets]
        # The words of needs are learnt as well: one that no asset uses must still count against likeness.
        vectors.fit([*texts, *map(text_of_need, self.vocabulary)])
        return vectors, vectors.transform(texts)

    def warm_up(self) -> None:
        """Do now what the first seeker would wait for."""
        _ = self._points
        if self.assets:
            _ = self._by_need


def terms(text: str) -> list[str]:
    """The stems of a text without its small words, and each two that stand together ("food bank")."""
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS  # by then it is loaded

    kept = [stem for stem in stems(text) if stem not in ENGLISH_STOP_WORDS and len(stem) > 1]
    return kept + [f"{first} {second}" for first, second in pairwise(kept)]


def text_of_need(need: Need) -> str:
    """The name of a need and everything people type for it."""
    return " ".join([need.name, *need.words])


def text_of(listing: Listing, vocabulary: Vocabulary) -> str:
    """Everything said of an asset that may meet a person's words."""
    known = {need.id: need.name for need in vocabulary}
    needs = [known[need_id] for need_id in listing.need_ids if need_id in known]
    organization = listing.organization.name if listing.organization else ""
    parts = [
        *[listing.name] * WEIGHT_OF_NAME,
        organization,
        listing.description or "",
        *listing.categories,
        *needs,
    ]
    return " ".join(filter(None, parts))
