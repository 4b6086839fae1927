"""The facts of all assets side by side, one array each: a limit or a count is one pass over memory."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.geography import Place, distances_miles

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Texts = NDArray[np.bytes_]
"""Texts in UTF-8, side by side."""


@dataclass(frozen=True)
class Ids:
    """The ids of assets, as texts one at a time: a million of them as objects are a hundred megabytes."""

    encoded: Texts

    def __len__(self) -> int:
        return len(self.encoded)

    def __getitem__(self, asset: int) -> str:
        return bytes(self.encoded[asset]).decode()


@dataclass(frozen=True)
class Columns:
    """`count` assets in the order of the index. Flags and points are lists of (asset, value) pairs."""

    ids: Ids
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
        return np.argsort(np.argsort(self.ids.encoded, kind="stable")).astype(np.int64)

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


def joined(parts: Sequence[Columns], live: Bools) -> Columns:
    """The columns of several parts, at least one, one after the other; `live` for all of them."""
    flags = tuple(dict.fromkeys(flag for part in parts for flag in part.flags))
    values = {flag: value for value, flag in enumerate(flags)}
    starts = np.cumsum([0, *(part.count for part in parts)])[:-1]
    renumbered = [np.array([values[flag] for flag in part.flags], np.int64)[part.flag_values] for part in parts]
    same = ("versions", "latitudes", "longitudes", "minimum_ages", "maximum_ages", "assured", "lengths")
    return Columns(
        ids=Ids(np.concatenate([part.ids.encoded for part in parts])),
        live=live,
        flags=flags,
        flag_assets=np.concatenate([part.flag_assets + start for part, start in zip(parts, starts, strict=True)]),
        flag_values=np.concatenate(renumbered),
        point_assets=np.concatenate([part.point_assets + start for part, start in zip(parts, starts, strict=True)]),
        **{name: np.concatenate([getattr(part, name) for part in parts]) for name in same},
    )


def chosen_of(columns: Columns, chosen: Bools) -> Columns:
    """The columns of the chosen assets alone."""
    place = np.cumsum(chosen) - 1
    flags, points = chosen[columns.flag_assets], chosen[columns.point_assets]
    same = ("versions", "live", "minimum_ages", "maximum_ages", "assured", "lengths")
    return replace(
        columns,
        ids=Ids(columns.ids.encoded[chosen]),
        flag_assets=place[columns.flag_assets[flags]],
        flag_values=columns.flag_values[flags],
        point_assets=place[columns.point_assets[points]],
        latitudes=columns.latitudes[points],
        longitudes=columns.longitudes[points],
        **{name: getattr(columns, name)[chosen] for name in same},
    )


def to_arrays(columns: Columns) -> dict[str, NDArray[Any]]:
    """The columns as they are kept in a file."""
    kept = {field.name: getattr(columns, field.name) for field in fields(columns)}
    flags = np.array([flag.encode() for flag in columns.flags], dtype=np.bytes_)
    return kept | {"ids": columns.ids.encoded, "flags": flags}


def from_arrays(kept: Mapping[str, NDArray[Any]]) -> Columns:
    """What `to_arrays` kept."""
    arrays = {field.name: kept[field.name] for field in fields(Columns)}
    flags = tuple(flag.decode() for flag in arrays.pop("flags").tolist())
    return Columns(ids=Ids(arrays.pop("ids")), flags=flags, **arrays)
