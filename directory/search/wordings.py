"""The words of a question, and other ways of writing them: the same on every engine."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from directory.search.query import Meaning, Query
from directory.search.spelling import Known
from directory.search.words import FAINT, Word, stem, words_of, written_words

MOST_WORDS = 100
"""Different words that are looked up; the rest of a very long text is not."""


class Found(Protocol):
    """What something is found in."""

    @property
    def count(self) -> int:
        """In how many assets."""


class Written(Protocol):
    """The words of an index, and where they stand."""

    @property
    def lexicon(self) -> Known:
        """Every word as it is written."""

    def clause(self, written: str, stem: str) -> Found:
        """What this stem is found in."""

    def phrase(self, written: str) -> Found:
        """What has these words side by side."""

    def parted(self, written: str) -> tuple[str, ...]:
        """The two known words that were run together, or none."""


class Compounds(Protocol):
    """The words of an index."""

    def compounded(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Ways of writing these words, one or two, that assets have too: "foodbank" and "food bank"."""


def written_otherwise(words: tuple[str, ...], vocabulary: Written) -> Iterator[str]:
    """Two words as one, or one as two, where assets have it so."""
    if len(words) > 1 and (whole := "".join(words)) in vocabulary.lexicon:
        yield whole
    # A word that nothing has is mended, if it can be.
    known = len(words) == 1 and vocabulary.clause(words[0], stem(words[0])).count
    if known and (parts := vocabulary.parted(words[0])):
        apart = " ".join(parts)
        if vocabulary.phrase(apart).count:
            yield apart


def words_asked(query: Query) -> list[Word]:
    """The words that count, each once; one that is being typed, whatever it begins with."""
    words = words_of(query.words)
    if query.begun and (written := written_words(query.words)):
        # "an" says nothing, but may become "Anfield".
        unfinished = Word(written[-1], stem(written[-1]))
        words = [*(word for word in words if word != unfinished), unfinished]
    return list({word.stem: word for word in words}.values())[-MOST_WORDS if query.begun else 0 :][:MOST_WORDS]


def otherwise(asked: Sequence[Word], meant: Sequence[Meaning], vocabulary: Compounds) -> list[Meaning]:
    """What is meant, with words that are also written as one, or as two; those alone mean what they say."""
    known = {word.stem for meaning in meant for word in words_of(meaning.words)}
    every = [_also(meaning, words_of(meaning.words), vocabulary) for meaning in meant]
    at = 0
    while at < len(asked):
        size = 2 if at + 1 < len(asked) and _alike(asked[at : at + 2], known, vocabulary) else 1
        words = asked[at : at + size]
        if alike := _alike(words, known, vocabulary):
            every.append(Meaning(" ".join(word.written for word in words), (), alike))
        at += size
    return every


def _also(meaning: Meaning, words: Sequence[Word], vocabulary: Compounds) -> Meaning:
    """With the whole of it written as one word, or as two."""
    if not 0 < len(words) <= 2 or len(words) != len(meaning.words.split()):
        return meaning
    return replace(meaning, alike=(*meaning.alike, *_alike(words, set(), vocabulary)))


def _alike(words: Sequence[Word], known: set[str], vocabulary: Compounds) -> tuple[str, ...]:
    if any(word.stem in known or word.written in FAINT for word in words):
        return ()
    return vocabulary.compounded(tuple(word.written for word in words))
