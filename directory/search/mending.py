"""The words of a question that nothing has, taken for others: the same on every engine."""

from typing import Generic, Protocol, TypeVar

from directory.search.spelling import Known, beginnings
from directory.search.words import Word, plain, stem

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

    def meant(self, written: str) -> tuple[str, ...]:
        """The words that a misspelt one was taken for: one, two that were run together, or none."""


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
