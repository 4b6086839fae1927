"""A place that somebody named, and the refusal when nobody knows where it is."""

from dataclasses import dataclass
from math import isfinite

from directory.errors import Refusal
from directory.kinds import Precision


@dataclass(frozen=True, slots=True)
class Place:
    """A point that somebody named, and how exactly it is known.

    `label` is what a page calls it: "L4 3TH", "near L4 3", "Bootle". `local_authority` is None where it is
    not known for sure, as for a sector that two councils share. `postcode` is set for a whole, known
    postcode only.
    """

    latitude: float
    longitude: float
    label: str
    precision: Precision = Precision.EXACT
    local_authority: str | None = None
    postcode: str | None = None


class PlaceNotFound(Refusal):
    """We do not know where that is. `suggestion` is the postcode or place that was perhaps meant."""

    def __init__(self, message: str, field: str | None = None, suggestion: str | None = None) -> None:
        super().__init__(message, field)
        self.suggestion = suggestion


def plausible_point(latitude: float | None, longitude: float | None) -> bool:
    """Whether the point lies in or just off the British Isles: not 0,0, not latitude 91, not swapped."""
    if latitude is None or longitude is None or not (isfinite(latitude) and isfinite(longitude)):
        return False
    return 49.0 <= latitude <= 61.5 and -11.0 <= longitude <= 2.5
