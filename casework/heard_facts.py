"""Facts and limits that were heard in a member's words, as chips show them: each with her very words, to be undone."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import time
from typing import Any

from casework.free_times import say_free_times
from casework.models import Member
from directory.circumstances import PEOPLE
from recommender.told import Heard, Told, read_told

RECORDED = {
    "age": "birth_date",
    "gender": "gender",
    "languages": "languages",
    "max_cost": "max_cost",
    "max_miles": "max_distance_miles",
    "travel": "travel",
    "from_home": "online",
    "not_online": "online",
}
"""Where her record says it, the record counts and not her words."""
LISTS = ("circumstances", "access_needs", "languages", "children_ages", "avoid")
"""What there may be several of; each is a fact of its own."""


@dataclass(frozen=True, slots=True)
class HeardFact:
    """What was heard: `id` tells it from others ("age:17-17"), `fact` is a member of `Told`, `name` says it in words."""

    id: str
    fact: str
    value: str
    name: str
    words: str


def list_facts(words: str) -> tuple[HeardFact, ...]:
    """Each fact once, in the order in which it was said."""
    told = read_told(words)
    return tuple({fact.id: fact for fact in _facts(told)}.values())


def facts_that_count(member: Member, facts: Collection[HeardFact]) -> list[HeardFact]:
    """Those that her record does not say already, or otherwise."""
    return [one for one in facts if one.fact not in RECORDED or not getattr(member, RECORDED[one.fact])]


def stated(words: str, undone: Collection[str]) -> dict[str, Any]:
    """What was heard and not undone, by the names of a seeker's members.

    A fact that is undone takes its words with it, and they may have said something else as well.
    """
    told = read_told(words)
    kept = [one for one in _facts(told) if one.id not in undone]
    names = {one.fact for one in kept}
    found: dict[str, Any] = {
        "age": told.age[0] if told.age and told.age[0] == told.age[1] and "age" in names else None,
        "free_times": [_slot(*one) for one in told.free_times if "free_times" in names],
        "online": "only" if "from_home" in names else "no" if "not_online" in names else None,
        "max_distance_miles": told.max_miles if "max_miles" in names else None,
    }
    found |= {name: getattr(told, name) for name in ("gender", "max_cost", "travel") if name in names}
    return found | {name: [one.value for one in kept if one.fact == name] for name in LISTS}


def _slot(day: str, start: time, end: time) -> dict[str, Any]:
    return {"day": day, "from": start, "to": end}


def _facts(told: Told) -> Iterator[HeardFact]:
    for one in told.said:
        # English goes without saying.
        if (one.fact, one.value) != ("languages", "en"):
            # Her week is one fact, however it is put together.
            value = "" if one.fact == "free_times" else one.value
            yield HeardFact(f"{one.fact}:{value}", one.fact, one.value, _name(one, told), one.words)


def _name(one: Heard, told: Told) -> str:
    """In the words of a page that is turned to her: what it means for where she can go."""
    if one.fact == "age":
        return f"Aged {one.plain}"
    if one.fact == "circumstances":
        return f"Groups for {PEOPLE.get(one.value, one.plain.lower())}"
    if one.fact == "languages":
        return f"Speaks {one.plain}"
    if one.fact == "free_times":
        return f"Free {say_free_times(told.free_times)}"
    return one.plain
