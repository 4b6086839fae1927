"""A file of searches, one JSON object a line, as `waymark search --queries` reads it."""

import json
from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import Any

import click

from directory.catalogue import Catalogue
from directory.errors import Invalid
from directory.place import Place
from directory.search.query import Query
from web.commands.json_lines import read_lines

MEMBERS = {"id", "text", "near", "within_miles", "limit"}
LIMIT = 100
"""Answers to a question that does not say how many it wants."""
MOST = 10_000
ROUND_THE_WORLD = 25_000
"""Miles; more than this is the same, but for numbers too large to reckon with."""


def read_questions(catalogue: Catalogue, file: Path) -> Iterator[tuple[str | int | float, Query]]:
    """The id and the query of each line in order. Invalid names the line that cannot be read, and its member."""
    for number, line in read_lines(file):
        said = _members(number, line)
        yield said["id"], _query(catalogue, number, said)


def _members(number: int, line: str) -> dict[str, Any]:
    """What the line says; null is as good as absent."""
    try:
        said = {name: value for name, value in json.loads(line).items() if value is not None}
        # Half a surrogate pair is JSON, but can be written nowhere.
        json.dumps(said, ensure_ascii=False).encode()
    except (ValueError, AttributeError, RecursionError) as error:
        raise Invalid(f"Line {number} is not a JSON object.") from error
    if unknown := sorted(said.keys() - MEMBERS):
        raise Invalid(f"Line {number}: “{unknown[0]}” is not known.")
    if "id" not in said:
        raise Invalid(f"Line {number}: there is no id.")
    return said


def _query(catalogue: Catalogue, number: int, said: dict[str, Any]) -> Query:
    if not (isinstance(said["id"], str) or _is_number(said["id"])):
        raise Invalid(f"Line {number}: id is text or a number.")
    for name in ("text", "near"):
        if not isinstance(said.get(name, ""), str):
            raise Invalid(f"Line {number}: {name} is text.")
    within, limit = said.get("within_miles"), said.get("limit", LIMIT)
    if within is not None and not (_is_number(within) and within >= 0):
        raise Invalid(f"Line {number}: within_miles is a number of miles.")
    if not (isinstance(limit, int) and _is_number(limit) and 1 <= limit <= MOST):
        raise Invalid(f"Line {number}: limit is a whole number from 1 to {MOST:,}.")
    near = _place(catalogue, number, said.get("near"))
    return Query(said.get("text", ""), near=near, within_miles=_miles(within) if near else None, limit=limit)


def _miles(within: float | None) -> float | None:
    return None if within is None else float(min(within, ROUND_THE_WORLD))


def _place(catalogue: Catalogue, number: int, near: str | None) -> Place | None:
    """One place that nobody knows must not cost the answers to all the other questions."""
    place = catalogue.gazetteer.find_place(near) if near else None
    if near and place is None:
        click.echo(f"Line {number}: we do not know where “{near}” is, so distance is left out.", err=True)
    return place


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < inf
