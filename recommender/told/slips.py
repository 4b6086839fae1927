"""Misspelt words taken for the word that was meant, where that decides much: "asylem", "wheelchiar", "autisic"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from recommender.shipped import shipped_rows
from recommender.spelling import known_words, nearest
from recommender.told.tables import table_words
from recommender.wording import Token, stem

SHORTEST = 6
"""Letters below which a word is believed as it stands."""


def put_right(said: Sequence[Token], written: str) -> list[Token]:
    """The same tokens, misspelt ones replaced. What is written with a capital within a sentence is a name and stays."""
    return [_better(token, written) for token in said]


def _better(token: Token, written: str) -> Token:
    meant = _meant(token.word)
    if meant is None or _is_name(token, written):
        return token
    return replace(token, word=meant, stem=stem(meant))


def _is_name(token: Token, written: str) -> bool:
    """Whether it begins with one capital within a sentence; offsets agree where nothing was folded away."""
    here = written[token.start : token.end]
    before = written[: token.start].rstrip()[-1:]
    return here[:1].isupper() and not here.isupper() and before not in {"", ".", "!", "?"}


@cache
def _meant(word: str) -> str | None:
    if (
        len(word) < SHORTEST
        or not word.isalpha()
        or word in known_words()
        or word in table_words()
        or stem(word) in _stems()
    ):
        return None
    return nearest(word, _by_letter().get(word[0], ()))


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _often_misspelt())


@cache
def _by_letter() -> dict[str, tuple[str, ...]]:
    words = _often_misspelt()
    return {letter: tuple(word for word in words if word[0] == letter) for letter in {word[0] for word in words}}


@cache
def _often_misspelt() -> tuple[str, ...]:
    """Words that decide much and that people often misspell; to others a slip is left as it is."""
    return tuple(row["word"] for row in shipped_rows("told/often_misspelt.csv"))
