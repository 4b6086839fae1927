"""In SQL: the best answers of all, in order, as many as a page needs."""

from directory.search.postgres.asking import Asked
from directory.search.postgres.formula import rounded, standing
from directory.search.postgres.places import miles_of, to_nearest, within
from directory.search.postgres.tables import BITS
from directory.search.query import Query, Sort
from directory.search.ranking import BANDS

LOOKED_THROUGH = 200
"""The best so many are looked through for words that are neighbours."""

AROUND, LESS = BANDS[3]
"""Where only a place is given: miles around it in which nearly always is enough, and the most that counts what is farther."""


LIKELY = 1_000
"""Where only words are given: so many that have most of them, for what else counts only makes a score less."""


class Ordering:
    """The parts of a statement that end with `page` (number, id, miles, score), and the values that they need.

    `based` when `base` has all that is to be ordered, `narrowed` when `fits` leaves some of that out.
    """

    def __init__(self, query: Query, asked: Asked | None, fitting: str, *, based: bool, narrowed: bool) -> None:
        """`fitting` says of a site whether it has what is asked of one."""
        self._query, self._near, self._site_fits = query, query.near is not None, fitting
        self._pairs = asked.pairs if asked else ()
        start = max(0, query.offset)
        needed = start + query.limit
        self.values: dict[str, object] = {
            "offset": start,
            "limit": query.limit,
            "needed": max(needed, LOOKED_THROUGH) if self._pairs else needed,
        }
        self.parts: dict[str, str] = {}
        self._fitting = f" JOIN fits ON chunk = number / {BITS} AND get_bit(fits.bits, mod(number, {BITS})) = 1"
        if not narrowed:
            self._fitting = ""
        self._nearest_first = query.sort is Sort.NEAREST and self._near
        first = "miles NULLS LAST, " if self._nearest_first else ""
        every = self._of_base() if based else self._of_all()
        self.parts["ranked"] = f"SELECT * FROM ({every}) one ORDER BY {first}score DESC, id LIMIT %(needed)s"
        self.parts["page"] = (
            f"SELECT number, id, miles, {self._lifted()} AS score FROM ranked {self._looked_through()}"
            f"ORDER BY {first}score DESC, id LIMIT %(limit)s OFFSET %(offset)s"
        )

    def _of(self, rows: str, text: str = "1::float8") -> str:
        """Each with its score."""
        worth = standing(near=self._near, aged=self._query.age is not None)
        miles = miles_of("away") if self._near else "NULL::float8"
        known = f"number, id, assured, paused, anywhere, unsaid, {text} AS text, {miles} AS miles"
        # Without OFFSET the distance would be worked out wherever it is spoken of.
        each = f"SELECT *, {worth} AS standing FROM (SELECT {known} FROM {rows} OFFSET 0) one"
        return f"SELECT number, id, miles, standing, {rounded('standing * text')} AS score FROM ({each}) one"

    def _of_all(self) -> str:
        if not self._query.near:
            return self._of("{}.asset" + self._fitting)
        away = to_nearest(self._site_fits)
        every = self._of(f"(SELECT asset.*, {away} AS away FROM {{}}.asset{self._fitting} OFFSET 0) asset")
        close, values = within(self._query.near, AROUND, self._site_fits)
        self.values |= values
        self.parts["around"] = self._of(f"({close}) close JOIN {{}}.asset USING (number)" + self._fitting)
        better = "true" if self._nearest_first else f"score > {LESS}"
        return self._enough(f"SELECT count(*) FROM around WHERE {better}", every)

    def _of_base(self) -> str:
        if self._near:
            return self._of("base" + self._fitting, "text")
        known = " JOIN {}.asset USING (number)" + self._fitting
        self.parts["likely"] = f"SELECT number, text FROM base ORDER BY text DESC LIMIT {LIKELY}"
        self.parts["around"] = self._of("likely" + known, "text")
        rest = f"(SELECT CASE count(*) WHEN {LIKELY} THEN min(text) ELSE -1 END FROM likely)"
        # A hair more, for scores are rounded.
        better = f"SELECT count(*) FROM around WHERE score > {rest} + 0.00001"
        return self._enough(
            f"SELECT CASE WHEN {rest} < 0 THEN %(needed)s ELSE ({better}) END", self._of("base" + known, "text")
        )

    def _enough(self, count: str, every: str) -> str:
        """Those `around`, or every one where fewer than needed are surely better than all others."""
        self.parts["enough"] = f"SELECT ({count}) >= %(needed)s AS enough"
        is_enough = "(SELECT enough FROM enough)"
        return f"SELECT * FROM around WHERE {is_enough} UNION ALL SELECT * FROM ({every}) one WHERE NOT {is_enough}"

    def _lifted(self) -> str:
        """The score with what pairs of words count where they are neighbours."""
        lifts = []
        for number, (stems, worth) in enumerate(self._pairs):
            self.values |= {f"pair_{number}": f" {stems} ", f"pair_worth_{number}": worth}
            lift = rounded(f"standing * %(pair_worth_{number})s")
            lifts.append(f"CASE WHEN strpos(stems, %(pair_{number})s) > 0 THEN {lift} ELSE 0 END")
        return " + ".join(["score", *lifts])

    def _looked_through(self) -> str:
        return "JOIN {}.said USING (number) " if self._pairs else ""
