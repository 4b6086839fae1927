"""The records of the generated catalogue: who runs what, where and when; and copies that somebody else wrote."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from bench.generated.copying import spoiled
from bench.generated.offers import Price, Timetable, price, timetable
from bench.generated.places import Somewhere, somewhere
from bench.generated.words import Topic, capital, filled, phone, topic, words
from directory.kinds import Access, Sector

COPIES = 0.03
"""The part of the records that are an earlier one, written by somebody else."""

SERVICES = 5
"""Assets of one organization, in the mean."""

CHECKED = date(2026, 11, 1)

ACCESS = {
    "step free": Access.STEP_FREE,
    "wheelchair accessible": Access.WHEELCHAIR,
    "accessible toilet": Access.TOILET,
    "lift": Access.LIFT,
    "parking": Access.PARKING,
    "hearing loop": Access.HEARING_LOOP,
    "quiet room": Access.QUIET,
}
SECTORS = (Sector.VOLUNTARY,) * 5 + (Sector.COMMUNITY,) * 2 + (Sector.PUBLIC,) * 2 + (Sector.PRIVATE,)
LANGUAGES = ("ar", "pl", "fa", "zh", "ro", "so", "uk", "bsl")


@dataclass(frozen=True)
class Runner:
    """Who runs something. `site` is the name of the web site."""

    name: str
    sector: Sector
    home: Somewhere
    phone: str | None
    site: str


@dataclass(frozen=True)
class Generated:
    """One record. `place` is None for what has no door; `same_as` is the number of the record it copies."""

    number: int
    name: str
    runner: Runner
    description: str
    topic: Topic
    place: Somewhere | None
    phone: str | None
    email: str | None
    price: Price
    timetable: Timetable
    minimum_age: int | None
    access: tuple[str, ...]
    languages: tuple[str, ...]
    checked: date | None
    same_as: int | None = None

    @property
    def id(self) -> str:
        return record_id(self.number)


def record_id(number: int) -> str:
    return f"g{number:07}"


def records(count: int, seed: int = 1) -> Iterator[Generated]:
    """The first `count` records."""
    return (record(number, seed) for number in range(count))


def pairs(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """The ids of each copy among the first `count` records and of what it copies, the original first."""
    for number in range(count):
        earlier = _copied(_chance(number, seed), number)
        if earlier is not None:
            yield record_id(earlier), record_id(number)


def record(number: int, seed: int = 1) -> Generated:
    """The record of this number."""
    chance = _chance(number, seed)
    earlier = _copied(chance, number)
    if earlier is None:
        return _made(number, chance, seed)
    made = record(earlier, seed)
    return replace(made, number=number, same_as=earlier, **spoiled(made, chance))


def _chance(number: int, seed: int) -> Random:
    return Random(f"{seed} record {number}")


def _copied(chance: Random, number: int) -> int | None:
    return chance.randrange(number) if chance.random() < COPIES and number else None


def _made(number: int, chance: Random, seed: int) -> Generated:
    # Of all organizations there are up to this record: large ones have been there for long.
    runner = _runner(int(chance.random() * (number // SERVICES + 1)), seed)
    about = topic(chance)
    place = None if chance.random() < 0.1 else somewhere(chance) if chance.random() < 0.5 else runner.home
    town = place.town if place else runner.home.town
    return Generated(
        number=number,
        name=capital(filled(chance.choice(words()["shapes"]), about, town, chance)),
        runner=runner,
        description=_description(about, town, chance),
        topic=about,
        place=place,
        phone=phone(chance) if chance.random() < 0.2 else runner.phone,
        email=f"hello@{runner.site}" if chance.random() < 0.5 else None,
        price=price(chance),
        timetable=timetable(chance),
        minimum_age=chance.choice((16, 18, 18, 50, 55, 60)) if chance.random() < 0.3 else None,
        access=tuple(chance.sample(list(ACCESS), chance.choice((0, 0, 1, 1, 2, 3)))),
        languages=(chance.choice(LANGUAGES),) if chance.random() < 0.06 else (),
        checked=CHECKED - timedelta(days=int(chance.expovariate(1 / 300))) if chance.random() < 0.8 else None,
    )


def _description(about: Topic, town: str, chance: Random) -> str:
    shapes = chance.sample(words()["sentences"], chance.choice((1, 2, 2, 3)))
    return " ".join(capital(filled(shape, about, town, chance)) for shape in shapes)


def _runner(number: int, seed: int) -> Runner:
    chance = Random(f"{seed} organization {number}")
    home = somewhere(chance)
    name = filled(chance.choice(words()["organizations"]), topic(chance), home.town, chance)
    site = "-".join("".join(sign for sign in name.lower() if sign.isalnum() or sign == " ").split())
    number_to_ring = phone(chance) if chance.random() < 0.75 else None
    return Runner(name, chance.choice(SECTORS), home, number_to_ring, f"{site[:50]}.example.org")
