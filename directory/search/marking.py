"""Where the words of a question stand in a text, and the piece of a long text in which they stand."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from directory.search.words import FAINT, Word, every_word_of, words_of

READ = 5_000
"""Characters of a description in which words are looked for."""

UNFINISHED = 4
"""Letters with which a word may begin that was not typed to its end."""

BEFORE, SENTENCE = 40, 80
"""Characters before the first word in a piece: of words, or back to where its sentence begins."""

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|['‘’ʼ`´′](?=[^\W_]))*")
"""A word as it is written, with its accents and apostrophes: "Men’s" is one."""
_SENTENCE_END = re.compile(r"[.!?] (?=\S)")


class Piece(NamedTuple):
    """Some of a text, and whether it is one of the words."""

    text: str
    marked: bool


class _Spot(NamedTuple):
    start: int
    stop: int
    stem: str


class Marks:
    """Words that were asked for, found again by their stems: "gardening" for "garden".

    Words of telling ("help", "week") count only where there are no others. A word that none of the `texts` has is
    taken for the beginning of one.
    """

    def __init__(self, words: Iterable[str], *texts: str | None) -> None:
        asked = [word for one in words for word in words_of(one)]
        telling = [word for word in asked if word.written not in FAINT] or asked
        self._stems = frozenset(word.stem for word in telling)
        self._begun: tuple[str, ...] = ()
        self._kept: dict[str, list[_Spot]] = {}
        known = {spot.stem for text in texts if text for spot in self._spots(text)}
        unknown = (word.written for word in telling if word.stem not in known)
        if begun := tuple(word for word in unknown if len(word) >= UNFINISHED):
            self._begun, self._kept = begun, {}

    def pieces(self, text: str) -> Iterator[Piece]:
        """The whole text, word for word, what is marked apart from the rest."""
        end = 0
        for spot in self._spots(text):
            if spot.start > end:
                yield Piece(text[end : spot.start], marked=False)
            yield Piece(text[spot.start : spot.stop], marked=True)
            end = spot.stop
        if end < len(text):
            yield Piece(text[end:], marked=False)

    def count(self, text: str) -> int:
        """How many different words are in it."""
        return len({spot.stem for spot in self._spots(text)})

    def piece_of(self, text: str, limit: int) -> str:
        """At most `limit` characters in which most of the words stand, cut between words; "" where none does."""
        text = " ".join(text[:READ].split())
        spots = self._spots(text)
        if not spots:
            return ""
        among = [_together(spots[at : at + limit], spot.start + limit - BEFORE) for at, spot in enumerate(spots)]
        best = max(range(len(spots)), key=lambda at: (len(among[at]), -at))
        return _cut(text, spots[best].start, limit)

    def _spots(self, text: str) -> list[_Spot]:
        """In their order; looked for once."""
        if not self._stems:
            return []
        if text not in self._kept:
            self._kept[text] = list(self._found(text))
        return self._kept[text]

    def _found(self, text: str) -> Iterator[_Spot]:
        for found in _WORD.finditer(text):
            for word in _words_in(found[0]):
                if word.stem in self._stems:
                    yield _Spot(found.start(), found.end(), word.stem)
                    break
                if begun := self._beginning(word):
                    yield _Spot(found.start(), found.end(), begun)
                    break

    def _beginning(self, word: Word) -> str | None:
        return next((one for one in self._begun if word.written.startswith(one)), None)


def _together(spots: Iterable[_Spot], stop: int) -> set[str]:
    """The different words up to here."""
    return {one.stem for one in takewhile(lambda one: one.stop <= stop, spots)}


@lru_cache(maxsize=20_000)
def _words_in(written: str) -> tuple[Word, ...]:
    """As an index has them; nearly always one."""
    return tuple(every_word_of(written))


def _cut(text: str, spot: int, limit: int) -> str:
    """A piece with what stands here, from the beginning of a sentence where that is near; not shorter than need be."""
    begins = [0, *(end.end() for end in _SENTENCE_END.finditer(text, 0, spot + 1))]
    start = min((begin for begin in begins if len(text) - begin <= limit), default=begins[-1])
    lead = ""
    if spot - start > SENTENCE and len(text) - start > limit:
        start, lead = text.find(" ", spot - BEFORE) + 1, "…"
    piece = text[start:]
    if len(piece) > limit:
        whole_words = piece[:limit].rpartition(" ")[0] or piece[:limit]
        piece = whole_words if whole_words.endswith((".", "!", "?")) else whole_words.rstrip(" ,;:–-(") + "…"
    return lead + piece
