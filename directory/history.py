"""The history of listings: a revision for every change, in the transaction that makes it.

With it go a note for the search index and what is compared to find duplicates.
"""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, func, select

from directory.additions import Addition
from directory.clock import now
from directory.duplicates.profiles import add_profiles, forget_profiles, write_profiles
from directory.listing import Listing, kept
from directory.models import Revision, SearchChange, Service
from directory.models.base import id_beside
from directory.rows import JsonText, insert_rows

PAGE = 400
Change = tuple[str, Listing, Listing | None]
"""The id of a service, as it was and as it is (None: it is gone)."""
Kept = dict[str, Any] | JsonText | None
"""A listing as it is kept, or as text already."""


def list_revisions(session: Session, asset_id: str) -> list[Revision]:
    """The history of a listing, newest first."""
    history = select(Revision).where(Revision.service_id == asset_id).order_by(col(Revision.sequence).desc())
    return list(session.exec(history))


def remember(
    session: Session,
    changes: Sequence[Change],
    *,
    actor: str,
    reason: str | None,
    run_id: str | None,
) -> None:
    """Write down changes, and tell the search index and the matcher of them. Each service may stand there once."""
    session.flush()
    told = [(asset_id, kept(before), kept(after)) for asset_id, before, after in changes]
    _tell(session, told, actor=actor, reason=reason, run_id=run_id)
    forget_profiles(session, [asset_id for asset_id, _, after in changes if after is None])
    write_profiles(session, [(asset_id, after) for asset_id, _, after in changes if after])
    for asset_id, before, after in changes:
        if after and before.organization != after.organization:
            _tell_of_siblings(session, asset_id)
    session.flush()


def remember_added(
    session: Session,
    additions: Sequence[Addition],
    *,
    actor: str,
    reason: str | None,
    run_id: str | None,
) -> None:
    """As `remember`, of what was added. An id may have a history: undoing an import keeps what a record was."""
    _tell(session, [(one.id, None, one.said) for one in additions], actor=actor, reason=reason, run_id=run_id)
    add_profiles(session, [one.profile for one in additions if one.is_public])


def _tell(
    session: Session,
    changes: Sequence[tuple[str, Kept, Kept]],
    *,
    actor: str,
    reason: str | None,
    run_id: str | None,
) -> None:
    """A revision for each, and a note for the search index."""
    ids = [asset_id for asset_id, _, _ in changes]
    sequences, at = _sequences(session, ids), now()
    numbered = [(key, sequences.get(key, 0) + 1, before, after) for key, before, after in changes]
    revisions = [
        {
            "id": id_beside(asset_id, "revision", str(sequence)),
            "service_id": asset_id,
            "sequence": sequence,
            "at": at,
            "actor": actor,
            "reason": reason,
            "run_id": run_id,
            "before": before,
            "after": after,
        }
        for asset_id, sequence, before, after in numbered
    ]
    insert_rows(session, Revision, revisions)
    insert_rows(session, SearchChange, [{"service_id": asset_id} for asset_id in ids])


def _sequences(session: Session, ids: Sequence[str]) -> dict[str, int]:
    """The number of the newest revision of each service that has any."""
    found: dict[str, int] = {}
    for start in range(0, len(ids), PAGE):
        newest = select(Revision.service_id, func.max(Revision.sequence)).group_by(Revision.service_id)
        found |= dict(session.exec(newest.where(col(Revision.service_id).in_(ids[start : start + PAGE]))).all())
    return found


def _tell_of_siblings(session: Session, asset_id: str) -> None:
    """The organization's other services share its row, and so what the index says of it."""
    of_service = select(Service.organization_id).where(Service.id == asset_id).scalar_subquery()
    for sibling in session.exec(
        select(Service.id).where(Service.organization_id == of_service, Service.id != asset_id)
    ):
        session.add(SearchChange(service_id=sibling))
