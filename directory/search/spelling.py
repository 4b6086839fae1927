"""What was perhaps meant by a word that nothing has: the end of a word not typed yet, two words run
together, a slip.
"""

from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import OSA

PREFIX_LENGTH = 3
PREFIXES = 8
"""How many words a beginning may stand for."""
LONGEST_PARTED = 40
"""Places at which a word is cut in two: nobody types longer ones."""


def slips_allowed(word: str) -> int:
    """How many letters may be wrong, missing, too many or swapped: one in a short word, three in a long
    one.
    """
    if len(word) < 3 or word.isdigit():
        return 0
    return 1 if len(word) < 6 else 2 if len(word) < 10 else 3


class Known(Protocol):
    """The words that there are."""

    def __contains__(self, word: str) -> bool: ...

    def usual(self, word: str) -> int:
        """In how many assets it is."""

    def beginning(self, prefix: str, most: int) -> list[str]:
        """Words that begin so, the most usual first."""

    def like(self, word: str, slips: int) -> set[str]:
        """All that so many slips could have made into this word, and perhaps others."""


def beginnings(word: str, known: Known) -> list[str]:
    """Words that begin so, the most usual first: for the last word of a question, which may not be
    finished.
    """
    return known.beginning(word, PREFIXES) if len(word) >= PREFIX_LENGTH else []


def parted(word: str, known: Known) -> tuple[str, str] | None:
    """Two known words of three letters or more that were run together ("warmspace"), the most usual pair."""
    pairs = [(word[:cut], word[cut:]) for cut in range(3, len(word) - 2)][:LONGEST_PARTED]
    sound = [pair for pair in pairs if pair[0] in known and pair[1] in known]
    return max(sound, key=lambda pair: (min(map(known.usual, pair)), pair), default=None)


def nearest(word: str, known: Known) -> str | None:
    """The known word that was most likely meant; None when none is near enough.

    Fewest slips first; then the same first letter, which people seldom get wrong; then the more usual word.
    """
    slips = slips_allowed(word)
    if not slips:
        return None
    near = sorted(other for other in known.like(word, slips) if len(other) > 2)
    found = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=30)
    ranked = [
        (distance, whole[0] != word[0], -known.usual(whole), whole) for whole, distance, _ in found if whole in known
    ]
    return min(ranked)[-1] if ranked else None
