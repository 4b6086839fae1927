"""What a question leaves out, as rows of bits; and what each further choice would leave."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from directory.clock import local_now
from directory.search.document import AT_A_SITE, FACETS
from directory.search.embedded.building import packed
from directory.search.embedded.part import Assets, Bits, Part, has_bit, unpacked
from directory.search.embedded.phrases import having_phrase
from directory.search.embedded.ragged import Ints, places_of
from directory.search.may_be_open import may_be_open
from directory.search.query import Query
from directory.search.words import words_of

COSTLY = 28
"""Reading the flags of one asset costs as much as looking at so many words of bits."""


@dataclass(frozen=True)
class Limit:
    """Some assets of a part. `facet` is named where any of its values is enough: it does not narrow itself."""

    facet: str | None
    row: Bits
    at_a_site: bool = False
    """It is asked of one site, not of the asset."""


def limits_of(query: Query, part: Part) -> list[Limit]:
    """Every limit but those of words and distance."""
    return list(_limits(query, part))


def all_of(limits: Sequence[Limit], part: Part, but: str | None = None) -> Bits | None:
    """The assets that all limits leave, or all but those of one facet; None for all there ever were."""
    freed = {but, "when"} if but in ("day", "time") else {but}
    left = part.here
    for limit in limits:
        if limit.facet is None or limit.facet not in freed:
            left = limit.row if left is None else left & limit.row
    return left


def _limits(query: Query, part: Part) -> Iterator[Limit]:
    for facet, wanted in query.any_of.items():
        yield Limit(facet, part.row(f"{facet}:{value}" for value in wanted), facet in AT_A_SITE)
    if query.days and query.times_of_day:
        # Tuesday mornings and Thursday evenings are no Tuesday evenings.
        yield Limit("when", part.row(pairs_of(query.days, query.times_of_day)), at_a_site=True)
    yield from (Limit(None, part.row([f"access:{feature}"]), at_a_site=True) for feature in query.access)
    if query.gender is not None:
        yield Limit(None, part.row([f"gender:{query.gender}"]))
    if query.free:
        yield Limit("cost", part.row(["free:yes"]))
    if query.max_cost is not None:
        # NaN, where no price is stated, compares false.
        yield Limit("cost", packed(part.file["price"] <= np.float32(query.max_cost)))
    if query.open_now:
        yield Limit(None, part.row(may_be_open(local_now())))
    if query.among is not None:
        yield Limit(None, row_of_assets(part, part.places_of([identity.encode() for identity in query.among])))
    for phrase in query.phrases:
        if stems := [word.stem for word in words_of(phrase)]:
            yield Limit(None, row_of_assets(part, having_phrase(part, stems)))
    for phrase in query.without:
        if stems := [word.stem for word in words_of(phrase)]:
            yield Limit(None, ~row_of_assets(part, having_phrase(part, stems)))
    if query.age is not None:
        # NaN, where nobody states an age, compares false: it stays in.
        others = (part.file["youngest"] > query.age) | (part.file["oldest"] < query.age)
        yield Limit(None, packed(~others))


class Counting:
    """How many of some assets of a part have each flag: the assets by number, or as a row of bits, or all."""

    def __init__(self, part: Part, assets: Assets | None) -> None:
        self._part, self._assets = part, assets
        self._row: Bits | None = None

    def add_to(self, counted: dict[str, dict[str, int]], flags: tuple[int, int], among: Bits | None) -> None:
        """Of those that are also among these, for flags from and to, without those that none has."""
        counts = self._counted(*flags, among).tolist()
        for (facet, value), count in zip(self._part.values[slice(*flags)], counts, strict=True):
            if count:
                into = counted[facet]
                into[value] = into.get(value, 0) + count

    def _counted(self, first: int, last: int, among: Bits | None) -> Ints:
        part = self._part
        if self._assets is not None and len(self._assets) * COSTLY < part.bits.shape[1] * (last - first):
            assets = self._assets if among is None else self._assets[has_bit(among, self._assets)]
            flags = part.file["flag"][places_of(part.file["flag_start"], assets)]
            return np.bincount(flags, minlength=len(part.flags))[first:last]
        row = _both(self.row(), among)
        bits = part.bits[first:last]
        counts: Ints = np.bitwise_count(bits if row is None else bits & row).sum(axis=1, dtype=np.uint32)
        return counts

    def row(self) -> Bits | None:
        """The assets as a row of bits; None: all."""
        if self._row is None and self._assets is not None:
            self._row = row_of_assets(self._part, self._assets)
        return self._row


def row_of_assets(part: Part, assets: Assets) -> Bits:
    """These assets as a row of bits."""
    chosen = np.zeros(part.bits.shape[1] * 64, bool)
    chosen[assets] = True
    return packed(chosen)


def facets_of(query: Query, part: Part, limits: Sequence[Limit], assets: Assets | None) -> dict[str, dict[str, int]]:
    """For each facet its values and how many assets each leads to, of one part.

    `assets` are those that fit all but the limits, in which any value of a facet is enough; None: all.
    """
    counting = Counting(part, assets)
    counted: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    counting.add_to(counted, (0, part.counted), all_of(limits, part))
    for facet in {limit.facet for limit in limits if limit.facet in counted}:
        counted[facet].clear()
        counting.add_to(counted, part.range_of(facet), all_of(limits, part, but=facet))
    for facet, others in (("day", query.times_of_day), ("time", query.days)):
        if others:
            counted[facet] = _paired(counting, part, limits, facet, others, counted[facet])
    return counted


def _paired(
    counting: Counting,
    part: Part,
    limits: Sequence[Limit],
    facet: str,
    others: Sequence[str],
    values: Mapping[str, int],
) -> dict[str, int]:
    """Days where a part of the day is asked for, and the other way round: both hold of one session."""
    left = _both(counting.row(), all_of(limits, part, but=facet))
    counts = {}
    for value in values:
        row = part.row(pairs_of([value], others) if facet == "day" else pairs_of(others, [value]))
        if count := int(np.bitwise_count(row if left is None else row & left).sum()):
            counts[value] = count
    return counts


def pairs_of(days: Sequence[str], parts: Sequence[str]) -> list[str]:
    """The flags of which one is enough to be on one of the days in one of the parts of a day."""
    return [f"when:{day} {part}" for day in days for part in parts]


def _both(one: Bits | None, other: Bits | None) -> Bits | None:
    if one is None or other is None:
        return one if other is None else other
    return one & other


def assets_of(part: Part, row: Bits | None) -> Assets:
    """The assets of a row of bits; of None, all."""
    if row is None:
        return np.arange(part.count, dtype=np.int32)
    return np.flatnonzero(unpacked(row, part.count)).astype(np.int32)
