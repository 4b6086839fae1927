"""The words that name people (`groups.toml`), found in a sentence and put in one form, so that its frame can be read.

"for carers and people with dementia" becomes "for <carer> and people with <+dementia>": a sign of its own tells who
people are from what they have, "+", and from what says by itself whom something is for, "!".
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_HINT = 5
"""Letters by which a hint is known, so that "veterans" is found by "veteran"."""
WHO, HAVING, SAID = "", "+", "!"
MARK = re.compile(r"<([+!]?)(\w+)>")


class Group(NamedTuple):
    """One circumstance: by which signs it is marked, and the pattern of each."""

    name: str
    patterns: tuple[tuple[str, re.Pattern[str]], ...]


def hints_in(terms: frozenset[str]) -> frozenset[str]:
    """Of whom these words may speak: told in a glance, for most speak of nobody."""
    return _hints().intersection([term[:_HINT] for term in terms])


def marked(small: str, hints: Iterable[str]) -> str:
    """The sentence with a mark in place of each group that it names."""
    for group in _groups(frozenset(hints)):
        for sign, pattern in group.patterns:
            small = pattern.sub(f"<{sign}{group.name}>", small)
    return small


@cache
def _table() -> dict[str, Group]:
    said = tomllib.loads(files(__package__).joinpath("groups.toml").read_text(encoding="utf-8"))
    return {name: Group(name, tuple(_patterns(lists))) for name, lists in said.items()}


def _patterns(lists: dict[str, list[str]]) -> Iterable[tuple[str, re.Pattern[str]]]:
    for sign, kind in ((SAID, "said"), (WHO, "who"), (HAVING, "of")):
        if words := lists.get(kind):
            yield sign, re.compile(rf"(?<![\w<+!])(?:{'|'.join(words)})(?![\w>])")


@cache
def _by_hint() -> dict[str, frozenset[str]]:
    said = tomllib.loads(files(__package__).joinpath("groups.toml").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for name, lists in said.items():
        for hint in lists["hints"]:
            found.setdefault(hint[:_HINT], set()).add(name)
    return {hint: frozenset(names) for hint, names in found.items()}


@cache
def _hints() -> frozenset[str]:
    return frozenset(_by_hint())


@cache
def _groups(hints: frozenset[str]) -> tuple[Group, ...]:
    named = frozenset().union(*(_by_hint()[hint] for hint in hints))
    return tuple(group for name, group in _table().items() if name in named)
