"""Services taken out with all that hangs on them."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, delete, select

from directory.models import (
    Accessibility,
    Address,
    Attribute,
    Contact,
    CostOption,
    Language,
    Location,
    Phone,
    ProposedChange,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    SourceRecord,
)
from directory.rows.plain import Table

PAGE = 400
OF_SERVICE: tuple[Table, ...] = (
    Attribute,
    Contact,
    CostOption,
    Language,
    Phone,
    ProposedChange,
    Schedule,
    ServiceArea,
    SourceRecord,
    Accessibility,
)


def remove_rows(session: Session, service_ids: Sequence[str]) -> None:
    """Delete these services, and the records of sources that they became with them."""
    session.flush()
    for start in range(0, len(service_ids), PAGE):
        _remove(session, service_ids[start : start + PAGE])
    session.expire_all()


def _remove(session: Session, ids: Sequence[str]) -> None:
    sites = session.exec(
        select(ServiceAtLocation.id, ServiceAtLocation.location_id).where(col(ServiceAtLocation.service_id).in_(ids))
    ).all()
    site_ids, location_ids = [site for site, _ in sites], [location for _, location in sites]
    session.exec(delete(Schedule).where(col(Schedule.service_at_location_id).in_(site_ids)))
    session.exec(delete(ServiceAtLocation).where(col(ServiceAtLocation.service_id).in_(ids)))
    session.exec(delete(Address).where(col(Address.location_id).in_(location_ids)))
    session.exec(delete(Accessibility).where(col(Accessibility.location_id).in_(location_ids)))
    session.exec(delete(Location).where(col(Location.id).in_(location_ids)))
    for table in OF_SERVICE:
        of_service: Any = table
        session.exec(delete(table).where(of_service.service_id.in_(ids)))
    session.exec(delete(Service).where(col(Service.id).in_(ids)))
