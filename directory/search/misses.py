"""What was looked for and not found: how often in a week, and in which area, and nothing of who asked or what else.

A question is taken apart before it is noted. Its needs are counted with the area, each by itself; a word only where
nothing has it, and with no area, so that the words of one question cannot be put together again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import Date, bindparam, text
from sqlmodel import Session, col, delete, func, select

from directory.geography import Place
from directory.kinds import Precision
from directory.models import SearchMiss
from directory.search.port import SearchIndex
from directory.search.query import Query, Results
from directory.search.words import FAINT, words_of

SHOWN_FROM = 3
"""What was missed less often may be one person's question, and is shown to nobody."""
WEEKS_SHOWN = 13
WEEKS_KEPT = 52

MOST_A_WEEK = 5000
"""Rows of one week: whoever types at random, or lets a robot do so, must not fill the disk."""
MOST_WORDS = 8
SHORTEST, LONGEST = 3, 30
"""Letters of a word that is noted."""

_PRIVATE = re.compile(r"[\d@]|://|^www\.")
"""In what is no word: a number, an address of whatever kind."""
_RAISE = text(
    "INSERT INTO search_miss (week, kind, value, area, times) VALUES (:week, :kind, :value, :area, 1) "
    "ON CONFLICT (week, kind, value, area) DO UPDATE SET times = search_miss.times + 1"
).bindparams(bindparam("week", type_=Date))


class Kind(StrEnum):
    NEED = "need"
    WORD = "word"
    LIMIT = "limit"


@dataclass(frozen=True)
class Miss:
    """One question without an answer, taken apart. `words` are those that perhaps nothing has."""

    needs: tuple[str, ...]
    words: tuple[str, ...]
    limits: tuple[str, ...]
    area: str


@dataclass(frozen=True)
class Missed:
    """How often something was missed in the weeks that are looked at. `area` is empty where none is known."""

    kind: Kind
    value: str
    area: str
    times: int


def miss_of(results: Results) -> Miss | None:
    """What there is to note of a question; None when it was answered, or was noted with its first page."""
    if results.query.offset or not results.missed:
        return None
    needs = [*results.query.needs, *(need for meaning in results.meant for need in meaning.needs)]
    known = {word for meaning in results.meant for word in meaning.words.split()}
    words = tuple(word for word in _telling(results.understood.words) if word not in known)
    limits = tuple(limit.removeprefix("the ") for limit in results.let_go)
    return Miss(tuple(dict.fromkeys(needs)), words[:MOST_WORDS], limits, _area(results.near))


def note_miss(session: Session, index: SearchIndex, miss: Miss, on: date) -> None:
    """Count it with the others of its week. A word is counted only when nothing has it, nor one like it."""
    week = _monday(on)
    needs = [(Kind.NEED, need, miss.area) for need in miss.needs]
    words = [(Kind.WORD, word, "") for word in miss.words if _is_unknown(word, index)]
    limits = [(Kind.LIMIT, limit, "") for limit in miss.limits]
    full = session.exec(select(func.count()).where(SearchMiss.week == week)).one() >= MOST_A_WEEK
    # In one order everywhere: two that raise the same rows then never wait for each other.
    for kind, value, area in sorted([*needs, *words, *limits]):
        if full and session.get(SearchMiss, (week, kind.value, value, area)) is None:
            continue
        session.execute(_RAISE, {"week": week, "kind": kind.value, "value": value, "area": area})


def list_missed(session: Session, on: date) -> list[Missed]:
    """What was missed often enough to be shown in the last weeks, the most often first."""
    since = _monday(on) - timedelta(weeks=WEEKS_SHOWN - 1)
    key, times = (SearchMiss.kind, SearchMiss.value, SearchMiss.area), func.sum(SearchMiss.times)
    summed = select(*key, times).where(SearchMiss.week >= since).group_by(*key).having(times >= SHOWN_FROM)
    rows = session.exec(summed.order_by(times.desc(), *key))
    return [Missed(Kind(kind), value, area, int(count)) for kind, value, area, count in rows]


def forget_misses(session: Session, on: date) -> int:
    """Delete what is older than is kept; how many rows that were."""
    last = _monday(on) - timedelta(weeks=WEEKS_KEPT)
    return session.exec(delete(SearchMiss).where(col(SearchMiss.week) < last)).rowcount


def _telling(words: str) -> Iterator[str]:
    """The words of which one may be looked for, each once."""
    plain = " ".join(token for token in words.split() if not _PRIVATE.search(token))
    for word in dict.fromkeys(word.written for word in words_of(plain)):
        if word not in FAINT and word.isalpha() and SHORTEST <= len(word) <= LONGEST:
            yield word


def _is_unknown(word: str, index: SearchIndex) -> bool:
    return not index.search(Query(word, limit=0, counting=False)).total


def _area(place: Place | None) -> str:
    """The local authority of a place, or its postcode district where that is not known for sure."""
    if place is None:
        return ""
    if place.local_authority:
        return place.local_authority
    postcode = place.postcode or (place.label if place.precision in (Precision.SECTOR, Precision.DISTRICT) else "")
    return postcode.removeprefix("near ").partition(" ")[0]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
