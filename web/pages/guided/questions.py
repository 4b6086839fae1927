"""The five questions, what may be answered, and the answers as one address carries them."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import request, url_for

from directory.kinds import Access, Attending
from directory.phrases import ACCESS
from recommender.needs import vocabulary
from web.near import printable

FAR = {"1": "A walk: 1 mile", "3": "A short bus ride: 3 miles", "5": "5 miles", "10": "10 miles", "": "Any distance"}
COST = {"yes": "Free only", "": "It may cost something"}
WAYS = {
    Attending.IN_PERSON: "Going somewhere",
    Attending.ONLINE: "Online",
    Attending.PHONE: "By phone",
    Attending.HOME_VISIT: "At my home",
}
DOORS = (Access.STEP_FREE, Access.WHEELCHAIR, Access.TOILET, Access.HEARING_LOOP, Access.BSL, Access.QUIET)
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Part:
    """One set of choices, under the name that the address of the results uses. `kind`: ticks, one or text."""

    name: str
    label: str
    kind: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One page. Its title is the page's heading; most have one part, whose label is the title."""

    key: str
    title: str
    parts: tuple[Part, ...]


def questions() -> tuple[Question, ...]:
    """All of them in order, each skippable."""
    needs = tuple((need.id, need.name) for need in vocabulary().list_domains())
    doors = tuple((str(one), _capital(ACCESS[one])) for one in DOORS)
    ways = tuple((str(one), words) for one, words in WAYS.items())
    title = "How would you like to take part?"
    return (
        Question("what", *_one("What would help?", "need", "ticks", needs, "Tick as many as you like.")),
        Question("where", *_one("Where are you?", "near", "text", (), "A postcode, a part of one, or a place.")),
        Question("far", *_one("How far can you go?", "within", "one", tuple(FAR.items()))),
        Question("cost", *_one("Can it cost something?", "free", "one", tuple(COST.items()))),
        Question(
            "how", title, (Part("how", title, "ticks", ways), Part("access", "What must be there?", "ticks", doors))
        ),
    )


def answers() -> dict[str, list[str]]:
    """What this address has answered so far, by the names that the results use."""
    known = {part.name: part for question in questions() for part in question.parts}
    given = {name: request.args.getlist(name) for name in known}
    return {name: kept for name, values in given.items() if (kept := list(_sensible(known[name], values)))}


def said(part: Part, given: dict[str, list[str]]) -> list[str]:
    """An answer in words; nothing when it was skipped."""
    values = given.get(part.name, [])
    return values if part.kind == "text" else [words for value, words in part.choices if value in values]


def address(key: str, given: dict[str, list[str]]) -> str:
    """Where a question is, with everything answered so far."""
    return url_for("guided.question", key=key, **given)  # type: ignore[arg-type]


def _one(
    title: str, name: str, kind: str, choices: tuple[tuple[str, str], ...], hint: str | None = None
) -> tuple[str, tuple[Part, ...]]:
    return title, (Part(name, title, kind, choices, hint),)


def _sensible(part: Part, values: list[str]) -> Iterator[str]:
    if part.kind == "text":
        text = printable(" ".join(values[:1]))[:LONGEST]
        yield from [text] if text else []
        return
    offered = {value for value, _ in part.choices if value}
    yield from (value for value in dict.fromkeys(values) if value in offered)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
