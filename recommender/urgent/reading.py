"""Free words to urgent help: the first rule of each kind that hears something, and whom to ring for it."""

import re
from dataclasses import dataclass

from recommender.crisis_contacts import CrisisContact, list_contacts
from recommender.urgent.ordinary import around, is_ordinary
from recommender.urgent.rules import KINDS, Kind, Rule, list_rules
from recommender.urgent.wording import Wording, one_spelling


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
        if rule.kind not in heard and (found := hear(rule, wording)):
            heard[rule.kind] = found
    kinds = [kind for kind in KINDS if kind in heard]
    return Urgent(kinds[0], list_contacts(kinds), heard[kinds[0]]) if kinds else None


def urgent_help(kind: Kind) -> Urgent:
    """Whom to ring for a kind of need that was chosen, not read from words."""
    return Urgent(kind, list_contacts([kind]), "")


def hear(rule: Rule, wording: Wording) -> str | None:
    """The first words, as they were written, that this rule hears and that nothing makes ordinary."""
    for match in rule.says.finditer(wording.said):
        if not _is_excused(rule, wording.said, match) and not is_ordinary(rule, wording.said, match):
            return wording.quote(match.start(), match.end())
    return None


def _is_excused(rule: Rule, said: str, match: re.Match[str]) -> bool:
    return rule.unless is not None and rule.unless.search(around(said, match, 8)) is not None
