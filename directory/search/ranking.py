"""How answers are put in order: one formula, and the one place to tune it.

    score = text × near × sure × open × fit

`text` is BM25F (Robertson & Zaragoza, 2009) over the fields below, summed over the words that were found (or,
where that is more, the needs that they mean), times a reward for finding more of them. The others are at most
1 and never 0, so that no single fact decides alone. Without words `text` is 1; without a place `near` is 1.
"""

import numpy as np
from numpy.typing import NDArray

from directory.freshness import HALF_LIFE_DAYS, UNKNOWN_SCORE

Floats = NDArray[np.floating]

FIELDS = {
    "name": (6.0, 0.4),
    "organization": (3.0, 0.4),
    "needs": (3.0, 0.3),
    "categories": (3.0, 0.4),
    "places": (1.5, 0.3),
    "description": (1.0, 0.6),
}
"""Field: (weight, how much its length counts against it, BM25's b)."""

USUAL = {"name": 3.5, "organization": 3, "needs": 10, "categories": 3, "places": 7, "description": 25}
"""Words in a field of usual length, stop words left out: what BM25 calls the mean length, fixed so that a score
does not depend on what else is in the index, or was when it was written."""

SATURATION = 1.6
"""BM25's k1: how soon more of the same word stops counting."""

MEANING = 0.5
"""What serving a need that was meant counts, as a part of the most that a word as rare could."""

FAINTLY = 0.25
"""What a word counts that people say in every story (`words.FAINT`)."""

TOGETHER = 0.5
"""The part of the text score that is earned only by finding every word; by half of them half of it."""

SIDE_BY_SIDE = 1.0
"""What two words of the question count besides, as a part of how rare they are, in a text in which they are neighbours."""

WORTH_SHOWING = 0.3
"""An answer has at least this part of the (rareness-weighted) words that the best answer has."""

BANDS = ((0.5, 1.0), (1, 0.95), (2, 0.85), (3, 0.76), (5, 0.62), (10, 0.42), (25, 0.25), (60, 0.15))
"""Miles to the nearest venue and `near` there: a walk, a short ride, a bus, a journey."""

NEAR_ANYWHERE, NEAR_UNKNOWN = 0.62, 0.42
"""`near` of what asks for no journey, and of what does not say where it is."""

LEAST_SURE = 0.7
"""`sure` of what was never checked, or long ago; from there to 1 it follows `directory.freshness`."""

AGES_UNSAID = 0.6
"""`fit` of what does not say for whom it is, where an age is asked for; what says that it is for that age has 1."""

PAUSED = 0.6
"""`open` of what is closed for now."""


def rareness(count: float, found_in: float) -> float:
    """How much a word tells that is found in so many of `count` documents (BM25's idf, never negative)."""
    return float(np.log1p((count - found_in + 0.5) / (found_in + 0.5)))


def saturate(frequency: Floats) -> Floats:
    """From how often a word is found (weighted) to what that counts, below 1 + k1."""
    return frequency * (SATURATION + 1) / (frequency + SATURATION)


def near(miles: Floats) -> NDArray[np.float32]:
    """`near` at so many miles, NaN where they are NaN."""
    limits, values = zip(*BANDS, strict=True)
    worth: NDArray[np.float32] = np.interp(miles, limits, values).astype(np.float32)
    return worth


def sure(days_since: Floats) -> Floats:
    """`sure` for each asset; days since it was checked are NaN where nobody has, negative where that is a
    mistake.
    """
    known = 0.5 ** (np.nan_to_num(days_since) / HALF_LIFE_DAYS)
    fresh = np.where(np.isnan(days_since) | (days_since < 0), UNKNOWN_SCORE, known)
    return LEAST_SURE + (1 - LEAST_SURE) * fresh
