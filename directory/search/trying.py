"""What a question is read as, for whoever tries out words before others use them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from directory.clock import today
from directory.search.port import SearchIndex
from directory.search.query import Meaning, Query
from directory.search.question.places import FindPlace
from directory.search.question.read import read_question
from directory.search.question.said import Understood
from directory.search.reading import meanings


@dataclass(frozen=True)
class Reading:
    """What limits it (`understood.said`), what the words mean that are left, and how many assets have each wording that
    is as good.
    """

    understood: Understood
    meant: tuple[Meaning, ...]
    standing: Mapping[str, int]


def read_as(session: Session, index: SearchIndex, question: str, find_place: FindPlace | None = None) -> Reading:
    """The question as a search would read it at this moment."""
    understood = read_question(question, find_place=find_place, today=today())
    meant = meanings(session).read(understood.words)
    return Reading(understood, meant, {alike: _standing(alike, index) for one in meant for alike in one.alike})


def _standing(wording: str, index: SearchIndex) -> int:
    return index.search(Query(phrases=(wording,), limit=0, counting=False)).total
