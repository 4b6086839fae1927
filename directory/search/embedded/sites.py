"""Assets with several sites: a Tuesday at one and step-free access at another are no step-free Tuesday."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np

from directory.search.document import AT_A_SITE, FACETS
from directory.search.embedded.distances import close_sites
from directory.search.embedded.limits import Counting, Limit, all_of, pairs_of, row_of_assets
from directory.search.embedded.part import NOTHING, Assets, Bits, Part, has_bit
from directory.search.embedded.ragged import Bools
from directory.search.query import Query


class AskedSites:
    """What a question asks of one site, and the sites of a part that have it."""

    def __init__(self, query: Query, part: Part) -> None:
        self._query, self._part, self._assets = query, part, part.file["site_asset"]
        self._close: Bools | None = None
        if query.near and query.within_miles is not None:
            self._close = close_sites(query.near, query.within_miles, part)
        asked = query.days or query.times_of_day or query.access or self._close is not None
        self.asks = bool(asked and len(self._assets))
        """Whether it matters that what is asked holds at one site."""

    @cached_property
    def fitting(self) -> Bools | None:
        """The sites that have all that is asked, near or not; None: all."""
        return self.allowed() if self.asks else None

    def close_assets(self) -> Assets:
        """The assets that have a site which is near enough and has all that is asked; some more than once."""
        if self._close is None or self.fitting is None:
            return NOTHING
        return self._assets[self._close & self.fitting]

    def limits(self) -> Iterator[Limit]:
        """Leaves out assets that have several sites, of which none has all that is asked."""
        if self.fitting is not None:
            yield Limit(None, ~self._several | row_of_assets(self._part, self._assets[self.fitting]))

    def single(self) -> Limit:
        """Leaves out all assets that have several sites."""
        return Limit(None, ~self._several)

    def allowed(self, but: str | None = None) -> Bools:
        """The sites that have all that is asked, near enough or not; or all but that of one facet."""
        query = self._query
        allowed = np.ones(len(self._assets), bool)
        if query.days and but != "day":
            allowed &= self._having(f"day:{day}" for day in query.days)
        if query.times_of_day and but != "time":
            allowed &= self._having(f"time:{part}" for part in query.times_of_day)
        if query.days and query.times_of_day and but not in ("day", "time"):
            allowed &= self._having(pairs_of(query.days, query.times_of_day))
        for feature in query.access:
            allowed &= self._having([f"access:{feature}"])
        return allowed

    def add_to(self, counted: dict[str, dict[str, int]], limits: Sequence[Limit], worth: Assets | None) -> None:
        """Count these assets: `worth` are those that have enough of the words, None all; `limits` are all there are."""
        part, elsewhere = self._part, [limit for limit in limits if not limit.at_a_site]
        near = self._close if self._close is not None else np.ones(len(self._assets), bool)
        if worth is not None:
            near = near & has_bit(row_of_assets(part, worth), self._assets)
        for facet in set(FACETS) & set(AT_A_SITE):
            free = near & self.allowed(facet) & self._left(all_of(elsewhere, part))
            for value, flags in self._values(facet):
                if count := len(np.unique(self._assets[free & self._having(flags)])):
                    counted[facet][value] = counted[facet].get(value, 0) + count
        counting = Counting(part, np.unique(self._assets[near & self.allowed()]))
        for facet in FACETS:
            if facet not in AT_A_SITE:
                counting.add_to(counted, part.range_of(facet), all_of(elsewhere, part, but=facet))

    def _values(self, facet: str) -> Iterable[tuple[str, Sequence[str]]]:
        """Each value of a facet, and the flags of which a site must have one to have it."""
        first, last = self._part.range_of(facet)
        query = self._query
        for _, value in self._part.values[first:last]:
            if facet == "day" and query.times_of_day:
                yield value, pairs_of([value], query.times_of_day)
            elif facet == "time" and query.days:
                yield value, pairs_of(query.days, [value])
            else:
                yield value, [f"{facet}:{value}"]

    @cached_property
    def _several(self) -> Bits:
        return row_of_assets(self._part, self._assets)

    def _having(self, flags: Iterable[str]) -> Bools:
        return self._part.sites_having(flags)

    def _left(self, row: Bits | None) -> Bools:
        return np.ones(len(self._assets), bool) if row is None else has_bit(row, self._assets)
