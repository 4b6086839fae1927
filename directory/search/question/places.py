"""The place in a question: "near L4 3TH", "in Bootle", "choir bootle"."""

import re
from collections.abc import Callable, Iterator, Sequence

from directory.place import Place
from directory.search.question.said import Said

FindPlace = Callable[[str], Place | None]

LONGEST = 4
"""Words of a place's name."""
_POSTCODE = r"[a-z]{1,2}[0-9][0-9a-z]?(?: ?[0-9](?:[a-z]{2})?)?"
_WHOLE = re.compile(rf"\b(?:(?:near(?: to)?|in|around|close to|by|at|within reach of) )?(?P<code>{_POSTCODE})\b")
_TOLD = re.compile(r"\b(?P<how>near(?: to)?|nearby|close to|around|in and around|in|at|by|from) (?:the )?(?=[a-z])")
_HERE = re.compile(
    r"\b(?:near|close to|around) (?:me|us|here|by)\b|\bnearby\b|\blocal(?:ly)? to me\b|\bin my area\b|\bround here\b|\bclose by\b"
)
_WORD = re.compile(r"[\w'’.-]+")
_NEVER = frozenset("uk england britain merseyside here home person need work".split())


def read_place(question: str, find_place: FindPlace, said: Sequence[Said] = ()) -> Iterator[Said]:
    """At most one, apart from what is `said` already; `question` in small letters.

    A postcode comes before a name that is told ("in Bootle"), and that before a name alone.
    """
    yield from list(_places(question, find_place, said))[:1]


def read_here(question: str) -> Iterator[Said]:
    """ "Near me": said, but not where that is; `question` in small letters."""
    for found in _HERE.finditer(question):
        yield Said(found.start(), found.end(), "here", "Near you")


def _places(question: str, find_place: FindPlace, said: Sequence[Said]) -> Iterator[Said]:
    for found in _WHOLE.finditer(question):
        if place := find_place(found["code"]):
            yield _said(found.start(), found.end(), place)
    for told in _TOLD.finditer(question):
        if longest := _longest(question, told.end(), find_place):
            yield _said(told.start(), *longest)
    yield from _bare(question, find_place, said)


def _longest(question: str, start: int, find_place: FindPlace) -> tuple[int, Place] | None:
    """The longest name from here on that is a place's: where it ends, and the place."""
    ends = [word.end() for word in _WORD.finditer(question, start)][:LONGEST]
    for end in reversed(ends):
        name = question[start:end]
        if name not in _NEVER and (place := find_place(name)) and _is_name(name, place):
            return end, place
    return None


def _bare(question: str, find_place: FindPlace, said: Sequence[Said]) -> Iterator[Said]:
    """A name at the end, or at the beginning, as it is written on the map."""
    words = [word for word in _WORD.finditer(question) if not any(one.start < word.end() <= one.stop for one in said)]
    for size in range(min(LONGEST, len(words)), 0, -1):
        for some in (words[-size:], words[:size]):
            start, end = some[0].start(), some[-1].end()
            name = question[start:end]
            place = None if name in _NEVER else find_place(name)
            if place and _plain(name) == _plain(place.label):
                yield _said(start, end, place)


def _is_name(name: str, place: Place) -> bool:
    """All of it is the place: "bootle", "bootel"; not "library in bootle"."""
    return len(name.split()) <= len(place.label.split()) + 1 and name[0] == place.label[0].lower()


def _said(start: int, stop: int, place: Place) -> Said:
    label = place.label.removeprefix("near ")
    return Said(start, stop, "place", f"Near {label}", {"near": place})


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
