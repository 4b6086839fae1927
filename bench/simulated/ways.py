"""Ways to put a list in order: by hand, learnt, by what was taken most before, by the true weights, and by the truth itself."""

from collections import Counter
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bench.simulated.town import SIGNALS, Shown
from bench.simulated.truth import Truth
from recommender.evidence import Evidence, evidence_of
from recommender.learning.choosing import Choice, choose_weights, settled
from recommender.learnt import weights_by_hand
from recommender.needs import vocabulary
from recommender.outcomes import Outcome
from recommender.ranking import NEUTRAL

BY_HAND = weights_by_hand()
EVIDENCE = SIGNALS.index("has_helped_others")


class ByHand:
    """The weights as they are set by hand, and nothing learnt."""

    learns = False

    def scores(self, shown: Shown, _good: NDArray[np.float64]) -> NDArray[np.float64]:
        return weighed(shown.known, BY_HAND)

    def learn(self, outcomes: list[Outcome], today: date) -> None:
        """Nothing."""


class Learnt(ByHand):
    """What `waymark learn` would have stand, run at the end of each month."""

    learns = True

    def __init__(self) -> None:
        self.weights, self.evidence = BY_HAND, Evidence()
        self.choices: list[Choice] = []

    def scores(self, shown: Shown, _good: NDArray[np.float64]) -> NDArray[np.float64]:
        shown.known[:, EVIDENCE] = [
            np.nan if (rate := self.evidence.rate(str(asset), shown.needs)) is None else rate for asset in shown.assets
        ]
        return weighed(shown.known, self.weights)

    def learn(self, outcomes: list[Outcome], today: date) -> None:
        choice = choose_weights(outcomes, BY_HAND, today=today)
        self.choices.append(choice)
        self.weights = dict(choice.weights) or BY_HAND
        self.evidence = evidence_of(settled(outcomes, today), vocabulary())


class Popular(ByHand):
    """What was taken most often stands first: what must not happen, for comparison."""

    learns = True

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()

    def scores(self, shown: Shown, good: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.array([self.taken[str(asset)] for asset in shown.assets]) + super().scores(shown, good)

    def learn(self, outcomes: list[Outcome], today: date) -> None:
        self.taken = Counter(one.asset_id for one in outcomes if one.worth)


class TrueWeights(ByHand):
    """The weights that are true in each month, over what is known: the most that any weights can do."""

    def __init__(self, truth: Truth) -> None:
        self.truth, self.month = truth, 0

    def scores(self, shown: Shown, _good: NDArray[np.float64]) -> NDArray[np.float64]:
        true = self.truth.weights(self.month)
        return weighed(shown.known, {name: true.get(name, 0.0) for name in SIGNALS})

    def learn(self, outcomes: list[Outcome], today: date) -> None:
        self.month += 1


class Oracle(ByHand):
    """Knows the truth of each suggestion, also what no listing says."""

    def scores(self, _shown: Shown, good: NDArray[np.float64]) -> NDArray[np.float64]:
        return good


def weighed(known: NDArray[np.float64], weights: dict[str, float]) -> NDArray[np.float64]:
    """The score as the recommender has it: a sum, in which what is not known counts NEUTRAL."""
    return np.where(np.isnan(known), NEUTRAL, known) @ np.array([weights[name] for name in SIGNALS])
