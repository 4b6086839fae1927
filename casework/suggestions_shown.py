"""What was suggested, written down once for a conversation and day, where the member agreed that it is learnt from."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from casework.consent import standing_consent
from casework.conversations import get_conversation
from casework.models import Purpose, SuggestionShown
from recommender.recommendation import Suggestion

KEPT = timedelta(days=2 * 365)
"""How long it is kept: older ones are not learnt from."""


def note_shown(session: Session, member_id: str, suggestions: Sequence[Suggestion], *, on: date) -> int:
    """Note what was suggested, each once a day, at the place where it first stood. How many were new.

    Nothing is noted of a member who has not said that we may learn from what comes of it.
    """
    conversation = get_conversation(session, member_id, for_change=True)  # two who look at once note each once
    new = list_new(session, member_id, suggestions, on=on)
    for one in new:
        session.add(
            SuggestionShown(
                conversation_id=conversation.id,
                shown_on=on,
                asset_id=one.asset.id,
                position=one.rank,
                needs=list(one.needs),
                readings=dict(one.readings),
            )
        )
    session.flush()
    return len(new)


def list_new(session: Session, member_id: str, suggestions: Sequence[Suggestion], *, on: date) -> list[Suggestion]:
    """Those of these that `note_shown` would note."""
    if not suggestions or not standing_consent(session, member_id)[Purpose.RESEARCH]:
        return []
    conversation = get_conversation(session, member_id)
    noted = set(
        session.exec(
            select(SuggestionShown.asset_id).where(
                SuggestionShown.conversation_id == conversation.id, SuggestionShown.shown_on == on
            )
        )
    )
    return [one for one in suggestions if one.asset.id not in noted]


def count_shown(session: Session, *, since: date) -> Counter[str]:
    """How many conversations each asset was suggested in from this day on."""
    counted = select(SuggestionShown.asset_id, func.count(func.distinct(SuggestionShown.conversation_id)))
    rows = session.exec(counted.where(col(SuggestionShown.shown_on) >= since).group_by(col(SuggestionShown.asset_id)))
    return Counter(dict(rows.all()))


def forget_shown(session: Session, today: date) -> int:
    """Delete what is older than it is kept; how many."""
    gone = session.exec(delete(SuggestionShown).where(col(SuggestionShown.shown_on) < today - KEPT))
    return int(gone.rowcount)
