"""Some assets in columns, one row each: what they serve, where they are, and what keeps most people out."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from directory.circumstances import PEOPLE
from directory.kinds import Gender
from directory.outlines import Outline

FULL = 255
"""A fit of 1 as it is kept: fits are whole numbers from 0 to 255."""
GENDERS = {None: 0, Gender.WOMEN: 1, Gender.MEN: 2}
BITS = {name: (place // 64, np.uint64(1) << np.uint64(place % 64)) for place, name in enumerate(sorted(PEOPLE))}
WORDS = 2
"""Numbers of 64 bits that the circumstances of people take."""
POINTS = ("owners", "latitudes", "longitudes")
"""The columns that have a row for each point; the others have one for each asset."""


@dataclass(frozen=True)
class Block:
    """Arrays of one length, but for the points: those have an owner, the row of the asset that is there."""

    ids: NDArray[np.bytes_]
    versions: NDArray[np.int32]
    fits: NDArray[np.uint8]
    """(assets, needs): how well each serves each sub-need of the vocabulary, in its order."""
    youngest: NDArray[np.float32]
    oldest: NDArray[np.float32]
    genders: NDArray[np.uint8]
    remote: NDArray[np.bool_]
    open: NDArray[np.bool_]
    full_until: NDArray[np.int32]
    """The day (as an ordinal) until which it is full; 0 where it is not."""
    meant_for: NDArray[np.uint64]
    """(assets, WORDS): bits of the circumstances it is for; none where it is for no one in particular."""
    owners: NDArray[np.int32]
    latitudes: NDArray[np.float32]
    longitudes: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.ids)

    def save(self, folder: Path) -> None:
        """Each column as a file of NumPy's own kind, which others can map."""
        folder.mkdir(parents=True, exist_ok=True)
        for column in fields(self):
            np.save(folder / f"{column.name}.npy", getattr(self, column.name))


def load_block(folder: Path) -> Block:
    """The block in a folder, mapped and not read. OSError, EOFError or ValueError: it is not there or not whole."""
    columns = {column.name: np.load(folder / f"{column.name}.npy", mmap_mode="r") for column in fields(Block)}
    lengths = {name: len(values) for name, values in columns.items()}
    if (
        len({lengths[name] for name in POINTS}) > 1
        or len({lengths[name] for name in lengths if name not in POINTS}) > 1
    ):
        raise ValueError("the columns are not of one length")
    return Block(**columns)


def block_of(outlines: Sequence[Outline], fits: NDArray[np.float32]) -> Block:
    """The block of these outlines; `fits` (0 to 1) in the same order."""
    points = [(row, *point) for row, outline in enumerate(outlines) for point in outline.points]
    owners, latitudes, longitudes = zip(*points, strict=True) if points else ((), (), ())
    return Block(
        ids=np.array([outline.id for outline in outlines], dtype="S36"),
        versions=np.array([outline.version for outline in outlines], np.int32),
        fits=np.rint(fits * FULL).astype(np.uint8),
        youngest=np.array([outline.minimum_age or 0 for outline in outlines], np.float32),
        oldest=np.array([_or(outline.maximum_age, np.inf) for outline in outlines], np.float32),
        genders=np.array([GENDERS[outline.gender] for outline in outlines], np.uint8),
        remote=np.array([outline.remote for outline in outlines], np.bool_),
        open=np.array([outline.open for outline in outlines], np.bool_),
        full_until=np.array([_day(outline.full_until) for outline in outlines], np.int32),
        meant_for=bits_of([outline.audiences for outline in outlines]),
        owners=np.array(owners, np.int32),
        latitudes=np.array(latitudes, np.float32),
        longitudes=np.array(longitudes, np.float32),
    )


def joined(blocks: Sequence[Block]) -> Block:
    """One block of several, in their order."""
    begins = np.cumsum([0, *(len(block) for block in blocks)])
    columns = {
        column.name: np.concatenate([getattr(block, column.name) for block in blocks]) for column in fields(Block)
    }
    columns["owners"] = np.concatenate(
        [block.owners + begin for block, begin in zip(blocks, begins[:-1], strict=True)]
    ).astype(np.int32)
    return Block(**columns)


def kept(block: Block, rows: NDArray[np.intp]) -> Block:
    """The block of these rows alone, in ascending order."""
    places = np.full(len(block), -1, np.int32)
    places[rows] = np.arange(len(rows), dtype=np.int32)
    staying = places[block.owners] >= 0
    columns = {column.name: getattr(block, column.name) for column in fields(Block)}
    columns = {name: values[staying] if name in POINTS else values[rows] for name, values in columns.items()}
    columns["owners"] = places[columns["owners"]]
    return Block(**columns)


def bits_of(many: Sequence[Sequence[str]]) -> NDArray[np.uint64]:
    """Circumstances as bits, a row for each; those that are not in the list have none."""
    found = np.zeros((len(many), WORDS), np.uint64)
    for row, names in enumerate(many):
        for name in names:
            if name in BITS:
                word, bit = BITS[name]
                found[row, word] |= bit
    return found


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


def _day(until: date | None) -> int:
    return until.toordinal() if until else 0
