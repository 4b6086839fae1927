"""Words that say little by themselves: their spellings, the kind of place they name, how common they are, opposites."""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

UNHEARD = 0.0003
"""The share of names that holds a word of which we know nothing."""
EMPTY = frozenset("the a an and of at for in on by to with und y et".split())
LEGAL = frozenset("ltd limited plc llc llp inc incorporated cic cio corp corporation co company registered".split())


class Word(NamedTuple):
    """The one spelling we compare, the kind of place it names or "", and the share of names that hold it."""

    word: str
    kind: str
    rate: float


@cache
def known_words() -> dict[str, Word]:
    """Each written word of `words.csv`."""
    with files(__package__).joinpath("words.csv").open(encoding="utf-8") as file:
        return {row["written"]: Word(row["word"], row["kind"], float(row["rate"])) for row in csv.DictReader(file)}


@cache
def rates() -> dict[str, float]:
    """The share of names that holds each compared word, in whatever spelling."""
    found: dict[str, float] = {}
    for word in known_words().values():
        found[word.word] = max(found.get(word.word, 0.0), word.rate)
    return found


@cache
def kinds() -> dict[str, str]:
    """The kind of place that a compared word names."""
    return {word.word: word.kind for word in known_words().values() if word.kind}


@cache
def opposites() -> dict[str, str]:
    """The group of each word that sets its record apart from one with another word of the group."""
    with files(__package__).joinpath("opposites.csv").open(encoding="utf-8") as file:
        return {row["word"]: row["group"] for row in csv.DictReader(file)}
