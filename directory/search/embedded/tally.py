"""What words count in each asset of a part, summed without looking at more assets than could be worth showing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.search.embedded.part import NO_IMPACTS, NOTHING, Assets, Bits, Part, has_bit
from directory.search.embedded.ragged import among

Values = NDArray[np.float32]

LOOKED_UP = 12
"""Looking one asset up in a list costs as much as going by so many of it."""


@dataclass(frozen=True)
class Evidence:
    """Some assets, each once, in any order: what the words found count in each, and how rare those are together."""

    assets: Assets
    text: Values
    share: Values

    @property
    def most_text(self) -> float:
        """What they count where they count most."""
        return float(self.text.max()) if len(self.text) else 0.0

    @property
    def most_share(self) -> float:
        """How rare they are together where most of them are."""
        return float(self.share.max()) if len(self.share) else 0.0


NONE = Evidence(NOTHING, NO_IMPACTS, NO_IMPACTS)


class Tally:
    """Adds evidence up. One for a question and a part; `taken` ends it."""

    def __init__(self, text: Values, share: Values, here: Bits | None) -> None:
        self._text, self._share, self._here = text, share, here
        self._seen: list[Assets] = []

    def add(self, assets: Assets, text: Values | float, share: Values | float, *, known: bool = False) -> None:
        """Add to what these assets, each once, count. With `known` only to assets that count something already."""
        if known and len(assets) > LOOKED_UP * sum(map(len, self._seen)):
            assets, text, share = self._looked_up(assets, text, share)
        elif known:
            seen = self._share[assets] > 0
            assets, text, share = assets[seen], _of(text, seen), _of(share, seen)
        else:
            assets, text, share = self._left(assets, text, share)
            self._see(assets)
        self._share[assets] += share
        self._text[assets] += text

    def at_least(self, assets: Assets, text: Values | float, share: float) -> None:
        """These assets count so much, those that count more excepted."""
        assets, text, _ = self._left(assets, text, share)
        self._see(assets)
        self._share[assets] = np.maximum(self._share[assets], np.float32(share))
        self._text[assets] = np.maximum(self._text[assets], np.asarray(text, np.float32))

    def most(self, assets: Assets, text: Values) -> None:
        """These assets count so much, those that count more excepted; how rare that is does not matter."""
        self._see(assets)
        self._share[assets] = 1
        self._text[assets] = np.maximum(self._text[assets], text)

    def most_share(self) -> float:
        """How rare the words are together of the asset that has the rarest."""
        return max((float(self._share[seen].max()) for seen in self._seen), default=0.0)

    def taken(self) -> Evidence:
        """All that was added up; the tally is as it was before."""
        if not self._seen:
            return NONE
        assets = self._seen[0] if len(self._seen) == 1 else np.concatenate(self._seen)
        found = Evidence(assets, self._text[assets], self._share[assets])
        self._text[assets] = 0
        self._share[assets] = 0
        self._seen = []
        return found

    def _see(self, assets: Assets) -> None:
        new = assets[self._share[assets] == 0]
        if len(new):
            self._seen.append(new)

    def _left(
        self, assets: Assets, text: Values | float, share: Values | float
    ) -> tuple[Assets, Values | float, Values | float]:
        """Without those that were taken out."""
        if self._here is None:
            return assets, text, share
        left = has_bit(self._here, assets)
        return assets[left], _of(text, left), _of(share, left)

    def _looked_up(
        self, assets: Assets, text: Values | float, share: Values | float
    ) -> tuple[Assets, Values | float, Values | float]:
        """Of a long list what concerns the few assets that count something."""
        known = np.concatenate(self._seen) if self._seen else NOTHING
        has, places = among(assets, known)
        return known[has], _of(text, places[has]), _of(share, places[has])


def _of(values: Values | float, chosen: "np.ndarray[tuple[int], np.dtype[np.generic]]") -> Values | float:
    return values if isinstance(values, float) else values[chosen]


@contextmanager
def tally(part: Part) -> Iterator[Tally]:
    """A tally of this part, whose memory is used again and again: a fresh one would be paid for page by page."""
    try:
        memory = part.scratch.pop()
    except IndexError:
        memory = np.zeros(part.count, np.float32), np.zeros(part.count, np.float32)
    counting = Tally(*memory, part.here)
    try:
        yield counting
    finally:
        counting.taken()
        part.scratch.append(memory)
