"""Misspelt words taken for the word of the vocabulary that was meant, and ordinary words left alone."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from recommender.shipped import shipped_rows
from recommender.word_lists import list_words
from recommender.wording import ONE_WORD, Token, plain, stem, tokens

SHORTEST = 4
"""Letters below which a word is believed as it stands: "pip", "debt" and "esa" have too many neighbours."""


def corrected(said: list[Token], known: Collection[str]) -> list[Token]:
    """The same tokens, with the stems of misspelt words put right. `known` holds the stems of the vocabulary."""
    return [replace(token, stem=stem(better)) if (better := _meant(token, known)) else token for token in said]


def _meant(token: Token, known: Collection[str]) -> str | None:
    if len(token.word) < SHORTEST or token.stem in known or not token.word.isalpha() or token.word in ordinary_words():
        return None
    return _nearest(token.word)


@cache
def _nearest(word: str) -> str | None:
    return nearest(word, _by_letter().get(word[0], ()))


def nearest(word: str, near: Sequence[str]) -> str | None:
    """The closest of these words, which begin with the same letter: one slip in a short word, two in a long one."""
    slips = 1 if len(word) < 8 else 2
    best = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=slips)
    if best and len(word) < 6 and not _is_safe(word, best[0]):
        return None
    return best[0] if best else None


def _is_safe(word: str, meant: str) -> bool:
    """Short words: only letters swapped, doubled or one left out, not one for another ("bill" is not "bull")."""
    return len(word) != len(meant) or sorted(word) == sorted(meant)


@cache
def _by_letter() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for row in shipped_rows("needs.csv"):
        for token in tokens(plain(row["words"].replace(";", "."))):
            if len(token.word) >= SHORTEST and token.word.isalpha():
                words.setdefault(token.word[0], []).append(token.word)
    return {letter: sorted(set(every)) for letter, every in words.items()}


@cache
def known_words() -> frozenset[str]:
    """Words that are spelt right: those of the vocabulary and ordinary ones."""
    return ordinary_words().union(*_by_letter().values())


@cache
def ordinary_words() -> frozenset[str]:
    """Words that people use and that mean no need by themselves: they are never a misspelling."""
    seen = Counter(token.word for row in shipped_rows("sentences.csv") for token in tokens(plain(row["text"])))
    return (
        frozenset(word for word, times in seen.items() if times > 1)
        | list_words("wording.csv", "ordinary")
        | frozenset(ONE_WORD)
    )
