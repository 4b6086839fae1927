"""How far assets are from the place of a question, in SQL."""

from math import cos, isfinite, pi, radians, sin

from directory.geography import Place, distance_miles
from directory.search.postgres.preparing import vector_of

AROUND = distance_miles(Place(0.0, 0.0, ""), Place(0.0, 180.0, "")) * 2
"""Miles around the earth."""

DEGREE = AROUND / 360
"""Miles in a degree of latitude."""

FARTHEST = 5.0
"""More than anything on a sphere of radius 1 is `AWAY`."""

MOST_BOXED = 1_000
"""Miles beyond which nothing is gained by looking at a part of the map alone."""

AWAY = " + ".join(f"({{of}}{one} - %({one})s) * ({{of}}{one} - %({one})s)" for one in "xyz")
"""The square of the straight line through a sphere of radius 1, from the place of the question: cheap, and in order."""


def vector(place: Place) -> dict[str, object]:
    """The values that tell where a question is asked from."""
    return dict(zip("xyz", vector_of((place.latitude, place.longitude)), strict=True))


def miles_of(away: str) -> str:
    """Miles over the ground of what is so far away, as `directory.travel` measures them."""
    return f"CASE WHEN {away} IS NOT NULL THEN {AROUND / pi!r} * asin(least(1, sqrt({away}) / 2)) END"


def reach_of(miles: float) -> float:
    """As far as that, what is no farther than so many miles is `AWAY`; nothing is within less than none."""
    if not miles >= 0:
        return -1.0
    return FARTHEST if miles >= AROUND / 2 else float((2 * sin(miles / AROUND * pi)) ** 2)


def to_nearest(fitting: str = "true") -> str:
    """How far the nearest venue of an asset is, as `AWAY`; of one that is not the same at each, the nearest that fits."""
    sites = f"SELECT min({AWAY.format(of='site.')}) FROM {{}}.site WHERE site.asset = number AND {fitting}"
    points = f"SELECT min({AWAY.format(of='point.')}) FROM {{}}.point WHERE point.asset = number"
    return f"CASE WHEN varied THEN ({sites}) WHEN more THEN ({points}) ELSE {AWAY.format(of='asset.')} END"


def within(place: Place, miles: float, fitting: str = "true") -> tuple[str, dict[str, object]]:
    """(number, away) of each asset that has a venue which fits no farther than so many miles; and the values for it."""
    inside, values = _boxed(place, miles)
    away = AWAY.format(of="")
    every = f"SELECT asset, {away} AS away FROM {{}}.point WHERE {inside}"
    sites = f"SELECT asset, {away} AS away FROM {{}}.site WHERE {fitting}"
    close = (
        f"SELECT asset AS number, min(away) AS away FROM ({every} UNION ALL {sites}) one "
        "WHERE away <= %(reach)s GROUP BY asset"
    )
    return close, values | {"reach": reach_of(miles)}


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
