"""What came of an asset before: of those who agreed to it, how many went. For each need, and never how many came."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from recommender.needs import Vocabulary
from recommender.outcomes import AGREED_TO, WENT, Outcome

LEAST = 5
"""People who agreed to it, below which nothing is said: it would be chance, and could be about somebody."""
PRIOR = 8.0
"""How many people the usual rate of the domain counts for, beside those of the asset itself."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many agreed to an asset for a need, how many of them went, and the share that goes in the whole domain."""

    agreed: int
    went: int
    usual: float

    @property
    def rate(self) -> float:
        """The share that goes, as a Beta distribution around the usual share has it (its mean)."""
        return (self.went + PRIOR * self.usual) / (self.agreed + PRIOR)


@dataclass(frozen=True)
class Evidence:
    """Tallies of at least LEAST people by (asset, need)."""

    tallies: Mapping[tuple[str, str], Tally] = field(default_factory=dict)

    def rate(self, asset_id: str, needs: Iterable[str]) -> float | None:
        """The rate of going for the one of these needs that most agreed for; None where too little is known."""
        known = [tally for need in needs if (tally := self.tallies.get((asset_id, need)))]
        return max(known, key=lambda tally: (tally.agreed, tally.rate)).rate if known else None


def evidence_of(outcomes: Iterable[Outcome], vocabulary: Vocabulary) -> Evidence:
    """The evidence in these outcomes. Where nobody writes down who went, to have agreed is no evidence of anything."""
    known = {need.id for need in vocabulary}
    agreed: Counter[tuple[str, str]] = Counter()
    went: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        if outcome.became in AGREED_TO:
            for need in known.intersection(outcome.needs):
                agreed[outcome.asset_id, need] += 1
                went[outcome.asset_id, need] += outcome.became in WENT
    if not went.total():
        return Evidence()
    usual = _usual(agreed, went, vocabulary)
    return Evidence(
        {
            key: Tally(count, went[key], usual[vocabulary.domain_of(key[1]).id])
            for key, count in agreed.items()
            if count >= LEAST
        }
    )


def _usual(
    agreed: Counter[tuple[str, str]], went: Counter[tuple[str, str]], vocabulary: Vocabulary
) -> dict[str, float]:
    """The share that goes in each domain, drawn to the share in all of them as an asset's is to its domain's."""
    overall = went.total() / agreed.total()
    by_domain: dict[str, list[int]] = {}
    for (asset_id, need), count in agreed.items():
        sums = by_domain.setdefault(vocabulary.domain_of(need).id, [0, 0])
        sums[0] += count
        sums[1] += went[asset_id, need]
    return {domain: (gone + PRIOR * overall) / (all_ + PRIOR) for domain, (all_, gone) in by_domain.items()}
