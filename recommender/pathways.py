"""A pathway: two to four steps that together cover her needs, in an order in which a person can take them up.

Chosen exactly: every set of up to four of the best is weighed at once, and the set with the greatest worth is taken.

worth = sum over needs of priority x how well the set serves it
        + QUALITY x mean score - ASK x things to ask about
        - TRAVEL x miles to go - COST x pounds a time - STEP x steps - NEW x new regular things beyond two
        - CLASH x pairs that meet at the same time

What an advisor has pinned is in every set; the rest is chosen around it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from directory.schedules import clash
from directory.session_price import lowest_price
from recommender.needs import Vocabulary
from recommender.ranking import Ranked
from recommender.recommendation import Eligible, Stage
from recommender.sought import Sought

FEWEST, MOST = 2, 4
CONSIDERED = 16
"""How many of the best are put together; more would only add to what is nearly the same."""
FOR_EACH_NEED = 3
GOOD_ENOUGH = 0.5
"""The score from which an asset may be a step, where there are such: a list may hold a guess, a plan should not."""
QUALITY = 1.6
ASK = 0.04
TRAVEL = 0.01
COST = 0.01
STEP = 0.12
NEW = 0.3
"""What a third and fourth thing cost that one goes to every week: more than two at once and people go to none."""
CLASH = 0.4
URGENT_FIRST = 1.5
"""How much more a need counts that cannot wait."""
READ = 0.85
"""What a need read from words counts beside one that was stated."""

STAGES = {
    "MON": Stage.SETTLE,
    "HOU": Stage.SETTLE,
    "FOO": Stage.SETTLE,
    "SAF": Stage.SETTLE,
    "MIN": Stage.SETTLE,
    "FAM": Stage.SETTLE,
    "IND": Stage.SETTLE,
    "CON": Stage.CONNECT,
    "JOY": Stage.CONNECT,
    "BOD": Stage.GROW,
    "LEA": Stage.GROW,
    "WOR": Stage.GROW,
}
"""The stage of each domain; single needs that differ stand below."""
OWN_STAGE = {"WOR3": Stage.GIVE_BACK, "JOY6": Stage.GIVE_BACK, "MIN2": Stage.CONNECT, "FAM6": Stage.CONNECT}
ORDER = list(Stage)


@dataclass(frozen=True)
class Chosen:
    """One step: its stage, the asset, the needs it is there for, and what to try where it does not work out."""

    stage: Stage
    one: Ranked
    needs: tuple[str, ...]
    instead: Ranked | None


def choose_pathway(sought: Sought, ranked: Sequence[Ranked], pinned: Collection[str] = ()) -> list[Chosen]:
    """The steps in order, each with a fall-back; empty when nothing was found. `pinned` are ids that must be in it."""
    pool = _pool(sought, ranked, pinned)
    if not pool:
        return []
    must = [place for place, one in enumerate(pool) if one.asset.id in pinned][:MOST]
    weighing = _Weighing(sought, pool)
    best: tuple[float, tuple[int, ...]] = (-np.inf, ())
    for size in range(max(len(must), min(FEWEST, len(pool))), min(MOST, len(pool)) + 1):
        sets = _sets(len(pool), size)
        sets = sets[np.all([(sets == place).any(axis=1) for place in must], axis=0)] if must else sets
        worth = weighing.worth(sets)
        place = int(worth.argmax())
        best = max(best, (float(worth[place]), tuple(sets[place].tolist())), key=lambda pair: pair[0])
    steps = [pool[place] for place in best[1]]
    told = [_chosen(sought, one, steps, pool) for one in steps]
    return sorted(told, key=lambda step: (ORDER.index(step.stage), -step.one.score, step.one.asset.id))


class _Weighing:
    """What is weighed of each asset of a pool, so that all sets of them are weighed in one go."""

    def __init__(self, sought: Sought, pool: Sequence[Ranked]) -> None:
        self._priorities = np.array([_priority(sought, need.id, need.origin) for need in sought.needs])
        self._fits = np.array([[one.judged.fits[need.id] for need in sought.needs] for one in pool], float)
        self._scores = np.array([one.score for one in pool])
        self._burdens = np.array([_burden(one) for one in pool])
        self._regular = np.array([_is_regular(one) for one in pool], float)
        self._clashes = np.array([[float(clash(a.asset, b.asset)) for b in pool] for a in pool])

    def worth(self, sets: NDArray[np.intp]) -> NDArray[np.float64]:
        """The worth of each set, a row of places in the pool."""
        size = sets.shape[1]
        served = self._fits[sets].max(axis=1) @ self._priorities
        pairs = [self._clashes[sets[:, a], sets[:, b]] for a, b in combinations(range(size), 2)]
        clashes = np.sum(pairs, axis=0) if pairs else np.zeros(len(sets))
        new = np.maximum(0, self._regular[sets].sum(axis=1) - 2)
        found: NDArray[np.float64] = (
            served
            + QUALITY * self._scores[sets].mean(axis=1)
            - self._burdens[sets].sum(axis=1)
            - STEP * size
            - NEW * new
            - CLASH * clashes
        )
        return found


@lru_cache(maxsize=64)
def _sets(many: int, size: int) -> NDArray[np.intp]:
    return np.array(list(combinations(range(many), size)), np.intp).reshape(-1, size)


def _pool(sought: Sought, ranked: Sequence[Ranked], pinned: Collection[str]) -> list[Ranked]:
    """What is pinned, the best of all, and the best few for each need even where they come late."""
    chosen = dict.fromkeys(one.asset.id for one in ranked if one.asset.id in pinned)
    good = [one for one in ranked if one.score >= GOOD_ENOUGH or one.asset.id in chosen]
    ranked = good or ranked
    chosen |= dict.fromkeys(one.asset.id for one in ranked[: CONSIDERED // 3])
    for need in sought.needs:
        serving = [one.asset.id for one in ranked if need.id in one.served]
        chosen |= dict.fromkeys(serving[:FOR_EACH_NEED])
    kept = set(list(chosen)[:CONSIDERED])
    return [one for one in ranked if one.asset.id in kept]


def _chosen(sought: Sought, one: Ranked, steps: Sequence[Ranked], pool: Sequence[Ranked]) -> Chosen:
    needs = tuple(need.id for need in sought.needs if need.id in one.served)
    taken = {step.asset.id for step in steps}
    usable = [other for other in pool if other.eligible is not Eligible.NO and other.asset.id not in taken]
    others = [other for other in usable if set(needs) & other.served]
    return Chosen(_stage(one, sought.vocabulary), one, needs, max(others, key=lambda other: other.score, default=None))


def _burden(one: Ranked) -> float:
    price = lowest_price(one.asset.costs)
    pounds = min(20.0, float(price)) if price else 0.0
    return TRAVEL * (one.judged.miles or 0.0) + COST * pounds + ASK * min(3, len(one.unknowns))


def _is_regular(one: Ranked) -> bool:
    """Whether it is something one goes to every week; advice is asked for once or twice."""
    domains = {need[:3] for need in one.served}
    return bool(domains & {"CON", "JOY", "BOD", "LEA"})


def _priority(sought: Sought, need_id: str, origin: str) -> float:
    urgent = URGENT_FIRST if sought.vocabulary.get_need(need_id).urgent else 1.0
    return urgent * (1.0 if origin == "stated" else READ)


def _stage(one: Ranked, vocabulary: Vocabulary) -> Stage:
    """The earliest stage of the needs that it serves best."""
    best = max(one.judged.fits, key=lambda need: one.judged.fits[need])
    if vocabulary.get_need(best).urgent:
        return Stage.URGENT
    return OWN_STAGE.get(best, STAGES[vocabulary.domain_of(best).id])
