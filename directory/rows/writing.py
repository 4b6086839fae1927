"""A listing into rows.

Rows of one family get an id derived from what they say, so that what did not change keeps its id and is not
written again.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel

from directory.listing import Cost, Listing, NeedLink, Slot, Venue
from directory.listing import Organization as OrganizationPart
from directory.models import (
    Accessibility,
    Address,
    Attribute,
    Contact,
    CostOption,
    Language,
    Location,
    Organization,
    OrganizationIdentifier,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from directory.models.base import derived_id
from directory.rows.columns import LISTS, REGISTERS, RENAMED, SAME

Row = TypeVar("Row", bound=SQLModel)


def need_term_id(code: str) -> str:
    """The id of the row of `taxonomy_term` that stands for a need."""
    return derived_id("need", code)


def write_listing(session: Session, service: Service, listing: Listing) -> None:
    """Make the rows of this service say what the listing says."""
    for name in SAME:
        setattr(service, name, getattr(listing, name))
    for column, name in RENAMED.items():
        setattr(service, column, getattr(listing, name))
    for name in LISTS:
        setattr(service, name, [str(value) for value in getattr(listing, name)])
    service.organization = _organization_row(session, listing.organization)
    key = service.id
    _keep(service.schedules, (_schedule(key, slot) for slot in listing.times))
    _keep(service.cost_options, (_cost(key, cost) for cost in listing.costs))
    _keep(service.service_areas, (_row(ServiceArea, key, name=area) for area in listing.residents_of))
    _keep(service.languages, (_row(Language, key, code=code) for code in listing.languages))
    _keep(service.phones, (_row(Phone, key, **dict(phone)) for phone in listing.phones))
    _keep(service.contacts, (_row(Contact, key, **dict(contact)) for contact in listing.contacts))
    _keep(service.accessibility, (_row(Accessibility, key, feature=a, known=k) for a, k in listing.access))
    _keep(service.attributes, (_need(key, need) for need in listing.needs))
    _keep_venues(service, listing.venues)


def _row(model: type[Row], key: str, **values: Any) -> Row:
    identity = derived_id(key, model.__name__, *(f"{name}={values[name]}" for name in sorted(values)))
    return model(id=identity, service_id=key, **values)


def _keep(current: list[Any], wanted: Iterable[Any]) -> None:
    """Keep the rows that are still said, in the order said; add the new; let the others go."""
    have = {row.id: row for row in current}
    seen: Counter[str] = Counter()
    rows = []
    for position, row in enumerate(wanted):
        seen[row.id] += 1
        if seen[row.id] > 1:
            row.id = derived_id(row.id, str(seen[row.id]))
        kept = have.get(row.id, row)
        kept.position = position
        rows.append(kept)
    if [row.id for row in rows] != [row.id for row in current]:
        current[:] = rows


def _schedule(key: str, slot: Slot, service_at_location_id: str | None = None) -> Schedule:
    ordinal = any(day[:-2] for day in slot.days)
    row = _row(
        Schedule,
        key,
        freq=None if not slot.days else "MONTHLY" if ordinal else "WEEKLY",
        byday=",".join(slot.days) or None,
        **slot.model_dump(exclude={"days"}),
    )
    if service_at_location_id:
        row.service_id, row.service_at_location_id = None, service_at_location_id
    return row


def _cost(key: str, cost: Cost) -> CostOption:
    return _row(CostOption, key, amount=cost.amount, option=cost.option, amount_description=cost.per)


def _need(key: str, need: NeedLink) -> Attribute:
    return _row(Attribute, key, taxonomy_term_id=need_term_id(need.id), confidence=need.confidence)


def _keep_venues(service: Service, venues: Sequence[Venue]) -> None:
    have = {row.id: row for row in service.service_at_locations}
    seen: Counter[str] = Counter()
    rows = []
    for position, venue in enumerate(venues):
        where = "|".join(str(part) for part in (venue.name, venue.address, venue.town, venue.postcode))
        seen[where] += 1
        identity = derived_id(service.id, "venue", where, str(seen[where]))
        row = have.get(identity) or _new_venue(service.id, identity)
        row.position = position
        _write_venue(row, venue)
        rows.append(row)
    if [row.id for row in rows] != [row.id for row in service.service_at_locations]:
        service.service_at_locations[:] = rows


def _new_venue(service_id: str, identity: str) -> ServiceAtLocation:
    location = Location(id=derived_id(identity, "location"))
    location.addresses = [Address(id=derived_id(identity, "address"), location_id=location.id)]
    return ServiceAtLocation(id=identity, service_id=service_id, location_id=location.id, location=location)


def _write_venue(row: ServiceAtLocation, venue: Venue) -> None:
    location, address = row.location, row.location.addresses[0]
    for name in ("name", "latitude", "longitude", "precision", "local_authority", "confidential"):
        setattr(location, name, getattr(venue, name))
    location.transportation = venue.getting_there
    address.address_1, address.city, address.postal_code = venue.address, venue.town, venue.postcode
    facts = [_row(Accessibility, row.id, feature=a, known=k) for a, k in venue.access]
    for fact in facts:
        fact.service_id, fact.location_id = None, location.id
    _keep(location.accessibility, facts)
    _keep(row.schedules, (_schedule(row.id, slot, row.id) for slot in venue.times))


def _organization_row(session: Session, part: OrganizationPart | None) -> Organization | None:
    """The row of this name; what the listing says of it is written, what it leaves open stays."""
    if part is None:
        return None
    # The id is derived from the folded name: databases differ in what they call lower case.
    identity = derived_id("organization", " ".join(part.name.casefold().split()))
    row = session.get(Organization, identity)
    if row is None:
        row = Organization(id=identity, name=part.name)
        session.add(row)
    for name in ("sector", "description", "email", "website"):
        if (value := getattr(part, name)) is not None:
            setattr(row, name, value)
    for name, (scheme, kind) in REGISTERS.items():
        if number := getattr(part, name):
            _keep_number(row, scheme, kind, number)
    return row


def _keep_number(row: Organization, scheme: str, kind: str, number: str) -> None:
    for known in row.identifiers:
        if known.identifier_scheme == scheme:
            known.identifier = number
            return
    identity = derived_id(row.id, scheme)
    row.identifiers.append(
        OrganizationIdentifier(
            id=identity, organization_id=row.id, identifier_scheme=scheme, identifier_type=kind, identifier=number
        )
    )
