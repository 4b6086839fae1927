"""Changes sent in by people who may not publish: they wait for a curator, who sees them as a diff."""

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from directory.assets import change_asset, get_asset
from directory.clock import now
from directory.errors import Invalid, NotFound
from directory.listing import Listing
from directory.models import ChangeStatus, ProposedChange


def propose_change(session: Session, asset_id: str, listing: Listing, *, by: str, note: str | None = None) -> str:
    """Keep the changed listing until a curator decides; gives its id. A later one of the same person replaces it."""
    asset = get_asset(session, asset_id, staff=True)
    if asset.listing == listing:
        raise Invalid("Nothing was changed, so there is nothing to send.")
    waiting = _waiting().where(ProposedChange.service_id == asset_id, ProposedChange.proposed_by == by)
    change = session.exec(waiting).first() or ProposedChange(
        service_id=asset_id, proposed_by=by, proposed_at=now(), based_on_version=asset.version, listing={}
    )
    change.listing = listing.model_dump(mode="json", exclude_defaults=True)
    change.based_on_version, change.proposed_at, change.note = asset.version, now(), note
    session.add(change)
    session.flush()
    return change.id


def list_waiting_changes(session: Session) -> list[ProposedChange]:
    """The changes that wait, oldest first."""
    return list(session.exec(_waiting().order_by(col(ProposedChange.proposed_at), ProposedChange.id)))


def list_changes_of(session: Session, asset_id: str) -> list[ProposedChange]:
    """All changes ever sent in for an asset, newest first."""
    of_asset = select(ProposedChange).where(ProposedChange.service_id == asset_id)
    return list(session.exec(of_asset.order_by(col(ProposedChange.proposed_at).desc(), ProposedChange.id)))


def get_change(session: Session, change_id: str) -> ProposedChange:
    """The change; NotFound when there is none."""
    change = session.get(ProposedChange, change_id)
    if change is None:
        raise NotFound("There is no such change.")
    return change


def proposed_listing(change: ProposedChange) -> Listing:
    """The listing as it would be."""
    return Listing.model_validate(change.listing)


def approve_change(session: Session, change_id: str, *, by: str, note: str | None = None) -> None:
    """Publish it. Conflict when the listing was changed after this was sent in."""
    change = _decide(session, change_id, ChangeStatus.APPROVED, by, note)
    change_asset(
        session,
        change.service_id,
        proposed_listing(change),
        actor=change.proposed_by,
        reason=f"Approved by {by}",
        expected_version=change.based_on_version,
    )


def decline_change(session: Session, change_id: str, *, by: str, note: str | None = None) -> None:
    """Do not publish it; it stays in the history with the reason."""
    _decide(session, change_id, ChangeStatus.DECLINED, by, note)


def _decide(session: Session, change_id: str, status: ChangeStatus, by: str, note: str | None) -> ProposedChange:
    change = get_change(session, change_id)
    if change.status is not ChangeStatus.WAITING:
        raise Invalid(f"This change was already {change.status.value}.")
    change.status, change.decided_by, change.decided_at, change.decision_note = status, by, now(), note
    session.add(change)
    session.flush()
    return change


def _waiting() -> SelectOfScalar[ProposedChange]:
    return select(ProposedChange).where(ProposedChange.status == ChangeStatus.WAITING)
