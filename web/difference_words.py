"""What differs between two listings, as the component `diff` shows it: needs by their names, lines as lists."""

from collections.abc import Iterable

from sqlmodel import Session

from directory.differences import NOTHING, PARTS, differences
from directory.listing import Listing
from directory.taxonomies import list_terms

NEEDS = "Needs it helps with"
WRITTEN = ", as written"

Words = str | list[str] | None
SaidDifference = tuple[str, Words, Words]


def say_differences(session: Session, before: Listing | None, after: Listing | None) -> list[SaidDifference]:
    """(part, was, now) for `components/diff.html`; of a listing that is new or gone there is nothing to compare."""
    if before is None or after is None:
        return []
    return say_parts(session, ((one.part, one.was, one.now) for one in differences(before, after)))


def say_parts(session: Session, parts: Iterable[tuple[str, str, str]]) -> list[SaidDifference]:
    """Differences that are words already, such as those of an import, made fit for the page."""
    names = {term.code: term.name for term in list_terms(session)}
    return [(part, _words(part, was, names), _words(part, now, names)) for part, was, now in parts]


def say_side_by_side(session: Session, left: Listing, right: Listing) -> list[SaidDifference]:
    """(part, left, right) of all that either says, in the order of the page.

    Words that were not understood are left out where they say no more than what was understood of them.
    """
    said = {part: (say(left) or "", say(right) or "") for part, say in PARTS.items()}
    told = [
        (part, *words)
        for part, words in said.items()
        if any(words) and _folded(words) != _folded(said.get(part.removesuffix(WRITTEN)) if WRITTEN in part else None)
    ]
    return say_parts(session, told)


def _folded(words: tuple[str, str] | None) -> tuple[str, ...] | None:
    return tuple(one.casefold() for one in words) if words else None


def _words(part: str, said: str, names: dict[str, str]) -> Words:
    if said == NOTHING or not said:
        return None
    if part == NEEDS:
        return [names.get(code, code) for code in said.split(", ")]
    lines = said.split("\n")
    return lines if len(lines) > 1 else said
