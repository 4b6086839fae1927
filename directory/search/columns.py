"""The facts of all assets side by side, one array each: a limit or a count is one pass over memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.geography import Place, distances_miles

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Columns:
    """`count` assets in the order of the index. Flags and points are lists of (asset, value) pairs."""

    ids: tuple[str, ...]
    versions: Ints
    live: Bools
    """False where an asset was taken out and its place not yet used again."""
    flags: tuple[str, ...]
    """Every flag there is; `flag_values` count in it."""
    flag_assets: Ints
    flag_values: Ints
    point_assets: Ints
    latitudes: Floats
    longitudes: Floats
    minimum_ages: Floats
    maximum_ages: Floats
    assured: Floats
    """Day numbers, NaN where nobody has."""
    lengths: Floats
    """Words in each field (columns) of each asset (rows)."""

    @property
    def count(self) -> int:
        return len(self.ids)

    @cached_property
    def order(self) -> Ints:
        """The place of each asset among all ids: what ties are broken by."""
        return np.argsort(np.argsort(np.array(self.ids, dtype=object))).astype(np.int64)

    @cached_property
    def mean_lengths(self) -> Floats:
        """The mean number of words in each field, at least 1."""
        means: Floats = self.lengths[self.live].sum(axis=0) / max(int(self.live.sum()), 1)
        return np.maximum(means, 1.0)

    def having(self, flag: str) -> Bools:
        """Which assets have this flag."""
        if flag not in self._rows:
            chosen = np.zeros(self.count, bool)
            if (value := self._values.get(flag)) is not None:
                chosen[self.flag_assets[self.flag_values == value]] = True
            self._rows[flag] = chosen
        return self._rows[flag]

    def having_any(self, flags: Iterable[str]) -> Bools:
        """Which assets have one of these flags or more."""
        chosen: Bools = np.logical_or.reduce([np.zeros(self.count, bool), *map(self.having, flags)])
        return chosen

    def counts(self, chosen: Bools) -> Ints:
        """How many of the chosen assets have each flag, in the order of `flags`."""
        return np.bincount(self.flag_values[chosen[self.flag_assets]], minlength=len(self.flags))

    def miles_from(self, place: Place) -> Floats:
        """Miles to the nearest venue of each asset, NaN where it has none that is known."""
        nearest = np.full(self.count, np.inf)
        np.minimum.at(nearest, self.point_assets, distances_miles(place, self.latitudes, self.longitudes))
        return np.where(np.isinf(nearest), np.nan, nearest)

    @cached_property
    def _values(self) -> dict[str, int]:
        return {flag: value for value, flag in enumerate(self.flags)}

    @cached_property
    def _rows(self) -> dict[str, Bools]:
        return {}


def columns_of(entries: Sequence[tuple[str, Sequence[Any]]], fields: int) -> Columns:
    """Columns from (id, facts) in the order of the index, as `whoosh_files.entry` writes facts."""
    ids = tuple(identity for identity, _ in entries)
    facts = [fact for _, fact in entries]
    flags = tuple(dict.fromkeys(flag for fact in facts for flag in fact[1]))
    values = {flag: value for value, flag in enumerate(flags)}
    points = np.array([point for fact in facts for point in fact[2]], float).reshape(-1, 2)
    return Columns(
        ids=ids,
        versions=np.array([fact[0] for fact in facts], np.int64),
        live=np.ones(len(ids), bool),
        flags=flags,
        flag_assets=_owners(len(fact[1]) for fact in facts),
        flag_values=np.array([values[flag] for fact in facts for flag in fact[1]], np.int64),
        point_assets=_owners(len(fact[2]) for fact in facts),
        latitudes=points[:, 0],
        longitudes=points[:, 1],
        minimum_ages=_floats(fact[3] for fact in facts),
        maximum_ages=_floats(fact[4] for fact in facts),
        assured=_floats(fact[5] for fact in facts),
        lengths=np.array([fact[6] for fact in facts], float).reshape(-1, fields),
    )


def joined(parts: Sequence[Columns], live: Bools, fields: int) -> Columns:
    """The columns of several parts one after the other; `live` for all of them."""
    parts = parts or [columns_of([], fields)]
    flags = tuple(dict.fromkeys(flag for part in parts for flag in part.flags))
    values = {flag: value for value, flag in enumerate(flags)}
    starts = np.cumsum([0, *(part.count for part in parts)])[:-1]
    renumbered = [np.array([values[flag] for flag in part.flags], np.int64)[part.flag_values] for part in parts]
    same = ("versions", "latitudes", "longitudes", "minimum_ages", "maximum_ages", "assured", "lengths")
    return Columns(
        ids=tuple(identity for part in parts for identity in part.ids),
        live=live,
        flags=flags,
        flag_assets=np.concatenate([part.flag_assets + start for part, start in zip(parts, starts, strict=True)]),
        flag_values=np.concatenate(renumbered),
        point_assets=np.concatenate([part.point_assets + start for part, start in zip(parts, starts, strict=True)]),
        **{name: np.concatenate([getattr(part, name) for part in parts]) for name in same},
    )


def _owners(lengths: Iterable[int]) -> Ints:
    each = np.fromiter(lengths, np.int64)
    return np.repeat(np.arange(len(each)), each)


def _floats(values: Iterable[float | None]) -> Floats:
    return np.array([np.nan if value is None else value for value in values], float)
