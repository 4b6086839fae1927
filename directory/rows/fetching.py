"""Pictures of many assets at once: one statement a table, plain columns, no object for each row.

What a page shows and what the search index reads passes here; loading the same rows as objects takes five times
as long.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Row, Select, bindparam, select
from sqlmodel import Session, SQLModel

from directory.asset import Asset, Source
from directory.listing import Contact, Cost, NeedLink, Organization, Part, Phone, Slot, Venue
from directory.models import (
    Accessibility,
    Address,
    Attribute,
    CostOption,
    Language,
    Location,
    OrganizationIdentifier,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    SourceRecord,
    TaxonomyTerm,
)
from directory.models import Contact as ContactRow
from directory.models import Organization as OrganizationRow
from directory.models import Phone as PhoneRow
from directory.rows.columns import LISTS, PARTS, REGISTERS, RENAMED, SAME, core_table

SomePart = TypeVar("SomePart", bound=Part)
Grouped = dict[str, list[Any]]
"""Parts by the id of what they belong to, each family in its order."""

IDS: BindParameter[Any] = bindparam("ids", expanding=True)
"""Statements are made once and get the ids when they run: to make one takes as long as to run it."""


def fetch_assets(session: Session, asset_ids: Sequence[str]) -> dict[str, Asset]:
    """The pictures of those of these that there are, by their ids; not more of them than one statement can name."""
    session.flush()
    found = _rows(session, _whole(Service, "id"), asset_ids)
    services = {row.id: row for row in found}
    if not services:
        return {}
    return {asset.id: asset for asset in _Reading(session, services).assets()}


class _Reading:
    """All that hangs on some services."""

    def __init__(self, session: Session, services: dict[str, Row[Any]]) -> None:
        self._session, self._services, self._ids = session, services, list(services)

    def assets(self) -> Iterator[Asset]:
        organizations, families = self._organizations(), self._families()
        for key, row in self._services.items():
            parts = {name: getattr(row, name) for name in SAME}
            parts |= {name: getattr(row, column) for column, name in RENAMED.items()}
            parts |= {name: tuple(getattr(row, name)) for name in LISTS}
            parts |= {name: tuple(map(part.model_validate, getattr(row, name))) for name, part in PARTS.items()}
            parts |= {name: tuple(family[key]) for name, family in families.items() if key in family}
            yield Asset(
                id=key,
                organization_id=row.organization_id,
                organization=organizations.get(row.organization_id),
                version=row.version,
                last_modified=row.last_modified,
                **parts,
            )

    def _families(self) -> dict[str, Grouped]:
        """By the names that a listing has for them."""
        return {
            "needs": self._needs(),
            "venues": self._venues(),
            "times": self._owned(Schedule, slot_of),
            "costs": self._owned(CostOption, _cost),
            "residents_of": self._owned(ServiceArea, lambda row: row.name),
            "access": self._owned(Accessibility, lambda row: (row.feature, row.known)),
            "languages": self._owned(Language, lambda row: row.code),
            "phones": self._owned(PhoneRow, lambda row: _part(Phone, row)),
            "contacts": self._owned(ContactRow, lambda row: _part(Contact, row)),
            "sources": self._sources(),
        }

    def _owned(self, model: type[SQLModel], part: Any) -> Grouped:
        rows = self._rows(_whole(model, "service_id", "position"))
        return _grouped((row.service_id, part(row)) for row in rows)

    def _needs(self) -> Grouped:
        rows = self._rows(need_links())
        return _grouped((row.service_id, NeedLink(id=row.code, confidence=row.confidence)) for row in rows)

    def _venues(self) -> Grouped:
        access, times = self._venue_access(), self._venue_times()
        once: dict[str, Row[Any]] = {}
        for row in self._rows(_venues()):
            once.setdefault(row.id, row)
        return _grouped((row.service_id, _venue(row, access, times)) for row in once.values())

    def _venue_access(self) -> Grouped:
        return _grouped((row.location_id, (row.feature, row.known)) for row in self._rows(_venue_access()))

    def _venue_times(self) -> Grouped:
        return _grouped((row.service_at_location_id, slot_of(row)) for row in self._rows(_venue_times()))

    def _organizations(self) -> dict[str, Organization]:
        ids = {row.organization_id for row in self._services.values()} - {None}
        numbers = self._numbers(ids)
        rows = _rows(self._session, _whole(OrganizationRow, "id"), ids)
        return {row.id: _part(Organization, row, **_registered(numbers[row.id])) for row in rows}

    def _numbers(self, organization_ids: Collection[str]) -> defaultdict[str, list[Any]]:
        wanted = _whole(OrganizationIdentifier, "organization_id", "identifier_scheme")
        rows = _rows(self._session, wanted, organization_ids)
        return _grouped((row.organization_id, (row.identifier_scheme, row.identifier)) for row in rows)

    def _sources(self) -> Grouped:
        return _grouped((row.service_id, _part(Source, row, name=row.source)) for row in self._rows(_sources()))

    def _rows(self, wanted: Select[Any]) -> Iterable[Row[Any]]:
        return _rows(self._session, wanted, self._ids)


@cache
def _whole(model: type[SQLModel], by: str, *ordered: str) -> Select[Any]:
    """The rows of a table that have one of the ids in this column."""
    table = core_table(model)
    return select(table).where(table.c[by].in_(IDS)).order_by(*(table.c[name] for name in ordered))


@cache
def need_links() -> Select[Any]:
    """Needs that services are linked to, with how sure that is, in their order."""
    link, term = core_table(Attribute), core_table(TaxonomyTerm)
    return (
        select(link.c.service_id, link.c.confidence, term.c.code)
        .join_from(link, term, link.c.taxonomy_term_id == term.c.id)
        .where(link.c.service_id.in_(IDS))
        .order_by(link.c.position)
    )


@cache
def _venues() -> Select[Any]:
    site, location, address = core_table(ServiceAtLocation), core_table(Location), core_table(Address)
    return (
        select(
            *(site.c.id, site.c.service_id, site.c.location_id),
            *(column for column in location.c if column is not location.c.id),
            *(address.c.address_1, address.c.city, address.c.postal_code),
        )
        .join_from(site, location, site.c.location_id == location.c.id)
        .outerjoin(address, address.c.location_id == location.c.id)
        .where(site.c.service_id.in_(IDS))
        .order_by(site.c.position, address.c.id)
    )


@cache
def _venue_access() -> Select[Any]:
    site, fact = core_table(ServiceAtLocation), core_table(Accessibility)
    return (
        select(fact.c.location_id, fact.c.feature, fact.c.known)
        .join_from(site, fact, site.c.location_id == fact.c.location_id)
        .where(site.c.service_id.in_(IDS))
        .order_by(fact.c.position)
    )


@cache
def _venue_times() -> Select[Any]:
    site, schedule = core_table(ServiceAtLocation), core_table(Schedule)
    return (
        select(schedule)
        .join_from(site, schedule, site.c.id == schedule.c.service_at_location_id)
        .where(site.c.service_id.in_(IDS))
        .order_by(schedule.c.position)
    )


@cache
def _sources() -> Select[Any]:
    table = core_table(SourceRecord)
    names = ("service_id", "source", "source_id", "licence", "run_id", "retrieved_at")
    return (
        select(*(table.c[name] for name in names))
        .where(table.c.service_id.in_(IDS))
        .order_by(table.c.retrieved_at, table.c.id)
    )


def _rows(session: Session, wanted: Select[Any], ids: Collection[str]) -> Iterable[Row[Any]]:
    return session.connection().execute(wanted, {"ids": list(ids)})


def _grouped(parts: Iterable[tuple[str, Any]]) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for owner, part in parts:
        found[owner].append(part)
    return found


def _part(part: type[SomePart], row: Any, **renamed: Any) -> SomePart:
    """A part from the columns of the same name, besides those given."""
    same = {name: getattr(row, name) for name in part.model_fields if name not in renamed}
    return part(**same, **renamed)


def _cost(row: Any) -> Cost:
    return Cost(amount=row.amount, option=row.option, per=row.amount_description)


def slot_of(row: Any) -> Slot:
    """The time that a row of `schedule` says."""
    return _part(Slot, row, days=tuple(row.byday.split(",")) if row.byday else ())


def _venue(row: Any, access: Grouped, times: Grouped) -> Venue:
    return Venue(
        name=row.name,
        address=row.address_1,
        town=row.city,
        postcode=row.postal_code,
        latitude=row.latitude,
        longitude=row.longitude,
        precision=row.precision,
        local_authority=row.local_authority,
        confidential=row.confidential,
        access=tuple(access.get(row.location_id, ())),
        getting_there=row.transportation,
        times=tuple(times.get(row.id, ())),
    )


def _registered(numbers: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    known = dict(numbers)
    return {name: known.get(scheme) for name, (scheme, _) in REGISTERS.items()}
