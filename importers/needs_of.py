"""Which needs a record serves, from its categories, its name and what it says of itself, and how sure that is.

A category is said by the partner and counts most; then the name; then the description, its first words before the
rest. Below `FLOOR` nothing is said: a wrong need is worse than none. A need wins over its domain, which is only given
where a category names it and nothing says which part.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from directory.listing import NeedLink
from directory.taxonomies import Term
from importers.addresses import is_town
from importers.foreign_categories import SILENT, needs_of_category
from importers.offering import offered
from importers.phrases import OFFERS, REACH, Found, Grade, Phrases, own_words
from importers.wording import LONGEST, Clause, Words, clauses, phrase, sentences, stem

FLOOR = 0.67
MOST = 4
"""Needs that are read from text; more than these and nobody knows what it is for."""
BY_TEXT = 0.9
"""The most that text is believed; only a person who names a need is believed wholly."""
BY_DOMAIN = FLOOR
"""The most that a domain is believed: "things to do" says little."""
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

_LEVELS = re.compile(r"\s*(?:>|\||::|»)\s*")


@dataclass(frozen=True)
class _Hit:
    """A phrase that was found for a need, where, and with how much weight."""

    code: str
    stems: Words
    weight: float
    where: str


class NeedReader:
    """Reads needs by a vocabulary. Making one costs some milliseconds; keep it for a whole import."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._parents = {term.code: term.parent_code for term in terms}
        self._names = {phrase(term.name).stems: term.code for term in reversed(terms)}
        self._exact: dict[str, dict[str, Grade]] = defaultdict(dict)
        for term in terms:
            for words in (term.name, *term.words):
                self._exact[words.lower()][term.code] = Grade.ASKED
        self._phrases = Phrases(terms)
        # Chains and timetables say the same of themselves a thousand times.
        self._read = lru_cache(maxsize=20_000)(self._read_anew)

    def read(self, categories: Sequence[str], name: str, description: str) -> tuple[NeedLink, ...]:
        """The needs it serves, surest first."""
        return self._read(tuple(categories), name, description)

    def _read_anew(self, categories: Sequence[str], name: str, description: str) -> tuple[NeedLink, ...]:
        certain: dict[str, float] = {}
        words: list[str] = []
        for category in categories:
            if code := self._named(category):
                certain[code] = 1.0
            else:
                words.extend(_LEVELS.split(category))
        hits = [*self._in_categories(words), *self._in_text(description)]
        if not any(hit.code == SILENT for hit in hits):
            hits.extend(self._in_name(name, alone=not description.strip()))
        sure = self._weigh(hits)
        return tuple(NeedLink(id=code, confidence=sureness) for code, sureness in self._chosen(certain, sure))

    def _named(self, category: str) -> str | None:
        code = category.strip().upper()
        return code if code in self._parents else self._names.get(phrase(category).stems)

    def _in_categories(self, categories: Iterable[str]) -> Iterator[_Hit]:
        for category in categories:
            stems = phrase(category).stems
            if (foreign := needs_of_category(category)) is not None:
                for code, alone in foreign.items():
                    yield _Hit(code, stems, CATEGORY if alone else HINT, "category")
            elif grades := self._phrases.whole(phrase(category)) or self._exact.get(category.strip().lower()):
                weak = all(grade is Grade.LIKELY for grade in grades.values())
                for code in grades:
                    yield _Hit(code, stems, TAG if weak else CATEGORY, "category")
            else:
                for clause in clauses(category):
                    for found in self._phrases.find(clause):
                        share = sqrt(len(found.stems) / len(clause.stems))
                        for code, grade in found.grades.items():
                            yield _Hit(code, found.stems, PART[grade] * share, "category")

    def _in_name(self, name: str, alone: bool) -> Iterator[_Hit]:
        for clause in clauses(_without_place(name)):
            for found in self._phrases.find(clause):
                for code, grade in found.grades.items():
                    yield _Hit(code, found.stems, _named_weight(grade, alone, _heads(found, clause)), "name")

    def _in_text(self, description: str) -> Iterator[_Hit]:
        seen = 0
        for at, sentence in enumerate(sentences(offered(description[:LONGEST]))):
            offering = 0
            for clause in sentence:
                weights = OPENING if seen < OPENS else DESCRIPTION
                for found in self._phrases.find(clause, offering):
                    for code, grade in found.grades.items():
                        passing = _in_passing(code, len(found.stems), at, seen)
                        weight = min(weights[grade], PASSING) if passing else weights[grade]
                        yield _Hit(code, found.stems, weight, "description")
                offering = REACH if OFFERS.intersection(clause.stems) else max(0, offering - len(clause.stems))
                seen += 1

    def _weigh(self, hits: Iterable[_Hit]) -> dict[str, float]:
        """How sure each term is: every phrase takes away a part of the doubt, once in each place it stands."""
        best: dict[tuple[str, Words, str], float] = {}
        for hit in hits:
            key = hit.code, hit.stems, hit.where
            best[key] = max(best.get(key, 0.0), min(hit.weight, BY_TEXT))
        doubt: dict[str, float] = defaultdict(lambda: 1.0)
        for (code, *_), weight in best.items():
            if code in self._parents:
                doubt[code] *= 1 - weight
        most = {code: BY_TEXT if self._parents[code] else BY_DOMAIN for code in doubt}
        return {code: round(min(1 - left, most[code]), 2) for code, left in doubt.items()}

    def _chosen(self, certain: Mapping[str, float], sure: Mapping[str, float]) -> list[tuple[str, float]]:
        read = {code: sureness for code, sureness in sure.items() if sureness >= FLOOR and code not in certain}
        # What only just reaches it, a word of the name, is believed where nothing says more.
        if certain or max(read.values(), default=FLOOR) > FLOOR:
            read = {code: sureness for code, sureness in read.items() if sureness > FLOOR}
        ranked = [*certain.items(), *sorted(read.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]]
        specific = any(self._parents[code] for code, _ in ranked)
        return [pair for pair in ranked if pair[0] in certain or self._parents[pair[0]] or not specific]


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
