"""Eastings and northings of the British National Grid to latitude and longitude.

The formulas of Ordnance Survey, "A guide to coordinate systems in Great Britain": the inverse of the
transverse Mercator projection on the Airy 1830 ellipsoid (annex C), then the Helmert transformation from
OSGB36 to WGS84 (section 6.6, signs reversed). OS states about five metres, which a postcode centroid does
not notice.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

AIRY = (6_377_563.396, 6_356_256.909)
WGS84 = (6_378_137.000, 6_356_752.3142)
SCALE_ON_MERIDIAN = 0.9996012717
TRUE_ORIGIN = np.radians((49.0, -2.0))
FALSE_ORIGIN = (400_000.0, -100_000.0)
SHIFT = np.array([446.448, -125.157, 542.060])
TURN = np.radians(np.array([0.1502, 0.2470, 0.8421]) / 3600)
STRETCH = -20.4894e-6


def to_wgs84(eastings: ArrayLike, northings: ArrayLike) -> tuple[Floats, Floats]:
    """Latitudes and longitudes (WGS84 degrees) of grid references in metres."""
    latitude, longitude = _unproject(np.asarray(eastings, float), np.asarray(northings, float))
    latitude, longitude = _to_ellipsoid(_helmert(_to_cartesian(latitude, longitude, AIRY)), WGS84)
    return np.degrees(latitude), np.degrees(longitude)


def _eccentricity(axes: tuple[float, float]) -> float:
    a, b = axes
    return (a * a - b * b) / (a * a)


def _meridian_arc(latitude: Floats) -> Floats:
    a, b = AIRY
    n = (a - b) / (a + b)
    less, more = latitude - TRUE_ORIGIN[0], latitude + TRUE_ORIGIN[0]
    arc: Floats = (1 + n + 1.25 * n**2 + 1.25 * n**3) * less
    arc = arc - (3 * n + 3 * n**2 + 21 / 8 * n**3) * np.sin(less) * np.cos(more)
    arc = arc + (15 / 8 * n**2 + 15 / 8 * n**3) * np.sin(2 * less) * np.cos(2 * more)
    arc = arc - 35 / 24 * n**3 * np.sin(3 * less) * np.cos(3 * more)
    along: Floats = b * SCALE_ON_MERIDIAN * arc
    return along


def _foot(northings: Floats) -> Floats:
    """The latitude on the central meridian; five rounds bring it under a hundredth of a millimetre."""
    radius = AIRY[0] * SCALE_ON_MERIDIAN
    up = northings - FALSE_ORIGIN[1]
    latitude: Floats = up / radius + TRUE_ORIGIN[0]
    for _ in range(5):
        latitude = latitude + (up - _meridian_arc(latitude)) / radius
    return latitude


def _unproject(eastings: Floats, northings: Floats) -> tuple[Floats, Floats]:
    """Latitude and longitude in radians on Airy 1830. The names VII to XIIA are those of the guide."""
    foot = _foot(northings)
    tan, sec, e2 = np.tan(foot), 1 / np.cos(foot), _eccentricity(AIRY)
    bend = 1 - e2 * np.sin(foot) ** 2
    nu = AIRY[0] * SCALE_ON_MERIDIAN * bend**-0.5
    rho = nu * (1 - e2) / bend
    eta2, t2 = nu / rho - 1, tan**2
    vii = tan / (2 * rho * nu)
    viii = tan / (24 * rho * nu**3) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2)
    ix = tan / (720 * rho * nu**5) * (61 + 90 * t2 + 45 * t2**2)
    x = sec / nu
    xi = sec / (6 * nu**3) * (nu / rho + 2 * t2)
    xii = sec / (120 * nu**5) * (5 + 28 * t2 + 24 * t2**2)
    xiia = sec / (5040 * nu**7) * (61 + 662 * t2 + 1320 * t2**2 + 720 * t2**3)
    east = eastings - FALSE_ORIGIN[0]
    latitude = foot - vii * east**2 + viii * east**4 - ix * east**6
    return latitude, TRUE_ORIGIN[1] + x * east - xi * east**3 + xii * east**5 - xiia * east**7


def _to_cartesian(latitude: Floats, longitude: Floats, axes: tuple[float, float]) -> Floats:
    e2 = _eccentricity(axes)
    nu = axes[0] / np.sqrt(1 - e2 * np.sin(latitude) ** 2)
    across = nu * np.cos(latitude)
    return np.stack([across * np.cos(longitude), across * np.sin(longitude), nu * (1 - e2) * np.sin(latitude)])


def _helmert(points: Floats) -> Floats:
    rx, ry, rz = TURN
    matrix = np.array([[1 + STRETCH, -rz, ry], [rz, 1 + STRETCH, -rx], [-ry, rx, 1 + STRETCH]])
    turned: Floats = matrix @ points.reshape(3, -1) + SHIFT[:, None]
    return turned.reshape(points.shape)


def _to_ellipsoid(points: Floats, axes: tuple[float, float]) -> tuple[Floats, Floats]:
    x, y, z = points
    e2, across = _eccentricity(axes), np.hypot(x, y)
    latitude = np.arctan2(z, across * (1 - e2))
    for _ in range(4):
        nu = axes[0] / np.sqrt(1 - e2 * np.sin(latitude) ** 2)
        latitude = np.arctan2(z + e2 * nu * np.sin(latitude), across)
    return latitude, np.arctan2(y, x)
