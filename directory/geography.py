"""Where things are and how far apart: places, postcodes, distances, travelling.

One door to what the rest of the product needs; the parts behind it are `place`, `travel` and `postcodes`.
"""

from directory.place import Place, PlaceNotFound, plausible_point
from directory.postcodes import POSTCODE_ATTRIBUTION
from directory.postcodes.authorities import find_local_authority
from directory.postcodes.gazetteer import Gazetteer
from directory.postcodes.loading import LoadReport, load_postcodes
from directory.postcodes.postcode import read_postcode
from directory.postcodes.published import Progress
from directory.travel import (
    NO_BREAK,
    Travel,
    describe_distance,
    distance_miles,
    distances_miles,
    travel_band,
    travel_minutes,
)

__all__ = [
    "NO_BREAK",
    "POSTCODE_ATTRIBUTION",
    "Gazetteer",
    "LoadReport",
    "Place",
    "PlaceNotFound",
    "Progress",
    "Travel",
    "describe_distance",
    "distance_miles",
    "distances_miles",
    "find_local_authority",
    "load_postcodes",
    "plausible_point",
    "read_postcode",
    "travel_band",
    "travel_minutes",
]
