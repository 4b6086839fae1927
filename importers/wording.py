"""Words of a record and of the vocabulary, as stems in clauses, so that "Gardens" meets "gardening"."""

import re
from functools import lru_cache

from whoosh.lang.porter import stem as porter

from directory.understanding.wording import without_accents

LONGEST = 5_000
"""Characters of a description that are read for needs: what it is for stands at the beginning."""
SMALL = frozenset(
    "a an the and or of to for in on at by with from your our my their his her its we you i they it is are be been "
    "as that this these those who which how what when where there here us any all some if so not no can will do does "
    "have has had was were just also etc per about into out up".split()
)
"""Words that say nothing by themselves; between the words of a phrase they may stand or be missing."""
KEPT = {
    word: word for word in "carer carers care careful mindfulness fitness news parenting training used uses".split()
}
KEPT |= {"carers": "carer"}
"""Where the stemmer would make one word of two."""

_CLAUSES = re.compile(r"[.,;:!?()\[\]\n/|•–—]|\s-\s")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?(?:[+&](?=\s|$))?")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word in lower case (Porter, 1980)."""
    return KEPT.get(word) or str(porter(word))


def clauses(text: str) -> list[tuple[str, ...]]:
    """The stems of each clause, small words left out. "can't" is one word, and so is "women's" with "women"."""
    bare = without_accents(text[:LONGEST]).lower().replace("’", "'").replace("‘", "'")
    return [found for part in _CLAUSES.split(bare) if (found := _stems(part))]


def _stems(clause: str) -> tuple[str, ...]:
    # A dash within a word joins or parts it as people like: "co-production", "dial a ride".
    words = (word.removesuffix("'s").replace("'", "") for word in _WORD.findall(clause.replace("-", " ")))
    return tuple(stem(word) for word in words if word not in SMALL)


@lru_cache(maxsize=100_000)
def phrase(text: str) -> tuple[str, ...]:
    """The stems of a phrase of the vocabulary, in one run."""
    return tuple(word for clause in clauses(text) for word in clause)
