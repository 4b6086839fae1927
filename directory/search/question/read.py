"""A question as it was typed, to what it says: limits that a person can see and undo, and the words that are left."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from directory.search.query import Query
from directory.search.question.days import read_days
from directory.search.question.people import read_age, read_only
from directory.search.question.places import FindPlace, read_here, read_place
from directory.search.question.said import Said, Understood
from directory.search.question.ways import read_access, read_open, read_price, read_ways
from directory.search.question.words import read_not, read_phrases
from directory.search.words import FAINT, words_of

LONGEST = 400
"""Characters in which something is read: who writes more tells a story, in which nothing is a limit."""


def read_question(question: str, *, find_place: FindPlace | None, today: date) -> Understood:
    """What it says. Without `find_place` no place is looked for. What is in quotation marks is read as it is."""
    text = question.lower()
    if len(question) > LONGEST or len(text) != len(question):
        return Understood(question, question)
    read = [
        *read_phrases(text),
        *read_not(text),
        *read_here(text),
        *read_days(text, today),
        *read_age(text),
        *read_only(text),
        *read_ways(text),
        *read_access(text),
        *read_price(text),
        *read_open(text),
    ]
    said = _apart(read)
    if find_place:
        said = _apart([*said, *read_place(text, find_place, said)])
    return Understood(question, _left(question, said), tuple(said))


def asked_by(understood: Understood, query: Query) -> Query:
    """The question with its limits beside those that were chosen; a choice counts more than what was read."""
    words = "" if understood.said and _says_nothing(understood.words) else understood.words
    changes: dict[str, Any] = {"words": words, "lifting": _named(understood)}
    for one in understood.said:
        for name, value in one.changes.items():
            known = changes.get(name, getattr(query, name))
            if isinstance(value, tuple):
                changes[name] = tuple(dict.fromkeys([*known, *value]))
            elif not known:
                changes[name] = value
    return query.but(**changes)


def _says_nothing(words: str) -> bool:
    """Words of telling alone: "something for my son" is about nothing, and what it is limited to says all."""
    return all(word.written in FAINT for word in words_of(words))


def _named(understood: Understood) -> str:
    """The place that is named: "Bootle Library" is called so, besides being near Bootle."""
    return " ".join(understood.question[one.start : one.stop] for one in understood.said if one.kind == "place")


def _apart(read: Iterable[Said]) -> list[Said]:
    """Those that share no word with one before them, in the order in which they stand."""
    kept: list[Said] = []
    for one in read:
        if not any(one.overlaps(other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _left(question: str, said: Sequence[Said]) -> str:
    """The words that are not limits."""
    left, start = [], 0
    for one in said:
        if not one.keeps:
            left.append(question[start : one.start])
            start = one.stop
    return " ".join(" ".join([*left, question[start:]]).split())
