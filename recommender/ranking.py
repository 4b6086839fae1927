"""From every asset to a short ordered list: rules, then a sum of signals whose parts are the reasons.

score = sum over signals of weight x value, with NEUTRAL where a value is not known, so that saying nothing is worth
neither as much as good news nor as little as bad. The weights are 1 together, so a score lies between 0 and 1.
An asset that only has something to ask about is a little behind one that she can surely use.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from directory.asset import Asset
from recommender.candidates import Candidates
from recommender.eligibility import judge
from recommender.recommendation import Eligible
from recommender.rules.welcome import is_for_her
from recommender.signals import Judged, Reading, Signal, list_signals
from recommender.signals.fit import SAID
from recommender.sought import Sought

NEUTRAL = 0.4
TO_ASK = 0.97
"""What is left of a score for each thing to ask about, three at most."""
FLOOR = 0.45
"""How well an asset must serve a need to be shown for it. Nothing is better than something silly."""
SURELY_ALIKE, SURELY_MEANT = 0.08, 0.2
"""Likeness to the words of a need, and to those in which she said it, that is as good as can be asked for. Of 635
listings sorted by hand one in four that serve a need is as much like its words; of other needs' one in a thousand."""
NOT_FOR_HER = 0.7
"""What is left of the fit of a group for veterans, carers, … where nothing says that she is one."""
ALIKE = 90
"""How alike (0 to 100) two names must be for one of two to be left out."""
AGAIN = 0.9
"""What the fit for a need is still worth each time that the list has served it before."""


@dataclass(frozen=True)
class Ranked:
    """One asset that she can use, with every part of its score."""

    judged: Judged
    eligible: Eligible
    unknowns: tuple[str, ...]
    readings: tuple[tuple[Signal, Reading | None], ...]

    @property
    def asset(self) -> Asset:
        return self.judged.asset

    @cached_property
    def score(self) -> float:
        total = sum(share(signal, reading) for signal, reading in self.readings)
        return float(total * TO_ASK ** min(3, len(self.unknowns)))

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


def rank(sought: Sought, candidates: Candidates) -> list[Ranked]:
    """All assets that serve one of her needs and that she can use, best first; the same again for the same seeker."""
    fits = need_fits(sought, candidates)
    likeness = candidates.likeness(sought.words) if sought.words else None
    miles = candidates.distances(sought.home)
    found = []
    for index in np.flatnonzero((fits >= FLOOR).any(axis=1)):
        judged = judge_one(sought, candidates, int(index), fits, likeness, miles)
        eligible, unknowns = judge(sought, judged.asset, judged.miles)
        if eligible is not Eligible.NO:
            found.append(read_signals(sought, judged, eligible, unknowns))
    return sorted(found, key=lambda one: (-one.score, one.asset.id))


def judge_one(
    sought: Sought,
    candidates: Candidates,
    index: int,
    fits: NDArray[np.float64],
    likeness: NDArray[np.float64] | None,
    miles: NDArray[np.float64],
) -> Judged:
    """The asset at this index with all that its signals need."""
    far = float(miles[index])
    return Judged(
        asset=candidates.assets[index],
        miles=None if np.isnan(far) else far,
        fits={need.id: float(fits[index, column]) for column, need in enumerate(sought.needs)},
        likeness=None if likeness is None else float(likeness[index]),
    )


def read_signals(sought: Sought, judged: Judged, eligible: Eligible, unknowns: tuple[str, ...]) -> Ranked:
    """All signals for one asset."""
    readings = tuple((signal, signal.function(sought, judged)) for signal in list_signals())
    return Ranked(judged, eligible, unknowns, readings)


def need_fits(sought: Sought, candidates: Candidates) -> NDArray[np.float64]:
    """How well each asset (row) serves each sought need (column), 0 to 1.

    Where the listing is linked to the need, by a person or from its text, likeness to the need's words and to her own
    tells the more fitting from the less; where it is not, its words must be very like the need's, the more so the
    farther what it is linked to lies.
    """
    fits = np.zeros((len(candidates), len(sought.needs)))
    welcome = np.array([1.0 if is_for_her(sought, asset) is not False else NOT_FOR_HER for asset in candidates.assets])
    for column, need in enumerate(sought.needs):
        alike = np.minimum(1.0, candidates.likeness_to_need(need.id) / SURELY_ALIKE)
        meant = np.minimum(1.0, candidates.likeness(need.words) / SURELY_MEANT) if need.words else alike
        said = said_to_serve(candidates.assets, sought.served_by[need.id], candidates.vocabulary.domain_of(need.id).id)
        fits[:, column] = np.where(said >= SAID, said + 0.1 * alike + 0.2 * meant, said * alike) * welcome
    return fits


def said_to_serve(assets: Sequence[Asset], serving: frozenset[str], domain: str) -> NDArray[np.float64]:
    """For each asset what its links to needs are worth: from SAID on it serves the need, below only its words may."""
    return np.array([_link(asset, serving, domain) for asset in assets], dtype=float)


def _link(asset: Asset, serving: frozenset[str], domain: str) -> float:
    said = [link.confidence for link in asset.needs if link.id in serving]
    if said:
        return SAID + 0.1 * max(said)
    if any(need_id.startswith(domain) for need_id in asset.need_ids):
        return 0.6
    return 0.5 if not asset.needs else 0.4


def without_repeats(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Leave out a near-duplicate or a branch of the same group that comes after a better one."""
    kept: list[Ranked] = []
    for one in ranked:
        if not any(same_thing(one.asset, other.asset) for other in kept):
            kept.append(one)
    return kept


def same_thing(a: Asset, b: Asset) -> bool:
    """Whether two are one group in two entries, or branches of one: a person would ask why she is told twice."""
    name_a, name_b = (" ".join(one.name.lower().split()) for one in (a, b))
    if fuzz.ratio(name_a.replace(" ", ""), name_b.replace(" ", "")) >= ALIKE:
        return True
    if fuzz.token_set_ratio(name_a, name_b) < ALIKE:
        return False
    return (a.organization_id is not None and a.organization_id == b.organization_id) or _shared_phone(a, b)


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
