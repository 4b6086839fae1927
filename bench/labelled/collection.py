"""The labelled sets by their kinds, drawn anew from any seed; some kinds are never taught on."""

import random
from collections.abc import Callable

from bench.labelled import places as p
from bench.labelled.places import places
from bench.labelled.services import charities, courses, services
from bench.labelled.sets import LabelledSet, Thing, one_keeper, two_keepers
from bench.labelled.town import Town

ALL = {"organisation", "address", "city", "postcode", "phone", "url", "email", "charity_number", "category", "latitude"}
GUIDE = {"address", "city", "phone", "category"}
FULL = (0.0, 0.0, 0.02)
MOSTLY = (0.0, 0.0, 0.05, 0.2)
GAPPY = (0.0, 0.0, 0.05, 0.2, 0.5, 0.8)
"""The shares of records that may lack a field."""
MAP = {"address", "postcode", "latitude"}


def guides(seed: int) -> LabelledSet:
    """Restaurants of two guides."""
    rng = random.Random(seed)
    things: list[Thing] = []
    for _ in range(rng.randint(1, 5)):
        town = Town(rng, 15_000, american=True)
        things += places(rng, town, rng.randint(50, 200), [lambda: p.eating(rng)], rng.uniform(0, 0.08))
    level, gaps = rng.uniform(0.2, 1), rng.choice([FULL, FULL, MOSTLY])
    return two_keepers("restaurants of two guides", things, rng, level=level, columns=GUIDE, gaps=gaps)


def guides_in_one(seed: int) -> LabelledSet:
    """The same in one file, without telephone numbers."""
    return one_keeper(guides(seed + 50_000), "restaurants in one file", GUIDE - {"phone"})


def mapped(seed: int, american: bool) -> LabelledSet:
    """Points of interest of two map makers."""
    rng = random.Random(seed)
    town = Town(rng, rng.choice([3000, 8000, 15_000]), american=american)
    kinds: list[Callable[[], tuple[str, str]]] = [
        lambda: p.eating(rng), lambda: p.pub(rng), lambda: p.trading(rng), lambda: p.trading(rng), lambda: p.faith(rng),
        lambda: p.civic(rng), lambda: p.branch(rng), lambda: p.stop(rng, town),
    ]  # fmt: skip
    things = places(rng, town, rng.randint(400, 1200), kinds, rng.uniform(0.02, 0.2))
    name = f"places of two maps, {'American' if american else 'British'}"
    return two_keepers(
        name,
        things,
        rng,
        level=rng.uniform(0.4, 1.2),
        columns=MAP,
        gaps=rng.choice([MOSTLY, GAPPY]),
        again=rng.choice([0, 0, 0.03]),
    )


def borough(seed: int, *, careful: bool = False) -> LabelledSet:
    """Services of a borough by two keepers; careful ones make few slips and leave little out."""
    rng = random.Random(seed)
    town = Town(rng, 8000, american=False)
    things = services(rng, town, rng.randint(80, 200))
    return two_keepers(
        "services of a borough",
        things,
        rng,
        level=0.3 if careful else rng.uniform(0.3, 1),
        columns=ALL - {"latitude", "charity_number"},
        gaps=FULL if careful else rng.choice([FULL, MOSTLY, GAPPY]),
    )


def adult_learning(seed: int) -> LabelledSet:
    """Courses at several venues."""
    rng = random.Random(seed)
    town = Town(rng, 8000, american=False)
    return two_keepers(
        "courses at several venues",
        courses(rng, town, rng.randint(10, 30)),
        rng,
        level=rng.uniform(0.3, 0.8),
        columns=ALL,
        gaps=MOSTLY,
    )


def registered(seed: int) -> LabelledSet:
    """Charities of two registers."""
    rng = random.Random(seed)
    town = Town(rng, 20_000, american=False)
    return two_keepers(
        "charities of two registers",
        charities(rng, town, rng.randint(200, 500)),
        rng,
        level=rng.uniform(0.3, 1),
        columns=ALL - {"organisation"},
        gaps=MOSTLY,
    )


def anything(seed: int) -> LabelledSet:
    """A mixture of everything with columns left out at random."""
    rng = random.Random(seed)
    american = rng.random() < 0.4
    town = Town(rng, rng.choice([3000, 8000, 15_000]), american=american)
    kinds: list[Callable[[], tuple[str, str]]] = [
        lambda: p.eating(rng), lambda: p.pub(rng), lambda: p.trading(rng), lambda: p.faith(rng), lambda: p.civic(rng),
        lambda: p.branch(rng),
    ]  # fmt: skip
    things = places(rng, town, rng.randint(200, 600), rng.sample(kinds, rng.randint(1, 6)), rng.uniform(0, 0.2))
    if rng.random() < 0.5:
        things += services(rng, town, rng.randint(20, 80))
    columns = {name for name in sorted(ALL) if rng.random() < 0.55} | {
        rng.choice(["address", "phone", "postcode", "latitude"])
    }
    both = two_keepers(
        "anything", things, rng, level=rng.uniform(0.3, 1.2), columns=columns, gaps=rng.choice([FULL, MOSTLY, GAPPY])
    )
    return one_keeper(both, "anything in one file", columns) if rng.random() < 0.3 else both


KINDS: dict[str, Callable[[int], LabelledSet]] = {
    "guides": guides,
    "guides in one": guides_in_one,
    "british map": lambda seed: mapped(seed, american=False),
    "american map": lambda seed: mapped(seed, american=True),
    "borough": borough,
    "courses": adult_learning,
    "charities": registered,
    "anything": anything,
}

MEASURED = KINDS | {"borough, careful keepers": lambda seed: borough(seed, careful=True)}
"""Besides, what is never taught."""
