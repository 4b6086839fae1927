"""Misspelt words taken for the word of the tables of this package that was meant: "asylem", "widdow", "autisic"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from recommender.spelling import nearest, ordinary_words
from recommender.told.tables import known_words
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
    if len(word) < SHORTEST or not word.isalpha() or word in ordinary_words() or stem(word) in _stems():
        return None
    return nearest(word, _by_letter().get(word[0], ()))


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem(word) for word in known_words())


@cache
def _by_letter() -> dict[str, tuple[str, ...]]:
    letters: dict[str, list[str]] = {}
    for word in sorted(known_words()):
        if len(word) >= SHORTEST - 1:
            letters.setdefault(word[0], []).append(word)
    return {letter: tuple(words) for letter, words in letters.items()}
