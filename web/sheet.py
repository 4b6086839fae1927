"""The sheet that a map is drawn on: from degrees to pixels, and room for pins that lie on each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians, sin

MILES_A_DEGREE = 69.05
"""Of latitude. A degree of longitude shrinks from there with the cosine of the latitude."""
SMALLEST_SPAN = 0.6
"""Miles. One pin alone is not shown as if through a microscope."""

Spot = tuple[float, float]
"""x and y in pixels from the top left corner."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A flat map of a small region, north up. `scale` is pixels a mile."""

    width: int
    height: int
    latitude: float
    longitude: float
    scale: float

    def spot(self, latitude: float, longitude: float) -> Spot:
        """Where a point of the earth lies on the sheet; it may be off its edges."""
        east = (longitude - self.longitude) * cos(radians(self.latitude)) * MILES_A_DEGREE
        north = (latitude - self.latitude) * MILES_A_DEGREE
        return self.width / 2 + east * self.scale, self.height / 2 - north * self.scale

    def holds(self, box: Box, margin: float = 4) -> bool:
        """Whether a box lies wholly on the sheet."""
        left, top, right, bottom = box
        inside = left >= margin and top >= margin
        return inside and right <= self.width - margin and bottom <= self.height - margin


def fitted_sheet(points: Sequence[Spot], width: int, height: int, padding: int = 44) -> Sheet:
    """The largest scale at which all `points` (latitude, longitude) keep `padding` pixels from the edge."""
    latitudes, longitudes = [point[0] for point in points], [point[1] for point in points]
    latitude = (min(latitudes) + max(latitudes)) / 2
    longitude = (min(longitudes) + max(longitudes)) / 2
    across = (max(longitudes) - min(longitudes)) * cos(radians(latitude)) * MILES_A_DEGREE
    down = (max(latitudes) - min(latitudes)) * MILES_A_DEGREE
    scale = min((width - 2 * padding) / max(across, SMALLEST_SPAN), (height - 2 * padding) / max(down, SMALLEST_SPAN))
    return Sheet(width, height, latitude, longitude, scale)


def spread(spots: Sequence[Spot], sheet: Sheet, apart: float = 25, rounds: int = 60) -> list[Spot]:
    """The same spots pushed from each other until they are `apart` pixels apart, or nearly; always alike.

    Each stays on the sheet. Pins at one address fan out around it.
    """
    placed = [(x + 0.6 * cos(2.4 * i), y + 0.6 * sin(2.4 * i)) for i, (x, y) in enumerate(spots)]
    for _ in range(rounds):
        if not _push(placed, sheet, apart):
            break
    return placed


def _push(placed: list[Spot], sheet: Sheet, apart: float) -> bool:
    """One round of pushing, in place. Whether anything had to move."""
    moved = False
    for i in range(len(placed)):
        for j in range(i):
            (ax, ay), (bx, by) = placed[i], placed[j]
            gap = hypot(ax - bx, ay - by) or 0.01
            if gap >= apart - 0.5:
                continue
            x, y = (ax - bx) / gap * (apart - gap) / 2, (ay - by) / gap * (apart - gap) / 2
            placed[i], placed[j] = _kept((ax + x, ay + y), sheet), _kept((bx - x, by - y), sheet)
            moved = True
    return moved


def _kept(spot: Spot, sheet: Sheet, margin: float = 15) -> Spot:
    x = min(max(spot[0], margin), sheet.width - margin)
    return x, min(max(spot[1], margin), sheet.height - margin)


def overlaps(box: Box, others: Iterable[Box]) -> bool:
    """Whether a box covers part of any of the others."""
    left, top, right, bottom = box
    return any(left < r and x < right and top < b and y < bottom for x, y, r, b in others)
