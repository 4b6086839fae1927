"""How far the assets of a part are: to the nearest venue of each."""

from collections.abc import Callable, Sequence
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from directory.geography import Place, distance_miles, distances_miles
from directory.search.embedded.part import Assets, Part
from directory.search.embedded.ragged import Bools, Floats, among

DEGREE = distance_miles(Place(0.0, 0.0, ""), Place(1.0, 0.0, ""))
"""Miles in a degree of latitude, by the sphere that all distances are measured on."""


def miles_to(place: Place, part: Part, assets: Assets, sites: Bools | None = None, *, exactly: bool = True) -> Floats:
    """Miles to each of these assets, NaN where no venue is known. Of several sites only these count; None: all.

    Not `exactly`, on a flat map: within a yard in a mile as far as it matters to anybody, in a fifth of the time.
    """
    measure = distances_miles if exactly else _flat
    miles = measure(place, part.latitudes[assets], part.longitudes[assets])
    owners = part.file["site_asset"]
    if len(owners):
        order = np.argsort(assets, kind="stable")
        has, places = among(assets[order], owners)
        has = has if sites is None else has & sites
        others = measure(place, part.file["site_latitude"][has], part.file["site_longitude"][has])
        np.fmin.at(miles, order[places[has]], others)
    return miles


def close_to(place: Place, miles: float, part: Part, assets: Assets | None = None) -> Bools:
    """Which assets of the whole part have their only venue no farther than so many miles; `assets` are those that
    matter.
    """
    close = np.zeros(part.count, bool)
    latitudes, longitudes = part.latitudes, part.longitudes
    if assets is not None:
        latitudes, longitudes = latitudes[assets], longitudes[assets]
    found = _within(place, miles, latitudes, longitudes)
    close[found if assets is None else assets[found]] = True
    return close


def close_sites(place: Place, miles: float, part: Part) -> Bools:
    """Which of the sites are no farther than so many miles."""
    close = np.zeros(part.file.count("site_asset"), bool)
    close[_within(place, miles, part.file["site_latitude"], part.file["site_longitude"])] = True
    return close


def counts_within(distances: Sequence[float], miles: Floats, exactly: Callable[[Bools], Floats]) -> list[int]:
    """How many of so many `miles`, measured on a flat map, are no more than each distance.

    Those near an edge are measured `exactly`.
    """
    edge = np.zeros(len(miles), bool)
    for distance in distances:
        edge |= np.abs(miles - distance) < distance * 0.01
    miles = miles.copy()
    miles[edge] = exactly(edge)
    return [int(np.count_nonzero(miles <= distance)) for distance in distances]


def _within(place: Place, miles: float, latitudes: Floats, longitudes: Floats) -> NDArray[np.intp]:
    boxed = _boxed(place, miles, latitudes, longitudes)
    return boxed[distances_miles(place, latitudes[boxed], longitudes[boxed]) <= miles]


def _flat(place: Place, latitudes: Floats, longitudes: Floats) -> Floats:
    """Miles as on a map whose degrees of longitude are as long as half way between."""
    north = latitudes - place.latitude
    here = radians(place.latitude)
    # The cosine in the middle, by the slope of the cosine here.
    east = (longitudes - place.longitude) * (cos(here) - sin(here) * radians(0.5) * north)
    miles: Floats = DEGREE * np.sqrt(north * north + east * east)
    return miles


def _boxed(place: Place, miles: float, latitudes: Floats, longitudes: Floats) -> NDArray[np.intp]:
    """The points that may be near enough: comparing numbers costs a hundredth of a distance."""
    if not 0 <= miles < 1_000 or abs(place.latitude) > 80:
        return np.arange(len(latitudes))
    high = miles / DEGREE + 1e-6
    wide = high / cos(radians(min(abs(place.latitude) + high, 89)))
    if abs(place.longitude) + wide > 180:
        return np.arange(len(latitudes))
    inside = np.abs(latitudes - place.latitude) <= high
    inside &= np.abs(longitudes - place.longitude) <= wide
    return np.flatnonzero(inside)
