"""The invented town: assets that serve needs somewhere, and members who come with needs from somewhere."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recommender.learnt import weights_by_hand

SIGNALS = tuple(weights_by_hand())
NEEDS = ("MON1", "HOU4", "FOO2", "WOR1", "CON1", "CON3", "JOY1", "MOV1")
ASSETS = 80
ACROSS = 6.0
"""Miles from one end of the town to the other."""
HALF_AT = 2.0
NOT_SAID = {"easy_first_step": 0.4, "affordable": 0.3, "lately_checked": 0.3, "room_for_one_more": 0.6}
"""How often a listing does not say what would be good to know."""
OWN = ("easy_first_step", "affordable", "lately_checked", "says_enough", "room_for_one_more")
"""Signals that belong to the asset; the others hang on who asks."""
NOT_ASKED = {"can_be_entered": 0.7, "suits_staying_in": 0.7, "when_she_is_free": 0.5, "in_her_language": 0.85}
"""How often she says nothing of it, so that no reading can be taken."""
NEWCOMER = 0


@dataclass(frozen=True)
class Shown:
    """Assets that could be shown to one member, with what is true of each and what of that is known (NaN: not)."""

    assets: NDArray[np.int64]
    truth: NDArray[np.float64]
    known: NDArray[np.float64]
    needs: tuple[str, ...]


class Town:
    """Assets by number. The newcomer, number 0, is better than nearly all, and opens later than the others."""

    def __init__(self, random: np.random.Generator, opens: int) -> None:
        self.places = random.uniform(0, ACROSS, (ASSETS, 2))
        self.serves = random.random((ASSETS, len(NEEDS))) < 0.22
        self.serves[np.arange(ASSETS), random.integers(len(NEEDS), size=ASSETS)] = True
        self.own = random.random((ASSETS, len(OWN)))
        self.own[:, OWN.index("affordable")] = random.choice([1.0, 0.6, 0.2], ASSETS, p=[0.5, 0.25, 0.25])
        said = [NOT_SAID.get(name, 0.0) for name in OWN]
        self.own_known = np.where(random.random((ASSETS, len(OWN))) < said, np.nan, self.own)
        self.quality = random.normal(0, 0.06, ASSETS)
        self.opens = np.zeros(ASSETS)
        self._open_newcomer(opens)

    def _open_newcomer(self, opens: int) -> None:
        self.opens[NEWCOMER] = opens
        self.places[NEWCOMER] = ACROSS / 2
        self.own[NEWCOMER] = self.own_known[NEWCOMER] = 0.9
        self.quality[NEWCOMER] = 0.12
        self.serves[NEWCOMER] = False
        self.serves[NEWCOMER, :2] = True

    def member(self, random: np.random.Generator, month: int) -> Shown:
        """Somebody comes: what could be shown to her in this month."""
        home, said = random.uniform(0, ACROSS, 2), random.random(len(SIGNALS)) < self._silent()
        wanted = random.choice(len(NEEDS), size=random.integers(1, 3), replace=False)
        assets = np.flatnonzero(self.serves[:, wanted].any(axis=1) & (self.opens <= month))
        truth = random.random((len(assets), len(SIGNALS)))
        truth[:, [SIGNALS.index(name) for name in OWN]] = self.own[assets]
        miles = np.hypot(*(self.places[assets] - home).T)
        fit = random.uniform(0.45, 1.0, len(assets))
        truth[:, SIGNALS.index("close_to_home")] = 0.5 ** (miles / HALF_AT)
        truth[:, SIGNALS.index("serves_her_need")] = fit
        truth[:, SIGNALS.index("like_her_words")] = np.clip(fit - 0.45 + random.normal(0, 0.2, len(assets)), 0, 1)
        known = truth.copy()
        known[:, [SIGNALS.index(name) for name in OWN]] = self.own_known[assets]
        known[:, said] = np.nan
        return Shown(assets, truth, known, tuple(NEEDS[need] for need in wanted))

    @staticmethod
    def _silent() -> NDArray[np.float64]:
        return np.array([1.0 if name == "has_helped_others" else NOT_ASKED.get(name, 0.0) for name in SIGNALS])
