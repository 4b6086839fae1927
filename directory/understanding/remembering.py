"""What was made of a short text is kept: partners write "Free" and "Mon 10-12" again and again."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

LONGEST = 200
"""Characters of a text that may come again; a longer one is a description, and its own."""
MOST = 8_192
"""Texts that each reader keeps: some megabytes in all, however long the file is."""

_Made = TypeVar("_Made")


def remembered(reader: Callable[[str], _Made]) -> Callable[[str], _Made]:
    """The same reader, which does not read the same short text twice. What it makes must be frozen."""
    kept = lru_cache(maxsize=MOST)(reader)

    @wraps(reader)
    def read(text: str) -> _Made:
        return kept(text) if len(text) <= LONGEST else reader(text)

    return read


def speaks_of(words: str, *hints: str) -> bool:
    """Whether any of the hints (in small letters) stands in `words`: told much faster than by a pattern."""
    small = words.lower()
    for hint in hints:  # noqa: SIM110 - asked of every text, and a generator takes twice as long
        if hint in small:
            return True
    return False
