"""Where the visitor said she is: read from the address of the page, and remembered nowhere else."""

from dataclasses import dataclass

from flask import request

from directory.geography import Place, PlaceNotFound
from web.database import catalogue

LONGEST = 100


@dataclass(frozen=True, slots=True)
class Near:
    """What was typed, the place it means if we know it, and else what to say and what was perhaps meant."""

    text: str = ""
    place: Place | None = None
    problem: str | None = None
    suggestion: str | None = None


def printable(typed: str) -> str:
    """What was typed with single spaces, without what no page could show, such as a null."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in typed).split())


def read_near() -> Near:
    """The place of `?near=`. One that we do not know is explained, never refused."""
    text = printable(request.args.get("near", ""))[:LONGEST]
    if not text:
        return Near()
    try:
        return Near(text, catalogue.gazetteer.get_place(text, "near"))
    except PlaceNotFound as unknown:
        return Near(text, None, unknown.message, unknown.suggestion)
