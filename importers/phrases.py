"""The phrases by which a need is known, and where they stand in a clause.

There are two kinds. What providers call their work (`provider_words.toml`) is written for records: a `sure` phrase
says it by itself, a `named` one when it stands in a category or a name, a `likely` one when something else says the
same. The words in which people ask (the vocabulary's own) only support these: a record that says "stairs" means its
entrance.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from importlib.resources import files

from directory.taxonomies import Term
from importers.wording import Clause, Words, phrase


class Grade(IntEnum):
    """How much a phrase says, the most first."""

    SURE = 0
    NAMED = 1
    LIKELY = 2
    ASKED = 3
    ASKED_WORD = 4


NOTHING, OWN_WORDS = "nothing", "own_words"
OFFERS = frozenset(("advic", "advis", "guidanc", "help", "support"))
"""After these words a plain noun is what is offered: "advice on benefits, debt and housing"."""
REACH = 14
"""Words after such a word that it may still speak of."""

Grades = Mapping[str, Grade]


@dataclass
class _Meaning:
    """What a run of stems means by itself, and what with certain small words before and after it."""

    plain: dict[str, Grade] | None = None
    edged: list[tuple[Words, Words, dict[str, Grade]]] = field(default_factory=list)

    def grades(self, before: Words, after: Words) -> Grades | None:
        """None where it means something only beside other small words ("in recovery")."""
        for lead, trail, grades in self.edged:
            if before[len(before) - len(lead) :] == lead and after[: len(trail)] == trail:
                return grades
        return self.plain


@dataclass(frozen=True)
class Found:
    """A phrase that stands in a clause, the needs it speaks for, and the place behind it."""

    stems: Words
    grades: Grades
    end: int


class Phrases:
    """All phrases of a vocabulary."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._meanings: dict[Words, _Meaning] = {}
        self._longest: dict[str, int] = {}
        self._silent: set[Clause] = set()
        known = {term.code for term in terms}
        for words in provider_words()[NOTHING]["words"] if known else ():
            self._add(words, None, Grade.SURE)
        for code in known & provider_words().keys():
            for kind, phrases in provider_words()[code].items():
                for words in phrases:
                    self._add(words, code, Grade[kind.upper()])
        self._add_asked(terms)
        for meaning in self._meanings.values():
            meaning.edged.sort(key=lambda edge: -len(edge[0]) - len(edge[1]))

    def _add_asked(self, terms: Iterable[Term]) -> None:
        """People's words, but for needs that change how a person is led: there a record must say it as providers do."""
        for term in terms:
            if term.parent_code is None or term.code in own_words():
                continue
            for words in (term.name, *term.words):
                many = len(phrase(words).stems) > 1
                self._add(words, term.code, Grade.ASKED if many else Grade.ASKED_WORD)

    def _add(self, words: str, code: str | None, grade: Grade) -> None:
        stems, gaps = phrase(words)
        edged = Clause(stems, (gaps[0], gaps[-1]))
        if not stems or (edged in self._silent and grade >= Grade.ASKED):
            return
        grades = _edge(self._meanings.setdefault(stems, _Meaning()), gaps[0], gaps[-1])
        if code is None:
            self._silent.add(edged)
        elif grades.get(code, Grade.ASKED_WORD) >= grade:
            grades[code] = grade
        self._longest[stems[0]] = max(self._longest.get(stems[0], 0), len(stems))

    def whole(self, clause: Clause) -> Grades:
        """What a clause means as a whole, the small words within it left aside; empty if it is no phrase."""
        meaning = self._meanings.get(clause.stems)
        grades = (meaning and meaning.grades(clause.gaps[0], clause.gaps[-1])) or {}
        best = min(grades.values(), default=Grade.ASKED)
        return {code: grade for code, grade in grades.items() if grade <= Grade.NAMED or best > Grade.NAMED}

    def find(self, clause: Clause, offered: int = 0) -> Iterator[Found]:
        """The longest phrases in a clause, from left to right, none over another.

        `offered` counts the words that a word such as "advice", said before in the sentence, still speaks of.
        """
        stems, gaps = clause
        at = 0
        while at < len(stems):
            offered = REACH if stems[at] in OFFERS else offered
            found = self._at(stems, gaps, at)
            if offered and (found is None or len(found.stems) == 1):
                found = self._offer(stems[at], at) or found
            if found:
                yield found
            # A phrase that says little hides none that says more: "outings and lunch" in "outings and lunch clubs".
            step = len(found.stems) if found and min(found.grades.values(), default=Grade.SURE) < Grade.LIKELY else 1
            at += step
            offered = max(0, offered - step)

    def _at(self, stems: Words, gaps: Sequence[Words], at: int) -> Found | None:
        for length in range(min(self._longest.get(stems[at], 0), len(stems) - at), 0, -1):
            run = stems[at : at + length]
            meaning = self._meanings.get(run)
            if meaning and (grades := meaning.grades(gaps[at], gaps[at + length])) is not None:
                return Found(run, grades, at + length)
        return None

    def _offer(self, stem: str, at: int) -> Found | None:
        """What a noun means after "advice on": the phrase that it makes with that word."""
        meaning = self._meanings.get((stem, "advic"))
        return Found((stem,), meaning.plain, at + 1) if meaning and meaning.plain else None


def _edge(meaning: _Meaning, lead: Words, trail: Words) -> dict[str, Grade]:
    if not lead and not trail:
        meaning.plain = {} if meaning.plain is None else meaning.plain
        return meaning.plain
    for before, after, known in meaning.edged:
        if (before, after) == (lead, trail):
            return known
    grades: dict[str, Grade] = {}
    meaning.edged.append((lead, trail, grades))
    return grades


@cache
def provider_words() -> dict[str, dict[str, tuple[str, ...]]]:
    """By need and kind ("sure", "named", "likely"), what providers call it."""
    written = tomllib.loads(files("importers").joinpath("provider_words.toml").read_text("utf-8"))
    return {
        code: {kind: tuple(" ".join(word.split()) for word in words.split(";")) for kind, words in kinds.items()}
        for code, kinds in written.items()
    }


@cache
def own_words() -> frozenset[str]:
    """Needs that change how a person is led: a record must name them as providers do, and not in passing."""
    return frozenset(provider_words()[OWN_WORDS]["needs"])
