"""How much of what was said is heard, and how much of what is heard was said: sentences against `judged/told.jsonl`."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from directory.circumstances import widened
from recommender.told import Told, read_told

SHEET = Path(__file__).parent.parent / "judged" / "told.jsonl"


@dataclass(frozen=True)
class Sentence:
    """Words of one person and what they tell; a kind that is not named is told nowhere in them."""

    sheet: str
    words: str
    told: dict[str, Any]


@dataclass
class Score:
    """Facts heard that were said, heard that were not, and said but not heard, by kind."""

    right: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def precision(self) -> float:
        return self.right.total() / max(1, self.right.total() + self.invented.total())

    def recall(self) -> float:
        return self.right.total() / max(1, self.right.total() + self.missed.total())


def sentences(sheet: str | None = None) -> list[Sentence]:
    lines = SHEET.read_text(encoding="utf-8").splitlines()
    every = [Sentence(**json.loads(line)) for line in lines]
    return [one for one in every if sheet in {None, one.sheet}]


def score(judged: Iterable[Sentence]) -> Score:
    """Every fact of every sentence counts one; circumstances count with what follows from them."""
    counted = Score()
    for sentence in judged:
        said, heard = set(facts(sentence.told)), set(facts(as_members(read_told(sentence.words))))
        counted.right.update(kind for kind, _ in said & heard)
        counted.invented.update(kind for kind, _ in heard - said)
        counted.missed.update(kind for kind, _ in said - heard)
    return counted


def as_members(told: Told) -> dict[str, Any]:
    """What was told in the form of the sheet, without what says nothing."""
    members: dict[str, Any] = {
        "age": list(told.age) if told.age else None,
        "gender": told.gender.value if told.gender else None,
        "circumstances": sorted(told.circumstances),
        "access_needs": [need.value for need in told.access_needs],
        "languages": list(told.languages),
        "travel": told.travel,
        "free_times": [[day, f"{opens:%H:%M}", f"{closes:%H:%M}"] for day, opens, closes in told.free_times],
        "from_home": told.from_home,
        "not_online": told.not_online,
        "children_ages": list(told.children_ages),
        "avoid": list(told.avoid),
        "about": None if told.about == "herself" else told.about,
    }
    said = {name: value for name, value in members.items() if value}
    limits = {"max_cost": told.max_cost, "max_miles": told.max_miles}
    return said | {name: value for name, value in limits.items() if value is not None}


def facts(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each fact by its kind and value; the whole of her free times is one."""
    for kind, value in told.items():
        if kind == "circumstances":
            yield from ((kind, one) for one in widened(value))
        elif kind in {"access_needs", "languages", "avoid"}:
            yield from ((kind, one) for one in value)
        elif kind == "children_ages":
            yield from ((kind, f"{place}: {float(age):g}") for place, age in enumerate(sorted(value)))
        elif kind in {"max_cost", "max_miles"}:
            yield kind, f"{float(value):g}"
        else:
            yield kind, str(value)
