"""A labelled set: records of one keeper or two, and the pairs that describe the same."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bench.labelled.dirt import Habits, address_written, named, phone_written
from bench.labelled.town import Spot
from directory.matching.record import MatchRecord

WIDE = {"Park", "Station", "Hospital", "University", "Golf", "Parking"}
"""Kinds of places that have no one point."""


@dataclass
class LabelledSet:
    """`right` is None where the records of one file are matched against themselves."""

    name: str
    left: list[MatchRecord]
    right: list[MatchRecord] | None
    truth: set[tuple[str, str]] = field(default_factory=set)


@dataclass
class Thing:
    """What there really is: one place or service."""

    name: str
    kind: str
    spot: Spot
    phone: str = ""
    organisation: str = ""
    host: str = ""
    path: str = ""
    email: str = ""
    category: str = ""
    venue: str = ""
    other_name: str = ""
    charity: str = ""
    telling: bool = False
    """Every word of the name is needed to tell it from its neighbour."""


def written_down(thing: Thing, habits: Habits, id: str, categories: Callable[[str], str]) -> MatchRecord:
    """A thing as one keeper has it."""
    often, lacks = habits.often, habits.lacks
    name = thing.other_name if thing.other_name and often(habits.renamed) else thing.name
    spot = thing.spot
    town = spot.town
    if often(habits.other_address):
        # Another door, or an address that was left years ago.
        other = town.spot()
        spot = replace(spot, number=other.number, street=other.street, code=other.code)
    wide = 5 if thing.kind in WIDE else 1
    corner = habits.rng.choice(town.streets)
    far = wide * (habits.spread * 8 if often(habits.far) else habits.spread)
    point = town.degrees(spot.x + habits.rng.gauss(0, far), spot.y + habits.rng.gauss(0, far))
    phone = thing.phone
    if phone and often(habits.other_phone):
        phone = phone[:-4] + f"{habits.rng.randrange(10_000):04}"
    address = address_written(
        habits, spot.number, spot.street.name, spot.street.kind, f"{corner.name} {corner.kind}", thing.venue, town.name
    )
    site = ("https://www." if often(0.5) else "http://") + f"{thing.host}/{thing.path if often(0.7) else ''}"
    code = spot.code if not often(0.03) else spot.code[:-1] + habits.rng.choice("ABDEF")
    return MatchRecord(
        id,
        name=named(
            habits,
            name,
            "" if thing.telling else thing.kind,
            habits.rng.choice([town.name, spot.area, spot.area, spot.area]),
            thing.telling,
        ),
        organisation="" if lacks("organisation") else thing.organisation,
        address="" if lacks("address") else address,
        city="" if lacks("city") else spot.area if often(habits.suburb) else town.name,
        postcode="" if lacks("postcode") else code,
        phone="" if not phone or lacks("phone") else phone_written(habits, phone, town.american),
        url="" if not thing.host or lacks("url") else site,
        email="" if not thing.email or lacks("email") else thing.email,
        latitude=point[0],
        longitude=point[1],
        charity_number=thing.charity if often(0.6) else "",
        category="" if lacks("category") else categories(thing.category or thing.kind),
    )


def keepers_words(rng: random.Random) -> Callable[[str], str]:
    """How a keeper calls the kinds of things: some in words of its own, and some things as something else."""
    own: dict[str, str] = {}
    styles = ["{}", "{}s", "other", "{} / general", "amenity"]
    steady, astray = rng.uniform(0.4, 1), rng.choice([0.0, 0.1, 0.3, 0.6])

    def call(kind: str) -> str:
        if own and rng.random() < astray:
            return rng.choice(sorted(own.values()))
        if kind not in own:
            own[kind] = rng.choice(styles).format(kind.lower()) if rng.random() > steady else kind.lower()
        return own[kind]

    return call


def two_keepers(
    name: str,
    things: list[Thing],
    rng: random.Random,
    *,
    level: float,
    columns: set[str],
    again: float = 0.0,
    gaps: tuple[float, ...] = (0.0, 0.0, 0.05, 0.2, 0.5, 0.8),
    overlap: float | None = None,
) -> LabelledSet:
    """Each thing is known to one keeper or to both; `again` of the records of a keeper stand there twice."""
    both = rng.uniform(0.15, 0.85) if overlap is None else overlap
    left: list[MatchRecord] = []
    right: list[MatchRecord] = []
    found = LabelledSet(name, left, right)
    sides = [
        (records, letter, Habits(rng, level, gaps), keepers_words(rng))
        for records, letter in ((left, "l"), (right, "r"))
    ]
    for number, thing in enumerate(things):
        chosen = sides if rng.random() < both else [rng.choice(sides)]
        ids: list[list[str]] = [[], []]
        for records, letter, habits, call in chosen:
            for copy in range(2 if rng.random() < again else 1):
                id = f"{letter}{number}-{copy}"
                records.append(_only(written_down(thing, habits, id, call), columns))
                ids["lr".index(letter)].append(id)
        found.truth |= {(a, b) for a in ids[0] for b in ids[1]}
    rng.shuffle(left)
    rng.shuffle(right)
    return found


def one_keeper(found: LabelledSet, name: str, columns: set[str]) -> LabelledSet:
    """The records of both files in one; needs a set in which neither keeper has anything twice."""
    together = [_only(record, columns) for record in [*found.left, *(found.right or [])]]
    return LabelledSet(name, together, None, found.truth)


def _only(record: MatchRecord, columns: set[str]) -> MatchRecord:
    blank = dict.fromkeys(
        ("organisation", "address", "city", "postcode", "phone", "url", "email", "charity_number", "category"), ""
    )
    kept = {name: value for name, value in blank.items() if name not in columns}
    if "latitude" not in columns:
        return replace(record, **kept, latitude=None, longitude=None)  # type: ignore[arg-type]
    return replace(record, **kept)  # type: ignore[arg-type]
