"""Invented services of a borough: several of one organisation, the same at several venues, courses and charities."""

import random

from bench.labelled import vocabulary as v
from bench.labelled.places import compound, made_up, phone_of
from bench.labelled.sets import Thing
from bench.labelled.town import Spot, Town

LEVELS = (
    "",
    "",
    "",
    " for Beginners",
    " for Improvers",
    " Advanced",
    " (Mondays)",
    " (Thursdays)",
    " - Evening",
    " Part 2",
)
GROUPS = ("", "", "", "", " for Over 50s", " (Adults)", " for Young People", " for Women", " for Men", " (0-5 years)")


def organisation(rng: random.Random) -> str:
    place, other = rng.choice([rng.choice(v.PLACES), compound(rng)]), rng.choice(v.PLACES)
    return rng.choice(v.ORGANISATIONS).format(
        place=place, other=other, saint=rng.choice(v.SAINTS), surname=rng.choice(v.SURNAMES),
        noun=rng.choice([rng.choice(v.NOUNS), made_up(rng)]), adjective=rng.choice(v.ADJECTIVES),
        number=rng.choice(['1st', '2nd', '3rd', '4th', '5th', '12th']),
    )  # fmt: skip


def services(rng: random.Random, town: Town, organisations: int) -> list[Thing]:
    """Every organisation with one to seven services at one to three venues."""
    things: list[Thing] = []
    for _ in range(organisations):
        things += _of_one(rng, town, organisation(rng))
    return things


def _of_one(rng: random.Random, town: Town, name: str) -> list[Thing]:
    venues: list[tuple[Spot, str]] = [
        (town.spot(), rng.choice(["", f"{rng.choice(v.PLACES)} Centre", f"St {rng.choice(v.SAINTS)}'s Hall"]))
        for _ in range(rng.choice([1, 1, 2, 3]))
    ]
    host = name.lower().replace(" ", "").replace("'", "") + ".example.org"
    phone, charity = phone_of(rng, False), str(rng.randint(200_000, 1_200_000)) if rng.random() < 0.4 else ""
    one_phone, one_mail = rng.random() < 0.6, rng.random() < 0.6
    things = []
    offered = rng.sample(v.SERVICES, rng.choice([1, 1, 2, 3, 4, 5, 7]))
    for service in offered:
        titled = rng.choice(
            [
                f"{service}",
                f"{service}{rng.choice(GROUPS)}",
                f"{name} {service}",
                f"{rng.choice(v.PLACES)} {service}",
                f"{made_up(rng)} {service}",
                f"{name} - {service}",
            ]
        )
        everywhere, said = rng.random() < 0.45, rng.random() < 0.6
        for spot, venue in venues if everywhere else [rng.choice(venues)]:
            things.append(Thing(
                f"{titled} - {spot.area}" if everywhere and said else titled, service, spot, phone if one_phone else phone_of(rng, False), name, host,
                service.lower().replace(" ", "-"), f"{'info' if one_mail else service.split()[0].lower()}@{host}", venue=venue,
                charity=charity, category=rng.choice(v.SERVICES) if rng.random() < 0.1 else service,
                other_name=f"{name}" if len(offered) == 1 else "", telling=True,
            ))  # fmt: skip
    if rng.random() < 0.3:
        things.append(
            Thing(
                name,
                "Organisation",
                venues[0][0],
                phone,
                name,
                host,
                "",
                f"info@{host}",
                venue=venues[0][1],
                charity=charity,
            )
        )
    return things


def courses(rng: random.Random, town: Town, venues: int) -> list[Thing]:
    """The same courses at several venues, on several levels."""
    things: list[Thing] = []
    college, host, phone = f"{rng.choice(v.PLACES)} Adult Learning", "learning.example.org", phone_of(rng, False)
    for _ in range(venues):
        spot, venue = town.spot(), rng.choice([f"{rng.choice(v.PLACES)} Library", f"{rng.choice(v.PLACES)} Centre"])
        titles = [(course, level) for course in rng.sample(v.COURSES, rng.randint(3, 12)) for level in _levels(rng)]
        things += [
            Thing(f"{course}{level}", "Course", spot, phone, college, host, course.lower(), f"courses@{host}", venue=venue,
                category=course, telling=True)
            for course, level in titles
        ]  # fmt: skip
    return list({(t.name, id(t.spot)): t for t in things}.values())


def _levels(rng: random.Random) -> list[str]:
    return rng.sample(LEVELS, rng.randint(1, 2))


def charities(rng: random.Random, town: Town, count: int) -> list[Thing]:
    """Organisations alone, some with branches of almost the same name."""
    things = []
    for _ in range(count):
        name = organisation(rng)
        host = name.lower().replace(" ", "") + ".example.org"
        number = str(rng.randint(200_000, 1_200_000))
        things.append(
            Thing(name, "Charity", town.spot(), phone_of(rng, False), host=host, email=f"info@{host}", charity=number)
        )
        if rng.random() < 0.2:
            things.append(
                Thing(
                    f"{name} {rng.choice(v.PLACES)} Branch",
                    "Charity",
                    town.spot(),
                    phone_of(rng, False),
                    host=host,
                    charity="",
                )
            )
    return things
