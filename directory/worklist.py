"""What a curator should look at: listings by name, and those whose truth or use is in doubt."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, or_, select

from directory.clock import today
from directory.freshness import AGEING
from directory.kinds import Attending, Status
from directory.listing import Part
from directory.models import Contact, Organization, Phone, Service, ServiceAtLocation

PUBLIC = (Status.ACTIVE, Status.PAUSED)
AT_A_PLACE = {Attending.IN_PERSON.value, Attending.PERIPATETIC.value}


class Doubt(StrEnum):
    """Why a listing that the public sees is doubtful."""

    STALE = "stale"
    UNREACHABLE = "unreachable"
    NOWHERE = "nowhere"


class Entry(Part):
    """One line of a worklist."""

    id: str
    name: str
    organization: str | None
    status: Status
    assured_date: date | None


def find_entries(session: Session, words: str, limit: int = 50) -> list[Entry]:
    """Listings with all these words in their name or their organization's, closed ones too, by name."""
    query = _entries()
    for word in words.split()[:8]:
        here = (col(name).icontains(word, autoescape=True) for name in (Service.name, Organization.name))
        query = query.where(or_(*here))
    return _read(session, query.order_by(Service.name, Service.id).limit(limit))


def list_doubtful(session: Session, doubt: Doubt, limit: int = 500) -> list[Entry]:
    """Public listings with this doubt; never checked first, then checked longest ago."""
    query = _entries().where(col(Service.status).in_(PUBLIC)).where(_is(doubt))
    rows = session.exec(query.order_by(col(Service.assured_date).asc().nulls_first(), Service.id)).all()
    entries = [_entry(row) for row in rows if doubt is not Doubt.NOWHERE or _needs_a_place(row[5])]
    return entries[:limit]


def _entries() -> Any:
    # `Any`: SQLModel's select is typed for up to four columns.
    columns: Any = (Organization.name, Service.status, Service.assured_date, Service.attending)
    joined = col(Service.organization_id) == Organization.id
    return select(Service.id, Service.name, *columns).select_from(Service).join(Organization, joined, isouter=True)


def _is(doubt: Doubt) -> Any:
    if doubt is Doubt.STALE:
        return or_(col(Service.assured_date).is_(None), col(Service.assured_date) < today() - AGEING)
    if doubt is Doubt.UNREACHABLE:
        reached = or_(col(Contact.phone).is_not(None), col(Contact.email).is_not(None))
        person = select(Contact.id).where(Contact.service_id == Service.id, reached).exists()
        return ~select(Phone.id).where(Phone.service_id == Service.id).exists() & col(Service.email).is_(None) & ~person
    return ~select(ServiceAtLocation.id).where(ServiceAtLocation.service_id == Service.id).exists()


def _needs_a_place(attending: Sequence[str]) -> bool:
    """Somebody who rings or comes by video needs no address; where nobody says how, one is missing."""
    return not attending or bool(AT_A_PLACE.intersection(attending))


def _read(session: Session, query: Any) -> list[Entry]:
    return [_entry(row) for row in session.exec(query)]


def _entry(row: Sequence[Any]) -> Entry:
    return Entry(id=row[0], name=row[1], organization=row[2], status=row[3], assured_date=row[4])
