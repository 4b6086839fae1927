"""The history of listings: a revision for every change, in the transaction that makes it."""

from typing import Any

from sqlmodel import Session, col, func, select

from directory.clock import now
from directory.listing import Listing
from directory.models import Revision, SearchChange, Service


def list_revisions(session: Session, asset_id: str) -> list[Revision]:
    """The history of a listing, newest first."""
    history = select(Revision).where(Revision.service_id == asset_id).order_by(col(Revision.sequence).desc())
    return list(session.exec(history))


def remember(
    session: Session,
    asset_id: str,
    before: Listing | None,
    after: Listing | None,
    *,
    actor: str,
    reason: str | None,
    run_id: str | None,
    is_new: bool = False,
) -> None:
    """Write down a change, as it was and as it is (None: there was none, or it is gone), and tell the search index.

    `is_new` says that its id was made just now and can have no history.
    """
    kept: list[dict[str, Any] | None] = [
        listing.model_dump(mode="json", exclude_defaults=True) if listing else None for listing in (before, after)
    ]
    session.add(
        Revision(
            service_id=asset_id,
            sequence=1 if is_new else _next_sequence(session, asset_id),
            at=now(),
            actor=actor,
            reason=reason,
            run_id=run_id,
            before=kept[0],
            after=kept[1],
        )
    )
    session.add(SearchChange(service_id=asset_id))
    if before and after and before.organization != after.organization:
        _tell_of_siblings(session, asset_id)
    session.flush()


def _next_sequence(session: Session, asset_id: str) -> int:
    count = select(func.count()).select_from(Revision).where(Revision.service_id == asset_id)
    return session.exec(count).one() + 1


def _tell_of_siblings(session: Session, asset_id: str) -> None:
    """The organization's other services share its row, and so what the index says of it."""
    session.flush()
    of_service = select(Service.organization_id).where(Service.id == asset_id).scalar_subquery()
    for sibling in session.exec(
        select(Service.id).where(Service.organization_id == of_service, Service.id != asset_id)
    ):
        session.add(SearchChange(service_id=sibling))
