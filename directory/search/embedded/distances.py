"""How far the assets of a part are: to the nearest venue of each."""

from math import cos, radians

import numpy as np
from numpy.typing import NDArray

from directory.geography import Place, distances_miles
from directory.search.embedded.part import Assets, Part
from directory.search.embedded.ragged import Bools, Floats, among

DEGREE = 69.2
"""Miles in a degree of latitude; no degree has more."""


def miles_to(place: Place, part: Part, assets: Assets) -> Floats:
    """Miles to each of these assets, NaN where no venue is known."""
    miles = distances_miles(place, part.latitudes[assets], part.longitudes[assets])
    more = part.file["more_asset"]
    if len(more):
        order = np.argsort(assets)
        has, places = among(assets[order], more)
        others = distances_miles(place, part.file["more_latitude"][has], part.file["more_longitude"][has])
        np.fmin.at(miles, order[places[has]], others)
    return miles


def close_to(place: Place, miles: float, part: Part) -> Bools:
    """Which assets of the whole part have a venue no farther than so many miles."""
    close = np.zeros(part.count, bool)
    for latitudes, longitudes, owners in (
        (part.latitudes, part.longitudes, None),
        (part.file["more_latitude"], part.file["more_longitude"], part.file["more_asset"]),
    ):
        boxed = _boxed(place, miles, latitudes, longitudes)
        far = distances_miles(place, latitudes[boxed], longitudes[boxed])
        found = boxed[far <= miles]
        close[found if owners is None else owners[found]] = True
    return close


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
