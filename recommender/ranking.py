"""From every asset to a short ordered list: rules, then a sum of signals whose parts are the reasons.

score = sum over signals of weight x value, with NEUTRAL where a value is not known, so that saying nothing is worth
neither as much as good news nor as little as bad. The weights are 1 together, so a score lies between 0 and 1.
What has to be asked about takes from the whole what it takes from the likelihood that she can use it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import isnan

from rapidfuzz import fuzz

from directory.asset import Asset
from recommender.close_look import CloseLook
from recommender.eligibility import judge
from recommender.first_look import IN_ALL, Sighted, look_over
from recommender.learnt import NOTHING, Learnt
from recommender.pictures import Pictures
from recommender.recommendation import Eligible
from recommender.shelf.shelf import Shelf
from recommender.signals import Judged, Reading, Signal, list_signals
from recommender.sought import Sought
from recommender.verdict import Judgement

NEUTRAL = 0.5
LIKELY_ENOUGH = 0.33
"""How likely it must be that she can use it, once she has asked, to be shown at all."""
FLOOR = 0.36
"""How well an asset must serve a need to be shown for it. Nothing is better than something silly."""
MEANT, SURELY_MEANT = 0.55, 0.2
"""What it adds to the fit for a need to speak as she did of it, and the likeness that is as good as can be asked for."""
ENOUGH = 30
"""Of how many usable assets a list is made; where fewer are left of those looked at closely, others are looked at."""
WIDER = (1, 4, 16)
"""How many times as many are looked at closely, first, then, and at last. A rule may keep out all that are nearest."""
ALIKE = 90
"""How alike (0 to 100) two names must be for one of two to be left out."""
AGAIN = 0.94
"""What the fit for a need is still worth each time that the list has served it before."""


@dataclass(frozen=True)
class Ranked:
    """One asset that she can use, with every part of its score."""

    judged: Judged
    judgement: Judgement
    readings: tuple[tuple[Signal, Reading | None], ...]

    @property
    def asset(self) -> Asset:
        return self.judged.asset

    @cached_property
    def score(self) -> float:
        total = sum(share(signal, reading) for signal, reading in self.readings)
        return float(total * self.judgement.likely)

    @property
    def eligible(self) -> Eligible:
        return self.judgement.eligible

    @property
    def unknowns(self) -> tuple[str, ...]:
        """What she has to ask about before she goes; where a rule keeps her out, that rule."""
        return self.judgement.rules

    @property
    def served(self) -> frozenset[str]:
        """The sought needs that it serves well enough."""
        return frozenset(need for need, fit in self.judged.fits.items() if fit >= FLOOR)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is here, what weighs most first."""
        parts = sorted(self.readings, key=lambda part: -share(*part))
        said = [reading.reason for _, reading in parts if reading and reading.reason]
        return tuple(dict.fromkeys(said))


def share(signal: Signal, reading: Reading | None) -> float:
    """The part of the score that this signal is."""
    return signal.weight * (reading.value if reading else NEUTRAL)


def rank(sought: Sought, shelf: Shelf, pictures: Pictures, learnt: Learnt = NOTHING) -> list[Ranked]:
    """The assets that serve one of her needs and that she can use, best first; the same again for the same seeker."""
    found: list[Ranked] = []
    looked: set[str] = set()
    for wider in WIDER:
        sighted = look_over(shelf, sought, wider)
        found += _usable(sought, [one for one in sighted if one.asset_id not in looked], pictures, learnt)
        looked.update(one.asset_id for one in sighted)
        if len(found) >= ENOUGH or len(sighted) < IN_ALL * wider:
            break
    return sorted(found, key=lambda one: (-one.score, one.asset.id))


