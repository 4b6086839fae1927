"""Assets that are not the same at each of their venues: what is asked of a visit must hold at one of them, in SQL."""

from directory.search.document import AT_A_SITE, FACETS
from directory.search.postgres.limits import Limit, as_bits, pairs_of
from directory.search.postgres.server import sayable
from directory.search.query import Query

FACETS_THERE = [facet for facet in FACETS if facet in AT_A_SITE]


class AskedSites:
    """What a question asks of one site; `varied` whether any asset is not the same at each of its venues.

    `values` are those that its conditions need.
    """

    def __init__(self, query: Query, *, varied: bool) -> None:
        within = query.near is not None and query.within_miles is not None
        self.asks = varied and bool(query.days or query.times_of_day or query.access or within)
        """Whether it matters that what is asked holds at one site."""
        self._query = query
        asked = {
            "day": [f"day:{day}" for day in query.days],
            "time": [f"time:{part}" for part in query.times_of_day],
            "when": [f"when:{pair}" for pair in pairs_of(query.days, query.times_of_day)],
            "access": [f"access:{feature}" for feature in query.access],
        }
        self._asked = {facet: sayable(flags) for facet, flags in asked.items() if flags}
        self.values: dict[str, object] = {f"site_{facet}": flags for facet, flags in self._asked.items()}

    def fitting(self, but: str | None = None) -> str:
        """Whether a site (its `flags`) has all that is asked, near or not; or all but that of one facet."""
        freed = {but, "when"} if but in ("day", "time") else set()
        conditions = [
            f"flags {'@>' if facet == 'access' else '&&'} %(site_{facet})s::text[]"
            for facet in self._asked
            if facet not in freed
        ]
        return "(" + " AND ".join(conditions or ["true"]) + ")"

    def limit(self) -> Limit:
        """Leaves out assets of which no site has all that is asked."""
        unfit = f"SELECT asset AS number FROM {{}}.site GROUP BY asset HAVING NOT bool_or({self.fitting()})"
        return Limit(None, as_bits(unfit), {}, name="unfit", leaves_out=True)

    def choices(self, facet: str) -> str:
        """(facet, value, count) of the assets that `near_site` has, of one facet that may differ from site to site."""
        kind, value = facet, "split_part(flag, ':', 2)"
        wanted = ""
        if facet == "day" and self._query.times_of_day:
            kind, wanted = "when", f" AND split_part({value}, ' ', 2) = ANY(%(times)s::text[])"
            value = f"split_part({value}, ' ', 1)"
        elif facet == "time" and self._query.days:
            kind, wanted = "when", f" AND split_part({value}, ' ', 1) = ANY(%(days)s::text[])"
            value = f"split_part({value}, ' ', 2)"
        return (
            f"SELECT '{facet}', {value}, count(DISTINCT asset) FROM near_site, unnest(flags) flag "
            f"WHERE elsewhere AND {self.fitting(facet)} AND split_part(flag, ':', 1) = '{kind}'{wanted} GROUP BY 2"
        )
