"""Many new services at once: every table is written with one statement, and nothing is read back."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import Table as CoreTable
from sqlalchemy import insert
from sqlmodel import Session

from directory.listing import Listing
from directory.models import Address, Location, Service, ServiceAtLocation
from directory.rows.organizations import organization_id, write_organizations
from directory.rows.plain import Rows, Table, Values, rows_of, service_values

FIRST = (Service, Location, ServiceAtLocation, Address)
"""Tables to which others point, in the order in which they can be written."""


def add_rows(session: Session, listings: Sequence[tuple[str, Listing]], at: datetime) -> None:
    """Write the rows of services that are not there yet. `listings` are (id of the service, what it says)."""
    write_organizations(session, [listing.organization for _, listing in listings if listing.organization])
    rows: Rows = defaultdict(list)
    for key, listing in listings:
        rows[Service].append(_service(key, listing, at))
        for table, values in rows_of(key, listing).items():
            rows[table] += values
    order: list[Table] = [*FIRST, *(table for table in rows if table not in FIRST)]
    for table in order:
        insert_rows(session, table, rows[table])


def insert_rows(session: Session, table: Table, rows: Sequence[Values]) -> None:
    """Insert plain values, what they leave out by the table's defaults."""
    if rows:
        defaults = _defaults(table)
        session.connection().execute(insert(_core(table)), [defaults | row for row in rows])


def _service(key: str, listing: Listing, at: datetime) -> Values:
    organization = organization_id(listing.organization.name) if listing.organization else None
    return {"id": key, "organization_id": organization, "last_modified": at, **service_values(listing)}


def _core(table: Table) -> CoreTable:
    return cast(CoreTable, table.__table__)  # type: ignore[attr-defined]  # every table has one


@cache
def _defaults(table: Table) -> dict[str, Any]:
    """What a row has where nothing is said. Its key is said, or made by the database."""
    keys = {column.name for column in _core(table).primary_key}
    fields = {name: field for name, field in table.model_fields.items() if name not in keys and not field.is_required()}
    return {name: field.get_default(call_default_factory=True) for name, field in fields.items()}
