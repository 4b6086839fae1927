"""How far it is and how long it takes to go. Distances are miles in a straight line over the ground."""

from enum import StrEnum
from math import ceil
from typing import Any

import numpy as np
from geopy.distance import EARTH_RADIUS, great_circle
from numpy.typing import ArrayLike, NDArray

from directory.place import Place

MILES_IN_A_KILOMETRE = 0.621371192
NO_BREAK = "\u00a0"


class Travel(StrEnum):
    """How she gets about."""

    WALK = "walk"
    WHEEL = "wheel"
    BUS = "bus"
    CAR = "car"


def distance_miles(a: Place, b: Place) -> float:
    """Miles between two places along the great circle."""
    return float(great_circle((a.latitude, a.longitude), (b.latitude, b.longitude)).miles)


def distances_miles(place: Place, latitudes: ArrayLike, longitudes: ArrayLike) -> NDArray[np.float64]:
    """Miles from one place to many points, in their order; NaN where a point is not known (NaN).

    Haversine on geopy's sphere, so that one distance and many agree.
    """
    there_lat, there_lon = np.radians(np.asarray(latitudes, float)), np.radians(np.asarray(longitudes, float))
    here_lat, here_lon = np.radians(place.latitude), np.radians(place.longitude)
    chord: Any = np.sin((there_lat - here_lat) / 2) ** 2
    chord = chord + np.cos(here_lat) * np.cos(there_lat) * np.sin((there_lon - here_lon) / 2) ** 2
    miles: NDArray[np.float64] = 2 * EARTH_RADIUS * MILES_IN_A_KILOMETRE * np.arcsin(np.sqrt(chord))
    return miles


WINDING = 1.3
"""Streets are about a third longer than the straight line."""

PACE: dict[Travel, tuple[float, float]] = {
    Travel.WALK: (20.0, 0.0),
    Travel.WHEEL: (20.0, 0.0),
    Travel.BUS: (6.0, 10.0),
    Travel.CAR: (3.0, 5.0),
}
"""Minutes for a mile of street, and minutes before it starts: the walk to the stop and the wait, or parking.

Rules of thumb, not a timetable: 3 mph on foot or on wheels, a city bus at 10 mph, a car in town at 20 mph.
"""


def travel_minutes(miles: float, mode: Travel | str) -> float:
    """Roughly how many minutes so many straight miles take: winding miles x pace + start."""
    pace, start = PACE[Travel(mode)]
    return miles * WINDING * pace + start


def travel_band(miles: float, mode: Travel | str) -> str:
    """The same in words, rounded up to five: "about 15 minutes' walk", "about 1 hour 10 minutes by bus"."""
    minutes = 5 * ceil(travel_minutes(miles, mode) / 5 - 1e-9)
    if minutes <= 5:
        return f"a few minutes{_means(Travel(mode), minutes)}"
    return f"about {_duration(minutes)}{_means(Travel(mode), minutes)}"


def _means(mode: Travel, minutes: int) -> str:
    if mode == Travel.WALK:
        return "' walk" if minutes % 60 else " on foot"
    return " on wheels" if mode == Travel.WHEEL else f" by {mode}"


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    words = [f"{hours}{NO_BREAK}hour{'s' if hours > 1 else ''}"] if hours else []
    return " ".join([*words, *([f"{rest}{NO_BREAK}minutes"] if rest else [])])


def describe_distance(miles: float) -> str:
    """A distance as people say it: "under 100 yards", "about 300 yards", "0.8 miles", "12 miles"."""
    yards = miles * 1760
    if yards < 100:
        return f"under 100{NO_BREAK}yards"
    if yards < 450:
        return f"about {round(yards / 100) * 100}{NO_BREAK}yards"
    said = f"{miles:.0f}" if miles >= 9.95 else f"{miles:.1f}".removesuffix(".0")
    return f"{said}{NO_BREAK}mile{'' if said == '1' else 's'}"
