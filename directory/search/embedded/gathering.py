"""Documents on their way into the index: their words and facts, kept as numbers as they come."""

from array import array
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from directory.search.document import AT_A_SITE, Document, Site
from directory.search.embedded.ragged import Ragged, ragged
from directory.search.ranking import FIELDS
from directory.search.words import STOPPED, written_words

UNKNOWN = float("nan")
NOWHERE = (UNKNOWN, UNKNOWN)


class Gathering:
    """Some documents. A thousand take less than a megabyte, whatever they were read from."""

    def __init__(self) -> None:
        self._words, self._flag_names = Numbers(STOPPED), Numbers(())
        self._texts, self._flags = _Lists(self._words), _Lists(self._flag_names)
        self.spoken: dict[str, str] = {}
        """The words that people type for each need which one of the documents serves."""
        self.ids: list[bytes] = []
        self.versions = array("q")
        self._points, self._site_counts = array("d"), array("q")
        self._site_points, self._site_flags = array("d"), _Lists(self._flag_names)
        self._ages, self._assured, self._prices = array("d"), array("d"), array("d")

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, document: Document) -> None:
        """Take one in, after those before."""
        for field in FIELDS:
            text = getattr(document, field)
            self._texts.add(written_words(text) if text else ())
        self.spoken.update(document.everyday)
        self._flags.add(document.flags)
        self.ids.append(document.id.encode())
        self.versions.append(document.version)
        sites = _sites(document)
        self._points.extend(document.points[0] if document.points and not sites else NOWHERE)
        self._site_counts.append(len(sites))
        for site in sites:
            self._site_points.extend(site.point or NOWHERE)
            self._site_flags.add(site.flags)
        self._ages.extend((_number(document.minimum_age), _number(document.maximum_age)))
        self._assured.append(_day(document.assured_on))
        self._prices.append(_number(document.price))

    @property
    def words(self) -> list[str]:
        """Every word, by its number in `texts`."""
        return list(self._words.named())

    @property
    def flags(self) -> list[str]:
        """Every flag, by its number in `flagged`."""
        return list(self._flag_names.named())

    def texts(self) -> Ragged:
        """The words of each text; a document has one text for each of `FIELDS`, in their order."""
        return self._texts.ragged()

    def flagged(self) -> Ragged:
        """The flags of each document."""
        return self._flags.ragged()

    def points(self) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
        """Latitude and longitude of each document, NaN where it has none or several."""
        return np.array(self._points).reshape(-1, 2)

    def sites(self) -> Ragged:
        """The sites of each document that has several."""
        counts = np.array(self._site_counts, np.int64)
        return ragged(np.arange(int(counts.sum())), counts)

    def site_points(self) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
        """Latitude and longitude of each site, NaN where they are not known."""
        return np.array(self._site_points).reshape(-1, 2)

    def flagged_sites(self) -> Ragged:
        """The flags of each site."""
        return self._site_flags.ragged()

    def ages(self) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
        """The lowest and the highest age, NaN where none is stated."""
        return np.array(self._ages, np.float32).reshape(-1, 2)

    def assured(self) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
        """Day numbers, NaN where nobody has."""
        return np.array(self._assured, np.float32)

    def prices(self) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
        """Pounds, NaN where none is stated."""
        return np.array(self._prices, np.float32)


class Numbers(dict[str, int]):
    """A number from 1 for each name, given when it is first asked for; 0 for those that do not count."""

    def __init__(self, uncounted: Iterable[str]) -> None:
        super().__init__(dict.fromkeys(uncounted, 0))
        self._given = 0

    def __missing__(self, name: str) -> int:
        self._given += 1
        self[name] = self._given
        return self._given

    def named(self) -> Iterable[str]:
        """The names that have a number, in its order."""
        return (name for name, number in self.items() if number)


class _Lists:
    """Lists of names one after the other, by their numbers."""

    def __init__(self, numbers: Numbers) -> None:
        self._number = numbers.__getitem__
        self._values, self._ends = array("I"), array("q")

    def add(self, names: Iterable[str]) -> None:
        self._values.extend(map(self._number, names))
        self._ends.append(len(self._values))

    def ragged(self) -> Ragged:
        """Without the names that do not count; the first that does is 0."""
        values = np.array(self._values, np.int64)
        counted = values > 0
        ends = np.concatenate([[0], np.cumsum(counted)])[np.array(self._ends, np.int64)]
        return Ragged(values[counted] - 1, np.concatenate([[0], ends]))


def _sites(document: Document) -> Sequence[Site]:
    """Those of a document that has several; where it tells nothing of each, all that it says holds at every one."""
    if document.sites or len(document.points) < 2:
        return document.sites
    flags = tuple(flag for flag in document.flags if flag.partition(":")[0] in AT_A_SITE)
    return [Site(point, flags) for point in document.points]


def _number(value: float | None) -> float:
    return UNKNOWN if value is None else value


def _day(value: date | None) -> float:
    return UNKNOWN if value is None else float(value.toordinal())
