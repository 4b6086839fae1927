"""One question answered from one commit: limits, scores, order, a page of hits and the counts beside filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from directory.clock import today
from directory.kinds import FROM_HOME
from directory.search.document import FACETS
from directory.search.embedded.building import packed
from directory.search.embedded.choosing import best_of
from directory.search.embedded.clauses import Vocabulary
from directory.search.embedded.distances import close_to, counts_within, miles_to
from directory.search.embedded.limits import all_of, assets_of, facets_of, limits_of
from directory.search.embedded.matching import Matched, Pair, match
from directory.search.embedded.part import Assets, Bits, Part, has_bit
from directory.search.embedded.phrases import has_phrase
from directory.search.embedded.ragged import Bools, Floats
from directory.search.embedded.sites import AskedSites
from directory.search.embedded.tally import Values
from directory.search.query import DISTANCES, Hit, Hits, Query, Sort
from directory.search.ranking import AGES_UNSAID, NEAR_ANYWHERE, NEAR_UNKNOWN, near

IN_NO_PLACE = tuple(f"attending:{way}" for way in FROM_HOME)

LOOKED_THROUGH = 200
"""The best so many are looked through for words that are neighbours."""

Ranked = tuple[float, float, bytes, int]
"""By which assets are ordered: the distance where that is asked (otherwise 0), minus the score, the id; and the asset."""


def answer(query: Query, vocabulary: Vocabulary) -> Hits:
    """The hits of all parts together."""
    matched = match(query, vocabulary)
    pairs = matched.pairs if matched else ()
    answers = [
        _Answer(query, part, _candidates(matched, number), pairs) for number, part in enumerate(vocabulary.parts)
    ]
    start = max(0, query.offset)
    best = sorted((*ranked, number) for number, one in enumerate(answers) for ranked in one.best())
    return Hits(
        total=sum(len(one.chosen) for one in answers),
        hits=_hits(best[start : start + max(0, query.limit)], answers, matched),
        facets=_together([one.facets() for one in answers], query) if query.counting else {},
        anywhere=sum(one.count_anywhere() for one in answers),
        corrected=matched.corrected if matched else None,
    )


@dataclass(frozen=True)
class _Candidates:
    """Some assets of a part, and their text scores where words were asked. `assets` None: all."""

    assets: Assets | None = None
    text: Values | None = None

    def among(self, bits: Bits | None) -> "_Candidates":
        """Those whose bit is set."""
        if bits is None or self.assets is None:
            return self
        kept = has_bit(bits, self.assets)
        return _Candidates(self.assets[kept], None if self.text is None else self.text[kept])

    def listed(self, part: Part, bits: Bits | None) -> Assets:
        """One by one, those whose bit is set."""
        among = self.among(bits).assets
        return assets_of(part, bits) if among is None else among


class _Answer:
    """The answer of one part. `worth` are those that have enough of the words."""

    def __init__(self, query: Query, part: Part, worth: _Candidates, pairs: Sequence[Pair]) -> None:
        self._query, self._part, self._worth, self._pairs = query, part, worth, pairs
        self._limits = limits_of(query, part)
        self._sites = AskedSites(query, part)
        self._limited = all_of([*self._limits, *self._sites.limits()], part)
        self._close: Bits | None = None
        if query.near and query.within_miles is not None:
            close = close_to(query.near, query.within_miles, part, worth.assets)
            close[self._sites.close_assets()] = True
            self._close = packed(close)
        self._fitting = self._within_reach()
        chosen = self._fitting.among(self._limited)
        self._text = chosen.text
        self.chosen: Assets = assets_of(part, self._limited) if chosen.assets is None else chosen.assets

    def count_anywhere(self) -> int:
        """How many more fit all but the distance and ask for no journey."""
        if self._close is None:
            return 0
        farther = self._everywhere[~has_bit(self._close, self._everywhere)]
        return int(np.count_nonzero(has_bit(self._part.row(IN_NO_PLACE), farther)))

    def facets(self) -> dict[str, dict[str, int]]:
        """How many each choice leads to."""
        limits = self._limits
        if not self._sites.asks:
            counted = facets_of(self._query, self._part, limits, self._fitting.assets)
        else:
            counted = facets_of(self._query, self._part, [*limits, self._sites.single()], self._fitting.assets)
            self._sites.add_to(counted, limits, self._worth.assets)
        return counted | self._distances()

    def _distances(self) -> dict[str, dict[str, int]]:
        """How many are within each distance that people choose, whichever was chosen."""
        near, miles = self._query.near, self._roughly
        if near is None or miles is None:
            return {}

        def exactly(some: Bools) -> Floats:
            return miles_to(near, self._part, self._everywhere[some], self._sites.fitting)

        counts = counts_within(DISTANCES, miles, exactly)
        return {"distance": {f"{limit}": count for limit, count in zip(DISTANCES, counts, strict=True) if count}}

    @cached_property
    def _everywhere(self) -> Assets:
        """What fits all but the distance."""
        return self._worth.listed(self._part, self._limited)

    @cached_property
    def _roughly(self) -> Floats | None:
        """About how far these are, when a place is given."""
        return self.miles(self._everywhere, exactly=False)

    def miles(self, assets: Assets, *, exactly: bool = True) -> Floats | None:
        """How far these are, when a place is given."""
        near = self._query.near
        return miles_to(near, self._part, assets, self._sites.fitting, exactly=exactly) if near else None

    def best(self) -> list[Ranked]:
        """The best, in order, as many as the page and those before it need."""
        wanted = max(0, self._query.offset) + self._query.limit
        if self._query.limit <= 0 or not len(self.chosen):
            return []
        miles = self._miles_of_chosen()
        scores = self._scores(miles)
        self._lift_pairs(scores)
        far = np.zeros(len(scores))
        if self._query.sort is Sort.NEAREST and miles is not None:
            far = np.nan_to_num(miles, nan=np.inf)
            some = best_of(-far, wanted)
        else:
            some = best_of(scores, wanted)
        assets, far, scores = self.chosen[some], far[some], -scores[some]
        order = np.lexsort((self._part.rank[assets], scores, far))[:wanted]
        found = assets[order]
        ids = self._part.ids[found].tolist()
        return list(zip(far[order].tolist(), scores[order].tolist(), ids, found.tolist(), strict=True))

    def _miles_of_chosen(self) -> Floats | None:
        if self._query.sort is Sort.NEAREST or self._close is not None:
            return self.miles(self.chosen, exactly=self._query.sort is Sort.NEAREST)
        return self._roughly

    def _within_reach(self) -> _Candidates:
        if self._close is None:
            return self._worth
        if self._worth.assets is None:
            here = self._part.here
            return _Candidates(assets_of(self._part, self._close if here is None else self._close & here))
        return self._worth.among(self._close)

    def _scores(self, miles: Floats | None) -> Floats:
        scores: Floats = self._part.sure(today())[self.chosen]
        if self._text is not None:
            scores = scores * self._text
        if miles is not None:
            scores = scores * self._nearness(miles)
        if self._query.age is not None:
            scores = scores * self._fit()
        # Rounded, so that scores that differ only by the order of addition are ties.
        return np.round(scores, 5)

    def _lift_pairs(self, scores: Floats) -> None:
        """The best get what pairs of words count where they are neighbours; that lifts none of the others over them."""
        if self._text is None or not self._pairs:
            return
        some = best_of(scores, LOOKED_THROUGH)
        some = some[np.lexsort((self._part.rank[self.chosen[some]], -scores[some]))[:LOOKED_THROUGH]]
        standing = scores[some] / self._text[some]
        for pair in self._pairs:
            beside = has_phrase(self._part, self.chosen[some], pair.stems)
            scores[some[beside]] += np.round(standing[beside] * pair.worth, 5)

    def _fit(self) -> Values:
        file = self._part.file
        unsaid = np.isnan(file["youngest"][self.chosen]) & np.isnan(file["oldest"][self.chosen])
        return np.where(unsaid, np.float32(AGES_UNSAID), np.float32(1))

    def _nearness(self, miles: Floats) -> Values:
        worth = near(miles)
        if len(placeless := np.flatnonzero(np.isnan(miles))):
            anywhere = has_bit(self._part.row(IN_NO_PLACE), self.chosen[placeless])
            worth[placeless] = np.where(anywhere, NEAR_ANYWHERE, NEAR_UNKNOWN)
        return worth


def _candidates(matched: Matched | None, number: int) -> _Candidates:
    return _Candidates(*matched.found[number]) if matched else _Candidates()


def _hits(
    page: Sequence[tuple[float, float, bytes, int, int]], answers: Sequence[_Answer], matched: Matched | None
) -> tuple[Hit, ...]:
    hits: dict[int, Hit] = {}
    for part in {number for *_, number in page}:
        places = [place for place, hit in enumerate(page) if hit[-1] == part]
        assets = np.array([page[place][3] for place in places], np.int32)
        miles = answers[part].miles(assets)
        # A distance that is not known is not a number, and differs from itself.
        far = [round(m, 3) if m == m else None for m in miles.tolist()] if miles is not None else [None] * len(places)
        words = matched.words_in(part, assets) if matched else [()] * len(places)
        for place, away, found in zip(places, far, words, strict=True):
            _, score, identity, _, _ = page[place]
            hits[place] = Hit(identity.decode(), round(-score, 5), away, found)
    return tuple(hits[place] for place in range(len(page)))


def _together(every: Sequence[dict[str, dict[str, int]]], query: Query) -> dict[str, dict[str, int]]:
    if len(every) == 1:
        return every[0]
    summed: dict[str, dict[str, int]] = {facet: {} for facet in (*FACETS, *("distance",) * (query.near is not None))}
    for facets in every:
        for facet, counts in facets.items():
            for value, count in counts.items():
                summed[facet][value] = summed[facet].get(value, 0) + count
    return summed
