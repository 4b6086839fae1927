"""One question as one statement: hits, counts beside the filters and totals are of the same moment."""

from math import cos, isfinite, isnan, radians

from directory.clock import today
from directory.geography import distance_miles
from directory.place import Place
from directory.search.document import ANYWHERE
from directory.search.postgres.asking import Asked
from directory.search.postgres.formula import miles_to, rounded, standing
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
from directory.search.postgres.preparing import HERE
from directory.search.postgres.tables import BITS
from directory.search.query import Query, Sort

LOOKED_THROUGH = 200
"""The best so many are looked through for words that are neighbours."""

DEGREE = distance_miles(Place(0.0, 0.0, ""), Place(1.0, 0.0, ""))
MOST_BOXED = 1_000
"""Miles beyond which nothing is gained by looking at a part of the map alone."""

FITS = f"get_bit(fits.bits, mod(number, {BITS})) = 1"


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
            "times": list(query.times_of_day),
            "days": list(query.days),
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
        if query.within_miles is not None:
            # Nothing is within a distance that is no number.
            self.values["within"] = -1.0 if isnan(query.within_miles) else query.within_miles
        if self._asked:
            matching = Matching(self._asked)
            self._parts |= matching.parts
            self.values |= matching.values
            miles = _to_nearest() if self._near else "NULL::float8"
            self._parts["base"] = f"SELECT number, text, {miles} AS miles FROM worth JOIN {{}}.asset USING (number)"
        elif self._within:
            inside = self._boxed()
            self._parts["base"] = (
                f"SELECT asset AS number, 1::float8 AS text, min(miles) AS miles FROM ("
                f"SELECT asset, {miles_to('latitude', 'longitude')} AS miles FROM {{}}.point WHERE {inside}) one "
                "WHERE miles <= %(within)s GROUP BY asset"
            )

    def _boxed(self) -> str:
        """What may be near enough, as a part of the map."""
        place, miles = self._query.near, self._query.within_miles
        if (
            place is None
            or miles is None
            or not (isfinite(miles) and 0 <= miles < MOST_BOXED and abs(place.latitude) < 80)
        ):
            return "true"
        high = miles / DEGREE + 1e-6
        wide = high / _least_cosine(place.latitude, high)
        self.values |= {
            "west": place.longitude - wide,
            "east": place.longitude + wide,
            "south": place.latitude - high,
            "north": place.latitude + high,
        }
        return "spot <@ box(point(%(west)s, %(south)s), point(%(east)s, %(north)s))"

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
            rows.append("SELECT 'hit', id, said, score, miles FROM page JOIN {}.asset USING (number)")
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
        """`page` has the hits, `ranked` as many as are needed to choose them."""
        query = self._query
        start = max(0, query.offset)
        self.values |= {"offset": start, "limit": query.limit, "needed": max(start + query.limit, LOOKED_THROUGH)}
        worth = standing(near=self._near, aged=query.age is not None)
        fitting = f" JOIN fits ON chunk = number / {BITS} AND {FITS}" if self._is_narrowed() else ""
        if "base" in self._parts:
            rows, text = "base JOIN {}.asset USING (number)" + fitting, "text"
        else:
            miles = _to_nearest() if self._near else "NULL::float8"
            # Without OFFSET the distance would be worked out wherever it is spoken of.
            rows = "(SELECT asset.*, " + miles + " AS miles FROM {}.asset" + fitting + " OFFSET 0) asset"
            text = "1::float8"
        first = "miles NULLS LAST, " if query.sort is Sort.NEAREST and self._near else ""
        self._parts["ranked"] = (
            f"SELECT number, id, miles, text, {rounded('standing * text')} AS score, standing FROM ("
            f"SELECT number, id, miles, {text} AS text, {worth} AS standing FROM {rows}) one "
            f"ORDER BY {first}score DESC, id LIMIT %(needed)s"
        )
        self._parts["page"] = (
            f"SELECT number, miles, {self._lifted()} AS score FROM ranked {self._looked_through()}"
            f"ORDER BY {first}score DESC, id LIMIT %(limit)s OFFSET %(offset)s"
        )

    def _is_narrowed(self) -> bool:
        return bool(self._limits) or (self._within and self._asked is not None)

    def _lifted(self) -> str:
        """The score with what pairs of words count where they are neighbours."""
        if not self._asked or not self._asked.pairs:
            return "score"
        lifts = []
        for number, (stems, worth) in enumerate(self._asked.pairs):
            self.values |= {f"pair_{number}": f" {stems} ", f"pair_worth_{number}": worth}
            lift = rounded(f"standing * %(pair_worth_{number})s")
            lifts.append(f"CASE WHEN strpos(said, %(pair_{number})s) > 0 THEN {lift} ELSE 0 END")
        return " + ".join(["score", *lifts])

    def _looked_through(self) -> str:
        if not self._asked or not self._asked.pairs:
            return ""
        return "JOIN (SELECT number, said FROM {}.asset) asset USING (number) "


def _to_nearest() -> str:
    """Miles from the place of the question to the nearest venue of an asset."""
    others = (
        "SELECT min(" + miles_to("point.latitude", "point.longitude") + ") FROM {}.point WHERE point.asset = number"
    )
    return f"CASE WHEN more THEN ({others}) ELSE {miles_to('asset.latitude', 'asset.longitude')} END"


def _least_cosine(latitude: float, around: float) -> float:
    """Of what is so many degrees around: there a degree of longitude is shortest."""
    return cos(radians(min(abs(latitude) + around, 89)))
