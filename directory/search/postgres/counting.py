"""How many answers each further choice leads to, in SQL."""

from collections.abc import Sequence

from directory.search.document import AT_A_SITE, FACETS
from directory.search.postgres.limits import Limit
from directory.search.postgres.places import reach_of
from directory.search.postgres.sites import FACETS_THERE, AskedSites
from directory.search.query import DISTANCES, Query

FLAGS = "SELECT facet, value, chunk, bits FROM {}.flag WHERE facet = ANY(%(facets)s)"
ELSEWHERE = [facet for facet in FACETS if facet not in AT_A_SITE]


def counting_values(query: Query) -> dict[str, object]:
    """The values that counting needs. Days where parts of the day are asked for are not counted one by one."""
    paired = {"day": query.times_of_day, "time": query.days}
    return {
        "facets": [facet for facet in FACETS if not paired.get(facet)],
        "elsewhere": ELSEWHERE,
    } | {f"away_{miles}": reach_of(miles) for miles in DISTANCES}


def facets_limited(limits: Sequence[Limit]) -> list[str]:
    """The facets that are counted without their own limit."""
    return [facet for facet in FACETS if any(limit.facet == facet for limit in limits)]


def choices(query: Query, limits: Sequence[Limit], sites: AskedSites) -> str:
    """(facet, value, count) by the rows of bits in `fits`, and by `near_site` where sites are asked something."""
    paired = [facet for facet, others in (("day", query.times_of_day), ("time", query.days)) if others]
    flags = " UNION ALL ".join([FLAGS, *(_paired(facet) for facet in paired)])
    every = [_counted(flags, facets_limited(limits), "counted", "but")]
    if sites.asks:
        there = [facet for facet in facets_limited(limits) if facet not in AT_A_SITE]
        every.append(_counted(FLAGS.replace("facets", "elsewhere"), there, "visits", "visits_but"))
        every += [sites.choices(facet) for facet in FACETS_THERE]
    return f"SELECT facet, value, sum(count) AS count FROM ({' UNION ALL '.join(every)}) one GROUP BY facet, value"


def _counted(flags: str, limited: Sequence[str], bits: str, but: str) -> str:
    own = " ".join(f"WHEN '{facet}' THEN {but}_{facet}" for facet in limited)
    row = f"CASE facet {own} ELSE fits.{bits} END" if own else f"fits.{bits}"
    return (
        f"SELECT facet, value, sum(bit_count(flag.bits & {row})) AS count "
        f"FROM ({flags}) flag JOIN fits USING (chunk) GROUP BY facet, value"
    )


def _paired(facet: str) -> str:
    """Days where a part of the day is asked for, and the other way round: both hold of one session."""
    own, other, wanted = (1, 2, "times") if facet == "day" else (2, 1, "days")
    return (
        f"SELECT '{facet}', split_part(value, ' ', {own}), chunk, bit_or(bits) FROM {{}}.flag WHERE facet = 'when' "
        f"AND split_part(value, ' ', {other}) = ANY(%({wanted})s::text[]) GROUP BY 2, chunk"
    )


def distances(rows: str) -> str:
    """(value, count): how many of some rows, which say how far they are `away`, are within each distance."""
    counts = ", ".join(f"count(*) FILTER (WHERE away <= %(away_{miles})s) AS within_{miles}" for miles in DISTANCES)
    values = ", ".join(f"('{miles}', within_{miles})" for miles in DISTANCES)
    return (
        f"SELECT value, count FROM (SELECT {counts} FROM {rows}) one, LATERAL (VALUES {values}) of_each(value, count)"
    )
