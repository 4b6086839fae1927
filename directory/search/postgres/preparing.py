"""Some documents as rows of the tables: what each word counts is worked out here, by the formula of all engines."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from directory.kinds import FROM_HOME
from directory.search.document import Document
from directory.search.embedded.building import hash_of, impacts_of, letters_of
from directory.search.embedded.gathering import Gathering
from directory.search.embedded.ragged import Floats, Ints, Ragged, each_once
from directory.search.postgres.server import sayable
from directory.search.postgres.tables import BITS
from directory.search.ranking import FIELDS
from directory.search.words import stem

LONGEST_WORD = 100
"""Letters of words that are kept for the spelling: nobody types longer ones."""

LONGEST_VALUE = 500
"""Letters of a fact that can be chosen: nobody chooses a longer one, and no index of PostgreSQL takes it."""

HERE = ("here", "")
"""The flag of everything that was not taken out."""

VARIED = ("varied", "")
"""The flag of what is not the same at each of its venues."""

Row = tuple[object, ...]


def key_of(text: str) -> int:
    """What a stem, or a need that is served, is looked for by: a whole number as PostgreSQL has them."""
    return int(np.uint64(hash_of(text)).astype(np.int64))


def bits_of(numbers: Sequence[int] | Ints) -> Iterator[tuple[int, str]]:
    """A bit for each of these assets: which row of bits, and its bits in hexadecimal."""
    chunks, places = np.divmod(np.asarray(numbers, np.int64), BITS)
    for chunk in np.unique(chunks).tolist():
        bits = np.zeros(BITS, bool)
        bits[places[chunks == chunk]] = True
        yield chunk, np.packbits(bits).tobytes().hex()


def vector_of(point: tuple[float, float] | None) -> tuple[float, float, float] | tuple[None, None, None]:
    """The point from the middle of a sphere on which it lies: from one to another it is far by their difference alone."""
    if point is None:
        return None, None, None
    latitude, longitude = map(radians, point)
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)


class Prepared:
    """Documents, each with another id, that get the numbers from `first` on."""

    def __init__(self, documents: Sequence[Document], first: int) -> None:
        self._documents, self._first = documents, first
        self._gathered = Gathering()
        for document in documents:
            self._gathered.add(document)
        self._texts = self._gathered.texts()
        self._words = self._gathered.words
        self._stems = [stem(word) for word in self._words]

    @property
    def assets(self) -> Iterator[Row]:
        """Rows of `asset`."""
        for number, document in enumerate(self._documents, self._first):
            flags = set(document.flags)
            first = document.points[0] if document.points and not document.sites else None
            yield (
                number,
                document.id,
                document.version,
                document.assured_on.toordinal() if document.assured_on else None,
                "status:paused" in flags,
                any(f"attending:{way}" in flags for way in FROM_HOME),
                document.minimum_age is None and document.maximum_age is None,
                len(document.points) > 1,
                bool(document.sites),
                *vector_of(first),
            )

    @property
    def said(self) -> Iterator[Row]:
        """Rows of `said`, such as ` walton choir \\n tuesday even `."""
        for number, texts in enumerate(_in_lots(self._texts, len(FIELDS)), self._first):
            yield number, "\n".join(f" {' '.join(self._stems[word] for word in text)} " for text in texts if text)

    @property
    def points(self) -> Iterator[Row]:
        """Rows of `point`."""
        for number, document in enumerate(self._documents, self._first):
            for latitude, longitude in () if document.sites else document.points:
                yield number, f"({longitude},{latitude})", *vector_of((latitude, longitude))

    @property
    def sites(self) -> Iterator[Row]:
        """Rows of `site`."""
        for number, document in enumerate(self._documents, self._first):
            for site in document.sites:
                yield number, sayable(site.flags), *vector_of(site.point)

    @property
    def varied(self) -> int:
        """How many are not the same at each of their venues."""
        return sum(bool(document.sites) for document in self._documents)

    @property
    def flags(self) -> Iterator[tuple[str, str, int, str]]:
        """Rows of `flag`, the bits in hexadecimal."""
        for (facet, value), numbers in self._flagged.items():
            for chunk, bits in bits_of(numbers):
                yield facet, value, chunk, bits

    @property
    def words(self) -> Iterator[tuple[str, int, int, int, int]]:
        """Rows of `word`."""
        count = max(len(self._words), 1)
        once, _ = each_once(self._texts.owners // len(FIELDS) * count + self._texts.values)
        assets = np.bincount(once % count, minlength=count).tolist()
        for word, found_in, stem_ in zip(self._words, assets, self._stems, strict=False):
            if len(word) <= LONGEST_WORD:
                yield word, found_in, key_of(stem_), len(word), int(np.uint32(letters_of(word)).astype(np.int32))

    @property
    def spoken(self) -> dict[str, str]:
        """The words that people type, by the need that they mean."""
        return self._gathered.spoken

    @cached_property
    def postings(self) -> tuple[NDArray[np.int64], tuple[Ints, Ints, Floats]]:
        """The keys, and what `building.impacts_of` says of each by its place; needs that are served count nothing."""
        needs = {key_of(":".join(flag)): numbers for flag, numbers in self._flagged.items() if flag[0] == "need"}
        keys, places = np.unique(np.array([key_of(one) for one in self._stems], np.int64), return_inverse=True)
        which, assets, impacts = impacts_of(places, self._texts)
        owners = np.repeat(np.arange(len(needs)), [len(numbers) for numbers in needs.values()]) + len(keys)
        served = np.array([number for numbers in needs.values() for number in numbers], np.int64)
        return np.concatenate([keys, np.array(list(needs), np.int64)]), (
            np.concatenate([which, owners]),
            np.concatenate([assets + self._first, served]),
            np.concatenate([impacts, np.zeros(len(served))]),
        )

    @cached_property
    def _flagged(self) -> dict[tuple[str, str], list[int]]:
        """The numbers of the assets that have each flag."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, document in enumerate(self._documents, self._first):
            for facet, value in {*_flags(document), HERE}:
                found[facet, value].append(number)
        return found


def _flags(document: Document) -> Iterator[tuple[str, str]]:
    for flag in sayable(document.flags):
        facet, _, value = flag.partition(":")
        if len(value) <= LONGEST_VALUE:
            yield facet, value
    if document.sites:
        yield VARIED
    numbers = {"youngest": document.minimum_age, "oldest": document.maximum_age, "price": document.price}
    for facet, number in numbers.items():
        if number is not None:
            yield facet, str(float(np.float32(number)))


def _in_lots(lists: Ragged, each: int) -> Iterator[list[list[int]]]:
    """So many lists together, one lot after the other."""
    values = lists.values.tolist()
    bounds = list(pairwise(lists.starts.tolist()))
    for first in range(0, len(bounds), each):
        yield [values[start:stop] for start, stop in bounds[first : first + each]]
