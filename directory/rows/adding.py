"""Many new services at once: every table is written with one statement, and nothing is read back."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Dialect, insert
from sqlalchemy.sql.compiler import SQLCompiler
from sqlmodel import Session

from directory.listing import Listing
from directory.models import Address, Location, Service, ServiceAtLocation
from directory.rows.columns import core_table
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
    if not rows:
        return
    connection = session.connection()
    defaults = _defaults(table)
    names = tuple(sorted(defaults.keys() | rows[0].keys()))
    statement, bound = _prepared(table, names, connection.dialect)
    connection.exec_driver_sql(statement, [bound(defaults | row) for row in rows])


@lru_cache(maxsize=200)
def _prepared(table: Table, names: tuple[str, ...], dialect: Dialect) -> tuple[str, Callable[[Values], Any]]:
    """The statement as the driver takes it, and what makes of a row the values that it takes.

    SQLAlchemy does the same for each row anew, which takes longer than inserting it.
    """
    statement = insert(core_table(table)).compile(dialect=dialect, column_keys=names)
    processors = [
        (name, core_table(table).columns[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in names
    ]
    converting = [(name, convert) for name, convert in processors if convert]

    def by_name(row: Values) -> Values:
        return row | {name: convert(row[name]) for name, convert in converting}

    if not isinstance(statement, SQLCompiler) or not statement.positional or statement.positiontup is None:
        return str(statement), by_name
    order = statement.positiontup

    def in_order(row: Values) -> tuple[Any, ...]:
        converted = by_name(row)
        return tuple([converted[name] for name in order])

    return str(statement), in_order


def _service(key: str, listing: Listing, at: datetime) -> Values:
    organization = organization_id(listing.organization.name) if listing.organization else None
    return {"id": key, "organization_id": organization, "last_modified": at, **service_values(listing)}


@cache
def _defaults(table: Table) -> dict[str, Any]:
    """What a row has where nothing is said. Its key is said, or made by the database."""
    keys = {column.name for column in core_table(table).primary_key}
    fields = {name: field for name, field in table.model_fields.items() if name not in keys and not field.is_required()}
    return {name: field.get_default(call_default_factory=True) for name, field in fields.items()}
