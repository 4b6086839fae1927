"""Many new services at once: every table is written with one statement, and nothing is read back."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Dialect
from sqlmodel import Session

from directory.listing import Listing, Organization
from directory.models import Address, Location, Service, ServiceAtLocation
from directory.rows.inserting import Bound, bind, insert_bound
from directory.rows.organizations import organization_id, write_organizations
from directory.rows.plain import Rows, Table, Values, rows_of, service_values

FIRST = (Service, Location, ServiceAtLocation, Address)
"""Tables to which others point, in the order in which they can be written."""

BoundRows = dict[Table, list[Bound]]


def bound_rows(dialect: Dialect, key: str, listing: Listing, at: datetime) -> BoundRows:
    """All rows of a service that is not there yet but that of its organization."""
    rows: Rows = {Service: [_service(key, listing, at)], **rows_of(key, listing)}
    return {table: [bind(dialect, table, values) for values in said] for table, said in rows.items() if said}


def add_rows(session: Session, organizations: Iterable[Organization], services: Sequence[BoundRows]) -> None:
    """Write these services, and the organizations that they name."""
    write_organizations(session, organizations)
    order: list[Table] = [*FIRST, *(table for rows in services for table in rows)]
    for table in dict.fromkeys(order):
        insert_bound(session, table, [row for rows in services for row in rows.get(table, [])])


def _service(key: str, listing: Listing, at: datetime) -> Values:
    organization = organization_id(listing.organization.name) if listing.organization else None
    return {"id": key, "organization_id": organization, "last_modified": at, **service_values(listing)}
