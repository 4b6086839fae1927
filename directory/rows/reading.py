"""Rows into the picture of an asset."""

from typing import Any, TypeVar

from directory.asset import Asset
from directory.listing import Contact, Cost, NeedLink, Organization, Part, Phone, Slot, Venue
from directory.models import Organization as OrganizationRow
from directory.models import Schedule, Service, ServiceAtLocation
from directory.rows.columns import LISTS, PARTS, REGISTERS, RENAMED, SAME

SomePart = TypeVar("SomePart", bound=Part)


def read_asset(service: Service) -> Asset:
    """The picture of this row and all that hangs on it, without its sources."""
    parts: dict[str, Any] = {name: getattr(service, name) for name in SAME}
    parts |= {name: getattr(service, column) for column, name in RENAMED.items()}
    parts |= {name: tuple(getattr(service, name)) for name in LISTS}
    parts |= {name: tuple(map(part.model_validate, getattr(service, name))) for name, part in PARTS.items()}
    return Asset(
        id=service.id,
        organization_id=service.organization_id,
        organization=_organization_part(service.organization),
        version=service.version,
        last_modified=service.last_modified,
        needs=tuple(NeedLink(id=link.term.code, confidence=link.confidence) for link in service.attributes),
        venues=tuple(_venue(row) for row in service.service_at_locations),
        times=tuple(_slot(row) for row in service.schedules),
        costs=tuple(_read(Cost, row, per=row.amount_description) for row in service.cost_options),
        residents_of=tuple(area.name for area in service.service_areas),
        access=tuple((row.feature, row.known) for row in service.accessibility),
        languages=tuple(row.code for row in service.languages),
        phones=tuple(_read(Phone, row) for row in service.phones),
        contacts=tuple(_read(Contact, row) for row in service.contacts),
        **parts,
    )


def _slot(row: Schedule) -> Slot:
    return _read(Slot, row, days=tuple(row.byday.split(",")) if row.byday else ())


def _venue(row: ServiceAtLocation) -> Venue:
    location, address = row.location, row.location.addresses[0]
    return Venue(
        name=location.name,
        address=address.address_1,
        town=address.city,
        postcode=address.postal_code,
        latitude=location.latitude,
        longitude=location.longitude,
        precision=location.precision,
        local_authority=location.local_authority,
        confidential=location.confidential,
        access=tuple((fact.feature, fact.known) for fact in location.accessibility),
        getting_there=location.transportation,
        times=tuple(_slot(slot) for slot in row.schedules),
    )


def _organization_part(row: OrganizationRow | None) -> Organization | None:
    if row is None:
        return None
    numbers = {known.identifier_scheme: known.identifier for known in row.identifiers}
    registered = {name: numbers.get(scheme) for name, (scheme, _) in REGISTERS.items()}
    return _read(Organization, row, **registered)


def _read(part: type[SomePart], row: Any, **renamed: Any) -> SomePart:
    """A part from the columns of the same name, besides those given."""
    same = {name: getattr(row, name) for name in part.model_fields if name not in renamed}
    return part(**same, **renamed)
