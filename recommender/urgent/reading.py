"""Free words to urgent help: the first rule of each kind that hears something, and whom to ring for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recommender.crisis_contacts import CrisisContact, list_contacts
from recommender.urgent.ordinary import around, is_ordinary
from recommender.urgent.rules import KINDS, Kind, Pairing, Rule, list_pairings, list_rules
from recommender.urgent.wording import Wording, one_spelling

ONE_MESSAGE = 600
"""Two signs further apart than this many characters, about a hundred words, belong to two stories."""


@dataclass(frozen=True, slots=True)
class Urgent:
    """What was heard, whom to ring in this order, and the very words that said it."""

    kind: Kind
    contacts: tuple[CrisisContact, ...]
    words: str


def read_urgent(words: str) -> Urgent | None:
    """What in these words asks for help now, or None. The first of `KINDS` leads where there are several."""
    wording = one_spelling(words)
    heard: dict[Kind, str] = {}
    for rule in list_rules():
        # Nearly every rule is silent: this asks it once, before anything is made of an answer.
        if rule.kind not in heard and rule.says.search(wording.said) and (found := hear(rule, wording)):
            heard[rule.kind] = found
    for pairing in list_pairings():
        if pairing.kind not in heard and (found := hear_two(pairing, wording)):
            heard[pairing.kind] = found
    kinds = [kind for kind in KINDS if kind in heard]
    return Urgent(kinds[0], list_contacts(kinds), heard[kinds[0]]) if kinds else None


def urgent_help(kind: Kind) -> Urgent:
    """Whom to ring for a kind of need that was chosen, not read from words."""
    return Urgent(kind, list_contacts([kind]), "")


def hear(rule: Rule, wording: Wording) -> str | None:
    """The first words, as they were written, that this rule hears and that nothing makes ordinary."""
    return next((wording.quote(*place) for place in _places(rule, wording.said)), None)


def hear_two(pairing: Pairing, wording: Wording) -> str | None:
    """The words of two signs that stand apart from each other and close enough to be one thought, or None."""
    signs = [sign for sign in pairing.signs if sign.says.search(wording.said)]
    if len(signs) < 2:
        return None
    places = sorted((*place, sign) for sign, rule in enumerate(signs) for place in _places(rule, wording.said))
    for number, (start, end, sign) in enumerate(places):
        for again, until, other in places[number + 1 :]:
            if again > end + ONE_MESSAGE:
                break
            if sign != other and end <= again:
                return f"{wording.quote(start, end)} … {wording.quote(again, until)}"
    return None


def _places(rule: Rule, said: str) -> Iterator[tuple[int, int]]:
    """Where in `said` the rule hears what nothing makes ordinary."""
    return (
        match.span(1)
        for match in rule.says.finditer(said)
        if not _is_excused(rule, said, match) and not is_ordinary(rule, said, match)
    )


def _is_excused(rule: Rule, said: str, match: re.Match[str]) -> bool:
    return rule.unless is not None and rule.unless.search(around(said, match, 8)) is not None
