"""Pairs of records as columns: every different value is compared once, however many pairs it stands in."""

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.process import cpdist

from directory.matching.frequencies import NameFrequencies
from directory.matching.names import Floats, Ints, NameTable, Overlap, Words
from directory.matching.prepared import Prepared

Scorer = Callable[..., float]
MISSING = -1


class Columns:
    """The records of a matching, and their fields as numbers of different values."""

    def __init__(self, records: Sequence[Prepared], frequencies: NameFrequencies, *, whole: bool = True) -> None:
        """`whole`: these are all the records of the data, so that it can be counted how many share a value."""
        self.records = records
        self.whole = whole
        self.frequencies = frequencies
        self._fields: dict[str, tuple[Ints, list[Hashable]]] = {}
        self._tables: dict[str, NameTable] = {}

    def field(self, name: str, read: Callable[[Prepared], Hashable]) -> tuple[Ints, list[Hashable]]:
        """For each record the number of its value, or MISSING; and the values by number."""
        if name not in self._fields:
            numbers: dict[Hashable, int] = {}
            values = [read(record) for record in self.records]
            codes = [numbers.setdefault(value, len(numbers)) if value else MISSING for value in values]
            self._fields[name] = np.array(codes, dtype=np.int64), list(numbers)
        return self._fields[name]

    def table(self, name: str, read: Callable[[Prepared], Words]) -> NameTable:
        """The different word lists of a field, ready to be overlapped."""
        if name not in self._tables:
            _, values = self.field(name, read)
            self._tables[name] = NameTable(values, self.frequencies.information)  # type: ignore[arg-type]
        return self._tables[name]

    def table_of(self, name: str, values: Sequence[Words]) -> NameTable:
        """These word lists, ready to be overlapped, made once under the name."""
        if name not in self._tables:
            self._tables[name] = NameTable(values, self.frequencies.information)
        return self._tables[name]

    @cached_property
    def word_weights(self) -> dict[str, float]:
        """The information of each word in the names."""
        table = self.table("name", lambda record: record.name)
        return dict(zip(table.texts, table.weights.tolist(), strict=True))

    def how_often(self, name: str, read: Callable[[Prepared], Hashable]) -> Floats:
        """In how many records the value of each record stands; not a number where that is not known."""
        codes, values = self.field(name, read)
        if not self.whole:
            return np.full(len(codes), np.nan)
        counts = np.bincount(codes[codes != MISSING], minlength=len(values) or 1).astype(np.float64)
        return np.where(codes == MISSING, np.nan, counts[codes])

    @cached_property
    def points(self) -> Floats:
        """Latitude and longitude in radians, not a number where it is unknown."""
        nowhere = (np.nan, np.nan)
        return np.radians(
            np.array([record.point or nowhere for record in self.records], dtype=np.float64).reshape(-1, 2)
        )


class Pairs:
    """Pairs of the records in some columns, by their places."""

    def __init__(self, columns: Columns, left: Ints, right: Ints) -> None:
        self.columns = columns
        self.left = left
        self.right = right

    def __len__(self) -> int:
        return len(self.left)

    def codes(self, name: str, read: Callable[[Prepared], Hashable]) -> tuple[Ints, Ints]:
        codes, _ = self.columns.field(name, read)
        return codes[self.left], codes[self.right]

    def same(self, name: str, read: Callable[[Prepared], Hashable]) -> Floats:
        """1 where both say the same, 0 where they do not, not a number where one is silent."""
        left, right = self.codes(name, read)
        return np.where((left == MISSING) | (right == MISSING), np.nan, (left == right).astype(np.float64))

    def alike(self, name: str, read: Callable[[Prepared], str], scorer: Scorer) -> Floats:
        """What the scorer says of both texts, not a number where one is missing."""
        _, values = self.columns.field(name, read)
        texts = np.array([*values, ""], dtype=object)

        def compare(left: Ints, right: Ints) -> Floats:
            return np.asarray(cpdist(texts[left], texts[right], scorer=scorer, workers=-1, dtype=np.float64))

        return self.by_value(*self.codes(name, read), compare)

    def by_value(self, left: Ints, right: Ints, compare: Callable[[Ints, Ints], Floats]) -> Floats:
        """Compares each pair of values once, and tells every pair of records its own; missing ones are no number."""
        result = np.full(len(left), np.nan)
        known = np.flatnonzero((left != MISSING) & (right != MISSING))
        if len(known):
            width = int(right[known].max()) + 1
            codes, back = np.unique(left[known] * width + right[known], return_inverse=True)
            result[known] = compare(codes // width, codes % width)[back]
        return result

    @cached_property
    def names(self) -> dict[str, Floats]:
        """The overlap of the names, one column for each of its numbers."""
        return self.overlap("name", lambda record: record.name)

    def overlap(self, name: str, read: Callable[[Prepared], Words]) -> dict[str, Floats]:
        """The overlap of the words of a field; not a number where one is missing."""
        return self.overlap_of(self.columns.table(name, read), *self.codes(name, read))

    def overlap_of(self, table: NameTable, left: Ints, right: Ints) -> dict[str, Floats]:
        """The overlap of word lists by their numbers in one table."""
        names = list(Overlap.__dataclass_fields__)
        known = np.flatnonzero((left != MISSING) & (right != MISSING))
        columns = {each: np.full(len(left), np.nan) for each in names}
        if len(known):
            width = int(right[known].max()) + 1
            codes, back = np.unique(left[known] * width + right[known], return_inverse=True)
            found = table.overlap(codes // width, codes % width)
            for each in names:
                columns[each][known] = getattr(found, each)[back]
        return columns

    def each(self, compare: Callable[[Prepared, Prepared], float], which: NDArray[np.bool_]) -> Floats:
        """A comparison in plain Python, of those pairs alone for which it is worth it."""
        result = np.full(len(self), np.nan)
        records = self.columns.records
        for place in np.flatnonzero(which).tolist():
            result[place] = compare(records[self.left[place]], records[self.right[place]])
        return result
