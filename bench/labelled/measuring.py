"""Precision, recall and F1 of the pairs that were found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.labelled.sets import LabelledSet
from directory.matching.judgement import Decision, Pair


@dataclass(frozen=True)
class Score:
    """How many pairs were found rightly, found wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    @classmethod
    def sum(cls, scores: Iterable["Score"]) -> "Score":
        rows = [(score.right, score.wrong, score.missed) for score in scores]
        return cls(*(sum(column) for column in zip(*rows, strict=True)))


def counted(found: LabelledSet, pairs: Sequence[Pair]) -> Score:
    """The score of the decision `same`; in one file it does not matter which of a pair stands first."""
    return counted_ids(found, {(pair.left_id, pair.right_id) for pair in pairs if pair.decision == Decision.SAME})


def counted_ids(found: LabelledSet, said: set[tuple[str, str]]) -> Score:
    truth = found.truth
    if found.right is None:
        truth, said = ({(min(pair), max(pair)) for pair in pairs} for pairs in (truth, said))
    return Score(len(said & truth), len(said - truth), len(truth - said))
