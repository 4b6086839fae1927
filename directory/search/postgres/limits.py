"""What a question leaves out, as rows of bits; and what each further choice would leave."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import isnan

import numpy as np

from directory.clock import local_now
from directory.search.document import AT_A_SITE
from directory.search.may_be_open import may_be_open
from directory.search.postgres.preparing import key_of
from directory.search.postgres.server import sayable
from directory.search.postgres.tables import BITS
from directory.search.query import Query
from directory.search.words import words_of

NONE = f"B'0'::bit({BITS})"
"""A row of bits of which none is set."""

FLAGGED = "SELECT chunk, bit_or(bits) AS bits FROM {}.flag WHERE "
WORD = 64
AS_BITS = f"""
WITH word AS (SELECT number / {WORD} AS place, bit_or(1::bigint << ({WORD - 1} - mod(number, {WORD}))) AS word
              FROM (NUMBERS) one GROUP BY place),
chunk AS (SELECT DISTINCT place / {BITS // WORD} AS chunk FROM word),
every AS (SELECT place, word FROM word UNION ALL
          SELECT chunk * {BITS // WORD} + place, 0 FROM chunk, generate_series(0, {BITS // WORD - 1}) place)
SELECT place / {BITS // WORD} AS chunk,
       ('x' || string_agg(lpad(to_hex(word), {WORD // 4}, '0'), '' ORDER BY place))::bit({BITS}) AS bits
FROM (SELECT place, bit_or(word) AS word FROM every GROUP BY place) one GROUP BY chunk
"""
"""A row of bits for numbers of assets, a whole number of them at a time."""


@dataclass(frozen=True)
class Limit:
    """Some assets: `rows` says in SQL their rows of bits. `facet` is named where any of its values is enough: it does
    not narrow itself.
    """

    facet: str | None
    rows: str
    values: dict[str, object]
    name: str = ""
    leaves_out: bool = False
    """Whether these are what no answer is."""
    at_a_site: bool = False
    """Whether it is asked of one site, not of the asset."""


def as_bits(numbers: str) -> str:
    """The rows of bits of the assets whose `number` a statement gives."""
    return AS_BITS.replace("NUMBERS", numbers)


def limits_of(query: Query) -> list[Limit]:
    """Every limit but those of words and distance, each with a name, and its values under names that begin so."""
    return [_named(limit, f"limit_{number}") for number, limit in enumerate(_limits(query))]


def _named(limit: Limit, name: str) -> Limit:
    values = {f"{name}_{key}": value for key, value in limit.values.items()}
    return replace(limit, name=name, rows=limit.rows.replace("%(", f"%({name}_"), values=values)


def _limits(query: Query) -> Iterator[Limit]:
    for facet, wanted in query.any_of.items():
        yield _flagged(facet, facet, wanted)
    if query.days and query.times_of_day:
        # Tuesday mornings and Thursday evenings are no Tuesday evenings.
        yield _flagged("when", "when", pairs_of(query.days, query.times_of_day))
    for feature in query.access:
        yield _flagged(None, "access", [feature])
    if query.free:
        yield _flagged("cost", "free", ["yes"])
    if query.max_cost is not None:
        yield _cheap(query.max_cost)
    if query.gender is not None:
        yield _flagged(None, "gender", [query.gender])
    if query.open_now:
        yield _any_flag(may_be_open(local_now()))
    if query.among is not None:
        yield _among(query.among)
    for phrases, leaves_out in ((query.phrases, False), (query.without, True)):
        for phrase in phrases:
            if stems := [word.stem for word in words_of(phrase)]:
                yield _phrase(stems, leaves_out=leaves_out)
    if query.age is not None and not isnan(query.age):
        yield _other_ages(query.age)


def _flagged(facet: str | None, of: str, wanted: Iterable[str]) -> Limit:
    rows = FLAGGED + "facet = %(facet)s AND value = ANY(%(values)s::text[]) GROUP BY chunk"
    return Limit(facet, rows, {"facet": of, "values": sayable(wanted)}, at_a_site=of in AT_A_SITE)


def _any_flag(flags: Sequence[str]) -> Limit:
    rows = FLAGGED + "(facet, value) IN (SELECT * FROM unnest(%(facets)s::text[], %(values)s::text[])) GROUP BY chunk"
    facets, values = zip(*(flag.split(":", 1) for flag in flags), strict=True)
    return Limit(None, rows, {"facets": list(facets), "values": list(values)})


def _among(asset_ids: Sequence[str]) -> Limit:
    numbers = "SELECT number FROM {}.asset WHERE id = ANY(%(ids)s::text[])"
    return Limit(None, as_bits(numbers), {"ids": sayable(asset_ids)})


def _cheap(pounds: float) -> Limit:
    """What says no price is left out."""
    rows = FLAGGED + "CASE WHEN facet = 'price' THEN value::float8 <= %(pounds)s END GROUP BY chunk"
    return Limit("cost", rows, {"pounds": -1.0 if isnan(pounds) else float(np.float32(pounds))})


def _phrase(stems: Sequence[str], *, leaves_out: bool) -> Limit:
    having = (
        "SELECT number FROM {}.posting, unnest(assets) number WHERE stem = ANY(%(keys)s::bigint[]) "
        "GROUP BY number HAVING count(*) = %(count)s"
    )
    numbers = (
        "SELECT number FROM (" + having + ") having_all JOIN {}.said USING (number) WHERE strpos(stems, %(phrase)s) > 0"
    )
    keys = list({key_of(stem) for stem in stems})
    values = {"keys": keys, "count": len(keys), "phrase": f" {' '.join(stems)} "}
    return Limit(None, as_bits(numbers), values, leaves_out=leaves_out)


def _other_ages(age: float) -> Limit:
    """What nobody states an age of stays in."""
    others = "facet = 'youngest' AND value::float8 > %(age)s OR facet = 'oldest' AND value::float8 < %(age)s"
    cautious = "CASE WHEN facet IN ('youngest', 'oldest') THEN " + others + " END"
    return Limit(None, FLAGGED + cautious + " GROUP BY chunk", {"age": age}, leaves_out=True)


def pairs_of(days: Iterable[str], parts: Sequence[str]) -> list[str]:
    """The values of "when" of which one is enough to be on one of the days in one of the parts of a day."""
    return [f"{day} {part}" for day in days for part in parts]


def left(limits: Sequence[Limit], but: str | None = None) -> str:
    """The bits that all limits leave, or all but those of one facet, of the row of `here` and their own."""
    freed = {but, "when"} if but in ("day", "time") else {but}
    bits = ["here.bits"]
    for limit in limits:
        if limit.facet is None or limit.facet not in freed:
            row = f"coalesce({limit.name}.bits, {NONE})"
            bits.append(f"~{row}" if limit.leaves_out else row)
    return " & ".join(bits)
