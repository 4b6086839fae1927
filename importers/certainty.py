"""When a record that comes in is surely the same as a service that is there, and need not wait for a curator.

The matcher knows names, places and numbers. Two groups of one name in one room on different days are two all the same,
and what one source keeps as two records its keeper holds to be two.
"""

from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from directory.listing import Listing, Slot
from directory.matching.judgement import Decision, Judgement
from directory.matching.words import compared_words

CERTAIN = 0.95
"""The lowest probability at which nobody is asked."""


SLIP = 80
"""Of 100: words that are as alike as this are one, misspelt."""


def is_certain(judgement: Judgement, incoming: Listing, other: Listing, siblings: Sequence[Listing] = ()) -> bool:
    """Whether the two may be merged without asking. `siblings`: what the same keeper's records behind the other say."""
    if not may_be_certain(judgement) or contradict(incoming, other):
        return False
    return all(says_no_other(incoming, sibling) for sibling in siblings)


def may_be_certain(judgement: Judgement) -> bool:
    """Whether the matcher is sure enough that nobody need be asked."""
    return judgement.decision is Decision.SAME and judgement.probability >= CERTAIN


def contradict(one: Listing, other: Listing) -> bool:
    """Whether they may well be two: called something more, on other days, or for other people."""
    if _adds_to_name(one, other) or _adds_to_name(other, one):
        return True
    days, others = _days(one), _days(other)
    if days and others and not days & others:
        return True
    if one.gender and other.gender and one.gender is not other.gender:
        return True
    return _apart(one, other)


def says_no_other(one: Listing, other: Listing) -> bool:
    """Whether neither says anything that the other does not say as well, or leave open."""
    told = (
        "description",
        "times",
        "times_text",
        "costs",
        "cost_text",
        "minimum_age",
        "maximum_age",
        "gender",
        "venues",
    )
    pairs = ((getattr(one, name), getattr(other, name)) for name in told)
    return all(mine == theirs or mine in (None, ()) or theirs in (None, ()) for mine, theirs in pairs)


def _adds_to_name(one: Listing, other: Listing) -> bool:
    """Whether a name has a word of its own: "Walton Library Cafe" is not "Walton Library", and "Choir 2" no "Choir".

    A slip of spelling is no word of its own, nor is where it is or who runs it.
    """
    theirs = compared_words(other.name)
    known = {word for listing in (one, other) for text in _whereabouts(listing) for word in compared_words(text)}
    added = [word for word in compared_words(one.name) if word not in theirs and word not in known]
    return any(word.isdigit() or extractOne(word, theirs, scorer=ratio, score_cutoff=SLIP) is None for word in added)


def _whereabouts(listing: Listing) -> Iterator[str]:
    if listing.organization:
        yield listing.organization.name
    for venue in listing.venues:
        yield from filter(None, (venue.address, venue.town, venue.local_authority))


def _apart(one: Listing, other: Listing) -> bool:
    """For ages that do not meet."""
    low, high = max(one.minimum_age or 0, other.minimum_age or 0), min(one.maximum_age or 999, other.maximum_age or 999)
    return low > high


def _days(listing: Listing) -> set[str]:
    slots: list[Slot] = [*listing.times, *(slot for venue in listing.venues for slot in venue.times)]
    return {day[-2:] for slot in slots for day in slot.days}
