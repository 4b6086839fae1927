"""What a question is read as, for whoever tries out words before others use them."""

from dataclasses import dataclass

from sqlmodel import Session

from directory.clock import today
from directory.search.query import Meaning
from directory.search.question.places import FindPlace
from directory.search.question.read import read_question
from directory.search.question.said import Understood
from directory.search.reading import meanings


@dataclass(frozen=True)
class Reading:
    """What limits it (`understood.said`), and what the words mean that are left."""

    understood: Understood
    meant: tuple[Meaning, ...]


def read_as(session: Session, question: str, find_place: FindPlace | None = None) -> Reading:
    """The question as a search would read it at this moment."""
    understood = read_question(question, find_place=find_place, today=today())
    return Reading(understood, meanings(session).read(understood.words))
