"""Invented places: what a guide or a map of a town holds, with the neighbours that are easily taken for each other."""

import random
from collections.abc import Callable
from dataclasses import replace

from bench.labelled import vocabulary as v
from bench.labelled.sets import Thing
from bench.labelled.town import Town

SYLLABLES = "ba be bo ca co da do fa fi ga go ka ki la le lo ma me mi mo na ne no pa po ra re ri ro sa se so ta te to va ve vi za zo".split()


PARTS = ("Car Park", "ATM", "Bar", "Cafe", "Pharmacy", "Hall", "Spa", "Nursery", "Restaurant", "Gift Shop", "Gym")


def made_up(rng: random.Random) -> str:
    """A word that nobody knows."""
    word = "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4)))
    return (word + rng.choice(["", "", "n", "s", "r", "l", "x"])).capitalize()


def compound(rng: random.Random) -> str:
    """A name grown together of two, of which there are many."""
    beginning = rng.choice([*v.PLACES, *v.NOUNS, *v.SURNAMES])[: rng.randint(3, 5)].rstrip("'")
    return beginning + rng.choice(
        "ton ford wick by ham stead well wood land mere dale wyn worth ville ini elli ardo".split()
    )


def some_word(rng: random.Random) -> str:
    known = rng.choice([rng.choice(words) for words in (v.NOUNS, v.SURNAMES, v.PLACES, v.FIRST)])
    return rng.choice([made_up(rng), compound(rng), known])


def eating(rng: random.Random) -> tuple[str, str]:
    """(name, kind) of somewhere to eat."""
    kind = rng.choice(v.EATS)
    first, last, noun = (
        rng.choice(v.FIRST),
        rng.choice([compound(rng), rng.choice(v.SURNAMES)]),
        rng.choice([some_word(rng), rng.choice(v.NOUNS)]),
    )
    word, foreign = some_word(rng), rng.choice(v.FOREIGN)
    return rng.choice([
        f"{foreign}", f"{foreign} {kind}", f"{first}'s", f"{first}'s {kind}", f"{last}'s", f"The {noun} {kind}",
        f"The {rng.choice(v.ADJECTIVES)} {noun}", f"{word} {kind}", f"{word}", f"Cafe {word}", f"Chez {made_up(rng)}",
        f"{noun} & {rng.choice(v.NOUNS)}", f"{last} & {rng.choice(v.SURNAMES)}", f"{made_up(rng)} {made_up(rng)}",
        f"Le {made_up(rng)}", f"{compound(rng)}", f"{compound(rng)}'s", f"La {made_up(rng)}", f"{word} on {rng.choice(v.STREETS)}", f"{kind} {word}",
        f"The {rng.choice(v.PLACES)} {kind}", f"{rng.randint(1, 99)} {rng.choice(v.STREETS)}",
        f"{rng.choice(v.ADJECTIVES)} {noun} {kind}", f"{rng.choice(v.CUISINES).split(' ')[0].title()} {kind} {word}",
    ]), kind  # fmt: skip


def pub(rng: random.Random) -> tuple[str, str]:
    noun = rng.choice([*v.NOUNS, compound(rng), compound(rng)])
    return rng.choice([
        f"The {rng.choice(v.ADJECTIVES)} {noun}", f"{noun} and {rng.choice(v.NOUNS)}", f"{rng.choice(v.SURNAMES)} Arms",
        f"The {noun}", f"{rng.choice(v.SURNAMES)}'s Bar", f"{rng.choice(v.PLACES)} Tavern", f"The {noun} Inn",
    ]), "Pub"  # fmt: skip


def trading(rng: random.Random) -> tuple[str, str]:
    trade = rng.choice(v.TRADES).replace("~", " ")
    last = rng.choice([rng.choice(v.SURNAMES), compound(rng)])
    return rng.choice([
        f"{last} {trade}", f"{last} & Sons", f"{last} and {rng.choice(v.SURNAMES)} {trade}", f"{some_word(rng)} {trade}",
        f"{some_word(rng)}", f"The {rng.choice(v.NOUNS)} {trade}", f"{rng.choice(v.PLACES)} {trade}",
        f"{rng.choice(v.ADJECTIVES)} {rng.choice(v.NOUNS)}", f"{some_word(rng)} {some_word(rng)}",
    ]), trade  # fmt: skip


def faith(rng: random.Random) -> tuple[str, str]:
    saint, place = rng.choice(v.SAINTS), rng.choice([rng.choice(v.PLACES), compound(rng)])
    return rng.choice([
        f"St {saint}'s Church", f"St {saint}'s Parish Church", f"St {saint}'s", f"{place} Methodist Church",
        f"{place} Baptist Church", f"Saint {saint} RC Church", f"{place} Gospel Hall", f"St {saint}'s Church Hall",
    ]), "Church"  # fmt: skip


