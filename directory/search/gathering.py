"""Documents on their way into the index: their words and facts, kept as numbers as they come."""

from array import array
from collections.abc import Iterable
from datetime import date
from itertools import chain

import numpy as np

from directory.search.columns import Columns, Ids
from directory.search.document import Document
from directory.search.everyday import Everyday
from directory.search.ragged import Ragged
from directory.search.ranking import FIELDS
from directory.search.texts import Texts
from directory.search.words import STOPPED, written_words

UNKNOWN = float("nan")


class Gathering:
    """Some documents. A thousand take less than a megabyte, whatever they were read from."""

    def __init__(self) -> None:
        self._words, self._flag_names, self._text_names = _Numbers(STOPPED), _Numbers(()), _Numbers(())
        self._texts, self._everyday = _Lists(self._words), _Lists(self._words)
        self._sets, self._flags = _Lists(self._text_names), _Lists(self._flag_names)
        self._set_numbers: dict[tuple[str, ...], int] = {}
        self._spoken = array("q")
        self._ids: list[bytes] = []
        self._versions = array("q")
        self._points, self._point_counts = array("d"), array("q")
        self._ages, self._assured = array("d"), array("d")

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, document: Document) -> None:
        """Take one in, after those before."""
        for field in FIELDS:
            text = getattr(document, field)
            self._texts.add(written_words(text) if text else ())
        self._spoken.append(self._set_of(document.everyday))
        self._flags.add(document.flags)
        self._ids.append(document.id.encode())
        self._versions.append(document.version)
        self._points.extend(chain.from_iterable(document.points))
        self._point_counts.append(len(document.points))
        self._ages.extend((_number(document.minimum_age), _number(document.maximum_age)))
        self._assured.append(_day(document.assured_on))

    def texts(self) -> Texts:
        """What they say."""
        everyday = Everyday(self._everyday.ragged(), self._sets.ragged(), np.array(self._spoken))
        return Texts(tuple(self._words.named()), self._texts.ragged(), everyday)

    def columns(self, texts: Texts) -> Columns:
        """Their facts; `texts` are what they say."""
        flags, points = self._flags.ragged(), np.array(self._points).reshape(-1, 2)
        ages = np.array(self._ages).reshape(-1, 2)
        return Columns(
            ids=Ids(np.array(self._ids, np.bytes_)),
            versions=np.array(self._versions),
            live=np.ones(len(self), bool),
            flags=tuple(self._flag_names.named()),
            flag_assets=flags.owners,
            flag_values=flags.values.astype(np.int64),
            point_assets=np.repeat(np.arange(len(self)), np.array(self._point_counts)),
            latitudes=points[:, 0],
            longitudes=points[:, 1],
            minimum_ages=ages[:, 0],
            maximum_ages=ages[:, 1],
            assured=np.array(self._assured),
            lengths=texts.texts.lengths.reshape(-1, len(FIELDS)).astype(float),
        )

    def _set_of(self, everyday: tuple[str, ...]) -> int:
        """The number of this set of texts. Sets and texts are few, and the same for many assets."""
        if everyday not in self._set_numbers:
            self._set_numbers[everyday] = len(self._set_numbers)
            for text in everyday:
                if text not in self._text_names:
                    self._text_names.give(text)
                    self._everyday.add(dict.fromkeys(written_words(text)))
            self._sets.add(everyday)
        return self._set_numbers[everyday]


class _Numbers(dict[str, int]):
    """A number from 1 for each name, given when it is first asked for; 0 for those that do not count."""

    def __init__(self, uncounted: Iterable[str]) -> None:
        super().__init__(dict.fromkeys(uncounted, 0))
        self._given = 0

    def give(self, name: str) -> int:
        """Give it the next number."""
        self._given += 1
        self[name] = self._given
        return self._given

    __missing__ = give

    def named(self) -> Iterable[str]:
        """The names that have a number, in its order."""
        return (name for name, number in self.items() if number)


class _Lists:
    """Lists of names one after the other, by their numbers."""

    def __init__(self, numbers: _Numbers) -> None:
        self._number = numbers.__getitem__
        self._values, self._ends = array("I"), array("q")

    def add(self, names: Iterable[str]) -> None:
        self._values.extend(map(self._number, names))
        self._ends.append(len(self._values))

    def ragged(self) -> Ragged:
        """Without the names that do not count; the first that does is 0."""
        values = np.array(self._values, np.int64)
        lists = Ragged(values, np.diff(np.array(self._ends), prepend=0))
        counted = values > 0
        lengths = np.bincount(lists.owners[counted], minlength=len(lists.lengths))
        return Ragged(values[counted] - 1, lengths)


def _number(value: float | None) -> float:
    return UNKNOWN if value is None else value


def _day(value: date | None) -> float:
    return UNKNOWN if value is None else float(value.toordinal())
