"""What was understood of a conversation: needs, barriers and facts with the words they came from, and what was undone."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from casework.heard_facts import HeardFact, list_facts
from casework.models import Conversation
from recommender.barriers import read_barriers
from recommender.needs import Need, vocabulary
from recommender.reading_needs import read_needs
from recommender.sought import SURE_ENOUGH
from recommender.urgent import Urgent, read_urgent
from recommender.wording import plain

ROUNDS = 5
"""How often the same thing may be said in other words before we stop reading them."""
Reader = Callable[[str], list[tuple[str, str]]]
"""Words to what was read in them: its id, and the words it was read from."""


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
    """`words` are hers without those that were misread. With `urgent` set nothing was read from them at all.

    `facts` are those that stand, `undone` those that do not and may be put back.
    """

    urgent: Urgent | None
    needs: tuple[HeardNeed, ...]
    barriers: tuple[HeardBarrier, ...]
    words: str
    facts: tuple[HeardFact, ...] = ()
    undone: tuple[HeardFact, ...] = ()


def understand(conversation: Conversation) -> Understood:
    """Urgent words first; without them the needs chosen by hand, then those that were read and not undone."""
    said = said_in(conversation)
    chosen = [HeardNeed(vocabulary().get_need(need)) for need in conversation.needs]
    if urgent := read_urgent(said):
        return Understood(urgent, tuple(chosen), (), "")
    words = _without(said, conversation.not_meant, (_needs, _barriers))
    known = {heard.need.id for heard in chosen}
    read = [
        HeardNeed(vocabulary().get_need(one), as_said(quote, said)) for one, quote in _needs(words) if one not in known
    ]
    barriers = tuple(HeardBarrier(one, as_said(quote, said)) for one, quote in _barriers(words))
    heard = [replace(one, words=as_said(one.words, said)) for one in list_facts(said)]
    return Understood(
        None,
        (*chosen, *read),
        barriers,
        _without(words, conversation.not_meant, (_facts,)),
        facts=tuple(one for one in heard if one.id not in conversation.not_meant),
        undone=tuple(one for one in heard if one.id in conversation.not_meant),
    )


def said_in(conversation: Conversation) -> str:
    """Everything she said, one below the other."""
    return "\n".join(filter(None, (conversation.what_matters, conversation.strengths)))


def as_said(quote: str, said: str) -> str:
    """A quote as it stands in her words: readers see everything in small letters."""
    found = re.search(re.escape(quote), said, re.IGNORECASE)
    return found.group() if found else quote


def _without(said: str, undone: Collection[str], readers: Sequence[Reader]) -> str:
    """The words less those that were taken for something she did not mean."""
    if not undone:
        return said
    words = plain(said)
    for _ in range(ROUNDS):
        misread = [quote for read in readers for one, quote in read(words) if one in undone]
        if not misread:
            return words
        if not all(quote in words for quote in misread):
            break
        for quote in misread:
            words = re.sub(rf"(?<!\w){re.escape(quote)}(?!\w)", " … ", words)
    return ""


def _needs(words: str) -> list[tuple[str, str]]:
    """Only what may be ranked: words of a crisis are answered before this is asked."""
    heard = [one for one in read_needs(words) if one.confidence >= SURE_ENOUGH]
    return [(one.need_id, one.words) for one in heard if vocabulary().get_need(one.need_id).ranked]


def _barriers(words: str) -> list[tuple[str, str]]:
    return [(one.barrier_id, one.words) for one in read_barriers(words)]


def _facts(words: str) -> list[tuple[str, str]]:
    return [(one.id, one.words) for one in list_facts(words)]
