"""On whose behalf somebody speaks: her own, her mother's, a member's."""

import re
from collections.abc import Sequence

from recommender.told.persons import FIRST, HERSELF, Person, named_in
from recommender.told.speech import Speech
from recommender.told.years import Years

GROWN = 18
_FOR = re.compile(
    r"\b(?:something|anything|somewhere|anywhere|help|group|groups|club|looking|look|asking|ask|referral|support|ringing|calling|writing|enquiring|place|things|company|advice|activities|there|on|what|out|class|behalf|this is|it is|its|someone|befriender|available|near us) "
    r"(?:for|about|behalf of|of) $"
)
_IN_NEED = re.compile(
    r"\b(?:lonely|isolated|bored|needs?|struggl\w+|cant|housebound|frail|on (?:her|his) own|lives alone|stuck in|by (?:her|him)self|depressed|low)\b"
)
_WANTS = re.compile(r"\b(?:needs|wants|would like|would love|could do with|looking for)\b")
""" "He's an alcoholic" is more often a wife's trouble than a note on the man himself."""
_ME_AND = re.compile(r"\bme (?:and|n)\b")
_AT_FIRST = re.compile(r"^(?:for|about|re|asking for|this is for|its for|on behalf of) $")
_NEEDS = re.compile(
    r"^,? (?:\w+ )?(?:needs?|could do with|wants?|would (?:like|love)|is looking for|would benefit|is after|is desperate for|has nobody|has no one|has noone|is (?:so |very |really )?(?:lonely|isolated|bored)|"
    r"is in need|would enjoy|wants to)\b"
)


def about_whom(speech: Speech, owners: tuple[Person, ...], ages: Sequence[Years]) -> Person:
    """The person whom the facts are of. A child of hers under eighteen, or of no age, leaves the facts the parent's."""
    if any(years.owner is HERSELF for years in ages):
        return HERSELF
    for named in named_in(speech):
        before, behind = speech.before(named.first, 4), speech.behind(named.after - 1, 4)
        asked = (
            _FOR.search(before)
            or _AT_FIRST.match(before)
            or (_NEEDS.match(behind) and not FIRST & speech.places.keys())
        )
        if asked and named.person.hers and _is_grown(named.person, ages):
            return named.person
    return _only_other(speech, owners, ages)


def _only_other(speech: Speech, owners: tuple[Person, ...], ages: Sequence[Years]) -> Person:
    """Where nobody says "I" the one person spoken of."""
    if {*FIRST, "us"} & speech.places.keys() or not owners or _ME_AND.search(" ".join(speech.words)):
        return HERSELF
    others = {owner.words: owner for owner in owners if owner is not HERSELF}
    if len(others) != 1 or sum(owner is HERSELF for owner in owners) > len(owners) / 3:
        return HERSELF
    (other,) = others.values()
    said = " ".join(speech.words)
    aged = any(years.owner.words == other.words for years in ages)
    needy = (_WANTS.search(said) or aged) if other.relation == "client" else _IN_NEED.search(said)
    known = other.relation != "unknown" and other.words.split()[0] not in {"a", "an", "the"}
    return other if needy and known and _is_grown(other, ages) else HERSELF


def _is_grown(person: Person, ages: Sequence[Years]) -> bool:
    if person.relation not in {"child", "grandchild"}:
        return True
    return any(years.owner.words == person.words and years.youngest >= GROWN for years in ages)
