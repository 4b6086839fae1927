"""How good lists and pathways are for judged people, in figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import mean

import numpy as np

from directory.search.evaluation import gain
from recommender.evaluation.collection import Collection, JudgedPerson
from recommender.evaluation.judging import SERVED, Judgement, miles_to
from recommender.exposure import Listed, exposures, gini

FIRST = 10
FEW = 3
NEARLY = 0.5
"""Miles by which a stated distance may be out: a postcode is not a door."""
PERSONAL = ("unsafe", "age", "gender", "group", "closed", "access")
"""The bars that would hurt most to be sent to."""


@dataclass(frozen=True)
class Given:
    """What a person was given: ids of listings, best first; those of the pathway; what danger was heard."""

    listed: tuple[str, ...]
    pathway: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    urgent: str | None = None
    milliseconds: float = 0.0
    free: tuple[str, ...] = ()
    """Those of `listed` that were said to be free."""
    miles: Mapping[str, float] = field(default_factory=dict)
    """The miles that were stated, by listing."""


@dataclass
class Figures:
    """Means over people. `violations` and `grave` are shares of what was shown in the first ten."""

    people: int
    ndcg: float
    precision: float
    violations: float
    grave: float
    needs_met: float
    needs_met_by_pathway: float
    bad_pathways: float
    repeats: float
    honest: float
    """Of the needs that nothing in the collection serves for her, those of which it said so (or showed nothing)."""
    true_reasons: float
    """Of the prices ("Free") and distances that were stated as reasons, those that are so."""
    urgent_heard: float
    false_alarms: int
    exposure_gini: float
    p95_ms: float
    bars: dict[str, int] = field(default_factory=dict)


class Measuring:
    """The verdicts of a collection, looked up once for every way of answering that is measured."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.verdicts = {person.id: collection.verdicts(person) for person in collection.people}
        self._ideal = {person.id: self._best_gains(person) for person in collection.people}
        self._meetable = {
            person.id: self._needs_met_by(person, self.verdicts[person.id]) for person in collection.people
        }

    def figures(self, answers: Sequence[tuple[JudgedPerson, Given]]) -> Figures:
        """The figures for these people, each with what she was given."""
        calm = [(person, given) for person, given in answers if person.truth.urgent is None]
        shown = [self._judged(person, one) for person, given in calm for one in given.listed[:FIRST]]
        barred = [judgement.bar for judgement in shown if judgement.bar]
        endangered = [(person, given) for person, given in answers if person.truth.urgent]
        with_pathway = [(person, given) for person, given in calm if given.pathway]
        return Figures(
            people=len(answers),
            ndcg=_mean(self.ndcg(person, given) for person, given in calm if self._ideal[person.id]),
            precision=_mean(self._precision(person, given) for person, given in calm if self._ideal[person.id]),
            violations=len(barred) / max(1, len(shown)),
            grave=sum(bar in PERSONAL for bar in barred) / max(1, len(shown)),
            needs_met=_mean(self._met(person, given.listed[:8]) for person, given in calm if self._ideal[person.id]),
            needs_met_by_pathway=_mean(
                self._met(person, given.pathway) for person, given in calm if self._ideal[person.id]
            ),
            bad_pathways=_mean(
                any(self._judged(person, one).bar for one in given.pathway) for person, given in with_pathway
            ),
            repeats=_mean(self._repeats(given) for _, given in calm),
            honest=_mean(honest for person, given in calm for honest in self._honest(person, given)),
            true_reasons=_mean(true for person, given in calm for true in self._reasons(person, given)),
            urgent_heard=_mean(given.urgent == person.truth.urgent for person, given in endangered),
            false_alarms=sum(given.urgent is not None for _, given in calm),
            exposure_gini=self._gini([given for _, given in calm]),
            p95_ms=float(np.percentile([given.milliseconds for _, given in answers], 95)) if answers else 0.0,
            bars={bar: barred.count(bar) for bar in sorted(set(barred))},
        )

    def ndcg(self, person: JudgedPerson, given: Given) -> float:
        """Of the first ten, with a gain of 2^g - 1; a second listing of the same thing gains nothing."""
        seen: set[str] = set()
        gains = []
        for one in given.listed[:FIRST]:
            group = self._group(one)
            gains.append(0.0 if group in seen else self._judged(person, one).gain)
            seen.add(group)
        return gain(gains) / gain(self._ideal[person.id])

    def _judged(self, person: JudgedPerson, listing_id: str) -> Judgement:
        return self.verdicts[person.id][listing_id]

    def _best_gains(self, person: JudgedPerson) -> list[float]:
        """Of the ten best things for her, best first."""
        best: dict[str, float] = {}
        for listing_id, judgement in self.verdicts[person.id].items():
            group = self._group(listing_id)
            best[group] = max(best.get(group, 0.0), judgement.gain)
        return sorted((gain for gain in best.values() if gain), reverse=True)[:FIRST]

    def _group(self, listing_id: str) -> str:
        # A group's name is its author's: two authors may have chosen the same.
        group = self.collection.listings[listing_id].truth.group
        return f"{listing_id[0]} {group}" if group else listing_id

    def _precision(self, person: JudgedPerson, given: Given) -> float:
        """Of the first three places, those with something of use (a gain of 1 or more)."""
        return sum(self._judged(person, one).gain >= 1 for one in given.listed[:FEW]) / FEW

    def _met(self, person: JudgedPerson, ids: Sequence[str]) -> float:
        """The part of her needs, by how much they matter, that these meet, of those that anything here could meet."""
        met = self._needs_met_by(person, ids)
        weights = person.truth.needs
        return sum(weights[need] for need in met) / max(1, sum(weights[need] for need in self._meetable[person.id]))

    def _needs_met_by(self, person: JudgedPerson, ids: Iterable[str]) -> set[str]:
        return {
            need
            for one in ids
            if self._judged(person, one).bar is None
            for need, grade in self.collection.served(person, one).items()
            if grade >= SERVED
        }

    def _honest(self, person: JudgedPerson, given: Given) -> list[bool]:
        said, meetable = set(given.unmet), self._meetable[person.id]
        return [need in said or not given.listed for need in person.truth.needs if need not in meetable]

    def _reasons(self, person: JudgedPerson, given: Given) -> list[bool]:
        free = [not self.collection.listings[one].truth.cost for one in given.free]
        true = {one: miles_to(person.truth, self.collection.listings[one].point) for one in given.miles}
        return free + [abs(given.miles[one] - miles) < NEARLY for one, miles in true.items() if miles is not None]

    def _repeats(self, given: Given) -> int:
        groups = [self._group(one) for one in given.listed[:FIRST]]
        return len(groups) - len(set(groups))

    def _gini(self, every: Sequence[Given]) -> float:
        """How unequally the first ten places go round among all listings: 0 all alike, 1 all to one."""
        seen = exposures(Listed(given.listed[:FIRST]) for given in every)
        return gini([seen.get(one, 0.0) for one in self.collection.listings])


def _mean(values: object) -> float:
    kept = [float(value) for value in values]  # type: ignore[attr-defined]  # an iterable of numbers or truths
    return mean(kept) if kept else 0.0
