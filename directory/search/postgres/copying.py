"""Postings on their way into PostgreSQL in the form in which it keeps them: as text they would take four times as long."""

import struct
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from directory.search.embedded.ragged import Floats, Ints, each_once

HEAD = b"PGCOPY\n\xff\r\n\x00" + struct.pack(">ii", 0, 0)
TAIL = struct.pack(">h", -1)

INT4, FLOAT4 = 23, 700
"""What PostgreSQL calls these kinds of numbers."""

COLUMNS = 5


def postings_as_bytes(stems: NDArray[np.int64], lot: int, postings: tuple[Ints, Ints, Floats]) -> Iterator[bytes]:
    """The rows of `posting`, for COPY … (FORMAT BINARY). `postings` as `building.impacts_of` gives them, its stems by
    their places in `stems`.
    """
    which, assets, impacts = postings
    used, starts = each_once(which)
    numbers, counts = _elements(assets.astype(">i4")), _elements(impacts.astype(">f4"))
    yield HEAD
    for stem, start, stop in zip(stems[used].tolist(), starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        size = stop - start
        yield struct.pack(">hiqiiii", COLUMNS, 8, stem, 4, lot, 4, size)
        yield _array(INT4, size, numbers[start * 8 : stop * 8])
        yield _array(FLOAT4, size, counts[start * 8 : stop * 8])
    yield TAIL


def _elements(values: NDArray[np.generic]) -> bytes:
    """Each number after its length."""
    pairs = np.empty((len(values), 8), np.uint8)
    pairs[:, :4] = np.frombuffer(struct.pack(">i", 4), np.uint8)
    pairs[:, 4:] = values.view(np.uint8).reshape(-1, 4)
    return pairs.tobytes()


def _array(kind: int, size: int, elements: bytes) -> bytes:
    """A list of one dimension, without unknowns, that begins with its first."""
    return struct.pack(">iiiIii", 20 + len(elements), 1, 0, kind, size, 1) + elements
