"""How good answers are: judged cases, measures, and what one would use instead.

A case says which assets answer a question, and how well: 3 is what was meant, 1 would do no harm further down.
"""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, log2
from pathlib import Path
from statistics import mean

from sqlmodel import Session

from directory.asset import Asset
from directory.assets import each_asset
from directory.errors import Invalid
from directory.geography import Place, distance_miles
from directory.search.document import document_of
from directory.search.ranking import FIELDS
from directory.search.reading import meanings
from directory.search.words import words_of

FIRST_PAGE = 10
LOOKED_THROUGH = 20

Answer = Callable[[str, Place | None], Sequence[str]]
"""From words and a place to the ids of the answers (`name_of`), best first."""


@dataclass(frozen=True)
class Case:
    """One question, and the grades of what answers it by their ids (`name_of`); what is not named is no answer."""

    id: str
    text: str
    near: str | None
    relevant: Mapping[str, int]


@dataclass(frozen=True)
class Quality:
    """Means over cases: nDCG of the first ten, the part of all answers in the first twenty, cases with no answer at all
    that have one, and the slowest twentieth in milliseconds.
    """

    cases: int
    ndcg: float
    recall: float
    nothing: float
    p95: float


def read_cases(file: Path) -> list[Case]:
    """One JSON object a line. Invalid names the line that is none."""
    cases = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            said = json.loads(line)
            grades = {str(one): int(grade) for one, grade in said["relevant"].items()}
            cases.append(Case(str(said["id"]), str(said["text"]), said.get("near"), grades))
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise Invalid(f"{file.name}, line {number} is no judged case.") from error
    return cases


def ndcg(found: Sequence[str], relevant: Mapping[str, int], first: int = FIRST_PAGE) -> float:
    """Normalised discounted cumulative gain, with a gain of 2^grade - 1 (Järvelin & Kekäläinen, 2002); 0 to 1."""
    best = gain(sorted(relevant.values(), reverse=True)[:first])
    return gain([relevant.get(one, 0) for one in found[:first]]) / best if best else 0.0


def recall(found: Sequence[str], relevant: Mapping[str, int], first: int = LOOKED_THROUGH) -> float:
    """The part of what answers it that is among the first, of as many as could be; 0 to 1."""
    most = min(len(relevant), first)
    return len(relevant.keys() & set(found[:first])) / most if most else 0.0


def measure(answer: Answer, cases: Sequence[Case], place_of: Callable[[str], Place | None]) -> Quality:
    """Asks every case once; at least one is needed."""
    ndcgs, recalls, nothing, taken = [], [], 0, []
    for case in cases:
        place = place_of(case.near) if case.near else None
        began = time.perf_counter()
        found = answer(case.text, place)
        taken.append((time.perf_counter() - began) * 1000)
        ndcgs.append(ndcg(found, case.relevant))
        recalls.append(recall(found, case.relevant))
        nothing += not found
    return Quality(len(cases), mean(ndcgs), mean(recalls), nothing / len(cases), sorted(taken)[int(len(taken) * 0.95)])


class Plainly:
    """What one would write first: all words of an asset as one text, BM25, whatever the words mean."""

    def __init__(self, session: Session) -> None:
        terms = meanings(session).terms
        self._assets: list[tuple[Asset, Counter[str]]] = []
        for asset in each_asset(session):
            if document := document_of(asset, terms):
                text = " ".join(getattr(document, field) for field in FIELDS)
                self._assets.append((asset, Counter(word.stem for word in words_of(text))))
        self._mean = mean(counts.total() for _, counts in self._assets) if self._assets else 1.0

    def ids(self) -> set[str]:
        """The ids of all there is, as cases name them."""
        return {name_of(asset) for asset, _ in self._assets}

    def best(self, words: str, _near: Place | None) -> list[str]:
        """By BM25 with the constants that everybody uses (k1 1.2, b 0.75)."""
        rare = self._rare(words)
        scored = [(self._score(counts, rare), asset) for asset, counts in self._assets]
        ranked = sorted((-score, asset.id, name_of(asset)) for score, asset in scored if score)
        return [name for *_, name in ranked]

    def nearest(self, words: str, near: Place | None) -> list[str]:
        """Whatever has one of the words, the nearest first."""
        stems = {word.stem for word in words_of(words)}
        found = [asset for asset, counts in self._assets if stems & counts.keys()]
        return [name_of(asset) for asset in sorted(found, key=lambda asset: (_far(asset, near), asset.id))]

    def _rare(self, words: str) -> dict[str, float]:
        stems = {word.stem for word in words_of(words)}
        having = Counter(stem for _, counts in self._assets for stem in stems & counts.keys())
        return {stem: log(1 + (len(self._assets) - count + 0.5) / (count + 0.5)) for stem, count in having.items()}

    def _score(self, counts: Counter[str], rare: Mapping[str, float]) -> float:
        length = 1.2 * (0.25 + 0.75 * counts.total() / self._mean)
        return sum(
            rarity * counts[stem] * 2.2 / (counts[stem] + length) for stem, rarity in rare.items() if stem in counts
        )


def name_of(asset: Asset) -> str:
    """The id by which a case names it: its source's, for those stay when a catalogue is filled anew."""
    return asset.source_id or asset.id


def gain(grades: Iterable[float]) -> float:
    """Discounted cumulative gain of these grades, best place first: 2^grade - 1 at each."""
    return float(sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, 1)))


def _far(asset: Asset, near: Place | None) -> float:
    if near is None:
        return 0.0
    points = [
        Place(venue.latitude, venue.longitude, "")
        for venue in asset.venues
        if venue.latitude is not None and venue.longitude is not None
    ]
    return min((distance_miles(near, point) for point in points), default=float("inf"))
