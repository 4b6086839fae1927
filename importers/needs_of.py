"""Which needs a record serves, from its categories, its name and what it says of itself, and how sure that is.

A category is said by the partner and counts most; then the name; then the description, its first words before the
rest. Below `FLOOR` nothing is said: a wrong need is worse than none. A need wins over its domain, which is only given
where a category names it and nothing says which part.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from directory.listing import NeedLink
from directory.taxonomies import Term
from importers.evidence import FLOOR, Evidence, Hit
from importers.foreign_categories import SILENT
from importers.wording import LONGEST, Words, phrase

MOST = 4
"""Needs that are read from text; more than these and nobody knows what it is for."""
BY_TEXT = 0.9
"""The most that text is believed; only a person who names a need is believed wholly."""
BY_DOMAIN = FLOOR
"""The most that a domain is believed: "things to do" says little."""
_LEVELS = re.compile(r"\s*(?:>|\||::|»)\s*")


class NeedReader:
    """Reads needs by a vocabulary. Making one costs some milliseconds; keep it for a whole import."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._parents = {term.code: term.parent_code for term in terms}
        self._names = {phrase(term.name).stems: term.code for term in reversed(terms)}
        self._evidence = Evidence(terms)
        # Chains and timetables say the same of themselves a thousand times.
        self._read = lru_cache(maxsize=5_000)(self._read_anew)

    def read(self, categories: Sequence[str], name: str, description: str) -> tuple[NeedLink, ...]:
        """The needs it serves, surest first."""
        return self._read(tuple(categories), name, description[:LONGEST])

    def _read_anew(self, categories: Sequence[str], name: str, description: str) -> tuple[NeedLink, ...]:
        certain: dict[str, float] = {}
        words: list[str] = []
        for category in categories:
            if code := self._named(category):
                certain[code] = 1.0
            else:
                words.extend(_LEVELS.split(category))
        hits = [*self._evidence.in_categories(words), *self._evidence.in_text(description)]
        if not any(hit.code == SILENT for hit in hits):
            hits.extend(self._evidence.in_name(name, alone=not description.strip()))
        sure = self._weigh(hits)
        return tuple(NeedLink(id=code, confidence=sureness) for code, sureness in self._chosen(certain, sure))

    def _named(self, category: str) -> str | None:
        code = category.strip().upper()
        return code if code in self._parents else self._names.get(phrase(category).stems)

    def _weigh(self, hits: Iterable[Hit]) -> dict[str, float]:
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
