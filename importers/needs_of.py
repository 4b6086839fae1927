"""Which needs a record serves, from its categories, its name and what it says of itself, and how sure that is.

A category is said by the partner and counts most; then the name; a phrase of two words or more in the description
counts, one vague word there does not. Below `FLOOR` nothing is said: a wrong need is worse than none. A need wins
over its domain, which is only given where a category names it and nothing says which part.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

from directory.listing import NeedLink
from directory.taxonomies import Term
from importers.addresses import is_town
from importers.wording import clauses, phrase

FLOOR = 0.6
MOST = 3
"""Needs that are read from text; more than these and nobody knows what it is for."""
BY_TEXT = 0.9
"""The most that text is believed; only a person who names a need is believed wholly."""

BY_DOMAIN = 0.6
"""The most that a domain is believed: "things to do" says little."""

CATEGORY, CATEGORY_PART, NAME, FIRST_WORDS, DESCRIPTION = 0.9, 0.8, 0.6, 0.4, 0.3
LONG = 1.6
"""A phrase of two words or more counts so much more than a word."""

Stems = tuple[str, ...]


@dataclass(frozen=True)
class _Hit:
    """A phrase that was found, the terms it speaks for, and with how much weight."""

    found: Stems
    codes: tuple[str, ...]
    weight: float
    where: str


class NeedReader:
    """Reads needs by a vocabulary. Making one costs some milliseconds; keep it for a whole import."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._parents = {term.code: term.parent_code for term in terms}
        self._phrases: dict[Stems, list[str]] = defaultdict(list)
        self._exact: dict[str, list[str]] = defaultdict(list)
        self._names = {phrase(term.name): term.code for term in reversed(terms)}
        for term in terms:
            for words in (term.name, *term.words, *provider_words().get(term.code, ())):
                stems = phrase(words)
                self._exact[words.lower()].append(term.code)
                if stems and term.code not in self._phrases[stems]:
                    self._phrases[stems].append(term.code)
        self._longest = max(map(len, self._phrases), default=0)
        self._spread = _spread(terms)

    def read(self, categories: Sequence[str], name: str, description: str) -> tuple[NeedLink, ...]:
        """The needs it serves, surest first."""
        said = [category.strip().upper() for category in categories]
        certain = {code: 1.0 for code in said if code in self._parents}
        certain |= {self._names[stems]: 1.0 for c in categories if (stems := phrase(c)) in self._names}
        words = [c for c in categories if c.strip().upper() not in self._parents]
        sure = self._weigh([*self._in_categories(words), *self._in_text(name, description)])
        return tuple(NeedLink(id=code, confidence=sureness) for code, sureness in self._chosen(certain, sure))

    def _in_categories(self, categories: Iterable[str]) -> Iterator[_Hit]:
        for category in categories:
            stems = phrase(category)
            if codes := self._exact.get(category.strip().lower()) or self._phrases.get(stems):
                yield _Hit(stems, tuple(codes), CATEGORY, "category")
                continue
            for found in self._matches(stems):
                weight = CATEGORY_PART * sqrt(len(found) / len(stems)) * self._telling(found)
                yield _Hit(found, tuple(self._phrases[found]), weight, "category")

    def _in_text(self, name: str, description: str) -> Iterator[_Hit]:
        parts = [(clause, NAME, "name") for clause in clauses(_without_place(name))]
        for at, clause in enumerate(clauses(description)):
            parts.append((clause, FIRST_WORDS if at < 2 else DESCRIPTION, "description"))
        for clause, weight, where in parts:
            for found in self._matches(clause):
                longer = LONG if len(found) > 1 else 1.0
                yield _Hit(found, tuple(self._phrases[found]), weight * longer * self._telling(found), where)

    def _matches(self, clause: Stems) -> Iterator[Stems]:
        """The longest phrases in a clause, from left to right, none over another."""
        at = 0
        while at < len(clause):
            for length in range(min(self._longest, len(clause) - at), 0, -1):
                found = clause[at : at + length]
                if found in self._phrases:
                    yield found
                    at += length - 1
                    break
            at += 1

    def _telling(self, stems: Stems) -> float:
        """How much a phrase tells, 0 to 1: a word that many needs share tells little."""
        return min(1.0, sum(1 / sqrt(self._spread.get(stem, 1)) for stem in stems))

    def _weigh(self, hits: Iterable[_Hit]) -> dict[str, float]:
        """How sure each term is: every phrase takes away a part of the doubt, once in each place it stands."""
        best: dict[tuple[str, Stems, str], float] = {}
        for hit in hits:
            for code in hit.codes:
                key = code, hit.found, hit.where
                best[key] = max(best.get(key, 0.0), min(hit.weight, BY_TEXT))
        doubt: dict[str, float] = defaultdict(lambda: 1.0)
        for (code, *_), weight in best.items():
            doubt[code] *= 1 - weight
        most = {code: BY_TEXT if parent else BY_DOMAIN for code, parent in self._parents.items()}
        return {code: round(min(1 - left, most[code]), 2) for code, left in doubt.items()}

    def _chosen(self, certain: Mapping[str, float], sure: Mapping[str, float]) -> list[tuple[str, float]]:
        read = {code: sureness for code, sureness in sure.items() if sureness >= FLOOR and code not in certain}
        ranked = [*certain.items(), *sorted(read.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]]
        specific = any(self._parents[code] for code, _ in ranked)
        return [pair for pair in ranked if pair[0] in certain or self._parents[pair[0]] or not specific]


@cache
def provider_words() -> dict[str, tuple[str, ...]]:
    """By need, what providers call it."""
    written = tomllib.loads(files("importers").joinpath("provider_words.toml").read_text("utf-8"))["words"]
    return {code: tuple(word.strip() for word in words.split(";")) for code, words in written.items()}


def _spread(terms: Sequence[Term]) -> Counter[str]:
    """In how many needs each word occurs."""
    return Counter(
        stem for term in terms for stem in {stem for words in (term.name, *term.words) for stem in phrase(words)}
    )


def _without_place(name: str) -> str:
    """Without where it is: "Coffee at Bootle Library" is no library, and "Anfield Choir" no football."""
    words = re.split(r" at | @ ", name)[0].split()
    return " ".join(word for word in words if not (word[:1].isupper() and is_town(word.strip(",.:()–-"))))