def civic(rng: random.Random) -> tuple[str, str]:
    place, saint = rng.choice([rng.choice(v.PLACES), compound(rng)]), rng.choice(v.SAINTS)
    return rng.choice([
        (f"{place} Library", "Library"), (f"{place} Primary School", "School"), (f"St {saint}'s Primary School", "School"),
        (f"{place} Park", "Park"), (f"{place} Station", "Station"), (f"{place} Gardens", "Park"), (f"{place} Museum", "Museum"),
        (f"{place} Medical Centre", "Surgery"), (f"{place} Surgery", "Surgery"), (f"{place} Community Centre", "Community centre"),
        (f"{place} Leisure Centre", "Leisure centre"), (f"{place} Post Office", "Post office"), (f"{place} Hotel", "Hotel"),
        (f"{place} Police Station", "Police"), (f"{place} Fire Station", "Fire station"), (f"{place} Academy", "School"),
        (f"{place} Theatre", "Theatre"), (f"{place} Hospital", "Hospital"), (f"The {rng.choice(v.NOUNS)} Hotel", "Hotel"),
        (f"{place} Gallery of Modern Art", "Gallery"), (f"University of {place}", "University"), (f"{place} Golf Club", "Golf"),
    ])  # fmt: skip


def branch(rng: random.Random) -> tuple[str, str]:
    return f"{rng.choice(v.CHAINS)} {rng.choice(v.SUBTYPES)}".strip(), rng.choice(["Shop", "Store", "Branch"])


def stop(rng: random.Random, town: Town) -> tuple[str, str]:
    street = rng.choice(town.streets)
    return rng.choice(
        [
            f"{street.name} {street.kind}",
            f"{street.name} {street.kind} Stop {rng.choice('ABCD')}",
            f"Opp {rng.choice(v.PLACES)} School",
        ]
    ), "Bus Stop"


def phone_of(rng: random.Random, american: bool) -> str:
    return (
        f"{rng.choice([310, 212, 404, 415, 412])}555{rng.randrange(10_000):04}"
        if american
        else f"0151496{rng.randrange(10_000):04}"
    )


def place(rng: random.Random, town: Town, made: Callable[[], tuple[str, str]]) -> Thing:
    name, kind = made()
    host = name.lower().replace(" ", "").replace("'", "").replace("&", "and") + ".example.org"
    category = rng.choice(v.CUISINES) if kind in v.EATS else kind
    other = made()[0] if rng.random() < 0.3 else ""
    return Thing(
        name,
        kind,
        town.spot(),
        phone_of(rng, town.american),
        host=host,
        email=f"info@{host}" if rng.random() < 0.5 else "",
        category=category,
        other_name=other,
    )


def neighbour(rng: random.Random, town: Town, thing: Thing) -> Thing:
    """Another thing in or beside the same building, often called after it."""
    if rng.random() < 0.1:
        # Two of a kind, told apart by a number: the thing itself gets one as well.
        core, word = thing.name, rng.choice(["", "Building ", "Hall ", "Car Park ", "Stop ", "No "])
        thing.name, thing.telling = f"{core} {word}1", True
        return replace(thing, name=f"{core} {word}{rng.randint(2, 4)}", spot=town.beside(thing.spot))
    first = thing.name.removeprefix("The ").split(" ")
    part = " ".join(first[: rng.randint(1, len(first))])
    if rng.random() < 0.4:
        inside = rng.choice(["School of Law", "Department of Physics", "Students Union", "Library", "Lounge"])
        name, kind = (
            rng.choice([f"{part} {rng.choice(PARTS)}", f"{part} {rng.choice(PARTS)}", f"{inside}, {thing.name}"]),
            "Other",
        )
    else:
        name, kind = rng.choice([eating(rng), trading(rng)])
    phone = thing.phone if rng.random() < 0.3 else phone_of(rng, town.american)
    return Thing(
        name, kind, town.beside(thing.spot), phone, host=thing.host if rng.random() < 0.3 else "", telling=True
    )


def near_namesake(rng: random.Random, town: Town, thing: Thing) -> Thing:
    """Another branch, or something called almost the same elsewhere."""
    name = rng.choice(
        [
            thing.name,
            thing.name,
            f"{thing.name} {rng.choice(v.PLACES)}",
            f"{thing.name} {rng.randint(2, 4)}",
            f"New {thing.name.removeprefix('The ')}",
        ]
    )
    phone = thing.phone if rng.random() < 0.15 else phone_of(rng, town.american)
    return Thing(name, thing.kind, town.spot(), phone, host=thing.host, telling=True)


def places(
    rng: random.Random, town: Town, count: int, makers: list[Callable[[], tuple[str, str]]], trouble: float
) -> list[Thing]:
    """`count` places, and about `trouble` times as many that are easily taken for one of them."""
    things = [place(rng, town, rng.choice(makers)) for _ in range(count)]
    doubles = [
        rng.choice([neighbour, neighbour, near_namesake])(rng, town, rng.choice(things))
        for _ in range(int(count * trouble))
    ]
    return things + doubles
