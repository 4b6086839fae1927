"""Judges pairs of records, many at a time."""

from collections.abc import Sequence

import numpy as np

from directory.matching.comparisons import compare_all
from directory.matching.frequencies import NameFrequencies
from directory.matching.judgement import Decision, Judgement
from directory.matching.model import PERHAPS, SAME, MatchModel
from directory.matching.names import Floats
from directory.matching.pairs import Columns, Pairs
from directory.matching.prepared import prepare
from directory.matching.reasons import reasons_of
from directory.matching.record import MatchRecord

Couple = tuple[MatchRecord, MatchRecord]


class Matcher:
    """Knows how to weigh (`model`) and how common words are in the names of the data (`frequencies`)."""

    def __init__(self, model: MatchModel, frequencies: NameFrequencies) -> None:
        self.model = model
        self.frequencies = frequencies

    def judge(self, pairs: Sequence[Couple]) -> list[Judgement]:
        """A judgement on each pair, in their order. Many at once are much quicker than one by one."""
        compared = compared_pairs(pairs, self.frequencies)
        found = zip(self.model.probabilities(compared).tolist(), compared, strict=True)
        return [Judgement(probability, decided(probability), _reasons(probability, row)) for probability, row in found]


def decided(probability: float, threshold: float = SAME) -> Decision:
    """`same` from the threshold on, `perhaps` somewhat below it."""
    if probability >= threshold:
        return Decision.SAME
    return Decision.PERHAPS if probability >= min(PERHAPS, threshold) else Decision.DIFFERENT


def compared_pairs(pairs: Sequence[Couple], frequencies: NameFrequencies | None = None) -> Floats:
    """A row of comparisons for each pair; the names of the pairs themselves give the frequencies when none are known."""
    places: dict[MatchRecord, int] = {}
    left = [places.setdefault(one, len(places)) for one, _ in pairs]
    right = [places.setdefault(other, len(places)) for _, other in pairs]
    known = frequencies or NameFrequencies.of(record.name for record in places)
    columns = Columns([prepare(record) for record in places], known, whole=False)
    return compare_all(Pairs(columns, np.array(left, dtype=np.int64), np.array(right, dtype=np.int64)))


def _reasons(probability: float, compared: Floats) -> tuple[str, ...]:
    return reasons_of(compared) if probability >= PERHAPS / 10 else ()
