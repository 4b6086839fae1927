"""The phrases of a table in a speech, each with the person it is said of; what is denied or only wondered at is gone."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recommender.negation import is_denied
from recommender.phrases import ANY_WORD, Found
from recommender.told.persons import HERSELF, NOBODY, Person
from recommender.told.speech import Speech
from recommender.told.tables import Row, book, rows

_DOUBTED = re.compile(
    r"\b(?:might (?:be|have)|may be|maybe|could be|wonder(?:ing)? if (?:im|ive|i have|i am)|think (?:im|ive|i have|i am|i may be|i might be)|"
    r"possibly|suspect(?:ed|s)?|if (?:im|i was|i were|i got|i had|i am)|scared of (?:being|having|getting|going)|"
    r"worried (?:about|of) (?:being|having|getting|going)|(?:wouldnt|wont|not) say (?:im|i am|ive)|dont think (?:im|ive|i am)|want(?:ed)? to (?:be|become)|"
    r"assessment for|assessed for|tested for|training as|train as|like to be|nearly|"
    r"nearly a|dont know if (?:im|i have|ive)) (?:\w+ ){0,2}$"
)
_OVER = re.compile(r"\b(?:used to (?:be|have|live in)|when i was) (?:\w+ ){0,2}$")
_UNTROUBLED = re.compile(
    r"\b(?:dont mind|not bothered by|fine with|ok with|love|like|dont need|enjoy|used to) (?:\w+ ){0,2}$"
)
PAST_COUNTS = frozenset(["veteran", "seafarer", "emergency_services", "care_leaver", "ex_offender", "survivor"])
"""What one is for good: "I used to be in the navy"."""
OF_HERS = frozenset(["me", "my", "us", "our", "myself"])
_CANNOT_WITHOUT = re.compile(r"\b(?:cant|wont|dont|not|never|no good) (?:\w+ ){1,4}without (?:my |a |me )?$")
_NEGATIVE = re.compile(
    r"^(?:can'?t|no|not|don'?t|nothing|nowhere|never|haven'?t|without|only|isn'?t|hate|unable|useless)\b"
)
"""A phrase that holds its own "not" ("can't do stairs"): one before it belongs to something else."""
_PEOPLE = re.compile(
    r"(?!trans)\w+(?:ers|ans|ees|ents|ows|ums|ads|ims|ics|indus|ikhs|ians|ists|uddhists|ies|men|irls|lads|boys|okes|ellas)$"
)
_BOYS = re.compile(r"lads|boys|girls|blokes|fellas")
LIKE_HER = frozenset(["other", "like", "the"])
_ONE_OF_THEM = re.compile(r"\b(?:us|we|were|weve|one of the|both|proud|other) (?:\w+ )?$")


@dataclass(frozen=True, slots=True)
class Finding:
    """A phrase that counts: its row, where it stands, whose it is."""

    row: Row
    first: int
    after: int
    owner: Person


def find(table: str, speech: Speech, owners: tuple[Person, ...]) -> Iterator[Finding]:
    """The phrases of a table in the order said, of one id the longest; each belongs to whom its last word is said of."""
    every = [(rows(table)[int(found.phrase.meaning)], found) for found in book(table).find_every(speech.said)]
    traps: defaultdict[str, list[Found]] = defaultdict(list)
    for row, found in every:
        if row.whose == "trap":
            traps[row.id].append(found)
    covered: dict[str, int] = {}
    for row, found in every:
        if row.whose == "trap" or found.after <= covered.get(row.id, 0):
            continue
        if not _is_trapped(found, traps[row.id]) and not _is_denied(row, speech, found):
            covered[row.id] = found.after
            yield Finding(row, found.first, found.after, _owner(speech, owners, found))


def _is_trapped(found: Found, traps: Sequence[Found]) -> bool:
    """Whether a trap of the same id shares words with it, and is no mere part of it."""
    return any(_overlap(found, trap) and not _is_mere_part(trap, found) for trap in traps)


def _overlap(found: Found, trap: Found) -> bool:
    return trap.first < found.after and found.first < trap.after


def _is_mere_part(trap: Found, found: Found) -> bool:
    """ "Disabled parking" within a longer phrase; where any word may stand, a trap says that this one may not."""
    inside = found.first <= trap.first and trap.after <= found.after and _length(trap) < _length(found)
    return inside and ANY_WORD not in found.phrase.text


def _length(found: Found) -> int:
    return found.after - found.first


def _owner(speech: Speech, owners: tuple[Person, ...], found: Found) -> Person:
    """ "They made me redundant" is of herself, whoever they are."""
    owner = owners[found.after - 1]
    of_hers = owner is NOBODY and not OF_HERS.isdisjoint(speech.words[found.first : found.after])
    return HERSELF if of_hers else owner


def _is_denied(row: Row, speech: Speech, found: Found) -> bool:
    before = speech.before(found.first)
    if row.table == "avoid":
        return False
    if row.id == "quiet":
        return _UNTROUBLED.search(before) is not None
    if _DOUBTED.search(before) or (row.id not in PAST_COUNTS and _OVER.search(before)):
        return True
    if row.table in {"circumstances", "ages", "gender"} and _says_of_others(speech, found):
        return True
    if _NEGATIVE.match(found.phrase.text) or _CANNOT_WITHOUT.search(before):
        return False
    return is_denied(speech.said, found.first, found.after, row.table)


def _says_of_others(speech: Speech, found: Found) -> bool:
    """ "Helping refugees", "a group for veterans": several people, of whom she may not be one."""
    words = speech.words[found.first : found.after]
    if len(words) == 1:
        several = _PEOPLE.fullmatch(words[0]) is not None
    else:
        several = not LIKE_HER.intersection(words) and any(_BOYS.fullmatch(word) for word in words)
    return several and _ONE_OF_THEM.search(speech.before(found.first, 4)) is None
