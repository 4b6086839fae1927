"""What stands in her way, kept apart from what she needs: no bus fare, too nervous to go alone, only evenings.

`barriers.csv` beside this module: `id` (as a seeker's `barriers` name it), `name` (plain), `words` separated by ";".
One phrase may tell of two barriers ("no bus fare" is travel and cost).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from directory.errors import NotFound
from recommender.negation import is_denied
from recommender.phrases import PhraseBook
from recommender.shipped import listed, shipped_rows
from recommender.spelling import corrected
from recommender.wording import plain, quote, tokens


@dataclass(frozen=True, slots=True)
class Barrier:
    """One barrier; its id is also a filter and a reason code."""

    id: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarrierReading:
    """A barrier that was heard, and her very words that caused it."""

    barrier_id: str
    words: str


def get_barrier(barrier_id: str) -> Barrier:
    """The barrier of this id; raises `NotFound`."""
    for barrier in list_barriers():
        if barrier.id == barrier_id:
            return barrier
    raise NotFound(f"There is no barrier called '{barrier_id}'", field="barriers")


@cache
def list_barriers() -> tuple[Barrier, ...]:
    """All barriers in the order in which they are shown."""
    return tuple(Barrier(row["id"], row["name"], listed(row["words"])) for row in shipped_rows("barriers.csv"))


def read_barriers(words: str) -> list[BarrierReading]:
    """The barriers in these words, in the order in which they were said; each once."""
    text = plain(words)
    said = corrected(tokens(text), _book().stems)
    heard: dict[str, BarrierReading] = {}
    for found in _book().find(said):
        meaning = found.phrase.meaning
        if meaning not in heard and not is_denied(said, found.first, found.after, meaning):
            heard[meaning] = BarrierReading(meaning, quote(text, said[found.first : found.after]))
    return list(heard.values())


def names_to_barriers(names: Iterable[str]) -> list[str]:
    """Ids for a seeker's `barriers`: ids as they are, plain words by what they say; what is not known is kept as it is."""
    known = {barrier.id for barrier in list_barriers()}
    found: dict[str, None] = {}
    for name in names:
        read = [name] if name in known else [reading.barrier_id for reading in read_barriers(name)]
        found.update(dict.fromkeys(read or [name]))
    return list(found)


@cache
def _book() -> PhraseBook:
    return PhraseBook((barrier.id, barrier.words) for barrier in list_barriers())
