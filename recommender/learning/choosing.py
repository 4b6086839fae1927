"""Which weights shall stand: those set by hand, unless learnt ones are surely better on later outcomes than they learnt from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from recommender.learning.attention import steepness_of
from recommender.learning.comparing import CONFIDENCE, Comparison, compare
from recommender.learning.fitting import fitted, goodness
from recommender.learning.rows import Rows, rows_of
from recommender.outcomes import Outcome

LEAST_LISTS = 200
LEAST_TAKEN = 100
"""Lists that were shown, and suggestions that were taken from them, below which nothing is learnt."""
LEAST_LATER = 30
"""Suggestions taken that must be left to measure on."""
MOST_LISTS = 3_000
"""The latest lists are learnt from and measured on; what was before is another world."""
EARLIER = 0.6
"""The share of the lists that is learnt from; the later ones are measured on."""
SETTLES = timedelta(days=14)
"""So long it may take until it is known what became of a suggestion."""


@dataclass(frozen=True)
class Choice:
    """`weights` shall stand; empty: those set by hand. `why` says it in a sentence."""

    weights: Mapping[str, float]
    why: str
    lists: int
    taken: int
    steepness: float | None = None
    proposed: Mapping[str, float] | None = None
    compared: Comparison | None = None


def settled(outcomes: Iterable[Outcome], today: date) -> list[Outcome]:
    """Those that were shown long enough ago to know what became of them."""
    return [one for one in outcomes if one.at <= today - SETTLES]


def choose_weights(outcomes: Iterable[Outcome], by_hand: Mapping[str, float], *, today: date) -> Choice:
    """The weights that these outcomes speak for. `by_hand` gives every signal its weight, together 1."""
    signals = tuple(by_hand)
    rows = rows_of(_latest(settled(outcomes, today)), signals)
    if rows.shown < LEAST_LISTS or rows.taken < LEAST_TAKEN:
        return _too_few(rows)
    earlier, later = _split(rows)
    if later.taken < LEAST_LATER or not earlier.taken:
        return _too_few(rows)
    steepness = steepness_of(earlier, goodness)
    proposed = fitted(earlier, signals, by_hand, steepness)
    compared = compare(later, signals, by_hand, proposed, steepness)
    return Choice(
        weights=proposed if compared.is_better else {},
        why=_better(compared) if compared.is_better else _no_better(compared),
        lists=rows.shown,
        taken=rows.taken,
        steepness=steepness,
        proposed=proposed,
        compared=compared,
    )


def _latest(outcomes: list[Outcome]) -> list[Outcome]:
    """Those of the latest lists, in whole days."""
    days = sorted(at for at, _ in {(one.at, one.talk) for one in outcomes})
    return [one for one in outcomes if one.at >= days[-MOST_LISTS]] if len(days) > MOST_LISTS else outcomes


def _split(rows: Rows) -> tuple[Rows, Rows]:
    """(earlier, later) lists, parted between two days."""
    days = rows.days[np.unique(rows.lists, return_index=True)[1]]
    last = days[int(len(days) * EARLIER)]
    return rows.where(rows.days < last), rows.where(rows.days >= last)


def _too_few(rows: Rows) -> Choice:
    why = (
        f"Too little is known to learn from: lists shown {rows.shown} and suggestions taken up {rows.taken}, of at "
        f"least {LEAST_LISTS} and {LEAST_TAKEN}. The weights set by hand stand."
    )
    return Choice({}, why, rows.shown, rows.taken)


def _better(compared: Comparison) -> str:
    return f"The learnt weights stand: they are surely better on the later outcomes ({_figures(compared)})."


def _no_better(compared: Comparison) -> str:
    return f"The weights set by hand stand: the learnt ones are not surely better ({_figures(compared)})."


def _figures(compared: Comparison) -> str:
    return (
        f"{compared.learnt:.3f} beside {compared.by_hand:.3f}; {CONFIDENCE:.0%} interval of the difference "
        f"{compared.low:+.3f} to {compared.high:+.3f}"
    )
