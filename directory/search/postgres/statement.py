"""One question as one statement: hits, counts beside the filters and totals are of the same moment."""

from math import isnan

from directory.clock import today
from directory.search.document import ANYWHERE
from directory.search.postgres.asking import Asked
from directory.search.postgres.limits import (
    FLAGGED,
    NONE,
    as_bits,
    choices,
    counted_facets,
    facets_limited,
    left,
    limits_of,
)
from directory.search.postgres.matching import Matching
from directory.search.postgres.ordering import Ordering
from directory.search.postgres.places import TO_NEAREST, within
from directory.search.postgres.preparing import HERE
from directory.search.postgres.server import sayable
from directory.search.postgres.tables import BITS
from directory.search.query import Query


class Statement:
    """`text` with {} for where the tables are, and its `values`; its rows are (kind, text, text, number, number).

    hit: id, its stems, score, miles; count: facet, value, how many; total and anywhere: how many.
    """

    def __init__(self, query: Query, asked: Asked | None) -> None:
        self._query, self._asked = query, asked
        self._near = query.near is not None
        self._within = query.near is not None and query.within_miles is not None
        self._limits = limits_of(query)
        self._parts: dict[str, str] = {}
        self.values: dict[str, object] = {
            "today": today().toordinal(),
            "facets": counted_facets(query),
            "times": sayable(query.times_of_day),
            "days": sayable(query.days),
            "anywhere": [str(way) for way in ANYWHERE],
        }
        self._match()
        self._limit()
        self._answer()

    @property
    def text(self) -> str:
        named = ", ".join(f"{name} AS MATERIALIZED ({part})" for name, part in self._parts.items() if name != "rows")
        return f"WITH {named} {self._parts['rows']}"

    def _match(self) -> None:
        """`base` has the assets that the words or the distance leave, with their miles where a place is given."""
        query = self._query
        if query.near:
            self.values |= {"latitude": query.near.latitude, "longitude": query.near.longitude}
        # Nothing is within a distance that is no number.
        reach = -1.0 if query.within_miles is None or isnan(query.within_miles) else query.within_miles
        self.values["within"] = reach
        if self._asked:
            matching = Matching(self._asked)
            self._parts |= matching.parts
            self.values |= matching.values
            miles, places = ("NULL::float8", "")
            if self._near:
                miles, places = TO_NEAREST, " JOIN {}.asset USING (number)"
            self._parts["base"] = f"SELECT number, text, {miles} AS miles FROM worth{places}"
        elif query.near and self._within:
            close, values = within(query.near, reach)
            self._parts["base"] = f"SELECT number, 1::float8 AS text, miles FROM ({close}) close"
            self.values |= values

    def _limit(self) -> None:
        """`fits` has what all limits leave (`bits`), what all but words and distance do (`any`), and for each facet
        that is limited what all but its own do.
        """
        self.values |= {"here": HERE[0]}
        rows = "{}.flag here"
        for number, limit in enumerate(self._limits):
            self._parts[f"limit_{number}"] = limit.rows.replace("%(", f"%(limit_{number}_")
            self.values |= {f"limit_{number}_{name}": value for name, value in limit.values.items()}
            rows += f" LEFT JOIN limit_{number} USING (chunk)"
        worth = ""
        if "base" in self._parts:
            close = " WHERE miles <= %(within)s" if self._within and self._asked else ""
            self._parts["close"] = as_bits(f"SELECT number FROM base{close}")
            rows += " LEFT JOIN close USING (chunk)"
            worth = f" & coalesce(close.bits, {NONE})"
        columns = [f"{left(self._limits)}{worth} AS bits", f"{left(self._limits)} AS any"]
        columns += [f"{left(self._limits, facet)}{worth} AS but_{facet}" for facet in facets_limited(self._limits)]
        if self._within and not self._asked:
            self._parts["placeless"] = FLAGGED + "facet = 'attending' AND value = ANY(%(anywhere)s) GROUP BY chunk"
            rows += " LEFT JOIN placeless USING (chunk)"
            columns.append(
                f"{left(self._limits)} & ~coalesce(close.bits, {NONE}) & coalesce(placeless.bits, {NONE}) AS far"
            )
        self._parts["fits"] = f"SELECT chunk, {', '.join(columns)} FROM {rows} WHERE here.facet = %(here)s"

    def _answer(self) -> None:
        rows = [
            "SELECT 'total', NULL, NULL, coalesce(sum(bit_count(bits)), 0)::float8, NULL::float8 FROM fits",
            "SELECT 'count', facet, value, count::float8, NULL FROM choices WHERE count > 0",
        ]
        self._parts["choices"] = choices(self._query, self._limits)
        if self._within:
            rows.append(f"SELECT 'anywhere', NULL, NULL, ({self._anywhere()})::float8, NULL")
        if self._query.limit > 0:
            self._rank()
            rows.append("SELECT 'hit', id, stems, score, miles FROM page JOIN {}.said USING (number)")
        self._parts["rows"] = " UNION ALL ".join(rows)

    def _anywhere(self) -> str:
        if not self._asked:
            return "SELECT coalesce(sum(bit_count(far)), 0) FROM fits"
        return (
            "SELECT count(*) FROM base JOIN {}.asset USING (number) "
            f"JOIN fits ON chunk = number / {BITS} WHERE anywhere AND (miles IS NULL OR miles > %(within)s) "
            f"AND get_bit(fits.any, mod(number, {BITS})) = 1"
        )

    def _rank(self) -> None:
        ordering = Ordering(self._query, self._asked, based="base" in self._parts, narrowed=self._is_narrowed())
        self._parts |= ordering.parts
        self.values |= ordering.values

    def _is_narrowed(self) -> bool:
        return bool(self._limits) or (self._within and self._asked is not None)
