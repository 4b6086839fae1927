"""The history of listings: a revision for every change, in the transaction that makes it.

With it go a note for the search index and what is compared to find duplicates.
"""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, func, select

from directory.clock import now
from directory.duplicates.profiles import forget_profiles, write_profiles
from directory.listing import Listing
from directory.models import Revision, SearchChange, Service
from directory.models.base import new_id
from directory.rows import insert_rows

PAGE = 400
Change = tuple[str, Listing | None, Listing | None]
"""The id of a service, as it was and as it is (None: there was none, or it is gone)."""


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
    ids = [asset_id for asset_id, _, _ in changes]
    sequences, at = _sequences(session, ids), now()
    revisions = [
        {
            "id": new_id(),
            "service_id": asset_id,
            "sequence": sequences.get(asset_id, 0) + 1,
            "at": at,
            "actor": actor,
            "reason": reason,
            "run_id": run_id,
            "before": kept(before),
            "after": kept(after),
        }
        for asset_id, before, after in changes
    ]
    insert_rows(session, Revision, revisions)
    insert_rows(session, SearchChange, [{"service_id": asset_id} for asset_id in ids])
    forget_profiles(session, [asset_id for asset_id, before, _ in changes if before])
    write_profiles(session, [(asset_id, after) for asset_id, _, after in changes if after], are_new=True)
    for asset_id, before, after in changes:
        if before and after and before.organization != after.organization:
            _tell_of_siblings(session, asset_id)
    session.flush()


def kept(listing: Listing | None) -> dict[str, Any] | None:
    """A listing as it is kept in the database: what it says, and no more."""
    return listing.model_dump(mode="json", exclude_defaults=True) if listing else None


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
