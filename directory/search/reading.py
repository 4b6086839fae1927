"""What the words of a question mean: the needs for which people say them ("skint" is about money)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from sqlmodel import Session

from directory.models import EverydayWord
from directory.search.everyday import everyday_version, list_everyday_words
from directory.search.query import Meaning
from directory.search.words import VAGUE, every_word_of, plain, stems_of
from directory.taxonomies import Term, list_terms, terms_version

LONGEST = 300
"""Words that are read of a question."""


MOST_NAMES = 2
"""Of the needs that one word may mean, the names that are said."""


def say_needs(names: Sequence[str]) -> str:
    """ "Debt, Energy bills and 1 more"."""
    said, more = ", ".join(names[:MOST_NAMES]), len(names) - MOST_NAMES
    return f"{said} and {more} more" if more > 0 else " or ".join(names)


class Meanings:
    """The words that people type for each need, ready to be found in a question. `terms` are the needs by
    code; `everyday` are the words that curators added.
    """

    def __init__(self, terms: Iterable[Term], everyday: Iterable[EverydayWord] = ()) -> None:
        self.terms: Mapping[str, Term] = {term.code: term for term in terms}
        self._codes: dict[tuple[str, ...], list[str]] = {}
        self._alike: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._added: dict[str, list[str]] = {}
        self._longest = 0
        for term in self.terms.values():
            for phrase in dict.fromkeys(stems_of(text) for text in (*term.words, term.name)):
                if phrase and phrase not in VAGUE:
                    self._mean(phrase, [term.code])
        self._add(list(everyday))

    def _add(self, everyday: Sequence[EverydayWord]) -> None:
        """What is the same as other words means what the vocabulary says of those: no word leads on to a third."""
        told = [(word, [*word.needs, *self._needs_in(word.same_as)]) for word in everyday]
        for word, codes in told:
            phrase = stems_of(word.phrase)
            self._mean(phrase, codes)
            self._alike[phrase] = tuple(word.same_as)
            for code in word.needs:
                self._added.setdefault(code, []).append(plain(word.phrase))

    def _mean(self, phrase: tuple[str, ...], codes: Iterable[str]) -> None:
        known = self._codes.setdefault(phrase, [])
        known += [code for code in dict.fromkeys(codes) if code in self.terms and code not in known]
        self._longest = max(self._longest, len(phrase))

    def _needs_in(self, wordings: Iterable[str]) -> Iterator[str]:
        for wording in wordings:
            yield from (code for meaning in self.read(wording) for code in meaning.needs)

    @cached_property
    def phrases(self) -> tuple[tuple[Term, tuple[str, ...], tuple[str, ...]], ...]:
        """Each need, its name and the words of its name, and the phrases for it: plain, for typing."""
        return tuple(
            (
                term,
                tuple(map(plain, (term.name, *term.name.split()))),
                (*map(plain, term.words), *self._added.get(term.code, ())),
            )
            for term in self.terms.values()
        )

    def read(self, words: str) -> tuple[Meaning, ...]:
        """What is meant, in the order said; a longer phrase is read before the words in it.

        A word for a whole domain ("work") counts only where nothing more exact is said.
        """
        found = list(self._read(words))
        if not any(map(self._is_exact, found)):
            return tuple(found)
        return tuple(meaning for meaning in found if meaning.alike or self._is_exact(meaning))

    def _is_exact(self, meaning: Meaning) -> bool:
        return any(self.terms[code].parent_code for code in meaning.needs)

    def _read(self, words: str) -> Iterator[Meaning]:
        said = every_word_of(words)[:LONGEST]
        stems = [word.stem for word in said]
        start = 0
        while start < len(said):
            length = self._length_at(stems, start)
            if length:
                phrase = " ".join(word.written for word in said[start : start + length])
                key = tuple(stems[start : start + length])
                yield Meaning(phrase, tuple(self._codes[key]), self._alike.get(key, ()))
            start += length or 1

    def _length_at(self, stems: list[str], start: int) -> int:
        for length in range(min(self._longest, len(stems) - start), 0, -1):
            if tuple(stems[start : start + length]) in self._codes:
                return length
        return 0


def meanings(session: Session) -> Meanings:
    """The vocabulary that is loaded in this database, with what curators added; read once for each version of both."""
    key = (str(session.get_bind().engine.url), terms_version(session), everyday_version(session))
    if key not in _KEPT:
        _KEPT.clear()
        _KEPT[key] = Meanings(list_terms(session), list_everyday_words(session))
    return _KEPT[key]


_KEPT: dict[tuple[str, str | None, str], Meanings] = {}
