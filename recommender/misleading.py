"""What misleads: listings that advisors set aside as wrong, and words of the vocabulary that lead to the wrong people."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from directory.listing import Listing
from recommender.needs import Vocabulary
from recommender.outcomes import Became, Outcome, Reason
from recommender.wording import plain, tokens

BLAMES = frozenset({Reason.WRONG_LISTING, Reason.WRONG_PEOPLE})
"""Reasons that lay it on the listing or on how it was found, and not on her purse, her week or her bus."""
LEAST = 2
"""Set aside so often, at least: once may be a slip of the hand."""
PRIOR = 10.0
"""How many times shown the usual share counts for beside a listing's or a word's own."""


@dataclass(frozen=True)
class Misleading:
    """`what` is a listing's name or a word of the vocabulary (then `need` is the one it stands for).

    Set aside so often of so many times shown; `share` is that share, drawn to the usual one where there is little of it.
    """

    what: str
    set_aside: int
    shown: int
    share: float
    reason: str
    """the commonest"""
    asset_id: str | None = None
    need: str | None = None


@dataclass(frozen=True)
class MisleadingReport:
    """The worst first. `set_aside` of `shown` in all."""

    listings: tuple[Misleading, ...]
    terms: tuple[Misleading, ...]
    set_aside: int
    shown: int


def list_misleading(
    outcomes: Iterable[Outcome], listings: Mapping[str, Listing], vocabulary: Vocabulary, *, most: int = 10
) -> MisleadingReport:
    """The listings, and the terms that stand in them, most often set aside for a reason that lays it on them.

    `listings` by asset id; what is no longer there is left out.
    """
    seen = [one for one in outcomes if one.asset_id in listings]
    terms = {asset_id: _terms(listing, vocabulary) for asset_id, listing in listings.items()}
    by_listing, by_term = _Tallies(), _Tallies()
    for outcome in seen:
        blamed = outcome.reason if outcome.became is Became.DECLINED and outcome.reason in BLAMES else None
        by_listing.add((listings[outcome.asset_id].name, outcome.asset_id), blamed)
        for term in terms[outcome.asset_id]:
            if {term[1], vocabulary.domain_of(term[1]).id}.intersection(outcome.needs):
                by_term.add(term, blamed)
    aside, shown = by_listing.aside.total(), by_listing.shown.total()
    usual = aside / max(1, shown)
    return MisleadingReport(
        listings=tuple(Misleading(name, *told, asset_id=id_) for (name, id_), told in by_listing.worst(most, usual)),
        terms=tuple(Misleading(term, *told, need=need) for (term, need), told in by_term.worst(most, usual)),
        set_aside=aside,
        shown=shown,
    )


_Told = tuple[int, int, float, str]
"""Set aside, shown, share, commonest reason."""


class _Tallies:
    """How often each thing was shown, set aside, and why."""

    def __init__(self) -> None:
        self.shown: Counter[tuple[str, str]] = Counter()
        self.aside: Counter[tuple[str, str]] = Counter()
        self.reasons: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def add(self, key: tuple[str, str], blamed: str | None) -> None:
        self.shown[key] += 1
        if blamed:
            self.aside[key] += 1
            self.reasons[key][blamed] += 1

    def worst(self, most: int, usual: float) -> list[tuple[tuple[str, str], _Told]]:
        """Those set aside more often than is usual, the most often first."""
        found = [(key, self._told(key, usual)) for key, count in self.aside.items() if count >= LEAST]
        worse = [(key, told) for key, told in found if told[2] > usual]
        return sorted(worse, key=lambda one: (-one[1][2], one[0]))[:most]

    def _told(self, key: tuple[str, str], usual: float) -> _Told:
        aside, shown = self.aside[key], self.shown[key]
        return aside, shown, (aside + PRIOR * usual) / (shown + PRIOR), _first(self.reasons[key])


def _first(reasons: Counter[str]) -> str:
    return min(reasons, key=lambda reason: (-reasons[reason], reason))


def _terms(listing: Listing, vocabulary: Vocabulary) -> set[tuple[str, str]]:
    """(phrase, need) of every phrase of the vocabulary in what the listing says of itself."""
    said = ". ".join(filter(None, [listing.name, listing.description, *listing.categories]))
    return {(found.phrase.text, found.phrase.meaning) for found in vocabulary.book.find(tokens(plain(said)))}
