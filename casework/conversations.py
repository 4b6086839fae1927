"""The conversation with a member: her words, the needs read from them, and what is not for her."""

from collections.abc import Sequence

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from casework.models import Conversation, NotRelevant
from directory.clock import now
from directory.errors import Invalid, NotFound

LONGEST = 20_000


def get_conversation(session: Session, member_id: str) -> Conversation:
    """The conversation with this member; NotFound when there is no such member."""
    found = session.exec(select(Conversation).where(Conversation.member_id == member_id)).first()
    if found is None:
        raise NotFound("There is no such member.")
    return found


def save_words(session: Session, member_id: str, *, what_matters: str, strengths: str, by: str) -> Conversation:
    """Keep what she said, as she said it."""
    if max(len(what_matters), len(strengths)) > LONGEST:
        raise Invalid(f"That is more than {LONGEST:,} characters; shorten it a little.", field="what_matters")
    conversation = get_conversation(session, member_id)
    conversation.what_matters, conversation.strengths = what_matters.strip(), strengths.strip()
    return _saved(session, conversation, by)


def choose_needs(
    session: Session, member_id: str, *, add: Sequence[str] = (), remove: Sequence[str] = (), by: str
) -> Conversation:
    """Add needs that her words did not show, or undo some that they seemed to."""
    conversation = get_conversation(session, member_id)
    kept = [need for need in conversation.needs if need not in remove]
    conversation.needs = kept + [need for need in add if need not in kept]
    undone = [need for need in conversation.not_needs if need not in add]
    conversation.not_needs = undone + [need for need in remove if need not in undone]
    return _saved(session, conversation, by)


def mark_not_relevant(session: Session, member_id: str, asset_id: str, *, reason: str, by: str) -> None:
    """This asset is not for her; it is not suggested to her again."""
    found = session.exec(_marks(member_id).where(NotRelevant.asset_id == asset_id)).first()
    mark = found or NotRelevant(member_id=member_id, asset_id=asset_id, reason=reason, said_by=by, at=now())
    mark.reason = reason
    session.add(mark)
    session.flush()


def bring_back(session: Session, member_id: str, asset_id: str) -> None:
    """It may be for her after all."""
    for mark in session.exec(_marks(member_id).where(NotRelevant.asset_id == asset_id)):
        session.delete(mark)
    session.flush()


def list_not_relevant(session: Session, member_id: str) -> list[NotRelevant]:
    """What was set aside for this member, newest first."""
    return list(session.exec(_marks(member_id)))


def _marks(member_id: str) -> SelectOfScalar[NotRelevant]:
    wanted = select(NotRelevant).where(NotRelevant.member_id == member_id)
    return wanted.order_by(col(NotRelevant.at).desc(), NotRelevant.id)


def _saved(session: Session, conversation: Conversation, by: str) -> Conversation:
    conversation.saved_at, conversation.saved_by = now(), by
    conversation.version += 1
    session.add(conversation)
    session.flush()
    return conversation
