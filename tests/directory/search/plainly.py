"""What a search must answer, worked out one asset at a time from the formula in `directory.search.ranking`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log1p

import numpy as np

from directory.clock import today
from directory.geography import Place, distance_miles
from directory.kinds import FROM_HOME
from directory.search.document import AT_A_SITE, FACETS, Document, Site
from directory.search.query import DISTANCES, Query, Sort
from directory.search.ranking import (
    AGES_UNSAID,
    FAINTLY,
    FIELDS,
    MEANING,
    NEAR_ANYWHERE,
    NEAR_UNKNOWN,
    PAUSED,
    SATURATION,
    SIDE_BY_SIDE,
    TOGETHER,
    USUAL,
    WORTH_SHOWING,
    near,
    sure,
)
from directory.search.words import FAINT, Word, words_of


@dataclass
class Said:
    """What some words count in one asset, and how rare those found are."""

    text: float = 0.0
    share: float = 0.0


class Plainly:
    """Answers without arrays. Spelling is not mended."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = sorted(documents, key=lambda document: document.id)
        self._counts = {document.id: _counts(document) for document in documents}

    def ids(self, query: Query) -> list[str]:
        """All answers in order."""
        ranked = [(self._far(query, one), -round(score, 3), one.id) for one, score in self._scored(query)]
        return [identity for *_, identity in sorted(ranked)]

    def facets(self, query: Query) -> dict[str, dict[str, int]]:
        """What choosing each value alone gives: asked for each by itself."""
        freed = {"need": "needs", "language": "languages", "sector": "sectors", "audience": "audiences"}
        freed |= {"attending": "attending", "day": "days", "time": "times_of_day"}
        counted: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
        if query.near:
            within = {miles: list(self._scored(query.but(within_miles=miles))) for miles in DISTANCES}
            counted["distance"] = {str(miles): len(found) for miles, found in within.items() if found}
        for flag in {flag for document in self.documents for flag in document.flags}:
            facet, _, value = flag.partition(":")
            if facet in counted:
                wider = query.but(**{freed[facet]: ()}) if facet in freed else query
                wider = wider.but(free=False, max_cost=None) if facet == "cost" else wider
                found = [one for one, _ in self._scored(wider) if self._chosen(one, wider, facet, value)]
                if found:
                    counted[facet][value] = len(found)
        return counted

    def scores(self, query: Query) -> dict[str, float]:
        """By their ids."""
        return {document.id: score for document, score in self._scored(query)}

    def _chosen(self, document: Document, query: Query, facet: str, value: str) -> bool:
        """Whether it has this value besides: at a site that fits, where that may differ."""
        has = {f"{facet}:{value}"}
        if facet == "day" and query.times_of_day:
            has = {f"when:{value} {part}" for part in query.times_of_day}
        if facet == "time" and query.days:
            has = {f"when:{day} {value}" for day in query.days}
        if facet not in AT_A_SITE:
            return not has.isdisjoint(document.flags)
        return any(not has.isdisjoint(site.flags) for site in _fitting_sites(document, query))

    def _scored(self, query: Query) -> Iterator[tuple[Document, float]]:
        said = self._said(query)
        best = max((one.share for one in said.values()), default=0.0)
        for document in self.documents:
            score = 1.0
            if said:
                part = said[document.id].share / best if best else 0.0
                if part < WORTH_SHOWING:
                    continue
                score = said[document.id].text * (1 - TOGETHER + TOGETHER * part)
                score += self._sum(words_of(query.lifting))[document.id].text
                score += self._beside(document, query)
            if _fits(document, query):
                yield document, score * self._standing(document, query)

    def _said(self, query: Query) -> dict[str, Said]:
        asked = list({word.stem: word for word in words_of(query.words)}.values())
        if not asked and not query.meant:
            return {}
        spoken = {word.stem: meaning for meaning in query.meant for word in words_of(meaning.words)}
        alone = [word for word in asked if word.stem not in spoken]
        total = self._sum(alone)
        for meaning in query.meant:
            own = self._sum([word for word in asked if spoken.get(word.stem) is meaning])
            served = [one.id for one in self.documents if any(f"need:{need}" in one.flags for need in meaning.needs)]
            rare = self._rareness(len(served))
            text = MEANING * max([rare * (SATURATION + 1), *(one.text for one in own.values())])
            share = MEANING * max([rare, *(one.share for one in own.values())])
            for identity in served:
                own[identity] = Said(max(own[identity].text, text), max(own[identity].share, share))
            for identity, one in own.items():
                total[identity].text += one.text
                total[identity].share += one.share
        return total

    def _beside(self, document: Document, query: Query) -> float:
        pairs = dict.fromkeys(pairwise(words_of(query.words)))
        return sum(
            SIDE_BY_SIDE * sum(self._rare(word) for word in pair)
            for pair in pairs
            if not FAINT.issuperset(word.written for word in pair)
            and _has_phrase(document, " ".join(word.written for word in pair))
        )

    def _rare(self, word: Word) -> float:
        having = sum(word.stem in counts for counts in self._counts.values())
        return self._rareness(having) * (FAINTLY if word.written in FAINT else 1)

    def _sum(self, words: Sequence[Word]) -> dict[str, Said]:
        summed = {document.id: Said() for document in self.documents}
        for word in words:
            having = [identity for identity, counts in self._counts.items() if word.stem in counts]
            rare = self._rareness(len(having)) * (FAINTLY if word.written in FAINT else 1)
            for identity in having:
                frequency = self._counts[identity][word.stem]
                summed[identity].text += rare * frequency * (SATURATION + 1) / (frequency + SATURATION)
                summed[identity].share += rare
        return summed

    def _rareness(self, found_in: int) -> float:
        return log1p((len(self.documents) - found_in + 0.5) / (found_in + 0.5))

    def _standing(self, document: Document, query: Query) -> float:
        days = today().toordinal() - document.assured_on.toordinal() if document.assured_on else float("nan")
        standing = float(sure(np.array([days]))[0]) * (PAUSED if "status:paused" in document.flags else 1)
        if query.age is not None and document.minimum_age is None and document.maximum_age is None:
            standing *= AGES_UNSAID
        if query.near is None:
            return standing
        miles = _miles(document, query)
        if miles is not None:
            return standing * float(near(np.array([miles]))[0])
        return standing * (
            NEAR_ANYWHERE if any(f"attending:{way}" in document.flags for way in FROM_HOME) else NEAR_UNKNOWN
        )

    def _far(self, query: Query, document: Document) -> float:
        if query.sort is not Sort.NEAREST or query.near is None:
            return 0.0
        miles = _miles(document, query)
        return float("inf") if miles is None else round(miles, 6)


