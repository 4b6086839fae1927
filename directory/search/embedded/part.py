"""A segment as a search asks it: views of its file, and no more in memory than was asked for."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from directory.search.document import FACETS
from directory.search.embedded.arrays import ArrayFile
from directory.search.embedded.building import packed, row_of
from directory.search.embedded.ragged import Bools, Floats, Ints, Ragged, starts_of
from directory.search.ranking import PAUSED, sure

Bits = NDArray[np.uint64]
Assets = NDArray[np.int32]
NOTHING: Assets = np.zeros(0, np.int32)
COUNTED = 20_000
"""So many assets are looked at one by one, to see whether they were taken out."""
NO_IMPACTS: NDArray[np.float32] = np.zeros(0, np.float32)


class Part:
    """Its assets are numbers from 0. `gone` are those that were taken out since it was written."""

    def __init__(self, file: ArrayFile, gone: Sequence[int] = ()) -> None:
        self.file = file
        self.count: int = file.notes["count"]
        self.flags: list[str] = file.notes["flags"]
        self.spoken: dict[str, str] = file.notes["spoken"]
        self.here: Bits | None = packed(left_of(self.count, gone)) if gone else None
        """The assets that are still there, when some are not."""
        self.left: int = self.count - len(gone)
        self._numbers = {flag: number for number, flag in enumerate(self.flags)}
        self.values = [flag.partition(":")[::2] for flag in self.flags]
        """The facet and the value of each flag."""
        self.counted = sum(facet in FACETS for facet, _ in self.values)
        """So many flags, the first, are counted beside the filters."""
        self._stems, self._stem_starts = file["stem"], file["stem_start"]
        self._assets, self._impacts = file["asset"], file["impact"]
        self._flagged, self._flagged_starts = file["flagged"], file["flagged_start"]
        self.ids, self.rank = file["id"], file["rank"]
        self.latitudes, self.longitudes = file["latitude"], file["longitude"]
        self.bits: NDArray[np.uint64] = file["bits"].reshape(len(self.flags), row_of(self.count))
        self._sure: tuple[date | None, Floats] = (None, NO_IMPACTS)
        self.scratch: list[tuple[NDArray[np.float32], NDArray[np.float32]]] = []
        """Memory that one search after another counts in, all of it zero."""

    def postings(self, stem: int) -> tuple[Assets, NDArray[np.float32]]:
        """The assets that have this stem (a hash), and how much it counts in each. Some may be taken out."""
        if (place := self.number_of(stem)) is None:
            return NOTHING, NO_IMPACTS
        start, stop = self._stem_starts[place], self._stem_starts[place + 1]
        return self._assets[start:stop], self._impacts[start:stop]

    def count_left(self, assets: Assets) -> int:
        """How many of these are there; of very many about how many."""
        if self.here is None:
            return len(assets)
        if len(assets) > COUNTED:
            return len(assets) * self.left // self.count
        return int(np.count_nonzero(has_bit(self.here, assets)))

    def has_left(self, word: int) -> bool:
        """Whether an asset is there that has the stem of this word, by the word's number."""
        if self.here is None:
            return True
        stem = self.file["word_stem"][word]
        return self.count_left(self._assets[self._stem_starts[stem] : self._stem_starts[stem + 1]]) > 0

    def number_of(self, stem: int) -> int | None:
        """The number of this stem (a hash) here."""
        place = int(self._stems.searchsorted(np.uint64(stem)))
        return place if place < len(self._stems) and self._stems[place] == stem else None

    def flagged(self, flag: str) -> Assets:
        """The assets that have this flag. Some may be taken out."""
        number = self._numbers.get(flag)
        if number is None:
            return NOTHING
        return self._flagged[self._flagged_starts[number] : self._flagged_starts[number + 1]]

    def row(self, flags: Iterable[str]) -> Bits:
        """A bit for each asset: those that have one of these flags or more."""
        numbers = [number for flag in flags if (number := self._numbers.get(flag)) is not None]
        row: Bits = self.bits[numbers[0]] if len(numbers) == 1 else np.bitwise_or.reduce(self.bits[numbers], axis=0)
        return row

    def sites_having(self, flags: Iterable[str]) -> Bools:
        """Which of the sites have one of these flags or more."""
        has = np.zeros(self.file.count("site_asset"), bool)
        sites, starts = self._sites_flagged
        for number in (self._numbers[flag] for flag in flags if flag in self._numbers):
            has[sites[starts[number] : starts[number + 1]]] = True
        return has

    def range_of(self, facet: str) -> tuple[int, int]:
        """The numbers of the flags of one facet, from and to."""
        return self._ranges.get(facet, (0, 0))

    def sure(self, today: date) -> Floats:
        """How much less an asset counts for not having been checked for long, or for being closed for now."""
        known, worth = self._sure
        if known != today:
            worth = sure(today.toordinal() - self.file["assured"]).astype(np.float32)
            worth[self.flagged("status:paused")] *= np.float32(PAUSED)
            self._sure = today, worth
        return worth

    def places_of(self, ids: Sequence[bytes]) -> Assets:
        """The assets of these ids, of those that it has; taken out or not."""
        wanted, by_id = np.array(ids, np.bytes_), self.file["by_id"]
        places = np.minimum(np.searchsorted(self.ids, wanted, sorter=by_id), self.count - 1)
        assets: Assets = by_id[places]
        found: Assets = assets[self.ids[assets] == wanted]
        return found

    @cached_property
    def _sites_flagged(self) -> tuple[Ints, Ints]:
        """The sites that have a flag, flag after flag, and where each flag's begin."""
        lists = Ragged(self.file["site_flag"], self.file["site_flag_start"])
        order = np.argsort(lists.values, kind="stable")
        return lists.owners[order], starts_of(np.bincount(lists.values, minlength=len(self.flags)))

    @cached_property
    def _ranges(self) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for number, (facet, _) in enumerate(self.values):
            found[facet] = (found.get(facet, (number, 0))[0], number + 1)
        return found

    def versions(self) -> Iterator[tuple[str, int]]:
        """Every asset that is there, with the version of it that was put."""
        left = unpacked(self.here, self.count) if self.here is not None else np.ones(self.count, bool)
        for identity, version in zip(self.ids[left].tolist(), self.file["version"][left].tolist(), strict=True):
            yield identity.decode(), version


def left_of(count: int, gone: Sequence[int]) -> Bools:
    """Which of so many assets are left without those that are gone."""
    left = np.ones(count, bool)
    left[np.asarray(gone, np.intp)] = False
    return left


def unpacked(bits: Bits, count: int) -> Bools:
    """Whether each asset's bit is set."""
    return np.unpackbits(bits.view(np.uint8), count=count, bitorder="little").view(bool)


def has_bit(bits: Bits, assets: Assets) -> Bools:
    """Whether the bit of each of these assets is set."""
    if len(assets) * 16 > len(bits) * 64:
        return unpacked(bits, len(bits) * 64)[assets]
    has: Bools = (bits.view(np.uint8)[assets >> 3] >> (assets & 7).astype(np.uint8)) & 1 != 0
    return has
