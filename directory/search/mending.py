"""The words of a question looked up, those that nothing has taken for others: the same on every engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from directory.search.query import Meaning, Query
from directory.search.spelling import Known, beginnings
from directory.search.words import Word, plain, stem, words_of

MOST_MENDED = 8
"""Words of one question whose spelling is looked at."""


class Clause(Protocol):
    """One thing that is looked for."""

    @property
    def count(self) -> int:
        """In how many assets it is found."""


Sought = TypeVar("Sought", bound=Clause)
Sought_co = TypeVar("Sought_co", bound=Clause, covariant=True)


class Vocabulary(Protocol[Sought_co]):
    """The words of an index."""

    @property
    def lexicon(self) -> Known:
        """Every word as it is written."""

    def clause(self, written: str, stem: str) -> Sought_co:
        """What this stem is found in."""

    def any_of(self, written: str, words: list[str]) -> Sought_co:
        """Several words as one: in each asset the one that counts most."""

    def beginning(self, word: Word) -> Sought_co:
        """What has a word that begins so."""

    def meant(self, written: str) -> tuple[str, ...]:
        """The words that a misspelt one was taken for: one, two that were run together, or none."""


@dataclass(frozen=True)
class LookedUp(Generic[Sought]):
    """What the words alone are found in, and those that stand within something meant; the words as mended."""

    alone: Sequence[Sought]
    within: Mapping[Meaning, Sequence[Sought]]
    corrected: str | None


def look_up(
    query: Query, asked: Sequence[Word], meant: Sequence[Meaning], vocabulary: Vocabulary[Sought]
) -> LookedUp[Sought]:
    """Every word that counts; `meant` are what the words mean, in all their wordings."""
    spoken = {word.stem: meaning for meaning in meant for word in words_of(meaning.words)}
    mending = Mending(vocabulary, set(spoken))
    alone: list[Sought] = []
    within: dict[Meaning, list[Sought]] = {meaning: [] for meaning in meant}
    for word in asked:
        last = word is asked[-1]
        clauses = [vocabulary.beginning(word)] if last and query.begun else mending.clauses(word, last=last)
        (within[spoken[word.stem]] if word.stem in spoken else alone).extend(clauses)
    return LookedUp(alone, within, mending.mended(query.words))


class Mending(Generic[Sought]):
    """Looks the words of one question up; those that nothing has are mended, a few of them."""

    def __init__(self, vocabulary: Vocabulary[Sought], known: set[str]) -> None:
        """`known` are stems that mean something whether or not any asset has them."""
        self._vocabulary, self._known = vocabulary, known
        self._mended: dict[str, str] = {}
        self._tried = 0

    def clauses(self, word: Word, *, last: bool) -> list[Sought]:
        """What is looked up for a word; the last one may be unfinished."""
        found = self._vocabulary.clause(word.written, word.stem)
        if found.count or word.stem in self._known:
            return [found]
        self._tried += 1
        lexicon = self._vocabulary.lexicon
        if self._tried > MOST_MENDED or word.written in lexicon:
            return [found]
        if last and (endings := beginnings(word.written, lexicon)):
            return [self._vocabulary.any_of(word.written, endings)]
        meant = self._vocabulary.meant(word.written)
        if not meant:
            return [found]
        self._mended[word.written] = " ".join(meant)
        return [self._vocabulary.clause(whole, stem(whole)) for whole in meant]

    def mended(self, words: str) -> str | None:
        """All words as they were understood, if any had to be mended."""
        if not self._mended:
            return None
        return " ".join(self._mended.get(plain(word).strip(".,;:!?\"'()"), word) for word in words.split())
