"""Free words as tokens that can be compared: one spelling for each contraction, stems, and where each stood.

Every reader of words (needs, barriers, urgent words) starts here, so that "can't", "cannot" and "cant" are one
thing to all of them, and each can still show the person her very own words.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from whoosh.lang.porter import stem as porter

from directory.understanding.wording import without_accents
from recommender.word_lists import list_words, meanings, pairs

LONGEST = 20_000
"""Characters that are read; a person's own words are far below, a pasted file is not what she says."""

FILLERS = list_words("wording.csv", "filler")
"""Words that may stand between the words of a phrase without changing it ("pay *all my* rent")."""

STEMS = meanings("wording.csv", "stem")
"""Where the stemmer would make one word of two."""

CONTRACTIONS = pairs("wording.csv", "pair")
ONE_WORD = meanings("wording.csv", "word")
"""Dialect, text-speak and the commonest misspellings, as they are spelt in full."""

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_MARK = re.compile(r"[.,;:!?()\n\r]|\s[-–—]\s")
_APOSTROPHES = {ord(mark): "'" for mark in "‘’ʼ`´′"}
_LONG_RUN = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: in one spelling, its stem, where it stood (`start`, `end`), and the number of its clause."""

    word: str
    stem: str
    start: int
    end: int
    clause: int


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of an English word in lower case (Porter, 1980): "gardens" and "gardening" are "garden"."""
    return STEMS.get(word) or str(porter(word))


def plain(text: str) -> str:
    """Lower case, straight apostrophes, no accents, no letter more than twice running; as long as before, or shorter."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST]).translate(_APOSTROPHES).lower()
    return _LONG_RUN.sub(r"\1\1", without_accents(folded))


def tokens(text: str) -> list[Token]:
    """The words of a plain text, in order. Give it what `plain` returned: offsets are into that."""
    found: list[Token] = []
    for word, start, end, clause in _raw_words(text):
        before = found[-1] if found else None
        merged = CONTRACTIONS.get((before.word, word)) if before and before.clause == clause else None
        if merged and before:
            found[-1] = Token(merged, stem(merged), before.start, end, clause)
        else:
            found.append(Token(word, stem(word), start, end, clause))
    return found


def _raw_words(text: str) -> Iterator[tuple[str, int, int, int]]:
    marks = [mark.start() for mark in _MARK.finditer(text)]
    clause = 0
    for match in _WORD.finditer(text):
        while clause < len(marks) and marks[clause] < match.start():
            clause += 1
        word = match.group()
        word = ONE_WORD.get(word, word).replace("'", "")
        yield ONE_WORD.get(word, word), match.start(), match.end(), clause


def stems(text: str) -> tuple[str, ...]:
    """The stems of a phrase as it is kept in a vocabulary, without fillers where two words are left."""
    every = [token.stem for token in tokens(plain(text))]
    telling = [token.stem for token in tokens(plain(text)) if token.word not in FILLERS]
    return tuple(telling if len(telling) > 1 else every)


def quote(text: str, spoken: Sequence[Token]) -> str:
    """The stretch of plain text from the first to the last of these tokens."""
    return text[spoken[0].start : spoken[-1].end] if spoken else ""
