"""What is true in the invented town and nobody there knows: what makes a suggestion good, and how far down people look."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.simulated.town import SIGNALS, Shown, Town
from recommender.learnt import weights_by_hand
from recommender.outcomes import Became

STEEPNESS = 0.7
"""The chance to be looked at is position to the power of minus this."""
SHOWN = 8
DECLINES = 0.1
AGREES = 0.85
GOES = 0.38
"""The share of those who agree that goes, on average."""
NEAR_AND_EASY = {"close_to_home": 0.42, "easy_first_step": 0.3, "serves_her_need": 0.2, "affordable": 0.08}
CHEAP_AND_TIMELY = {"affordable": 0.4, "when_she_is_free": 0.3, "serves_her_need": 0.2, "close_to_home": 0.1}
"""After a change in the world: the buses run free, and the money has run out."""


@dataclass(frozen=True)
class Truth:
    """`weights` of what is good (together 1), how much they matter beside chance, and from which month on."""

    before: dict[str, float]
    after: dict[str, float]
    drifts: int
    matters: float = 0.8

    def weights(self, month: int) -> dict[str, float]:
        """Those that hold in this month."""
        return self.after if month >= self.drifts else self.before

    def goodness(self, town: Town, shown: Shown, month: int) -> NDArray[np.float64]:
        """The chance that each is taken up by who looks at it."""
        weights = self.weights(month)
        score = shown.truth @ np.array([weights.get(name, 0.0) for name in SIGNALS])
        return np.clip(0.3 + self.matters * (score - 0.5) + town.quality[shown.assets], 0.02, 0.9)


CHANGING = Truth(NEAR_AND_EASY, CHEAP_AND_TIMELY, drifts=12)
AS_BY_HAND = Truth(weights_by_hand(), weights_by_hand(), drifts=0)
"""The weights set by hand are right: there is nothing to be gained."""
BY_CHANCE = Truth({}, {}, drifts=0, matters=0.0)
"""Nothing that is read has to do with what is taken up."""


def attention(count: int) -> NDArray[np.float64]:
    """The chance to be looked at, from the first position on."""
    return np.arange(1, count + 1) ** -STEEPNESS


def became(random: np.random.Generator, good: float, looked: float, quality: float, *, attended: bool) -> Became:
    """What becomes of one suggestion. `attended`: somebody writes down who went."""
    if random.random() >= looked:
        return Became.SHOWN
    if random.random() >= good:
        return Became.DECLINED if random.random() < DECLINES else Became.SHOWN
    if random.random() >= AGREES:
        return Became.ADDED
    if not attended or random.random() >= np.clip(GOES + 3 * quality, 0.05, 0.95):
        return Became.AGREED
    return Became(random.choice([Became.ATTENDED, Became.GOING, Became.HELPED]))
