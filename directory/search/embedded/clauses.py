"""From the words of a question to what is looked up: each as it is, mended, or as the beginning of others."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from directory.search.embedded.building import hash_of
from directory.search.embedded.lexicon import Lexicon
from directory.search.embedded.part import Assets, Part
from directory.search.embedded.phrases import phrase_postings
from directory.search.embedded.tally import Values, tally
from directory.search.ranking import FAINTLY, rareness
from directory.search.spelling import PREFIXES, nearest, parted
from directory.search.wordings import written_otherwise
from directory.search.words import FAINT, Word, stem, words_of

KEPT = 20_000
"""Misspelt words of which it is kept what they were taken for: looking through all words takes milliseconds."""

Postings = tuple[Assets, Values]


@dataclass(frozen=True)
class Clause:
    """One thing that counts: what was written, where it is found in each part, and how rare it is."""

    written: str
    found: Sequence[Postings]
    rareness: float
    count: int
    """In how many assets it is found."""


@dataclass(frozen=True)
class Vocabulary:
    """The words of one commit, by which those of a question are looked up and mended."""

    parts: Sequence[Part]
    lexicon: Lexicon
    total: int
    """How many assets there are."""
    mended: dict[str, tuple[str, ...]] = field(default_factory=dict)
    compounds: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def clause(self, written: str, stem: str) -> Clause:
        """What this stem is found in."""
        wanted = hash_of(stem)
        return self._clause(written, [part.postings(wanted) for part in self.parts])

    def any_of(self, written: str, words: Sequence[str]) -> Clause:
        """Several words as one: in each asset the one that counts most."""
        stems = {hash_of(stem(word)) for word in words}
        return self._clause(written, [_most(part, [part.postings(each) for each in stems]) for part in self.parts])

    def beginning(self, word: Word) -> Clause:
        """What has a word that begins so."""
        return self.any_of(word.written, [word.written, *self.lexicon.beginning(word.written, PREFIXES)])

    def meant(self, written: str) -> tuple[str, ...]:
        """The words that a misspelt one was taken for: one, two that were run together, or none."""
        if len(self.mended) >= KEPT:
            self.mended.clear()
        if written not in self.mended:
            whole = nearest(written, self.lexicon)
            self.mended[written] = (whole,) if whole else self.parted(written)
        return self.mended[written]

    def phrase(self, written: str) -> Clause:
        """What has these words side by side; what they count is what the least of them counts."""
        stems = [word.stem for word in words_of(written)]
        return self._clause(written, [phrase_postings(part, stems) for part in self.parts])

    def compounded(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Ways of writing these words, one or two, that assets have too: "foodbank" and "food bank"."""
        if len(self.compounds) >= KEPT:
            self.compounds.clear()
        if words not in self.compounds:
            self.compounds[words] = tuple(written_otherwise(words, self))
        return self.compounds[words]

    def parted(self, written: str) -> tuple[str, ...]:
        """The two known words that were run together, or none."""
        return parted(written, self.lexicon) or ()

    def _clause(self, written: str, found: Sequence[Postings]) -> Clause:
        count = sum(part.count_left(assets) for part, (assets, _) in zip(self.parts, found, strict=True))
        rare = rareness(self.total, count)
        return Clause(written, found, FAINTLY * rare if written in FAINT else rare, count)


def _most(part: Part, found: Sequence[Postings]) -> Postings:
    if len(found) == 1:
        return found[0]
    with tally(part) as counting:
        for assets, impacts in found:
            counting.most(assets, impacts)
        best = counting.taken()
    order = np.argsort(best.assets)
    return best.assets[order], best.text[order]
