"""Where generated assets are: postcodes of Merseyside, each with its point and the town it belongs to."""

from dataclasses import dataclass
from functools import cache
from random import Random

import numpy as np
from numpy.typing import NDArray

from bench.generated.words import proper, words
from directory.postcodes.authorities import authority_name
from directory.postcodes.place_names import place_names
from directory.postcodes.postcode import written
from directory.postcodes.storage import shipped_table
from directory.postcodes.table import SCALE

AUTHORITIES = ("Liverpool", "Sefton", "Knowsley", "St Helens", "Wirral")
NARROWER = 0.6
"""A degree of longitude in degrees of latitude, here."""


@dataclass(frozen=True)
class Somewhere:
    """An address in words, with its postcode and what is known of it."""

    street: str
    town: str
    postcode: str
    latitude: float
    longitude: float
    authority: str

    @property
    def address(self) -> str:
        return f"{self.street}, {self.town}"


def somewhere(chance: Random) -> Somewhere:
    """An invented building in a real postcode; half of them have a name."""
    rows, towns, authorities = _postcodes()
    at = chance.randrange(rows.shape[1])
    street = f"{chance.randint(1, 240)} {proper(chance)} {chance.choice(words()['streets'])}"
    if chance.random() < 0.5:
        street = f"{proper(chance)} {chance.choice(words()['halls'])}, {street}"
    number, latitude, longitude, authority = map(int, rows[:, at])
    return Somewhere(
        street, towns[at], written(number), latitude / SCALE, longitude / SCALE, authorities[authority] or ""
    )


@cache
def _postcodes() -> tuple[NDArray[np.int32], list[str], list[str | None]]:
    """Columns of the table, the town of each, and the names of authorities."""
    table = shipped_table()
    names = [authority_name(given) for given in table.authorities]
    inside = np.isin(table.rows[3], [at for at, name in enumerate(names) if name in AUTHORITIES])
    rows = table.rows[:, inside]
    return rows, _towns(rows[1] / SCALE, rows[2] / SCALE), names


def _towns(latitudes: NDArray[np.float64], longitudes: NDArray[np.float64]) -> list[str]:
    """The nearest named place of each point."""
    places = [place for place in set(place_names().by_name.values()) if place.local_authority in AUTHORITIES]
    places.sort(key=lambda place: place.label)
    nearest = np.full(len(latitudes), np.inf)
    which = np.zeros(len(latitudes), int)
    for at, place in enumerate(places):
        far = np.hypot(latitudes - place.latitude, NARROWER * (longitudes - place.longitude))
        which[far < nearest] = at
        nearest = np.minimum(nearest, far)
    return [places[at].label for at in which]
