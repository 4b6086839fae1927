"""A pathway: two to four things that together cover her needs, in an order in which a person can take them up.

Chosen exactly: every set of up to four of the best is weighed, and the set with the greatest worth is taken.

worth = sum over needs of priority x how well the set serves it + QUALITY x mean score
        - TRAVEL x miles to go - STEP x steps - CLASH x pairs that meet at the same time
"""

from collections.abc import Sequence
from itertools import combinations

from directory.schedules import clash
from recommender.needs import Vocabulary
from recommender.ranking import Ranked
from recommender.recommendation import Stage
from recommender.sought import Sought

FEWEST, MOST = 2, 4
CONSIDERED = 14
"""How many of the best are put together; more would only add to what is nearly the same."""
FOR_EACH_NEED = 3
QUALITY = 0.8
TRAVEL = 0.01
STEP = 0.12
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


def choose_pathway(sought: Sought, ranked: Sequence[Ranked]) -> list[tuple[Stage, Ranked, tuple[str, ...]]]:
    """The steps in order, each with its stage and the needs it is there for; empty when nothing was found."""
    pool = _pool(sought, ranked)
    if not pool:
        return []
    fewest = min(FEWEST, len(pool))
    sets = [one for size in range(fewest, MOST + 1) for one in combinations(pool, size)]
    best = max(sets, key=lambda chosen: _worth(sought, chosen))
    steps = [(_stage(one, sought.vocabulary), one, _there_for(sought, one)) for one in best]
    return sorted(steps, key=lambda step: (ORDER.index(step[0]), -step[1].score, step[1].asset.id))


def _pool(sought: Sought, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The best of all, and the best few for each need even where they come late."""
    chosen = dict.fromkeys(one.asset.id for one in ranked[: CONSIDERED // 2])
    for need in sought.needs:
        serving = [one.asset.id for one in ranked if need.id in one.served]
        chosen |= dict.fromkeys(serving[:FOR_EACH_NEED])
    return [one for one in ranked if one.asset.id in chosen][:CONSIDERED]


def _worth(sought: Sought, chosen: Sequence[Ranked]) -> float:
    served = sum(
        _priority(sought, need.id, need.origin) * max(one.judged.fits[need.id] for one in chosen)
        for need in sought.needs
    )
    quality = sum(one.score for one in chosen) / len(chosen)
    miles = sum(one.judged.miles or 0.0 for one in chosen)
    clashes = sum(clash(a.asset, b.asset) for a, b in combinations(chosen, 2))
    return served + QUALITY * quality - TRAVEL * miles - STEP * len(chosen) - CLASH * clashes


def _priority(sought: Sought, need_id: str, origin: str) -> float:
    urgent = URGENT_FIRST if sought.vocabulary.get_need(need_id).urgent else 1.0
    return urgent * (1.0 if origin == "stated" else READ)


def _there_for(sought: Sought, one: Ranked) -> tuple[str, ...]:
    return tuple(need.id for need in sought.needs if need.id in one.served)


def _stage(one: Ranked, vocabulary: Vocabulary) -> Stage:
    """The earliest stage of the needs that it serves best."""
    best = max(one.judged.fits, key=lambda need: one.judged.fits[need])
    if vocabulary.get_need(best).urgent:
        return Stage.URGENT
    return OWN_STAGE.get(best, STAGES[vocabulary.domain_of(best).id])
