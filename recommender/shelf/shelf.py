"""The shelf: every asset in a few blocks of columns, changed by adding a small block and striking rows out."""

from collections.abc import Callable, Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from directory.outlines import Outline
from recommender.shelf.block import Block, block_of, joined, kept

Fits = Callable[[Sequence[Outline]], NDArray[np.float32]]
"""How well each of these serves each sub-need, 0 to 1."""
MOST_BLOCKS = 4
"""More small blocks than these are put together with the others."""


class Shelf:
    """Blocks with a mark for each row that still stands. One writer at a time; readers see what was there before."""

    def __init__(self, fits: Fits, blocks: Sequence[Block] = ()) -> None:
        self._fits = fits
        self.blocks: tuple[tuple[Block, NDArray[np.bool_]], ...] = tuple(
            (block, np.ones(len(block), np.bool_)) for block in blocks
        )

    def __len__(self) -> int:
        return sum(int(standing.sum()) for _, standing in self.blocks)

    def fill(self, pages: Iterable[Sequence[Outline]]) -> "Shelf":
        """Hold exactly these, which come some at a time. Returns itself."""
        made = [block_of(page, self._fits(page)) for page in pages if page]
        self.blocks = tuple((block, np.ones(len(block), np.bool_)) for block in ([joined(made)] if made else []))
        return self

    def change(self, outlines: Sequence[Outline], gone: Collection[str]) -> None:
        """Put these in place of those with the same ids, and strike out those that are gone."""
        struck = {outline.id.encode() for outline in outlines} | {one.encode() for one in gone}
        blocks = [(block, standing & ~np.isin(block.ids, list(struck))) for block, standing in self.blocks]
        if outlines:
            added = block_of(outlines, self._fits(outlines))
            blocks.append((added, np.ones(len(added), np.bool_)))
        self.blocks = tuple(blocks) if len(blocks) <= MOST_BLOCKS else self._together(blocks)

    def whole(self) -> Block | None:
        """All that stands, as one block; None when that is nothing."""
        parts = [kept(block, np.flatnonzero(standing)) for block, standing in self.blocks if standing.any()]
        return joined(parts) if parts else None

    def _together(
        self, blocks: Sequence[tuple[Block, NDArray[np.bool_]]]
    ) -> tuple[tuple[Block, NDArray[np.bool_]], ...]:
        """The largest stays as it is: to copy a million rows for one that changed would take longer than to look twice."""
        largest = max(range(len(blocks)), key=lambda place: len(blocks[place][0]))
        small = [
            kept(block, np.flatnonzero(standing)) for place, (block, standing) in enumerate(blocks) if place != largest
        ]
        together = joined(small)
        return blocks[largest], (together, np.ones(len(together), np.bool_))
