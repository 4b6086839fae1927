"""How far assets are from the place of a question, in SQL."""

from math import cos, isfinite, pi, radians

from directory.geography import Place, distance_miles

AROUND = distance_miles(Place(0.0, 0.0, ""), Place(0.0, 180.0, "")) * 2
"""Miles around the earth."""

DEGREE = AROUND / 360
"""Miles in a degree of latitude."""

MOST_BOXED = 1_000
"""Miles beyond which nothing is gained by looking at a part of the map alone."""

MILES = (
    f"CASE WHEN {{latitude}} IS NOT NULL THEN {AROUND / pi!r} * asin(sqrt(least(1, "
    "sin(radians({latitude} - %(latitude)s) / 2) ^ 2 + cos(radians(%(latitude)s)) * cos(radians({latitude})) * "
    "sin(radians({longitude} - %(longitude)s) / 2) ^ 2))) END"
)
"""Miles from the place of the question, as `directory.travel` measures them."""


def miles_to(latitude: str, longitude: str) -> str:
    """Miles to a point that has these columns."""
    return MILES.replace("{latitude}", latitude).replace("{longitude}", longitude)


OTHERS = f"SELECT min({miles_to('point.latitude', 'point.longitude')}) FROM {{}}.point WHERE point.asset = number"
TO_NEAREST = f"CASE WHEN more THEN ({OTHERS}) ELSE {miles_to('asset.latitude', 'asset.longitude')} END"
"""Miles to the nearest venue of an asset."""


def within(place: Place, miles: float) -> tuple[str, dict[str, object]]:
    """(number, miles) of each asset that has a venue no farther than so many miles; and the values that this needs."""
    inside, values = _boxed(place, miles)
    every = f"SELECT asset, {miles_to('latitude', 'longitude')} AS miles FROM {{}}.point WHERE {inside}"
    close = f"SELECT asset AS number, min(miles) AS miles FROM ({every}) one WHERE miles <= %(reach)s GROUP BY asset"
    return close, values | {"reach": miles}


def _boxed(place: Place, miles: float) -> tuple[str, dict[str, object]]:
    """What may be near enough, as a part of the map: an index finds that."""
    high = miles / DEGREE + 1e-6
    if not (isfinite(miles) and 0 <= miles < MOST_BOXED) or abs(place.latitude) + high > 89:
        return "true", {}
    # The farther from the equator, the shorter is a degree of longitude.
    wide = high / cos(radians(abs(place.latitude) + high))
    if abs(place.longitude) + wide > 180:
        return "true", {}
    return "spot <@ box(point(%(west)s, %(south)s), point(%(east)s, %(north)s))", {
        "west": place.longitude - wide,
        "east": place.longitude + wide,
        "south": place.latitude - high,
        "north": place.latitude + high,
    }
