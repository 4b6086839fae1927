"""The sentences of a listing, each with where it stands: what is believed of a field is not believed of a description."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from directory.understanding.wording import plain_words

LONGEST = 400
"""Characters of a sentence that can be told apart, and quoted."""
_ENDS = re.compile(
    r"[\s\U0001F300-\U0001FAFF](?:(?<=[.!?;]\s)(?<![ap]\.m\.\s)(?<!\bSt\.\s)(?<!\bst\.\s)(?<!\be\.g\.\s)(?<!\bi\.e\.\s)"
    r"(?<!\bRd\.\s)(?<!\bDr\.\s)(?<!\bMr\.\s)|(?<=[.!?][)\"']\s)|(?<=[\n\U0001F300-\U0001FAFF]))\s*"
)
"""A stop, a line or a little picture; it begins with the sign that is looked for, which takes half the time."""
_TERM = re.compile(r"[a-z]+\d*")


class Where(Enum):
    """NAME: what it is called. FIELD: what is said of who may come, and of nothing else. TEXT: a description."""

    NAME = auto()
    FIELD = auto()
    TEXT = auto()


class Sentence(NamedTuple):
    """As it was written, and in small letters; `terms` are its single words."""

    words: str
    small: str
    where: Where
    terms: frozenset[str] = frozenset()


def sentences_of(text: str | None, where: Where) -> Iterator[Sentence]:
    """The sentences of a text one by one; those too long to be one are left out."""
    if text:
        for words, small, terms in _split(text):
            yield Sentence(words, small, where, terms)


@lru_cache(maxsize=256)
def _split(text: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
    parts = (part.strip() for part in _ENDS.split(plain_words(text)))
    whole = ((part, part.lower()) for part in parts if 1 < len(part) <= LONGEST)
    return tuple((part, small, frozenset(_TERM.findall(small))) for part, small in whole)
