"""From the words of a question to scores: which assets have them, or serve what they mean."""

from dataclasses import dataclass

import numpy as np

from directory.search.columns import Bools, Floats
from directory.search.query import Meaning, Query
from directory.search.ranking import MEANING, SATURATION, TOGETHER, WORTH_SHOWING, rareness
from directory.search.snapshot import KEPT, Impacts, Snapshot
from directory.search.spelling import beginnings, nearest, parted
from directory.search.words import Word, plain, stem, words_of

MOST_WORDS = 100
"""Different words that are looked up; the rest of a very long text is not."""

MOST_MENDED = 8
"""Words whose spelling is looked at."""


@dataclass(frozen=True)
class Clause:
    """One thing that counts: what was written, and where it is found."""

    written: str
    found: Impacts


@dataclass(frozen=True)
class Matched:
    """Text scores of all assets, which are worth showing, the clauses, and the words after mending if any
    were.
    """

    text: Floats
    worth: Bools
    clauses: tuple[Clause, ...]
    corrected: str | None

    def words_in(self, asset: int) -> tuple[str, ...]:
        """The words that were found in this asset, as they are asked (after mending)."""
        return tuple(clause.written for clause in self.clauses if _has(clause.found, asset))


def match(query: Query, snapshot: Snapshot) -> Matched | None:
    """None when the question has no words that say anything."""
    asked = list({word.stem: word for word in words_of(query.words)}.values())[:MOST_WORDS]
    if not asked and not query.meant:
        return None
    spoken = {word.stem: meaning for meaning in query.meant for word in words_of(meaning.words)}
    mending = _Mending(snapshot, set(spoken))
    alone, within = _Evidence(snapshot), {meaning: _Evidence(snapshot) for meaning in query.meant}
    for word in asked:
        evidence = within.get(spoken[word.stem], alone) if word.stem in spoken else alone
        evidence.add(mending.clauses(word, last=word is asked[-1]))
    for meaning, evidence in within.items():
        evidence.or_else(_meaning(meaning, snapshot))
        alone.take_over(evidence)
    text, worth = alone.scores()
    return Matched(text, worth, tuple(alone.clauses), mending.mended(query.words))


class _Evidence:
    """What is found of some words in each asset: how much it counts, and how rare the words found are."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.text, self.share = np.zeros(snapshot.columns.count), np.zeros(snapshot.columns.count)
        self.clauses: list[Clause] = []

    def add(self, clauses: list[Clause]) -> None:
        for clause in clauses:
            self.text[clause.found.assets] += clause.found.impacts
            self.share[clause.found.assets] += clause.found.rareness
            self.clauses.append(clause)

    def or_else(self, meant: Impacts) -> None:
        """Words and what they mean are one thing said: the better of the two counts.

        Who says "lonely" does not ask for the word: however rare it is, what serves the need is half as good.
        """
        text = np.maximum(meant.impacts, MEANING * self.text.max(initial=0.0))
        share = max(meant.rareness, MEANING * float(self.share.max(initial=0.0)))
        self.text[meant.assets] = np.maximum(self.text[meant.assets], text)
        self.share[meant.assets] = np.maximum(self.share[meant.assets], share)

    def take_over(self, other: "_Evidence") -> None:
        self.text += other.text
        self.share += other.share
        self.clauses += other.clauses

    def scores(self) -> tuple[Floats, Bools]:
        best = float(self.share.max(initial=0.0))
        if not best:
            return self.text, np.zeros(len(self.text), bool)
        # Measured against the best answer there is, before any limit: a limit can only take answers away.
        part = self.share / best
        return self.text * (1 - TOGETHER + TOGETHER * part), part >= WORTH_SHOWING


class _Mending:
    """Looks words up; those that nothing has are mended, a few of them."""

    def __init__(self, snapshot: Snapshot, known: set[str]) -> None:
        self._snapshot = snapshot
        self._known = known
        self._mended: dict[str, str] = {}
        self._tried = 0

    def clauses(self, word: Word, *, last: bool) -> list[Clause]:
        found = self._snapshot.impacts(word.stem)
        if len(found.assets) or word.stem in self._known:
            return [Clause(word.written, found)]
        self._tried += 1
        spelling = self._snapshot.spelling
        if self._tried > MOST_MENDED or word.written in spelling:
            return [Clause(word.written, found)]
        if last and (endings := beginnings(word.written, spelling)):
            return [Clause(word.written, _any(self._snapshot, endings))]
        return [self._clause(whole) for whole in self._mend(word.written)] or [Clause(word.written, found)]

    def mended(self, words: str) -> str | None:
        if not self._mended:
            return None
        return " ".join(self._mended.get(plain(word).strip(".,;:!?\"'()"), word) for word in words.split())

    def _mend(self, written: str) -> tuple[str, ...]:
        known, kept = self._snapshot.spelling, self._snapshot.mended
        if len(kept) >= KEPT:
            kept.clear()
        if written not in kept:
            whole = nearest(written, known)
            kept[written] = (whole,) if whole else parted(written, known) or ()
        if meant := kept[written]:
            self._mended[written] = " ".join(meant)
        return meant

    def _clause(self, written: str) -> Clause:
        return Clause(written, self._snapshot.impacts(stem(written)))


def _any(snapshot: Snapshot, words: list[str]) -> Impacts:
    """Several words as one: in each asset the one that counts most."""
    every = [snapshot.impacts(each) for each in {stem(word) for word in words}]
    best = np.zeros(snapshot.columns.count)
    for found in every:
        best[found.assets] = np.maximum(best[found.assets], found.impacts)
    assets = np.flatnonzero(best)
    return Impacts(assets, best[assets], rareness(int(snapshot.columns.live.sum()), len(assets)))


def _meaning(meaning: Meaning, snapshot: Snapshot) -> Impacts:
    columns = snapshot.columns
    assets = np.flatnonzero(columns.having_any(f"need:{need}" for need in meaning.needs) & columns.live)
    rare = rareness(int(columns.live.sum()), len(assets))
    return Impacts(assets, np.full(len(assets), MEANING * rare * (SATURATION + 1)), MEANING * rare)


def _has(found: Impacts, asset: int) -> bool:
    position = int(np.searchsorted(found.assets, asset))
    return position < len(found.assets) and int(found.assets[position]) == asset
