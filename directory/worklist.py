"""What a curator should look at: listings by name, and those whose truth or use is in doubt."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import String, cast, func
from sqlmodel import Session, and_, col, or_, select

from directory.clock import today
from directory.freshness import AGEING
from directory.kinds import PUBLIC, Attending, Status
from directory.listing import Part
from directory.models import Contact, Organization, Phone, Service, ServiceAtLocation

AT_A_PLACE = (Attending.IN_PERSON, Attending.PERIPATETIC)


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


def list_doubtful(session: Session, doubt: Doubt, limit: int = 100) -> list[Entry]:
    """Public listings with this doubt; never checked first, then checked longest ago."""
    in_order = (col(Service.assured_date).asc().nulls_first(), Service.id)
    return _read(session, _entries().where(*_is(doubt)).order_by(*in_order).limit(limit))


def count_doubtful(session: Session, doubt: Doubt) -> int:
    """How many public listings have this doubt."""
    return session.exec(select(func.count()).select_from(Service).where(*_is(doubt))).one()


def _entries() -> Any:
    # `Any`: SQLModel's select is typed for up to four columns.
    columns: Any = (Organization.name, Service.status, Service.assured_date)
    joined = col(Service.organization_id) == Organization.id
    return select(Service.id, Service.name, *columns).select_from(Service).join(Organization, joined, isouter=True)


def _is(doubt: Doubt) -> tuple[Any, ...]:
    return col(Service.status).in_(PUBLIC), DOUBTS[doubt]()


def _stale() -> Any:
    return or_(col(Service.assured_date).is_(None), col(Service.assured_date) < today() - AGEING)


def _unreachable() -> Any:
    reached = or_(col(Contact.phone).is_not(None), col(Contact.email).is_not(None))
    person = select(Contact.id).where(Contact.service_id == Service.id, reached).exists()
    phone = select(Phone.id).where(Phone.service_id == Service.id).exists()
    return and_(col(Service.email).is_(None), ~phone, ~person)


def _nowhere() -> Any:
    """Somebody who rings or comes by video needs no address; where nobody says how, one is missing."""
    ways = cast(Service.attending, String)
    needs_one = or_(ways == "[]", *(ways.contains(f'"{way}"') for way in AT_A_PLACE))
    place = select(ServiceAtLocation.id).where(ServiceAtLocation.service_id == Service.id).exists()
    return and_(needs_one, ~place)


DOUBTS: dict[Doubt, Callable[[], Any]] = {
    Doubt.STALE: _stale,
    Doubt.UNREACHABLE: _unreachable,
    Doubt.NOWHERE: _nowhere,
}


def _read(session: Session, query: Any) -> list[Entry]:
    return [_entry(row) for row in session.exec(query)]


def _entry(row: Sequence[Any]) -> Entry:
    return Entry(id=row[0], name=row[1], organization=row[2], status=row[3], assured_date=row[4])
