"""The rows of organizations: one a name, which every listing of that name shares."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from directory.listing import Organization as OrganizationPart
from directory.models import Organization, OrganizationIdentifier
from directory.models.base import derived_id
from directory.rows.columns import REGISTERS

PAGE = 400


def organization_id(name: str) -> str:
    """The id of the organization of this name: derived here, for databases differ in what they call lower case."""
    return derived_id("organization", " ".join(name.casefold().split()))


def write_organization(session: Session, part: OrganizationPart) -> Organization:
    """The row of this name; what the listing says of it is written, what it leaves open stays."""
    identity = organization_id(part.name)
    row = session.get(Organization, identity)
    if row is None:
        row = Organization(id=identity, name=part.name)
        session.add(row)
    _write(row, part)
    return row


def write_organizations(session: Session, parts: Iterable[OrganizationPart]) -> None:
    """As `write_organization` for each in turn, with one look at the database for many."""
    said = [(organization_id(part.name), part) for part in dict.fromkeys(parts)]
    ids = list(dict.fromkeys(identity for identity, _ in said))
    known: dict[str, Organization] = {}
    for start in range(0, len(ids), PAGE):
        wanted = select(Organization).where(col(Organization.id).in_(ids[start : start + PAGE]))
        known |= {row.id: row for row in session.exec(wanted)}
    for identity, part in said:
        if identity not in known:
            known[identity] = Organization(id=identity, name=part.name)
            session.add(known[identity])
        _write(known[identity], part)
    session.flush()
    for row in known.values():
        session.expunge(row)


def _write(row: Organization, part: OrganizationPart) -> None:
    for name in ("sector", "description", "email", "website"):
        if (value := getattr(part, name)) is not None and value != getattr(row, name):
            setattr(row, name, value)
    for name, (scheme, kind) in REGISTERS.items():
        if number := getattr(part, name):
            _keep_number(row, scheme, kind, number)


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
