"""What was understood of a conversation: needs and barriers with the words they came from, and what was undone."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from casework.models import Conversation
from recommender.barriers import read_barriers
from recommender.needs import Need, vocabulary
from recommender.reading_needs import read_needs
from recommender.sought import SURE_ENOUGH
from recommender.urgent import Urgent, read_urgent
from recommender.wording import plain

ROUNDS = 5
"""How often the same thing may be said in other words before we stop reading them."""


@dataclass(frozen=True, slots=True)
class HeardNeed:
    """A need, and her very words that it was read from; None when it was chosen by hand."""

    need: Need
    words: str | None = None


@dataclass(frozen=True, slots=True)
class HeardBarrier:
    """What stands in the way (id of the recommender's barriers), and the words it was read from."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Understood:
    """`words` are hers without those that were misread. With `urgent` set nothing was read from them at all."""

    urgent: Urgent | None
    needs: tuple[HeardNeed, ...]
    barriers: tuple[HeardBarrier, ...]
    words: str


def understand(conversation: Conversation) -> Understood:
    """Urgent words first; without them the needs chosen by hand, then those that were read and not undone."""
    said = "\n".join(filter(None, (conversation.what_matters, conversation.strengths)))
    chosen = [HeardNeed(vocabulary().get_need(need)) for need in conversation.needs]
    if urgent := read_urgent(said):
        return Understood(urgent, tuple(chosen), (), "")
    words = _without(said, conversation.not_meant)
    known = {heard.need.id for heard in chosen}
    read = [
        HeardNeed(vocabulary().get_need(one), as_said(quote, said)) for one, quote in _needs(words) if one not in known
    ]
    barriers = tuple(HeardBarrier(one, as_said(quote, said)) for one, quote in _barriers(words))
    return Understood(None, (*chosen, *read), barriers, words)


def as_said(quote: str, said: str) -> str:
    """A quote as it stands in her words: readers see everything in small letters."""
    found = re.search(re.escape(quote), said, re.IGNORECASE)
    return found.group() if found else quote


def _without(said: str, undone: Collection[str]) -> str:
    """The words less those that were taken for something she did not mean."""
    words = plain(said) if undone else said
    for _ in range(ROUNDS):
        misread = [quote for read in READERS for one, quote in read(words) if one in undone]
        if not misread:
            return words
        if not all(quote in words for quote in misread):
            break
        for quote in misread:
            words = words.replace(quote, " … ")
    return ""


def _needs(words: str) -> list[tuple[str, str]]:
    """Only what may be ranked: words of a crisis are answered before this is asked."""
    heard = [one for one in read_needs(words) if one.confidence >= SURE_ENOUGH]
    return [(one.need_id, one.words) for one in heard if vocabulary().get_need(one.need_id).ranked]


def _barriers(words: str) -> list[tuple[str, str]]:
    return [(one.barrier_id, one.words) for one in read_barriers(words)]


READERS: Sequence[Callable[[str], list[tuple[str, str]]]] = (_needs, _barriers)
