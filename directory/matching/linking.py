"""Which records of two files, or of one, describe the same."""

from collections.abc import Callable, Sequence

import numpy as np

from directory.matching.candidates import candidate_pairs
from directory.matching.clusters import joined
from directory.matching.comparisons import compare_all
from directory.matching.competition import contested
from directory.matching.frequencies import NameFrequencies
from directory.matching.judgement import Pair
from directory.matching.matcher import decided
from directory.matching.model import PERHAPS, SAME, MatchModel
from directory.matching.names import Floats, Ints
from directory.matching.pairs import Columns, Pairs
from directory.matching.prepared import prepare
from directory.matching.reasons import reasons_of
from directory.matching.record import MatchRecord

BLOCK = 200_000
"""Pairs compared at a time, so that memory stays flat."""
CARE = 3.0
"""How much less likely, in log odds, two records of one keeper are the same than two of different keepers."""
Progress = Callable[[int, int], None]


def match(
    left: Sequence[MatchRecord],
    right: Sequence[MatchRecord] | None = None,
    *,
    model: MatchModel | None = None,
    threshold: float | None = None,
    progress: Progress | None = None,
) -> list[Pair]:
    """The pairs that are `same` or `perhaps`, the most probable first; of one file with itself when `right` is None.

    `threshold` is the lowest probability that is `same`; `progress` is told how many pairs are compared, of how many.
    """
    records = [*left, *(right or [])]
    prepared = [prepare(record) for record in records]
    columns = Columns(prepared, NameFrequencies.of(record.name for record in records))
    ones, others = candidate_pairs(prepared, None if right is None else len(left))
    knows = model or MatchModel.shipped()

    def judge(one: Ints, other: Ints) -> Floats:
        return knows.probabilities(compare_all(Pairs(columns, one, other)))

    found = np.concatenate([np.empty(0), *_in_blocks(judge, ones, others, progress)])
    found = contested(ones, others, found, judge, 0.0 if right is None else CARE)
    if right is None:
        ones, others, found = joined(ones, others, found, SAME if threshold is None else threshold)
    return _told(records, columns, ones, others, found, SAME if threshold is None else threshold)


def _in_blocks(
    judge: Callable[[Ints, Ints], Floats], ones: Ints, others: Ints, progress: Progress | None
) -> list[Floats]:
    blocks = []
    for start in range(0, len(ones), BLOCK):
        blocks.append(judge(ones[start : start + BLOCK], others[start : start + BLOCK]))
        if progress:
            progress(min(start + BLOCK, len(ones)), len(ones))
    return blocks


def _told(
    records: Sequence[MatchRecord], columns: Columns, ones: Ints, others: Ints, found: Floats, threshold: float
) -> list[Pair]:
    rows = np.flatnonzero(found >= min(PERHAPS, threshold))
    told = zip(ones[rows].tolist(), others[rows].tolist(), found[rows].tolist(), strict=True)
    kept = [(*both, probability, decided(probability, threshold)) for *both, probability in told]
    kept.sort(key=lambda each: (-each[2], records[each[0]].id, records[each[1]].id))
    places = np.array([each[:2] for each in kept], dtype=np.int64).reshape(-1, 2)
    compared = compare_all(Pairs(columns, places[:, 0], places[:, 1]))
    return [
        Pair(records[one].id, records[other].id, probability, decision, reasons_of(values))
        for (one, other, probability, decision), values in zip(kept, compared, strict=True)
    ]
