"""The rules for urgent words: one file of TOML for each kind, and `classes.toml` with what all of them use.

A rule has

- `example`: a sentence that it hears, and a test asks whether it does;
- `says`: a regular expression of what is said, one alternative a line, over what `one_spelling` returns. An indented
  line goes on with the one above; `{NAME}` is a class of words, of the same file or of `classes.toml`;
- `negatable = false` where it carries its own "not" ("don't want to live"); the others are silent after "not",
  "never", "no longer";
- `past = true` where it is silent about what is long over;
- `unless`: what, looked for in the words around, makes the same words ordinary. Put there only what makes them a
  topic, a past or a game; a phrase that follows at once and turns the meaning ("laughing") belongs into the
  pattern as a look-ahead. An `unless` at the head of a file counts for all its rules that have none of their own.

Of several rules of a kind the first that hears something gives the words that are quoted.

A pairing (`[[pairings]]`) is for what people say round about. It has an `example`, may have an `unless`, and holds
signs (`[[pairings.signs]]`), written like rules: one of them is everybody's life, any two in one message alarm. Who
gives the dog away may be moving house; who gives it away and says that they will be better off is not.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypedDict, cast

Kind = Literal["danger", "suicide", "child_safeguarding", "abuse", "self_harm"]

KINDS: tuple[Kind, ...] = ("danger", "suicide", "child_safeguarding", "abuse", "self_harm")
"""In the order in which help is named where words ask for more than one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is said, what makes it ordinary, and a sentence that it hears."""

    kind: Kind
    example: str
    says: re.Pattern[str]
    """Whole words in its first group, after the space that stands before every word: a search for a plain character
    that every match begins with takes a third of the time of one that looks behind every character."""
    unless: re.Pattern[str] | None
    negatable: bool
    past: bool


@dataclass(frozen=True, slots=True)
class Pairing:
    """Signs of which none alarms by itself, and any two do where they stand in one message."""

    kind: Kind
    example: str
    signs: tuple[Rule, ...]


class _Written(TypedDict, total=False):
    """A rule as it stands in its file."""

    example: str
    says: str
    unless: str
    negatable: bool
    past: bool


class _WrittenPairing(TypedDict, total=False):
    """A pairing as it stands in its file; its `unless` counts for all its signs that have none of their own."""

    example: str
    unless: str
    signs: list[_Written]


class _File(TypedDict, total=False):
    classes: dict[str, str]
    unless: str
    rules: list[_Written]
    pairings: list[_WrittenPairing]


@cache
def list_rules() -> tuple[Rule, ...]:
    """Every rule, kind by kind in the order of `KINDS`, within a kind as written. Compiled once in this process."""
    shared = _read("classes")["classes"]
    return tuple(rule for kind in KINDS for rule in _rules(kind, _read(kind), shared))


@cache
def list_pairings() -> tuple[Pairing, ...]:
    """Every pairing, in the same order. Compiled once in this process."""
    shared = _read("classes")["classes"]
    return tuple(pairing for kind in KINDS for pairing in _pairings(kind, _read(kind), shared))


def _read(name: str) -> _File:
    text = files("recommender.urgent.rules").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    # Our own file: a test reads every rule of it.
    return cast(_File, tomllib.loads(text))


def _rules(kind: Kind, file: _File, shared: dict[str, str]) -> list[Rule]:
    classes = shared | file.get("classes", {})
    return [_rule(kind, written, file.get("unless"), classes) for written in file["rules"]]


def _pairings(kind: Kind, file: _File, shared: dict[str, str]) -> list[Pairing]:
    classes = shared | file.get("classes", {})
    return [
        Pairing(
            kind,
            written["example"],
            tuple(_rule(kind, sign, written.get("unless"), classes) for sign in written["signs"]),
        )
        for written in file.get("pairings", [])
    ]


def _rule(kind: Kind, written: _Written, unless: str | None, classes: dict[str, str]) -> Rule:
    unless = written.get("unless", unless)
    return Rule(
        kind=kind,
        example=written["example"],
        says=re.compile(rf" ({_spelt_out(written['says'], classes)})(?!\w)"),
        unless=re.compile(rf"(?<!\S)(?:{_spelt_out(unless, classes)})(?!\w)") if unless else None,
        negatable=written.get("negatable", True),
        past=written.get("past", False),
    )


def _spelt_out(written: str, classes: dict[str, str]) -> str:
    """A pattern with its classes put in. A class may name other classes."""
    text, before = _one_line(written), ""
    while text != before:
        before = text
        for name, words in classes.items():
            text = text.replace("{" + name + "}", _one_line(words))
    return text


def _one_line(written: str) -> str:
    return re.sub(r"\n +", "", written.strip()).replace("\n", "|")
