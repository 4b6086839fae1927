"""Words of a record and of the vocabulary, as stems in clauses, so that "Gardens" meets "garden"."""

import re
from functools import lru_cache
from typing import NamedTuple

from whoosh.lang.porter import stem as porter

from directory.understanding.wording import without_accents

LONGEST = 5_000
"""Characters of a description that are read for needs: what it is for stands at the beginning."""
SMALL = frozenset(
    "a an the and or of to for in on at by with from your our my their his her its we you i they it is are be been "
    "as that this these those who which how what when where there here us any all some if so not no can will do does "
    "have has had was were just also etc per about into out up".split()
)
"""Words that say little by themselves; between the words of a phrase they may stand or be missing."""
KEPT = {
    word: word
    for word in "activity animated animation blinds boxing business care careful carer carers cleaning clothes "
    "clothing community conditioning dependants drinkers drinking drinks fishing fitness gardeners "
    "gardening housing memorial mindful mindfulness musical natural news parenting personal police "
    "policy practical practice probate provident relaxation rowing running separate separated separation "
    "suicidal suicide therapy training traveller university used uses volunteering".split()
}
KEPT |= {"carers": "carer", "travellers": "traveller"}
KEPT |= {"activities": "activity", "communities": "community", "policies": "policy"}
"""Where the stemmer would make one word of two."""
AT_HOME = "at home"

_SENTENCES = re.compile(r"[.;!?\n•](?:\s|$)|\n")
_CLAUSES = re.compile(r"[.,;:!?()\[\]\n/|•–—>]|\s-\s")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?(?:[+&](?=\s|$))?")

Words = tuple[str, ...]


class Clause(NamedTuple):
    """The stems of the words that say something, and the small words before each of them and after the last."""

    stems: Words
    gaps: tuple[Words, ...]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a word in lower case (Porter, 1980)."""
    return KEPT.get(word) or str(porter(word))


def sentences(text: str) -> list[list[Clause]]:
    """The clauses of each sentence. "can't" is one word, and so is "women's" with "women"."""
    plain = text[:LONGEST]
    if not plain.isascii():
        plain = without_accents(plain.replace("’", "'").replace("‘", "'"))
    bare = plain.lower()
    return [found for part in _SENTENCES.split(bare) if (found := _clauses(part))]


def clauses(text: str) -> list[Clause]:
    """All clauses of a text, in one run."""
    return [clause for sentence in sentences(text) for clause in sentence]


def _clauses(sentence: str) -> list[Clause]:
    return [found for part in _CLAUSES.split(sentence) if (found := _clause(part)).stems]


@lru_cache(maxsize=5_000)
def _clause(clause: str) -> Clause:
    stems: list[str] = []
    gaps: list[list[str]] = [[]]
    # A dash within a word joins or parts it as people like: "co-production", "dial a ride".
    for word in _WORD.findall(clause.replace("-", " ")):
        word = word.removesuffix("'s").replace("'", "")
        if word in SMALL:
            gaps[-1].append(word)
        elif word:
            # A home where one lives, and help at home, are two things.
            stems.append(AT_HOME if word == "home" and gaps[-1][-1:] == ["at"] else stem(word))
            gaps.append([])
    return Clause(tuple(stems), tuple(map(tuple, gaps)))


@lru_cache(maxsize=8_000)
def phrase(text: str) -> Clause:
    """A phrase of the vocabulary as one clause."""
    parts = clauses(text)
    if not parts:
        return Clause((), ((),))
    between = (gap for part in parts for gap in part.gaps[:-1])
    return Clause(tuple(word for part in parts for word in part.stems), (*between, parts[-1].gaps[-1]))
