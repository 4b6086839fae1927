"""What was missed, as the page and the desk show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from directory.clock import today
from directory.search.everyday import listed_everyday
from directory.search.misses import Kind, list_missed
from recommender.needs import vocabulary
from web.database import session
from web.pages.results.asked import Asked

MOST = 30
"""Rows of each table: whoever has done something about these sees the next."""
LIMITS = {"your words": "The words themselves", "that it is open now": "Open now"}
"""What a limit is called where its own name does not do."""


@dataclass(frozen=True)
class MissedNeed:
    """A need, where it was looked for, how often, and the address of the public search for it."""

    name: str
    area: str
    times: int
    url: str


@dataclass(frozen=True)
class MissedWord:
    """A word that nothing has, and the id under which it is on the list of words people use by now."""

    word: str
    times: int
    listed: str | None


@dataclass(frozen=True)
class Shown:
    """All that was missed often enough; `limits` are (name, times)."""

    needs: Sequence[MissedNeed]
    words: Sequence[MissedWord]
    limits: Sequence[tuple[str, int]]

    @property
    def count(self) -> int:
        """Needs that have no answer and words that wait to be explained."""
        return len(self.needs) + sum(word.listed is None for word in self.words)


def show_missed() -> Shown:
    """What the last weeks brought, of each kind the most often missed."""
    missed = list_missed(session, today())
    needs, words, limits = ([one for one in missed if one.kind is kind][:MOST] for kind in Kind)
    names = {need.id: need.name for need in vocabulary()}
    listed = listed_everyday(session, [one.value for one in words])
    return Shown(
        [
            MissedNeed(names[one.value], one.area, one.times, Asked(need=(one.value,)).url)
            for one in needs
            if one.value in names
        ],
        [MissedWord(one.value, one.times, listed.get(one.value)) for one in words],
        [(_limit(one.value), one.times) for one in limits],
    )


def _limit(name: str) -> str:
    return LIMITS.get(name, name[:1].upper() + name[1:])
