"""A table of postcodes: sorted numbers with a point and a local authority each."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int32]
SCALE = 100_000
"""Degrees are kept as whole hundred-thousandths: a metre or so."""


@dataclass(frozen=True)
class PostcodeTable:
    """`rows` is int32, shape (4, n): number (ascending, no two alike), latitude, longitude, authority.

    Latitude and longitude are degrees x SCALE. The authority is an index into `authorities`, which holds
    ONS codes or names as the source gave them; "" where it gave none. `rows` may be mapped from a file and
    shared.
    """

    rows: Whole
    authorities: tuple[str, ...]

    def __len__(self) -> int:
        return int(self.rows.shape[1])

    def position(self, number: int) -> int | None:
        """The column of a postcode's number, or None."""
        numbers = self.rows[0]
        at = int(numbers.searchsorted(np.int32(number)))
        return at if at < len(numbers) and numbers[at] == number else None

    def span(self, start: int, stop: int) -> slice:
        """The columns whose numbers are at least `start` and below `stop`."""
        first, last = self.rows[0].searchsorted(np.array([start, stop], np.int32))
        return slice(int(first), int(last))

    def centre(self, span: slice) -> tuple[float, float]:
        """The median latitude and longitude of a span that is not empty; a few strays do not move it."""
        latitude, longitude = np.median(self.rows[1:3, span], axis=1) / SCALE
        return float(latitude), float(longitude)

    def authority(self, span: slice) -> str:
        """The authority that all but one in a hundred of the span's postcodes share, or ""."""
        found, counts = np.unique(self.rows[3, span], return_counts=True)
        most = int(counts.argmax())
        return self.authorities[found[most]] if counts[most] >= 0.99 * counts.sum() else ""


def table_of(
    numbers: NDArray[np.int64],
    latitudes: NDArray[np.float64],
    longitudes: NDArray[np.float64],
    authorities: NDArray[np.int64],
    names: tuple[str, ...],
) -> PostcodeTable:
    """A table from columns in any order. Where a number comes twice, the later row wins."""
    rows = np.stack([numbers, np.rint(latitudes * SCALE), np.rint(longitudes * SCALE), authorities])
    return PostcodeTable(_last_of_each(rows.astype(np.int32)), names)


def merge(older: PostcodeTable, newer: PostcodeTable) -> PostcodeTable:
    """Both tables as one; where both know a postcode, the newer wins."""
    names = list(dict.fromkeys(older.authorities + newer.authorities))
    parts = []
    for table in (older, newer):
        places = np.array([names.index(name) for name in table.authorities], np.int32)
        parts.append(np.vstack([table.rows[:3], places[table.rows[3]]]))
    return PostcodeTable(_last_of_each(np.hstack(parts)), tuple(names))


def _last_of_each(rows: Whole) -> Whole:
    rows = rows[:, np.argsort(rows[0], kind="stable")]
    last = np.append(rows[0, 1:] != rows[0, :-1], True)
    return np.ascontiguousarray(rows[:, last])
