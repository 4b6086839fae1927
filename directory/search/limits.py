"""What a question leaves out, and what each further choice would leave: masks over the columns."""

from collections.abc import Iterator

import numpy as np

from directory.search.columns import Bools, Columns, Floats
from directory.search.document import FACETS
from directory.search.query import Query

Limit = tuple[str | None, Bools]


def limits_of(query: Query, columns: Columns) -> list[Limit]:
    """(facet, mask) for every limit but the distance; a facet is named where any of its values is enough."""
    return list(_limits(query, columns))


def _limits(query: Query, columns: Columns) -> Iterator[Limit]:
    yield None, columns.live
    alternatives = {
        "need": query.needs,
        "attending": query.attending,
        "language": [code.lower() for code in query.languages],
        "sector": query.sectors,
        "audience": query.audiences,
    }
    for facet, wanted in alternatives.items():
        if wanted:
            yield facet, columns.having_any(f"{facet}:{value}" for value in wanted)
    yield from _times(query, columns)
    required = [f"access:{feature}" for feature in query.access]
    required += ["free:yes"] * query.free + [f"gender:{query.gender}"] * (query.gender is not None)
    yield from ((None, columns.having(flag)) for flag in required)
    if query.age is not None:
        # NaN, where nobody states an age, compares false: it stays in.
        yield None, ~((columns.minimum_ages > query.age) | (columns.maximum_ages < query.age))


def _times(query: Query, columns: Columns) -> Iterator[Limit]:
    if query.days:
        yield "day", columns.having_any(f"day:{day}" for day in query.days)
    if query.times_of_day:
        yield "time", columns.having_any(f"time:{part}" for part in query.times_of_day)
    if query.days and query.times_of_day:
        pairs = [f"when:{day} {part}" for day in query.days for part in query.times_of_day]
        yield "when", columns.having_any(pairs)


def within(query: Query, miles: Floats | None) -> Bools | None:
    """Which are near enough; None when nothing is asked."""
    if miles is None or query.within_miles is None:
        return None
    return np.less_equal(miles, query.within_miles)


def everything(limits: list[Limit], but: str | None = None) -> Bools:
    """What is left by all limits, or by all but those of one facet."""
    freed = {but, "when"} if but in ("day", "time") else {but}
    left: Bools = np.logical_and.reduce([mask for facet, mask in limits if facet is None or facet not in freed])
    return left


def facets_of(query: Query, columns: Columns, limits: list[Limit]) -> dict[str, dict[str, int]]:
    """For each facet its values and how many assets each leads to; values that lead to none are left out."""
    limited = {facet for facet, _ in limits}
    plain = columns.counts(everything(limits))
    counted: dict[str, dict[str, int]] = {}
    for facet in FACETS:
        counts = columns.counts(everything(limits, but=facet)) if facet in limited else plain
        counted[facet] = {
            flag.partition(":")[2]: int(count)
            for flag, count in zip(columns.flags, counts, strict=True)
            if count and flag.startswith(f"{facet}:")
        }
    return counted | _paired(query, columns, limits, counted)


def _paired(
    query: Query, columns: Columns, limits: list[Limit], counted: dict[str, dict[str, int]]
) -> dict[str, dict[str, int]]:
    """Days where a part of the day is asked for, and the other way round: both hold of one session."""
    paired: dict[str, dict[str, int]] = {}
    for facet, others in (("day", query.times_of_day), ("time", query.days)):
        if others:
            left = everything(limits, but=facet)
            exact = {value: _together(columns, left, facet, value, others) for value in counted[facet]}
            paired[facet] = {value: count for value, count in exact.items() if count}
    return paired


def _together(columns: Columns, left: Bools, facet: str, value: str, others: tuple[str, ...]) -> int:
    flags = [f"when:{value} {other}" if facet == "day" else f"when:{other} {value}" for other in others]
    return int(np.count_nonzero(left & columns.having_any(flags)))
