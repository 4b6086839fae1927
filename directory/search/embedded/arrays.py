"""A file of arrays: written once, piece by piece, and then mapped into memory by any number of processes."""

import json
import mmap
import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC = b"WMARRAY1"
ALIGNED = 64
"""Bytes at a multiple of which every array begins, so that it can be used where it lies."""

Array = NDArray[Any]
Shape = tuple[str, int]
"""The type of what is in an array, as NumPy writes it ("<u4"), and how many there are."""


class Damaged(Exception):
    """The file is not what was written."""


class ArrayFile:
    """The arrays of one file, as they lie on the disk: nothing is read before it is asked for.

    What is mapped stays readable when the file is deleted, but not when it is cut short: nothing may then be asked.
    """

    def __init__(self, path: Path) -> None:
        """Raises `Damaged`, and FileNotFoundError when another process took the file away."""
        self.path = path
        with path.open("rb") as file:
            self.size = os.fstat(file.fileno()).st_size
            if self.size < len(MAGIC) + 12:
                raise Damaged(f"{path.name} is cut short")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._places, self.notes = self._contents()

    def __getitem__(self, name: str) -> Array:
        kind, count, start = self._places[name]
        return np.frombuffer(self._map, kind, count, start) if count else np.zeros(0, kind)

    def count(self, name: str) -> int:
        """How many values an array has."""
        return int(self._places[name][1])

    def kind(self, name: str) -> str:
        """The type of an array's values, as NumPy writes it."""
        return self._places[name][0]

    def piece(self, name: str, start: int, stop: int) -> Array:
        """A part of an array, read rather than mapped: what goes by once need not stay in memory."""
        kind, _, first = self._places[name]
        return np.fromfile(self.path, kind, stop - start, offset=first + start * np.dtype(kind).itemsize)

    def _contents(self) -> tuple[Mapping[str, tuple[str, int, int]], dict[str, Any]]:
        head = self._map[: len(MAGIC) + 12]
        length, check = (int.from_bytes(head[start : start + size], "little") for start, size in ((8, 8), (16, 4)))
        written = self._map[len(head) : len(head) + length]
        if head[: len(MAGIC)] != MAGIC or zlib.crc32(written) != check:
            raise Damaged(f"{self.path.name} begins with something else")
        said = json.loads(written)
        if said["size"] != self.size:
            raise Damaged(f"{self.path.name} is {self.size} bytes long, and was {said['size']}")
        return said["arrays"], said["notes"]


class Filling:
    """A file that is being written: each array is filled from its beginning, all in turn or one after the other."""

    def __init__(self, file: Any, places: Mapping[str, tuple[str, int, int]]) -> None:
        self._file, self._places = file, places
        self._filled = dict.fromkeys(places, 0)

    def add(self, name: str, values: Array) -> None:
        """The next values of this array."""
        kind, _, start = self._places[name]
        written = np.ascontiguousarray(values, kind)
        self._file.seek(start + self._filled[name])
        written.tofile(self._file)
        self._filled[name] += written.nbytes

    def end(self) -> None:
        """Every array must be full, and is on the disk then, not only on its way there."""
        for name, (kind, count, _) in self._places.items():
            if self._filled[name] != count * np.dtype(kind).itemsize:
                raise ValueError(f"{name} was not filled to its end")
        self._file.flush()
        os.fsync(self._file.fileno())


@contextmanager
def filling(file: Any, shapes: Mapping[str, Shape], notes: Mapping[str, Any]) -> Iterator[Filling]:
    """A file (open for writing bytes) with arrays of these names and shapes, to be filled within the block.

    `notes` is whatever JSON can hold. When the block ends all is on the disk, not only on its way there.
    """
    places, size = _places(shapes, notes)
    head = json.dumps({"arrays": places, "size": size, "notes": notes}, ensure_ascii=False).encode()
    file.write(MAGIC + len(head).to_bytes(8, "little") + zlib.crc32(head).to_bytes(4, "little") + head)
    file.truncate(size)
    filled = Filling(file, places)
    yield filled
    filled.end()


def write_arrays(file: Any, arrays: Mapping[str, Array], notes: Mapping[str, Any]) -> None:
    """All at once."""
    shapes = {name: (values.dtype.str, len(values)) for name, values in arrays.items()}
    with filling(file, shapes, notes) as filled:
        for name, values in arrays.items():
            filled.add(name, values)


def _places(shapes: Mapping[str, Shape], notes: Mapping[str, Any]) -> tuple[dict[str, tuple[str, int, int]], int]:
    """Where each array begins, and how long the file is. The list of contents is in front: room is left for it."""
    listed = {name: (kind, count, 1 << 48) for name, (kind, count) in shapes.items()}
    longest = len(json.dumps({"arrays": listed, "size": 1 << 48, "notes": notes}, ensure_ascii=False).encode())
    at, places = len(MAGIC) + 12 + longest, {}
    for name, (kind, count) in shapes.items():
        at += -at % ALIGNED
        places[name] = (kind, count, at)
        at += count * np.dtype(kind).itemsize
    return places, at
