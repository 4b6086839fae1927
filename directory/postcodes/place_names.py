"""The names of towns and neighbourhoods, as people write them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from unicodedata import normalize

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from directory.kinds import Precision
from directory.place import Place

_BEFORE = re.compile(r"^(near(by)?|in|at|around|by|from|close|next|to|the|somewhere|area|of)\s+")
_AFTER = re.compile(
    r"\s+(town centre|city centre|centre|center|town|village|area|station|district|uk|england|merseyside)$"
)
_DISTRICT = re.compile(r"\b[a-z]{1,2}[0-9][0-9a-z]?( [0-9][a-z]?)?\b")


def plain(text: str) -> str:
    """A name without case, accents, points, hyphens and the many ways of writing Saint."""
    letters = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = " ".join(re.sub(r"[^a-z0-9 ]", " ", letters.replace("'", "").replace("’", "")).split())
    return re.sub(r"\bsaint\b", "st", words)


def _bared(name: str) -> Iterator[str]:
    """The name, then without the words that people put before and after it."""
    yield name
    while (shorter := _BEFORE.sub("", name)) != name:
        yield (name := shorter)
    while (shorter := _AFTER.sub("", name)) != name:
        yield (name := shorter)


@dataclass(frozen=True)
class PlaceNames:
    """`by_name` maps every plain name and alias to its place."""

    by_name: dict[str, Place]

    @cached_property
    def _names(self) -> list[str]:
        return list(self.by_name)

    def find(self, text: str) -> Place | None:
        """The place, through small words, an address that ends in it, a slip of the pen, or None."""
        return self._exact(text) or self._misspelt(text) or self._in_parts(text)

    def suggest(self, text: str) -> str | None:
        """The label of the place that sounds most like it, with less care than `find`."""
        name = list(_bared(plain(text)))[-1]
        slips = min(len(name) - 3, 2)
        near = extract(name, self._names, scorer=OSA.distance, score_cutoff=slips, limit=1) if slips > 0 else []
        return self.by_name[near[0][0]].label if near else None

    def _exact(self, text: str) -> Place | None:
        return next((self.by_name[name] for name in _bared(plain(text)) if name in self.by_name), None)

    def _in_parts(self, text: str) -> Place | None:
        """Of "12 Quay Lane, Walton, Liverpool", "Walton Liverpool L4" or "Southport Road Ormskirk": the
        place.

        The first part between commas that is one; else the start, where the rest is a place too; else the
        end.
        """
        parts = re.split(r"[,\n]", text)
        found = next((place for part in parts if (place := self._exact(part) or self._misspelt(part))), None)
        return found or self._in_words(_DISTRICT.sub("", plain(text)).split())

    def _in_words(self, words: list[str]) -> Place | None:
        cuts = [(self._exact(" ".join(words[:at])), self._exact(" ".join(words[at:]))) for at in range(len(words))]
        both = (start for start, end in reversed(cuts) if start and end)
        return next(both, None) or next((end for _, end in cuts if end), None)

    def _misspelt(self, text: str) -> Place | None:
        """One slip in five letters, two in nine, never in the first: "bootel", "Walten"; not "Bury"."""
        name = list(_bared(plain(text)))[-1]
        slips = 0 if len(name) < 5 else 1 if len(name) < 9 else 2
        near = extract(name, self._names, scorer=OSA.distance, score_cutoff=slips, limit=4) if slips else []
        near = [match for match in near if match[0][0] == name[0]]
        near = [match for match in near if match[1] == near[0][1]]
        best = {self.by_name[found].label: self.by_name[found] for found, _, _ in near}
        return next(iter(best.values())) if len(best) == 1 else None


@lru_cache(maxsize=8192)
def find_named(text: str) -> Place | None:
    """As `PlaceNames.find`, among the names that are shipped: people ask for the same few again and again."""
    return place_names().find(text)


@lru_cache(maxsize=1)
def place_names() -> PlaceNames:
    """The names that are shipped."""
    with Path(__file__).with_name("places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names: dict[str, Place] = {}
    for row in rows:
        point = float(row["latitude"]), float(row["longitude"])
        place = Place(*point, row["name"], Precision.PLACE, row["local_authority"])
        for name in (*row["aliases"].split("|"), row["name"]):
            names.setdefault(plain(name), place)
    names.pop("", None)
    names.update({plain(place.label): place for place in list(names.values())})
    return PlaceNames(names)
