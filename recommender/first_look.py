"""A first look at every asset: which few hundred deserve a close one.

Only what surely keeps her out is left out here (`recommender.rules` says why, at the close look); the rest is put
roughly in order by how well it serves her needs and how near it is, and the best for every need go on.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.geography import distances_miles
from directory.kinds import Gender
from recommender.peculiar import for_her
from recommender.rules.welcome import ADULT
from recommender.shelf.block import FULL, GENDERS, Block, bits_of
from recommender.shelf.shelf import Shelf
from recommender.sought import Sought

FOR_EACH_NEED = 40
IN_ALL = 60
FLOOR = 0.3
"""How well an asset must serve a need to be looked at closely for it."""
STRANGER = 0.35
"""What is left of the worth of a group for people of whom she is not known to be one."""


@dataclass(frozen=True)
class Sighted:
    """An asset by its id: how well it serves each sought need, in their order; the miles to it (NaN: not known); and
    what is left of its worth where it serves a need that is of others (`recommender.peculiar`).
    """

    asset_id: str
    fits: NDArray[np.float32]
    miles: float
    for_her: float


def look_over(shelf: Shelf, sought: Sought, wider: int = 1) -> list[Sighted]:
    """The assets that deserve a close look, in no order; so many times as many of them. Fewer than `IN_ALL` times that
    are all there are.
    """
    if not sought.needs:
        return []
    return [one for block, standing in shelf.blocks for one in _Looking(block, standing, sought).best(wider)]


def sight(shelf: Shelf, sought: Sought, asset_id: str) -> Sighted | None:
    """One asset, whatever keeps her out; None where it is not on the shelf."""
    for block, standing in shelf.blocks:
        rows = np.flatnonzero((block.ids == asset_id.encode()) & standing)
        if len(rows):
            return _Looking(block, standing, sought).sighted(rows)[0]
    return None


class _Looking:
    """One block as one person sees it."""

    def __init__(self, block: Block, standing: NDArray[np.bool_], sought: Sought) -> None:
        self._block, self._standing, self._sought = block, standing, sought

    def best(self, wider: int) -> list[Sighted]:
        fits = self._fits(slice(None))
        rows = np.flatnonzero(self._standing & self._is_possible() & (fits.max(axis=1) >= FLOOR))
        if not len(rows):
            return []
        miles = self._miles(rows)
        near = self._near_enough(rows, miles)
        rows, miles = rows[near], miles[near]
        worth = fits[rows] * (self._nearness(rows, miles) * self._familiar(rows))[:, None]
        chosen = _best(worth.max(axis=1), IN_ALL * wider)
        for column in range(worth.shape[1]):
            chosen |= _best(worth[:, column], FOR_EACH_NEED * wider)
        places = np.flatnonzero(chosen)
        return self._told(rows[places], fits[rows[places]], miles[places])

    def sighted(self, rows: NDArray[np.intp]) -> list[Sighted]:
        return self._told(rows, self._fits(rows), self._miles(rows))

    def _told(self, rows: NDArray[np.intp], fits: NDArray[np.float32], miles: NDArray[np.float64]) -> list[Sighted]:
        ids = [one.decode() for one in self._block.ids[rows].tolist()]
        left = for_her(self._sought, self._block.fits[rows]).tolist()
        return [Sighted(*one) for one in zip(ids, fits, miles.tolist(), left, strict=True)]

    def _fits(self, rows: slice | NDArray[np.intp]) -> NDArray[np.float32]:
        """(assets, sought needs); a whole domain is served by what serves any of its needs."""
        kept = self._block.fits[rows]
        served = np.zeros((len(kept), len(self._sought.columns)), np.float32)
        for place, columns in enumerate(self._sought.columns):
            served[:, place] = kept[:, columns].max(axis=1)
        return served / np.float32(FULL)

    def _is_possible(self) -> NDArray[np.bool_]:
        """Without what is closed, full, for the other gender or for other ages than hers or her children's."""
        block, sought, facts = self._block, self._sought, self._sought.facts
        possible = block.open & (block.full_until < sought.today.toordinal())
        if facts.gender:
            other = Gender.MEN if facts.gender is Gender.WOMEN else Gender.WOMEN
            possible &= block.genders != GENDERS[other]
        if facts.ages is None:
            return possible
        suited = (block.youngest <= facts.ages[1]) & (facts.ages[0] < block.oldest + 1)
        for age in facts.children_ages:
            suited |= (block.oldest < ADULT) & (block.youngest <= age) & (age < block.oldest + 1)
        return possible & suited

    def _near_enough(self, rows: NDArray[np.intp], miles: NDArray[np.float64]) -> NDArray[np.bool_]:
        return self._block.remote[rows] | np.isnan(miles) | (miles <= self._sought.facts.reach.farthest)

    def _nearness(self, rows: NDArray[np.intp], miles: NDArray[np.float64]) -> NDArray[np.float64]:
        """1 at the door, half of it where half the worth of being near is gone; from home as good as at some distance."""
        reach = self._sought.facts.reach
        near = 0.5 ** (np.nan_to_num(miles, nan=reach.half_at) / reach.half_at)
        near = np.where(self._block.remote[rows], np.maximum(near, 0.6), near)
        return 0.5 + 0.5 * near

    def _familiar(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """Less for groups of people of whom she is not known to be one."""
        return np.minimum(self._by_group(rows), for_her(self._sought, self._block.fits[rows]))

    def _by_group(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        meant = self._block.meant_for[rows]
        hers = bits_of([sorted(self._sought.facts.circumstances)])[0]
        strange = (meant.any(axis=1)) & ~((meant & hers).any(axis=1))
        return np.where(strange, STRANGER, 1.0)

    def _miles(self, rows: NDArray[np.intp]) -> NDArray[np.float64]:
        """To the nearest venue of each; NaN where either is not on the map."""
        nearest = np.full(len(self._block), np.inf)
        if self._sought.home is not None:
            wanted = np.zeros(len(self._block), np.bool_)
            wanted[rows] = True
            there = np.flatnonzero(wanted[self._block.owners])
            block = self._block
            miles = distances_miles(
                self._sought.home, block.latitudes[there].astype(float), block.longitudes[there].astype(float)
            )
            np.minimum.at(nearest, block.owners[there], miles)
        found = nearest[rows]
        found[np.isinf(found)] = np.nan
        return found


def _best(worth: NDArray[np.float64], most: int) -> NDArray[np.bool_]:
    """Which are among so many of the best."""
    chosen = worth >= 0
    if len(worth) > most:
        chosen = np.zeros(len(worth), np.bool_)
        chosen[np.argpartition(-worth, most)[:most]] = True
    return chosen & (worth > 0)
