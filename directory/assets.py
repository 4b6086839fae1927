"""The verbs of the catalogue. They flush; the edge commits.

Every change leaves a revision (as it was, as it is) and a note for the search index, in the same transaction.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func
from sqlalchemy.orm import selectinload
from sqlmodel import Session, col, select

from directory.additions import Addition
from directory.asset import Asset
from directory.clock import now
from directory.errors import Conflict, NotFound
from directory.history import Change, remember, remember_added
from directory.kinds import PUBLIC, Status
from directory.listing import Listing
from directory.models import (
    Attribute,
    Location,
    Organization,
    Service,
    ServiceAtLocation,
    SourceRecord,
)
from directory.models.base import new_id
from directory.rows import add_rows, read_asset, remove_rows, write_listing
from directory.rows.fetching import fetch_assets
from directory.visibility import public_asset

PAGE = 400
PARTS = (
    Service.schedules,
    Service.cost_options,
    Service.service_areas,
    Service.languages,
    Service.phones,
    Service.contacts,
    Service.accessibility,
)


def get_asset(session: Session, asset_id: str, *, staff: bool = False) -> Asset:
    """The asset; NotFound when there is none. Unless `staff`, only what the public may see."""
    asset = find_asset(session, asset_id, staff=staff)
    if asset is None:
        raise NotFound("We do not have this in the directory, or it is no longer listed.")
    return asset


def find_asset(session: Session, asset_id: str, *, staff: bool = False) -> Asset | None:
    """As `get_asset`, or None."""
    return next(iter(list_assets(session, [asset_id], staff=staff)), None)


def list_assets(session: Session, asset_ids: Sequence[str], *, staff: bool = False) -> list[Asset]:
    """The assets of these ids, in the order of the ids; those that are gone or not for you are left out."""
    found: dict[str, Asset] = {}
    for start in range(0, len(asset_ids), PAGE):
        found |= fetch_assets(session, asset_ids[start : start + PAGE])
    pictures = [found[asset_id] for asset_id in asset_ids if asset_id in found]
    return pictures if staff else [public_asset(asset) for asset in pictures if asset.is_public]


def find_id(session: Session, name: str) -> str | None:
    """The id of the asset with this id, or else of the one that a source knows by it; None when there is none."""
    if session.get(Service, name) is not None:
        return name
    known = select(SourceRecord.service_id).where(SourceRecord.source_id == name).order_by(SourceRecord.id)
    return session.exec(known).first()


def each_asset(session: Session, *, staff: bool = False) -> Iterator[Asset]:
    """Every asset by id, a few hundred in memory at a time. Unless `staff`, only what the public may see."""
    wanted = select(Service.id).order_by(Service.id).limit(PAGE)
    if not staff:
        wanted = wanted.where(col(Service.status).in_(PUBLIC))
    ids = session.exec(wanted).all()
    while ids:
        yield from list_assets(session, ids, staff=staff)
        ids = session.exec(wanted.where(Service.id > ids[-1])).all()


def list_assets_of(session: Session, organization_id: str) -> list[Asset]:
    """All assets of an organization by name, for its own people: drafts and withdrawn ones too."""
    ids = session.exec(
        select(Service.id).where(Service.organization_id == organization_id).order_by(Service.name, Service.id)
    ).all()
    return list_assets(session, ids, staff=True)


def list_organizations(session: Session) -> list[tuple[str, str]]:
    """(id, name) of every organization, by name."""
    rows = session.exec(select(Organization.id, Organization.name).order_by(Organization.name, Organization.id))
    return [(identity, name) for identity, name in rows]


def count_assets(session: Session) -> int:
    """How many the public can see."""
    return session.exec(select(func.count()).select_from(Service).where(col(Service.status).in_(PUBLIC))).one()


def add_asset(
    session: Session,
    listing: Listing,
    *,
    actor: str,
    reason: str | None = None,
    run_id: str | None = None,
    asset_id: str | None = None,
) -> str:
    """Add it and give its id. `asset_id` is for sources, whose records keep their ids."""
    identity = asset_id or new_id()
    addition = Addition.of(identity, listing, now(), session.get_bind().dialect)
    add_assets(session, [addition], actor=actor, reason=reason, run_id=run_id)
    return identity


def add_assets(
    session: Session,
    additions: Sequence[Addition],
    *,
    actor: str,
    reason: str | None = None,
    run_id: str | None = None,
) -> None:
    """Add many, each under its id; none of them is there yet."""
    add_rows(session, [one.organization for one in additions if one.organization], [one.rows for one in additions])
    remember_added(session, additions, actor=actor, reason=reason, run_id=run_id)


def change_asset(
    session: Session,
    asset_id: str,
    listing: Listing,
    *,
    actor: str,
    reason: str | None = None,
    run_id: str | None = None,
    expected_version: int | None = None,
) -> bool:
    """Make it say this; False when it did already. Conflict when it is no longer the expected version."""
    service = _get_service(session, asset_id)
    if expected_version is not None and service.version != expected_version:
        raise Conflict("Somebody changed this listing after you opened it. Look at it again; nothing was overwritten.")
    return bool(_change(session, [(service, listing)], actor, reason, run_id))


def change_assets(
    session: Session,
    listings: Mapping[str, Listing],
    *,
    actor: str,
    reason: str | None = None,
    run_id: str | None = None,
) -> set[str]:
    """Make many say what they are to say, by their ids; the ids of those that did not already. NotFound names none."""
    services = _get_services(session, list(listings))
    if len(services) < len(listings):
        raise NotFound("We do not have all of these in the directory.", field="asset_id")
    return _change(session, [(service, listings[service.id]) for service in services], actor, reason, run_id)


def _change(
    session: Session,
    wanted: Sequence[tuple[Service, Listing]],
    actor: str,
    reason: str | None,
    run_id: str | None,
) -> set[str]:
    changes: list[Change] = []
    for service, listing in wanted:
        before = read_asset(service).listing
        if before == listing:
            continue
        write_listing(session, service, listing)
        service.version += 1
        service.last_modified = now()
        changes.append((service.id, before, listing))
    if changes:
        remember(session, changes, actor=actor, reason=reason, run_id=run_id)
    return {asset_id for asset_id, _, _ in changes}


def close_asset(session: Session, asset_id: str, *, actor: str, reason: str | None = None) -> bool:
    """Withdraw it from the public; its record and history stay."""
    listing = get_asset(session, asset_id, staff=True).listing
    withdrawn = listing.model_copy(update={"status": Status.WITHDRAWN})
    return change_asset(session, asset_id, withdrawn, actor=actor, reason=reason)


def assure_asset(session: Session, asset_id: str, *, by: str, actor: str, on: date) -> bool:
    """Somebody says that it is still right. `by` is what people read: "organiser" or "curator"."""
    listing = get_asset(session, asset_id, staff=True).listing
    assured = listing.model_copy(update={"assured_date": on, "assured_by": by})
    return change_asset(session, asset_id, assured, actor=actor, reason="Said to be still right")


def remove_asset(session: Session, asset_id: str, *, actor: str, reason: str, run_id: str | None = None) -> None:
    """Take the record out, as undoing the run that added it does. Its revisions stay, so nothing is lost."""
    _get_service(session, asset_id)
    remove_assets(session, [asset_id], actor=actor, reason=reason, run_id=run_id)


def remove_assets(
    session: Session, asset_ids: Sequence[str], *, actor: str, reason: str, run_id: str | None = None
) -> None:
    """Take many out; those that are not there are left out."""
    before = [(asset.id, asset.listing, None) for asset in list_assets(session, asset_ids, staff=True)]
    remove_rows(session, [asset_id for asset_id, _, _ in before])
    remember(session, before, actor=actor, reason=reason, run_id=run_id)


def _get_service(session: Session, asset_id: str) -> Service:
    found = _get_services(session, [asset_id])
    if not found:
        raise NotFound("We do not have this in the directory.", field="asset_id")
    return found[0]


def _get_services(session: Session, asset_ids: Sequence[str]) -> list[Service]:
    found: list[Service] = []
    for start in range(0, len(asset_ids), PAGE):
        found += session.exec(_whole_services().where(col(Service.id).in_(asset_ids[start : start + PAGE]))).all()
    return found


def _whole_services() -> Any:
    """A query that fetches a service and all that hangs on it in a fixed number of round trips."""
    sites = Service.service_at_locations
    return select(Service).options(
        _load(Service.organization, Organization.identifiers),
        _load(Service.attributes, Attribute.term),
        *(_load(part) for part in PARTS),
        _load(sites, ServiceAtLocation.schedules),
        _load(sites, ServiceAtLocation.location, Location.addresses),
        _load(sites, ServiceAtLocation.location, Location.accessibility),
    )


def _load(first: Any, *rest: Any) -> Any:
    """Load along a path of relationships. `Any`: to the type checker a relationship is the list that it gives."""
    loading = selectinload(first)
    for step in rest:
        loading = loading.selectinload(step)
    return loading
