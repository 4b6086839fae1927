"""How far she goes: "within 2 miles", "a mile at most", "can't walk more than ten minutes"."""

import re
from dataclasses import dataclass

from directory.understanding.spoken_numbers import NUMBER_WORDS
from recommender.told.speech import Speech

WALKED_IN_A_MINUTE = 0.05
"""Miles: twenty minutes to the mile."""

_NUMBERS = "|".join((*NUMBER_WORDS, "couple of", "a couple of", "couple", "a", "half a", "mile or", "few"))
_AMOUNT = re.compile(rf"\b(\d{{1,2}}(?:\.\d+)?|(?:{_NUMBERS})) $")
_LIMIT_BEFORE = re.compile(
    r"\b(?:within|no more than|not more than|no further than|no farther than|up to|at most|max|maximum|max of|more than|further than|farther than|"
    r"only (?:go|travel|walk|get|do|manage)|can (?:only )?(?:go|travel|walk|get|do|manage)(?: about| maybe| only)?|under|less than|over|only do about|limit(?: is| of)?|in) "
    r"(?:(?:about|around|like|maybe|a|say) )*$"
)
_LIMIT_BEHIND = re.compile(
    r"^,? (?:or two |or so |of (?:home|me|mine|here|my house|the house|l\d+|walton|bootle) ?)*(?:max\b|maximum|tops|at (?:the )?most|(?:is |s )?(?:my|the|about my) limit|limit|is (?:my|the|about my|as far|all)|or less|of (?:home|me\b|here|my|us))"
)
_WALK = re.compile(r"\b(?:walk|walking|on foot|walked)\b")
_MINUTES = frozenset(["minutes", "minute", "mins", "min"])
_YARDS = {"yards": 1 / 1760, "yard": 1 / 1760, "metres": 1 / 1609, "metre": 1 / 1609, "meters": 1 / 1609}
_CANNOT = re.compile(
    r"\b(?:cant|cannot|not|no|only|hardly|barely|struggle to|dont|manage|just) (?:\w+ ){0,2}(?:walk|go|manage|more|do|get)\b"
)


@dataclass(frozen=True, slots=True)
class Reach:
    """Miles that she goes at most, and where the words stand."""

    miles: float
    first: int
    after: int


def farthest(speech: Speech) -> Reach | None:
    """The first distance that is said to be the most."""
    for place in speech.places_of(("mile", "miles")):
        reach = _in_miles(speech, place)
        if reach is not None:
            return reach
    for place in speech.places_of((*_MINUTES, *_YARDS)):
        reach = _on_foot(speech, place)
        if reach is not None:
            return reach
    return None


def _in_miles(speech: Speech, place: int) -> Reach | None:
    before, behind = speech.before(place, 8), speech.behind(place, 6)
    amount = _AMOUNT.search(before)
    if not amount:
        return None
    limited = _LIMIT_BEFORE.search(before[: amount.start()]) or _LIMIT_BEHIND.match(behind)
    if not limited:
        return None
    miles = 2.0 if behind.startswith(" or two") else _number(amount[1])
    return Reach(miles, max(0, place - len(amount[1].split()) - 1), place + 1)


def _on_foot(speech: Speech, place: int) -> Reach | None:
    before, behind = speech.before(place, 9), speech.behind(place, 3)
    amount = _AMOUNT.search(before) or re.search(r"\b(\d{2,4}|hundred|few hundred) $", before)
    if not amount or not (_WALK.search(before) or _WALK.search(behind)):
        return None
    if not (_CANNOT.search(before) or _LIMIT_BEFORE.search(before[: amount.start()]) or _LIMIT_BEHIND.match(behind)):
        return None
    number = 100.0 if amount[1] == "hundred" else 300.0 if amount[1] == "few hundred" else _number(amount[1])
    each = _YARDS.get(speech.words[place], WALKED_IN_A_MINUTE)
    return Reach(round(max(number * each, 0.1), 2), max(0, place - 2), place + 1)


def _number(said: str) -> float:
    if said[0].isdigit():
        return float(said)
    named = {"a": 1.0, "half a": 0.5, "few": 3.0, "mile or": 1.0}
    return named.get(said, 2.0 if "couple" in said else float(NUMBER_WORDS.get(said, 1)))
