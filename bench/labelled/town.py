"""An invented town: streets with house numbers, postcodes and coordinates that belong together."""

import random
from dataclasses import dataclass, field
from math import cos, radians, sin

from bench.labelled.vocabulary import AMERICAN_STREETS, BRITISH_STREETS, PLACES, STREETS

LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


@dataclass
class Street:
    name: str
    kind: str
    x: float
    y: float
    bearing: float
    houses: int
    base: int


@dataclass
class Spot:
    """Where something is: metres in the town, and its address."""

    x: float
    y: float
    number: int
    street: Street
    area: str
    code: str
    town: "Town"


@dataclass
class Town:
    """`size` metres across; `american` towns have five-digit codes and high house numbers."""

    rng: random.Random
    size: float
    american: bool
    streets: list[Street] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.latitude, self.longitude = (40.4, -80.0) if self.american else (53.4, -2.95)
        self.latitude += self.rng.uniform(-3, 3)
        self.name = self.rng.choice(PLACES)
        self.areas = self.rng.sample(PLACES, 12)
        self.prefix = self.rng.choice(["L", "CH", "WA", "EX", "NR", "HG"])
        self.zip = self.rng.randint(150, 940) * 100
        kinds = AMERICAN_STREETS if self.american else BRITISH_STREETS
        for _ in range(self.rng.randint(60, 160)):
            name = self.rng.choice([*STREETS, *STREETS, *PLACES])
            if self.american and self.rng.random() < 0.25:
                number = self.rng.randint(2, 60)
                name = (
                    f"{number}{'th' if 10 < number % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
                )
            if self.american and self.rng.random() < 0.25:
                name = f"{self.rng.choice('NSEW')}. {name}"
            # Most of it happens in the middle.
            x, y = (self.rng.gauss(0, self.size / 4) for _ in range(2))
            base = self.rng.choice([1, 100, 1000, 3400, 8200]) if self.american else 1
            houses = self.rng.randint(20, 160) * (4 if self.american else 1)
            self.streets.append(Street(name, self.rng.choice(kinds), x, y, self.rng.uniform(0, 360), houses, base))

    def spot(self) -> Spot:
        street = self.rng.choice(self.streets)
        number = self.rng.randint(0, street.houses)
        along = number * (3 if self.american else 7)
        x = street.x + along * sin(radians(street.bearing))
        y = street.y + along * cos(radians(street.bearing))
        return Spot(x, y, street.base + number, street, self._area(x, y), self._code(x, y, street, number), self)

    def beside(self, spot: Spot) -> Spot:
        """In the same building, or some metres away in it."""
        x, y = spot.x + self.rng.gauss(0, 15), spot.y + self.rng.gauss(0, 15)
        return Spot(x, y, spot.number, spot.street, spot.area, spot.code, self)

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        latitude = self.latitude + y / 111_320
        return round(latitude, 6), round(self.longitude + x / (111_320 * cos(radians(self.latitude))), 6)

    def _cell(self, x: float, y: float, width: float) -> int:
        return int((x + 60_000) // width) * 7 + int((y + 60_000) // width) * 3

    def _area(self, x: float, y: float) -> str:
        return self.areas[self._cell(x, y, self.size / 5) % len(self.areas)]

    def _code(self, x: float, y: float, street: Street, number: int) -> str:
        if self.american:
            return str(self.zip + self._cell(x, y, self.size / 4) % 60)
        district, sector = self._cell(x, y, self.size / 4) % 30 + 1, self._cell(x, y, self.size / 10) % 9 + 1
        unit = (hash((street.x, street.bearing)) + number // 15 * 31) % 400
        return f"{self.prefix}{district} {sector}{LETTERS[unit // 20]}{LETTERS[unit % 20]}"
