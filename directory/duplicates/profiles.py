"""What is compared of each service, kept beside it with the keys under which it is looked up.

Made anew with every change of a listing, in the same transaction. What the public cannot find is nobody's duplicate.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import IntEnum
from hashlib import blake2b
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, delete, select

from directory.kinds import PUBLIC
from directory.listing import Listing, Venue
from directory.matching.blocking import OF_NAMES, OF_PLACES
from directory.matching.blocking import keys_of as made_keys_of
from directory.matching.record import MatchRecord
from directory.models import MatchKey, MatchProfile
from directory.rows import JsonText, insert_rows

PAGE = 400
_FIELDS = tuple(field.name for field in fields(MatchRecord) if field.name != "id")


@dataclass(frozen=True)
class Profile:
    """What is compared of one service, as records and as they are kept, and the keys under which it is looked up."""

    service_id: str
    number: int
    records: tuple[MatchRecord, ...]
    said: JsonText
    keys: tuple[int, ...]

    @classmethod
    def of(cls, service_id: str, listing: Listing) -> "Profile":
        """The profile of a listing, whoever may find it."""
        records = records_of(service_id, listing)
        said = JsonText(json.dumps([as_values(record) for record in records]))
        return cls(service_id, number_of(service_id), records, said, _keys(records))


def number_of(text: str) -> int:
    """A number for an id or a key: of a thousand million, two share one once in forty catalogues."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


class About(IntEnum):
    """What a key says something about: names alone, where it is, or more than that. Its last two bits tell."""

    NAME = 0
    PLACE = 1
    MORE = 3


def keys_of(record: MatchRecord) -> tuple[int, ...]:
    """The keys of a record as numbers."""
    return tuple(number_of(key) & ~3 | _about(key) for key in made_keys_of(record))


def _about(key: str) -> About:
    return About.NAME if key.startswith(OF_NAMES) else About.PLACE if key.startswith(OF_PLACES) else About.MORE


def records_of(service_id: str, listing: Listing) -> tuple[MatchRecord, ...]:
    """What is compared of a listing: a record for each venue, or one for a service without."""
    return tuple(_record(service_id, listing, venue) for venue in listing.venues or (None,))


def write_profiles(session: Session, listings: Sequence[tuple[str, Listing]]) -> None:
    """Make the profiles of these services say what their listings say."""
    forget_profiles(session, [service_id for service_id, _ in listings])
    public = [(service_id, listing) for service_id, listing in listings if listing.status in PUBLIC]
    add_profiles(session, [Profile.of(service_id, listing) for service_id, listing in public])


def add_profiles(session: Session, profiles: Sequence[Profile]) -> None:
    """Keep these, of services that have none."""
    told = [{"service_id": one.service_id, "number": one.number, "records": one.said} for one in profiles]
    insert_rows(session, MatchProfile, told)
    # In their order, so that each page of a large table is written once.
    keys = sorted((key, one.number) for one in profiles for key in one.keys)
    insert_rows(session, MatchKey, [{"key": key, "number": number} for key, number in keys])


def forget_profiles(session: Session, service_ids: Sequence[str]) -> None:
    """These services are nobody's duplicates any more."""
    kept = read_profiles(session, service_ids)
    keys = [{"key": key, "number": number_of(one)} for one, records in kept.items() for key in _keys(records)]
    if keys:
        one = (col(MatchKey.key) == bindparam("key"), col(MatchKey.number) == bindparam("number"))
        session.connection().execute(delete(MatchKey).where(*one), keys)
    ids = list(kept)
    for start in range(0, len(ids), PAGE):
        session.exec(delete(MatchProfile).where(col(MatchProfile.service_id).in_(ids[start : start + PAGE])))


def forget_all_profiles(session: Session) -> None:
    """Every profile goes, by whatever rules its keys were made."""
    for table in (MatchKey, MatchProfile):
        session.exec(delete(table))


def _keys(records: Iterable[MatchRecord]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(key for record in records for key in keys_of(record)))


def read_profiles(session: Session, service_ids: Iterable[str]) -> dict[str, tuple[MatchRecord, ...]]:
    """The records of these services, by their ids; services without a profile are left out."""
    return dict(_read(session, col(MatchProfile.service_id), list(dict.fromkeys(service_ids))))


def find_profiles(session: Session, numbers: Iterable[int]) -> dict[int, tuple[MatchRecord, ...]]:
    """As `read_profiles`, of the services of these numbers, by number."""
    found = _read(session, col(MatchProfile.number), sorted(set(numbers)))
    return {number_of(service_id): records for service_id, records in found}


def _read(session: Session, named: Mapped[Any], wanted: Sequence[Any]) -> Iterator[tuple[str, tuple[MatchRecord, ...]]]:
    for start in range(0, len(wanted), PAGE):
        told = select(MatchProfile.service_id, MatchProfile.records).where(named.in_(wanted[start : start + PAGE]))
        # Plain columns, for an import asks for many.
        for service_id, records in session.connection().execute(told):
            yield service_id, tuple(MatchRecord(id=service_id, **values) for values in records)


def as_values(record: MatchRecord) -> dict[str, Any]:
    """What it says, without its id."""
    return {name: value for name in _FIELDS if (value := getattr(record, name)) not in ("", None)}


def _record(service_id: str, listing: Listing, venue: Venue | None) -> MatchRecord:
    organization = listing.organization
    emails = [listing.email, *(contact.email for contact in listing.contacts)]
    return MatchRecord(
        id=service_id,
        name=listing.name,
        organisation=organization.name if organization else "",
        address=", ".join(filter(None, (venue.name, venue.address))) if venue else "",
        city=(venue.town if venue else None) or "",
        postcode=(venue.postcode if venue else None) or "",
        phone="; ".join(phone.number for phone in listing.phones),
        url=listing.url or "",
        email=next(filter(None, emails), None) or (organization.email if organization else None) or "",
        latitude=venue.latitude if venue else None,
        longitude=venue.longitude if venue else None,
        charity_number=(organization.charity_number if organization else None) or "",
        company_number=(organization.company_number if organization else None) or "",
        category="; ".join(listing.categories),
    )
