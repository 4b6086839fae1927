"""What was perhaps meant by a word that nothing has: the end of a word not typed yet, two words run
together, a slip.
"""

from collections import Counter

from rapidfuzz import process
from rapidfuzz.distance import OSA

PREFIX_LENGTH = 3
PREFIXES = 8
"""How many words a beginning may stand for."""


def slips_allowed(word: str) -> int:
    """How many letters may be wrong, missing, too many or swapped: one in a short word, three in a long
    one.
    """
    if len(word) < 3 or word.isdigit():
        return 0
    return 1 if len(word) < 6 else 2 if len(word) < 10 else 3


def beginnings(word: str, known: Counter[str]) -> list[str]:
    """Words that begin so, the most usual first: for the last word of a question, which may not be
    finished.
    """
    if len(word) < PREFIX_LENGTH:
        return []
    found = [whole for whole in known if whole.startswith(word)]
    return sorted(found, key=lambda whole: (-known[whole], whole))[:PREFIXES]


def parted(word: str, known: Counter[str]) -> tuple[str, str] | None:
    """Two known words of three letters or more that were run together ("warmspace"), the most usual pair."""
    pairs = [(word[:cut], word[cut:]) for cut in range(3, len(word) - 2)]
    sound = [pair for pair in pairs if pair[0] in known and pair[1] in known]
    return max(sound, key=lambda pair: (min(known[pair[0]], known[pair[1]]), pair), default=None)


def nearest(word: str, known: Counter[str]) -> str | None:
    """The known word that was most likely meant; None when none is near enough.

    Fewest slips first; then the same first letter, which people seldom get wrong; then the more usual word.
    """
    slips = slips_allowed(word)
    if not slips:
        return None
    found = process.extract(word, list(known), scorer=OSA.distance, score_cutoff=slips, limit=30)
    ranked = [(distance, whole[0] != word[0], -known[whole], whole) for whole, distance, _ in found if len(whole) > 2]
    return min(ranked)[-1] if ranked else None
