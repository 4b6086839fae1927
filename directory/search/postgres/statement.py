"""One question as one statement: hits, counts beside the filters and totals are of the same moment."""

from math import nan

from directory.clock import today
from directory.kinds import FROM_HOME
from directory.search.postgres.asking import Asked
from directory.search.postgres.counting import choices, counting_values, distances, facets_limited
from directory.search.postgres.limits import FLAGGED, NONE, as_bits, left, limits_of
from directory.search.postgres.matching import Matching
from directory.search.postgres.ordering import Ordering
from directory.search.postgres.places import AWAY, reach_of, to_nearest, vector, within
from directory.search.postgres.server import sayable
from directory.search.postgres.sites import AskedSites
from directory.search.postgres.tables import BITS
from directory.search.query import Query

HERE = "{}.flag here"
IS_LEFT = f"JOIN fits ON chunk = number / {BITS} AND get_bit(fits.any, mod(number, {BITS})) = 1"
"""Only what all limits leave but those of words and distance."""


class Statement:
    """`text` with {} for where the tables are, and its `values`; its rows are (kind, text, text, number, number).

    hit: id, its stems, score, miles; count: facet, value, how many; total and anywhere: how many. `varied` says whether
    any asset is not the same at each of its venues.
    """

    def __init__(self, query: Query, asked: Asked | None, *, varied: bool) -> None:
        self._query, self._asked = query, asked
        self._within = query.near is not None and query.within_miles is not None
        self._limits = limits_of(query)
        self._sites = AskedSites(query, varied=varied)
        self._fitting = self._sites.fitting() if self._sites.asks else "true"
        self._every = [*self._limits, *([self._sites.limit()] if self._sites.asks else [])]
        self._parts: dict[str, str] = {}
        self.values = self._values()
        self._match()
        self._limit()
        self._answer()

    @property
    def text(self) -> str:
        named = ", ".join(f"{name} AS MATERIALIZED ({part})" for name, part in self._parts.items())
        return f"WITH {named} {self._rows}"

    def _values(self) -> dict[str, object]:
        query = self._query
        values: dict[str, object] = {
            "today": today().toordinal(),
            "times": sayable(query.times_of_day),
            "days": sayable(query.days),
            "placeless": [str(way) for way in FROM_HOME],
            "within": reach_of(nan if query.within_miles is None else query.within_miles),
        }
        if query.near:
            values |= vector(query.near)
        for limit in self._every:
            values |= limit.values
        return values | counting_values(query) | self._sites.values

    def _match(self) -> None:
        """`base` has the assets that the words or the distance leave; where a place is given, all that is known of them
        and how far they are.
        """
        query = self._query
        if self._asked:
            matching = Matching(self._asked)
            self._parts |= matching.parts
            self.values |= matching.values
            if query.near:
                away = to_nearest(self._fitting)
                self._parts["base"] = f"SELECT asset.*, text, {away} AS away FROM worth JOIN {{}}.asset USING (number)"
            else:
                self._parts["base"] = self._parts.pop("worth")
        elif query.near and query.within_miles is not None:
            close, values = within(query.near, query.within_miles, self._fitting)
            self._parts["base"] = (
                f"SELECT asset.*, 1::float8 AS text, away FROM ({close}) close JOIN {{}}.asset USING (number)"
            )
            self.values |= values

    def _limit(self) -> None:
        """`fits` has, as rows of bits, what all limits leave (`bits`), what all but words and distance do (`any`), and
        what is counted.
        """
        rows, worth = HERE, ""
        for limit in self._every:
            self._parts[limit.name] = limit.rows
            rows += f" LEFT JOIN {limit.name} USING (chunk)"
        if self._within or self._asked:
            near = " WHERE away <= %(within)s" if self._within and self._asked else ""
            self._parts["close"] = as_bits(f"SELECT number FROM base{near}")
            rows += " LEFT JOIN close USING (chunk)"
            worth = f" & coalesce(close.bits, {NONE})"
        columns = [f"{left(self._every)}{worth} AS bits", f"{left(self._every)} AS any"]
        if self._within and not self._asked:
            self._parts["placeless"] = FLAGGED + "facet = 'attending' AND value = ANY(%(placeless)s) GROUP BY chunk"
            rows += " LEFT JOIN placeless USING (chunk)"
            far = f"~coalesce(close.bits, {NONE}) & coalesce(placeless.bits, {NONE})"
            columns.append(f"{left(self._every)} & {far} AS far")
        if self._query.counting:
            rows += self._count(columns, worth)
        self._parts["fits"] = f"SELECT chunk, {', '.join(columns)} FROM {rows} WHERE here.facet = 'here'"

    def _count(self, columns: list[str], worth: str) -> str:
        """Add what is counted to the columns; the rows that they need besides."""
        rows = ""
        if self._sites.asks:
            # What is not the same at each of its venues is counted by them.
            self._parts["several"] = FLAGGED + "facet = 'varied' GROUP BY chunk"
            rows = " LEFT JOIN several USING (chunk)" + self._count_sites(columns)
            worth += f" & ~coalesce(several.bits, {NONE})"
        columns.append(f"{left(self._limits)}{worth} AS counted")
        columns += [f"{left(self._limits, facet)}{worth} AS but_{facet}" for facet in facets_limited(self._limits)]
        return rows

    def _count_sites(self, columns: list[str]) -> str:
        elsewhere = [limit for limit in self._limits if not limit.at_a_site]
        conditions = [f"{AWAY.format(of='')} <= %(within)s"] * self._within
        conditions += ["(asset IN (SELECT number FROM base)) IS TRUE"] * (self._asked is not None)
        self._parts["site_near"] = (
            f"SELECT asset, flags, {self._fitting} AS fitting FROM {{}}.site WHERE {' AND '.join(conditions or ['true'])}"
        )
        self._parts["visited"] = as_bits("SELECT asset AS number FROM site_near WHERE fitting")
        visited = f"coalesce(visited.bits, {NONE})"
        columns += [f"{left(elsewhere)} & {visited} AS visits", f"{left(elsewhere)} AS elsewhere"]
        columns += [f"{left(elsewhere, one)} & {visited} AS visits_but_{one}" for one in facets_limited(elsewhere)]
        return " LEFT JOIN visited USING (chunk)"

    def _answer(self) -> None:
        rows = ["SELECT 'total', NULL, NULL, coalesce(sum(bit_count(bits)), 0)::float8, NULL::float8 FROM fits"]
        if self._query.counting:
            rows += self._counts()
        if self._within:
            rows.append(f"SELECT 'anywhere', NULL, NULL, ({self._anywhere()})::float8, NULL")
        if self._query.limit > 0:
            narrowed = bool(self._every) or (self._within and self._asked is not None)
            based = "base" in self._parts
            ordering = Ordering(self._query, self._asked, self._fitting, based=based, narrowed=narrowed)
            self._parts |= ordering.parts
            self.values |= ordering.values
            rows.append("SELECT 'hit', id, stems, score, miles FROM page JOIN {}.said USING (number)")
        self._rows = " UNION ALL ".join(rows)

    def _counts(self) -> list[str]:
        rows = ["SELECT 'count', facet, value, count::float8, NULL FROM choices WHERE count > 0"]
        if self._sites.asks:
            self._parts["near_site"] = (
                f"SELECT asset, flags, get_bit(fits.elsewhere, mod(asset, {BITS})) = 1 AS elsewhere "
                f"FROM site_near JOIN fits ON chunk = asset / {BITS}"
            )
        self._parts["choices"] = choices(self._query, self._limits, self._sites)
        if self._query.near:
            is_left = IS_LEFT if self._every else ""
            measured = f"base {is_left}"
            if not self._asked:
                measured = f"(SELECT {to_nearest(self._fitting)} AS away FROM {{}}.asset {is_left} OFFSET 0) one"
            self._parts["near"] = distances(measured)
            rows.append("SELECT 'count', 'distance', value, count::float8, NULL FROM near WHERE count > 0")
        return rows

    def _anywhere(self) -> str:
        if not self._asked:
            return "SELECT coalesce(sum(bit_count(far)), 0) FROM fits"
        farther = "(away IS NULL OR away > %(within)s)"
        return f"SELECT count(*) FROM base {IS_LEFT} WHERE anywhere AND {farther}"
