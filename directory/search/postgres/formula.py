"""The formula of `directory.search.ranking`, in SQL."""

from itertools import pairwise

from directory.freshness import HALF_LIFE_DAYS, UNKNOWN_SCORE
from directory.search.ranking import AGES_UNSAID, BANDS, LEAST_SURE, NEAR_ANYWHERE, NEAR_UNKNOWN, PAUSED

SURE = (
    f"({LEAST_SURE} + {1 - LEAST_SURE} * CASE WHEN assured IS NULL OR assured > %(today)s THEN {UNKNOWN_SCORE}::float8 "
    f"ELSE 0.5::float8 ^ ((%(today)s - assured)::float8 / {HALF_LIFE_DAYS}::float8) END)"
    f" * CASE WHEN paused THEN {PAUSED}::float8 ELSE 1 END"
)
FIT = f"CASE WHEN unsaid THEN {AGES_UNSAID}::float8 ELSE 1 END"


def _near() -> str:
    (nearest, best), *_ = BANDS
    *_, (_, last) = BANDS
    steps = [f"WHEN miles <= {nearest} THEN {best}"]
    for (start, worth), (stop, less) in pairwise(BANDS):
        steps.append(f"WHEN miles <= {stop} THEN {worth} + (miles - {start}) * {(less - worth) / (stop - start)!r}")
    unknown = f"WHEN miles IS NULL THEN CASE WHEN anywhere THEN {NEAR_ANYWHERE}::float8 ELSE {NEAR_UNKNOWN} END"
    return f"(CASE {unknown} {' '.join(steps)} ELSE {last} END)"


NEAR = _near()


def standing(*, near: bool, aged: bool) -> str:
    """What an answer counts besides its words: `near` where a place is given, `aged` where an age is."""
    return " * ".join([SURE, *([NEAR] if near else []), *([FIT] if aged else [])])


def rounded(score: str) -> str:
    """Scores that differ only by the order of addition are ties."""
    return f"(round(({score}) * 100000) / 100000)"
