"""Names and sentences of the generated catalogue: filled-in shapes of `words.toml`, and phrases of the needs."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from recommender.needs import vocabulary

USUAL, RARE = 10, 1.1
"""About so many invented names come most often; then a long tail (a Pareto distribution) that comes seldom."""

DRAMA = (
    *(f"0{area} 496 0" for area in (113, 114, 115, 116, 117, 118, 121, 131, 141, 151, 161)),
    *("0191 498 0", "020 7946 0", "029 2018 0", "07700 900", "0808 157 0", "01632 960"),
)
"""Beginnings of the numbers that are kept for drama, of a thousand each."""


@dataclass(frozen=True)
class Topic:
    """What it is about: an activity, the needs it serves and words in which people ask for them."""

    activity: str
    needs: tuple[str, ...]
    phrases: tuple[str, ...]


@cache
def words() -> dict[str, Any]:
    """The lists of `words.toml`: those parted by ";" as written there, the others by spaces."""
    read = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
    return {name: value if isinstance(value, list) else _parted(value) for name, value in read.items()}


def topic(chance: Random) -> Topic:
    """An activity with one to three needs."""
    needs = chance.sample(_needs(), chance.choice((1, 1, 1, 2, 2, 3)))
    phrases = tuple(phrase for need in needs for phrase in need.words) or ("what matters to you",)
    return Topic(chance.choice(words()["activities"]), tuple(need.id for need in needs), phrases)


def proper(chance: Random) -> str:
    """An invented name such as "Wetherby": a few come often, most are rare."""
    return _proper(int(USUAL * chance.paretovariate(RARE)) if chance.random() < 0.5 else chance.randrange(200_000))


def filled(shape: str, about: Topic, place: str, chance: Random) -> str:
    """The shape with its gaps filled. {activity} and {phrase} are of the topic, the others by chance."""
    lists = words()
    other, group, audience = (chance.choice(lists[name]) for name in ("activities", "groups", "audiences"))
    gaps: Mapping[str, str] = {
        "activity": about.activity,
        "Activity": capital(about.activity),
        "other": other,
        "group": group.lower(),
        "Group": group,
        "audience": audience,
        "Audience": capital(audience),
        "phrase": chance.choice(about.phrases),
        "phrase2": chance.choice(about.phrases),
        "Place": place,
        "Proper": proper(chance),
        "Other": proper(chance),
        "Hall": chance.choice(lists["halls"]),
    }
    return shape.format_map(gaps)


def phone(chance: Random) -> str:
    """A number that Ofcom keeps free for drama: nobody is ever rung."""
    return f"{chance.choice(DRAMA)}{chance.randrange(1000):03}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def _needs() -> list[Any]:
    return [need for need in vocabulary() if need.parent and need.ranked]


def _proper(number: int) -> str:
    # Scattered, so that names that come often are not alike.
    chance = Random(number)
    lists = words()
    middle = chance.choice(lists["middles"]) if chance.random() < 0.4 else ""
    return capital(chance.choice(lists["beginnings"]) + middle + chance.choice(lists["ends"]))


def _parted(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\n", " ").split(";")] if ";" in text else text.split()
