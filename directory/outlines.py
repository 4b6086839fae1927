"""Outlines of many assets: what tells at a glance whether one may matter, in a tenth of the time of whole pictures."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, select
from sqlmodel import Session, col
from sqlmodel import select as select_model

from directory.asset import Asset
from directory.kinds import FROM_HOME, PUBLIC, Attending, Gender, Room, Status
from directory.models import Location, Organization, Service, ServiceAtLocation
from directory.rows.columns import core_table
from directory.rows.fetching import IDS, need_links

PAGE = 400


def is_remote(attending: Collection[str]) -> bool:
    """Whether it can be had from home, as far as is known.

    Where one goes and may also ring, ringing is mostly for asking about it.
    """
    ways = FROM_HOME.intersection(attending)
    return bool(ways - {Attending.PHONE} if Attending.IN_PERSON in attending else ways)


@dataclass(frozen=True, slots=True)
class Outline:
    """What the public may know of an asset at a glance. `points` are latitude and longitude of its open venues."""

    id: str
    version: int
    name: str
    organization_id: str | None
    organization: str
    description: str
    categories: tuple[str, ...]
    eligibility: str
    needs: tuple[tuple[str, float], ...]
    """Needs it is linked to, each with how sure that is."""
    points: tuple[tuple[float, float], ...]
    remote: bool
    minimum_age: float | None
    maximum_age: float | None
    gender: Gender | None
    audiences: tuple[str, ...]
    open: bool
    full_until: date | None
    """Full, as it says, until then; `date.max` where it says no date."""

    @property
    def text(self) -> str:
        """All that it says of itself."""
        parts = (self.name, self.organization, self.description, *self.categories, self.eligibility)
        return ". ".join(part for part in parts if part)


def outline_of(asset: Asset) -> Outline:
    """The outline of an asset as the public may see it."""
    places = [(venue.latitude, venue.longitude) for venue in asset.venues if not venue.confidential]
    return Outline(
        id=asset.id,
        version=asset.version,
        name=asset.name,
        organization_id=asset.organization_id,
        organization=asset.organization.name if asset.organization else "",
        description=asset.description or "",
        categories=asset.categories,
        eligibility=asset.eligibility_text or "",
        needs=tuple((link.id, link.confidence) for link in asset.needs),
        points=tuple((north, east) for north, east in places if north is not None and east is not None),
        remote=is_remote(asset.attending),
        minimum_age=asset.minimum_age,
        maximum_age=asset.maximum_age,
        gender=asset.gender,
        audiences=asset.audiences,
        open=asset.status is Status.ACTIVE,
        full_until=_full_until(asset.room, asset.room_until),
    )


def outline_pages(session: Session) -> Iterator[list[Outline]]:
    """Every asset that the public may see, by id, a few hundred at a time."""
    wanted = select_model(Service.id).where(col(Service.status).in_(PUBLIC)).order_by(Service.id).limit(PAGE)
    ids = session.exec(wanted).all()
    while ids:
        yield list_outlines(session, ids)
        ids = session.exec(wanted.where(Service.id > ids[-1])).all()


def list_outlines(session: Session, asset_ids: Sequence[str]) -> list[Outline]:
    """Those of these that the public may see, by id; not more of them than one statement can name."""
    given = {"ids": list(asset_ids)}
    connection = session.connection()
    needs, points = (
        _by_service(connection.execute(need_links(), given)),
        _by_service(connection.execute(_points(), given)),
    )
    rows = connection.execute(_services(), given | {"statuses": list(PUBLIC)})
    return [_outline(row, needs.get(row.id, ()), points.get(row.id, ())) for row in rows]


def _outline(row: Row[Any], needs: Sequence[Row[Any]], points: Sequence[Row[Any]]) -> Outline:
    return Outline(
        id=row.id,
        version=row.version,
        name=row.name,
        organization_id=row.organization_id,
        organization=row.organization_name or "",
        description=row.description or "",
        categories=tuple(row.categories),
        eligibility=row.eligibility_description or "",
        needs=tuple((need.code, need.confidence) for need in needs),
        points=tuple((point.latitude, point.longitude) for point in points),
        remote=is_remote(row.attending),
        minimum_age=row.minimum_age,
        maximum_age=row.maximum_age,
        gender=row.gender,
        audiences=tuple(row.audiences),
        open=row.status is Status.ACTIVE,
        full_until=_full_until(row.room, row.room_until),
    )


def _full_until(room: Room | None, until: date | None) -> date | None:
    return (until or date.max) if room is Room.FULL else None


def _by_service(rows: Any) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = {}
    for row in rows:
        found.setdefault(row.service_id, []).append(row)
    return found


@cache
def _services() -> Select[Any]:
    service, organization = core_table(Service), core_table(Organization)
    names = (
        "id version name organization_id description categories eligibility_description attending minimum_age "
        "maximum_age gender audiences status room room_until"
    ).split()
    return (
        select(*(service.c[name] for name in names), organization.c.name.label("organization_name"))
        .outerjoin_from(service, organization, service.c.organization_id == organization.c.id)
        .where(service.c.id.in_(IDS), service.c.status.in_(bindparam("statuses", expanding=True)))
        .order_by(service.c.id)
    )


@cache
def _points() -> Select[Any]:
    """Of venues that may be known: where a secret one lies is not even measured."""
    site, location = core_table(ServiceAtLocation), core_table(Location)
    return (
        select(site.c.service_id, location.c.latitude, location.c.longitude)
        .join_from(site, location, site.c.location_id == location.c.id)
        .where(
            site.c.service_id.in_(IDS),
            location.c.latitude.is_not(None),
            location.c.longitude.is_not(None),
            location.c.confidential.is_(False),
        )
        .order_by(site.c.position)
    )
