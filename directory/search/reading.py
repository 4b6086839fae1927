"""What the words of a question mean: the needs for which people say them ("skint" is about money)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from sqlmodel import Session

from directory.search.query import Meaning
from directory.search.words import every_word_of, plain
from directory.taxonomies import Term, list_terms, terms_version

LONGEST = 300
"""Words that are read of a question."""

VAGUE = frozenset({("help",), ("kid",), ("safe",)})
"""Stems that stand in questions of every kind: alone they mean nothing."""


MOST_NAMES = 2
"""Of the needs that one word may mean, the names that are said."""


def say_needs(names: Sequence[str]) -> str:
    """ "Debt, Energy bills and 1 more"."""
    said, more = ", ".join(names[:MOST_NAMES]), len(names) - MOST_NAMES
    return f"{said} and {more} more" if more > 0 else " or ".join(names)


class Meanings:
    """The words that people type for each need, ready to be found in a question. `terms` are the needs by
    code.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms: Mapping[str, Term] = {term.code: term for term in terms}
        self._codes: dict[tuple[str, ...], list[str]] = {}
        for term in self.terms.values():
            for phrase in dict.fromkeys(_stems(text) for text in (*term.words, term.name)):
                if phrase and phrase not in VAGUE:
                    self._codes.setdefault(phrase, []).append(term.code)
        self._longest = max(map(len, self._codes), default=0)

    @cached_property
    def phrases(self) -> tuple[tuple[Term, tuple[str, ...], tuple[str, ...]], ...]:
        """Each need, its name and the words of its name, and the phrases for it: plain, for typing."""
        return tuple(
            (term, tuple(map(plain, (term.name, *term.name.split()))), tuple(map(plain, term.words)))
            for term in self.terms.values()
        )

    def read(self, words: str) -> tuple[Meaning, ...]:
        """What is meant, in the order said; a longer phrase is read before the words in it.

        A word for a whole domain ("work") counts only where nothing more exact is said.
        """
        found = list(self._read(words))
        exact = [meaning for meaning in found if any(self.terms[code].parent_code for code in meaning.needs)]
        return tuple(exact or found)

    def _read(self, words: str) -> Iterator[Meaning]:
        said = every_word_of(words)[:LONGEST]
        stems = [word.stem for word in said]
        start = 0
        while start < len(said):
            length = self._length_at(stems, start)
            if length:
                phrase = " ".join(word.written for word in said[start : start + length])
                yield Meaning(phrase, tuple(self._codes[tuple(stems[start : start + length])]))
            start += length or 1

    def _length_at(self, stems: list[str], start: int) -> int:
        for length in range(min(self._longest, len(stems) - start), 0, -1):
            if tuple(stems[start : start + length]) in self._codes:
                return length
        return 0


def meanings(session: Session) -> Meanings:
    """The vocabulary that is loaded in this database; read once for each version of it."""
    version = terms_version(session)
    key = (str(session.get_bind().engine.url), version)
    if key not in _KEPT:
        _KEPT.clear()
        _KEPT[key] = Meanings(list_terms(session))
    return _KEPT[key]


_KEPT: dict[tuple[str, str | None], Meanings] = {}


def _stems(text: str) -> tuple[str, ...]:
    return tuple(word.stem for word in every_word_of(text))
