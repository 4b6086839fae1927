"""A listing into the rows of one service, of which those that it still says are kept."""

from typing import Any

from sqlmodel import Session

from directory.listing import Listing
from directory.models import (
    Accessibility,
    Address,
    Attribute,
    Contact,
    CostOption,
    Language,
    Location,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from directory.rows.organizations import write_organization
from directory.rows.plain import Rows, Table, Values, rows_of, service_values


def write_listing(session: Session, service: Service, listing: Listing) -> None:
    """Make the rows of this service say what the listing says."""
    for name, value in service_values(listing).items():
        setattr(service, name, value)
    service.organization = write_organization(session, listing.organization) if listing.organization else None
    rows = rows_of(service.id, listing)
    families: tuple[tuple[list[Any], Table], ...] = (
        (service.schedules, Schedule),
        (service.cost_options, CostOption),
        (service.service_areas, ServiceArea),
        (service.languages, Language),
        (service.phones, Phone),
        (service.contacts, Contact),
        (service.accessibility, Accessibility),
        (service.attributes, Attribute),
    )
    for current, table in families:
        _keep(current, table, [row for row in rows[table] if row["service_id"]])
    _keep_venues(service, rows)


def _keep(current: list[Any], table: Table, wanted: list[Values]) -> None:
    """Keep the rows that are still said, in the order said; add the new; let the others go."""
    have = {row.id: row for row in current}
    rows: list[Any] = [have.get(values["id"]) or table(**values) for values in wanted]
    for position, row in enumerate(rows):
        row.position = position
    if [row.id for row in rows] != [row.id for row in current]:
        current[:] = rows


def _keep_venues(service: Service, rows: Rows) -> None:
    have = {row.id: row for row in service.service_at_locations}
    kept = []
    for at, values in enumerate(rows[ServiceAtLocation]):
        row = have.get(values["id"]) or _new_venue(values, rows, at)
        row.position = values["position"]
        _write_venue(row, rows, at)
        kept.append(row)
    if [row.id for row in kept] != [row.id for row in service.service_at_locations]:
        service.service_at_locations[:] = kept


def _new_venue(values: Values, rows: Rows, at: int) -> ServiceAtLocation:
    location = Location(**rows[Location][at])
    location.addresses = [Address(**rows[Address][at])]
    return ServiceAtLocation(**values, location=location)


def _write_venue(row: ServiceAtLocation, rows: Rows, at: int) -> None:
    for name, value in rows[Location][at].items():
        setattr(row.location, name, value)
    for name, value in rows[Address][at].items():
        setattr(row.location.addresses[0], name, value)
    facts = [fact for fact in rows[Accessibility] if fact.get("location_id") == row.location_id]
    _keep(row.location.accessibility, Accessibility, facts)
    times = [time for time in rows[Schedule] if time.get("service_at_location_id") == row.id]
    _keep(row.schedules, Schedule, times)
