"""What a record's categories, name and description say of the needs it serves, and how much each of them weighs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from directory.taxonomies import Term
from importers.addresses import is_town
from importers.foreign_categories import needs_of_category
from importers.offering import offered
from importers.phrases import OFFERS, REACH, Found, Grade, Phrases, own_words
from importers.wording import LONGEST, Clause, Words, clauses, phrase, sentences, stem

FLOOR = 0.67
"""Below this nothing is said."""
CATEGORY, TAG, HINT = 0.9, 0.7, 0.5
"""What a category says by itself, one of a vague word, and one that needs something else beside it."""

Weights = Mapping[Grade, float]

PART: Weights = dict(zip(Grade, (0.85, 0.7, 0.5, 0.6, 0.45), strict=True))
NAME: Weights = dict(zip(Grade, (0.85, FLOOR, 0.4, 0.5, 0.3), strict=True))
OPENING: Weights = dict(zip(Grade, (0.75, 0.42, 0.33, 0.4, 0.18), strict=True))
DESCRIPTION: Weights = dict(zip(Grade, (0.7, 0.36, 0.3, 0.36, 0.16), strict=True))
PASSING = 0.55
"""The most that is believed of one word in passing, and of a need that changes how a person is led."""
HEAD = 0.45
"""What the word says by which a thing is called, where a description should say the same."""
OPENS = 3
"""Clauses of a description that open it."""

KINDS = frozenset(map(stem, "group club project service scheme centre team society session class drop meeting".split()))
"""Words for what kind of thing it is, behind the word that says what it is about."""


@dataclass(frozen=True)
class Hit:
    """A phrase that was found for a need, where, and with how much weight."""

    code: str
    stems: Words
    weight: float
    where: str


class Evidence:
    """Finds what speaks for a need, by a vocabulary."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._phrases = Phrases(terms)
        self._exact: dict[str, dict[str, Grade]] = defaultdict(dict)
        for term in terms:
            for words in (term.name, *term.words):
                self._exact[words.lower()][term.code] = Grade.ASKED

    def in_categories(self, categories: Iterable[str]) -> Iterator[Hit]:
        """What the source says it is, in its own vocabulary or anybody's."""
        for category in categories:
            stems = phrase(category).stems
            if (foreign := needs_of_category(category)) is not None:
                for code, alone in foreign.items():
                    yield Hit(code, stems, CATEGORY if alone else HINT, "category")
            elif grades := self._phrases.whole(phrase(category)) or self._exact.get(category.strip().lower()):
                weak = all(grade is Grade.LIKELY for grade in grades.values())
                for code in grades:
                    yield Hit(code, stems, TAG if weak else CATEGORY, "category")
            else:
                for clause in clauses(category):
                    for found in self._phrases.find(clause):
                        share = sqrt(len(found.stems) / len(clause.stems))
                        for code, grade in found.grades.items():
                            yield Hit(code, found.stems, PART[grade] * share, "category")

    def in_name(self, name: str, alone: bool) -> Iterator[Hit]:
        """What its name says; `alone` where no description says more."""
        for clause in clauses(_without_place(name)):
            for found in self._phrases.find(clause):
                for code, grade in found.grades.items():
                    yield Hit(code, found.stems, _named_weight(grade, alone, _heads(found, clause)), "name")

    def in_text(self, description: str) -> Iterator[Hit]:
        """What the description offers."""
        seen = 0
        for at, sentence in enumerate(sentences(offered(description[:LONGEST]))):
            offering = 0
            for clause in sentence:
                weights = OPENING if seen < OPENS else DESCRIPTION
                for found in self._phrases.find(clause, offering):
                    for code, grade in found.grades.items():
                        passing = _in_passing(code, len(found.stems), at, seen)
                        weight = min(weights[grade], PASSING) if passing else weights[grade]
                        yield Hit(code, found.stems, weight, "description")
                offering = REACH if OFFERS.intersection(clause.stems) else max(0, offering - len(clause.stems))
                seen += 1


def _named_weight(grade: Grade, alone: bool, heads: bool) -> float:
    """What a word of the name says: "St Brannoc's Church" is one, "Church Street Pharmacy" is not."""
    if grade is not Grade.NAMED or (alone and heads):
        return NAME[grade]
    return HEAD if heads else NAME[Grade.LIKELY]


def _in_passing(code: str, length: int, sentence: int, clause: int) -> bool:
    """One word behind the opening, or a need that changes how a person is led and not at the very beginning."""
    return (clause >= OPENS and length == 1) or (sentence > 0 and clause > 1 and code in own_words())


def _heads(found: Found, clause: Clause) -> bool:
    """Whether a phrase is what the name calls the thing: its last word, but for "group", or the last before "for"."""
    rest = clause.stems[found.end :]
    return bool(clause.gaps[found.end]) or all(word in KINDS for word in rest)


def _without_place(name: str) -> str:
    """Without where it is: "Coffee at Bootle Library" is no library, and "Anfield Choir" no football."""
    words = re.split(r" at | @ ", name)[0].split()
    return " ".join(word for word in words if not (word[:1].isupper() and is_town(word.strip(",.:()–-"))))