def _counts(document: Document) -> dict[str, float]:
    """BM25F's frequency of each stem: over all fields, each by its weight and length."""
    found: dict[str, float] = {}
    for field, (weight, by_length) in FIELDS.items():
        words = words_of(getattr(document, field))
        for stem, count in Counter(word.stem for word in words).items():
            length = len(words) / USUAL[field]
            found[stem] = found.get(stem, 0.0) + weight * count / (1 - by_length + by_length * length)
    return found


def _fits(document: Document, query: Query) -> bool:
    flags = set(document.flags)
    alternatives = {
        "need": query.needs,
        "attending": query.attending,
        "language": query.languages,
        "sector": query.sectors,
        "audience": query.audiences,
    }
    required = ["free:yes"] * query.free
    required += [f"gender:{query.gender}"] if query.gender else []
    return (
        all(
            not values or any(f"{facet}:{value}" in flags for value in values) for facet, values in alternatives.items()
        )
        and flags.issuperset(required)
        and (query.max_cost is None or (document.price is not None and document.price <= query.max_cost))
        and not _other_age(document, query.age)
        and (query.among is None or document.id in query.among)
        and bool(_fitting_sites(document, query))
        and all(_has_phrase(document, phrase) for phrase in query.phrases)
        and not any(_has_phrase(document, words) for words in query.without)
    )


def _has_phrase(document: Document, phrase: str) -> bool:
    wanted = [word.stem for word in words_of(phrase)]
    texts = [[word.stem for word in words_of(getattr(document, field))] for field in FIELDS]
    return any(wanted == text[start : start + len(wanted)] for text in texts for start in range(len(text)))


def _other_age(document: Document, age: float | None) -> bool:
    if age is None:
        return False
    lowest, highest = document.minimum_age, document.maximum_age
    return (lowest is not None and lowest > age) or (highest is not None and highest < age)


def _sites(document: Document) -> list[Site]:
    """Its venues with what holds at each; one that is nowhere where it has none."""
    if document.sites:
        return list(document.sites)
    return [Site(point, document.flags) for point in document.points or (None,)]


def _fitting_sites(document: Document, query: Query, *, near: bool = True) -> list[Site]:
    """Those that have all that is asked of one site, and are near enough."""
    pairs = {f"when:{day} {part}" for day in query.days for part in query.times_of_day}
    any_of = [{f"day:{day}" for day in query.days}, {f"time:{part}" for part in query.times_of_day}, pairs]
    every = {f"access:{feature}" for feature in query.access}
    return [
        site
        for site in _sites(document)
        if all(not wanted or not wanted.isdisjoint(site.flags) for wanted in any_of)
        and every.issubset(site.flags)
        and (not near or _is_within(site, query))
    ]


def _is_within(site: Site, query: Query) -> bool:
    if query.near is None or query.within_miles is None:
        return True
    return site.point is not None and distance_miles(query.near, Place(*site.point, "")) <= query.within_miles


def _miles(document: Document, query: Query) -> float | None:
    """To the nearest of its sites that have what is asked."""
    assert query.near is not None
    points = [site.point for site in _fitting_sites(document, query, near=False) if site.point]
    return min((distance_miles(query.near, Place(*point, "")) for point in points), default=None)
