"""How like our ten best are to those of the formula worked out for every asset, with nothing left out for speed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bench.rivals.catalogue import Stemmed
from bench.rivals.facts import certainty
from bench.rivals.question import SHOWN, Question
from bench.rivals.rival import Ask
from bench.rivals.textbook import frequencies
from directory.search.ranking import (
    FAINTLY,
    SATURATION,
    SIDE_BY_SIDE,
    TOGETHER,
    WORTH_SHOWING,
    rareness,
)
from directory.search.words import FAINT, words_of

SAME = 1e-3
"""As a part of the score: what differs by less is a tie, and either may come first."""


@dataclass
class Scored:
    """What an asset has of the stems of all questions. `beside` are pairs of them that are neighbours somewhere in it."""

    sure: float
    frequencies: dict[str, float]
    beside: set[tuple[str, str]] = field(default_factory=set)


class Formula:
    """`directory.search.ranking` in words of one syllable, for questions of words alone."""

    def __init__(self, every: Iterable[Stemmed], questions: Sequence[Question]) -> None:
        stems = {stem for question in questions for stem in question.stems}
        self._assets: dict[str, Scored] = {}
        self._having: dict[str, list[str]] = {stem: [] for stem in stems}
        for one in every:
            found = {stem: count for stem, count in frequencies(one).items() if stem in stems}
            (sure,) = certainty([one.document])
            self._assets[one.document.id] = Scored(sure, found, set(_neighbours(one, stems)))
            for stem in found:
                self._having[stem].append(one.document.id)

    def scores(self, question: Question, *, bare: bool) -> dict[str, float]:
        """Of every asset that is worth showing. `bare`: BM25F alone, without rewards for more words and for neighbours."""
        words = {word.stem: word.written for word in words_of(question.meant)}
        rare = {stem: self._rare(stem, written) for stem, written in words.items()}
        pairs = [] if bare else _pairs(question)
        share = {
            one: sum(rare[stem] for stem in self._assets[one].frequencies if stem in rare) for one in self._any(words)
        }
        best = max(share.values(), default=1.0)
        found = {}
        for one, has in share.items():
            asset, part = self._assets[one], has / best
            if bare or part >= WORTH_SHOWING:
                text = sum(rare[stem] * _saturated(asset.frequencies.get(stem, 0.0)) for stem in rare)
                text *= 1 if bare else 1 - TOGETHER + TOGETHER * part
                text += SIDE_BY_SIDE * sum(rare[a] + rare[b] for a, b in pairs if (a, b) in asset.beside)
                found[one] = text * asset.sure
        return found

    def _any(self, words: Iterable[str]) -> set[str]:
        return {one for stem in words for one in self._having[stem]}

    def _rare(self, stem: str, written: str) -> float:
        rare = rareness(len(self._assets), len(self._having[stem]))
        return rare * FAINTLY if written in FAINT else rare


def overlap(ask: Ask, formula: Formula, questions: Sequence[Question], *, bare: bool = False) -> float:
    """The part of the ten best that both have, in the mean over these questions."""
    parts = [_alike(ask(question).ids, formula.scores(question, bare=bare)) for question in questions]
    return sum(parts) / len(parts)


def plain(questions: Sequence[Question]) -> list[Question]:
    """Those of words alone, spelt as they should be."""
    return [question for question in questions if question.kind == "words"]


def _alike(ids: Sequence[str], scores: Mapping[str, float]) -> float:
    """Whoever scores as much as the tenth is as good as the tenth."""
    best = sorted(scores.values(), reverse=True)[:SHOWN]
    if not best:
        return float(not ids)
    least = best[-1] * (1 - SAME)
    return sum(scores.get(one, 0.0) >= least for one in ids[: len(best)]) / len(best)


def _neighbours(one: Stemmed, stems: set[str]) -> Iterable[tuple[str, str]]:
    return (pair for text in one.texts for pair in pairwise(text.split()) if stems.issuperset(pair))


def _pairs(question: Question) -> list[tuple[str, str]]:
    """Neighbours in the question, unless both are words of telling."""
    every = dict.fromkeys(pairwise(words_of(question.meant)))
    return [(a.stem, b.stem) for a, b in every if not FAINT.issuperset((a.written, b.written))]


def _saturated(frequency: float) -> float:
    return frequency * (SATURATION + 1) / (frequency + SATURATION)
