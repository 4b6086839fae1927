"""The conversation with a member: her words, the needs chosen with her, and what is not for her."""

from collections.abc import Sequence

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from casework.consent import require_consent
from casework.models import Conversation, NotRelevant
from casework.wording import tidy
from directory.clock import now
from directory.errors import Conflict, Invalid, NotFound

LONGEST = 8_000
"""Characters of each text; some 1,400 words."""


def get_conversation(session: Session, member_id: str, *, for_change: bool = False) -> Conversation:
    """The conversation with this member; NotFound when there is no such member. `for_change`: nobody else may now."""
    wanted = select(Conversation).where(Conversation.member_id == member_id)
    found = session.exec(wanted.with_for_update() if for_change else wanted).first()
    if found is None:
        raise NotFound("There is no such member.")
    return found


def save_words(
    session: Session,
    member_id: str,
    *,
    what_matters: str,
    strengths: str,
    by: str,
    expected_version: int | None = None,
) -> Conversation:
    """Keep what she said, as she said it.

    Conflict when somebody else wrote other words after these were opened; what is the same is no conflict.
    """
    said = {"what_matters": tidy(what_matters), "strengths": tidy(strengths)}
    for field, words in said.items():
        if len(words) > LONGEST:
            raise Invalid(f"That is more than {LONGEST:,} characters. Shorten it a little.", field=field)
    require_consent(session, member_id)
    conversation = get_conversation(session, member_id, for_change=True)
    if all(getattr(conversation, field) == words for field, words in said.items()):
        return conversation
    if expected_version is not None and conversation.version != expected_version:
        raise Conflict("Somebody else changed these words after you opened this page.", field="what_matters")
    conversation.what_matters, conversation.strengths = said.values()
    conversation.saved_at, conversation.saved_by = now(), by
    conversation.version += 1
    session.flush()
    return conversation


def choose_needs(
    session: Session, member_id: str, *, add: Sequence[str] = (), remove: Sequence[str] = ()
) -> Conversation:
    """Add needs that her words did not show, or undo needs and barriers that they seemed to."""
    require_consent(session, member_id)
    conversation = get_conversation(session, member_id, for_change=True)
    kept = [need for need in conversation.needs if need not in remove]
    conversation.needs = kept + [need for need in dict.fromkeys(add) if need not in kept]
    undone = [one for one in conversation.not_meant if one not in add]
    conversation.not_meant = undone + [one for one in dict.fromkeys(remove) if one not in undone]
    session.flush()
    return conversation


def mean_after_all(session: Session, member_id: str, undone: str) -> None:
    """Undo the undoing: what was read from her words stands."""
    require_consent(session, member_id)
    conversation = get_conversation(session, member_id, for_change=True)
    conversation.not_meant = [one for one in conversation.not_meant if one != undone]
    session.flush()


def mark_not_relevant(session: Session, member_id: str, asset_id: str, *, reason: str, by: str) -> None:
    """This asset is not for her; it is not suggested to her again."""
    require_consent(session, member_id)
    found = session.exec(_marks(member_id).where(NotRelevant.asset_id == asset_id)).first()
    mark = found or NotRelevant(member_id=member_id, asset_id=asset_id, reason=reason, said_by=by, at=now())
    mark.reason = tidy(reason)[:300]
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