def _usable(sought: Sought, sighted: Sequence[Sighted], pictures: Pictures, learnt: Learnt) -> list[Ranked]:
    """Those that she can use and that serve one of her needs, by a close look."""
    looks = pictures.of([one.asset_id for one in sighted])
    signals, found = list_signals(learnt.weights), []
    for one in sighted:
        if one.asset_id not in looks:
            continue
        judged = judged_of(sought, one, looks[one.asset_id], learnt)
        judgement = judge(sought, judged.asset, judged.miles)
        if judgement.likely >= LIKELY_ENOUGH:
            found.append(read_signals(sought, judged, judgement, signals))
    return [one for one in found if one.served]


def judged_of(sought: Sought, sighted: Sighted, look: CloseLook, learnt: Learnt = NOTHING) -> Judged:
    """One asset with all that its signals need."""
    return Judged(
        asset=look.asset,
        miles=None if isnan(sighted.miles) else sighted.miles,
        fits=_fits(sought, sighted, look),
        likeness=sought.said.likeness(look.said) if sought.said else None,
        evidence=learnt.evidence.rate(look.asset.id, sought.every_need),
    )


def _fits(sought: Sought, sighted: Sighted, look: CloseLook) -> dict[str, float]:
    """How well it serves each sought need, 0 to 1: more where it speaks as she did of that very need."""
    found = {}
    for need, fit in zip(sought.needs, sighted.fits.tolist(), strict=True):
        meant = sought.meant[need.id].likeness(look.said) if need.id in sought.meant else 0.0
        found[need.id] = min(1.0, fit + MEANT * min(1.0, meant / SURELY_MEANT)) * sighted.for_her
    return found


def read_signals(sought: Sought, judged: Judged, judgement: Judgement, signals: Sequence[Signal]) -> Ranked:
    """All signals for one asset."""
    readings = tuple((signal, signal.function(sought, judged)) for signal in signals)
    return Ranked(judged, judgement, readings)


def without_repeats(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Leave out a near-duplicate or a branch of the same group that comes after a better one."""
    kept: list[Ranked] = []
    for one in ranked:
        if not any(same_thing(one.asset, other.asset) for other in kept):
            kept.append(one)
    return kept


def same_thing(a: Asset, b: Asset) -> bool:
    """Whether two are one group in two entries, or branches of one: a person would ask why she is told twice."""
    name_a, name_b = _bare(a.name), _bare(b.name)
    if fuzz.ratio(name_a.replace(" ", ""), name_b.replace(" ", ""), score_cutoff=ALIKE):
        return True
    branches = fuzz.ratio(_without_place(name_a), _without_place(name_b), score_cutoff=ALIKE)
    if not branches and not fuzz.token_set_ratio(name_a, name_b, score_cutoff=ALIKE):
        return False
    return (a.organization_id is not None and a.organization_id == b.organization_id) or _shared_phone(a, b)


@lru_cache(maxsize=10_000)
def _without_place(name: str) -> str:
    """ "spoons, netherton" and "spoons (litherland)" are "spoons"."""
    return re.split(r",| [-–—(]", name, maxsplit=1)[0]


@lru_cache(maxsize=10_000)
def _bare(name: str) -> str:
    return " ".join(name.lower().split())


def _shared_phone(a: Asset, b: Asset) -> bool:
    return bool({phone.number for phone in a.phones} & {phone.number for phone in b.phones})


def spread(sought: Sought, ranked: Sequence[Ranked], limit: int) -> list[Ranked]:
    """The list as it is shown: the best first, but no need takes it over while another has not had its turn."""
    left = list(ranked)
    chosen: list[Ranked] = []
    served = {need.id: 0 for need in sought.needs}
    while left and len(chosen) < limit:
        best = max(left, key=lambda one: (one.score * _turn(one, served), one.score, one.asset.id))
        left.remove(best)
        chosen.append(best)
        for need in best.served:
            served[need] += 1
    return chosen


def _turn(one: Ranked, served: dict[str, int]) -> float:
    return max((AGAIN ** served[need] for need in one.served), default=AGAIN**3)
