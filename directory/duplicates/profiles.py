"""What is compared of each service, kept beside it with the keys under which it is looked up.

Made anew with every change of a listing, in the same transaction. What the public cannot find is nobody's duplicate.
"""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, select

from directory.kinds import PUBLIC
from directory.listing import Listing, Venue
from directory.matching.blocking import keys_of as made_keys_of
from directory.matching.record import MatchRecord
from directory.models import MatchKey, MatchProfile
from directory.rows import insert_rows

PAGE = 400
_FIELDS = tuple(field.name for field in fields(MatchRecord) if field.name != "id")


@lru_cache(maxsize=4_000)
def keys_of(record: MatchRecord) -> tuple[int, ...]:
    """The keys of a record as numbers: it is looked up by them, and a moment later kept under them."""
    return tuple(_number(key) for key in made_keys_of(record))


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


def records_of(service_id: str, listing: Listing) -> tuple[MatchRecord, ...]:
    """What is compared of a listing: a record for each venue, or one for a service without."""
    return tuple(_record(service_id, listing, venue) for venue in listing.venues or (None,))


def write_profiles(session: Session, listings: Sequence[tuple[str, Listing]], *, are_new: bool = False) -> None:
    """Make the profiles of these services say what their listings say; `are_new` says that they have none yet."""
    if not are_new:
        forget_profiles(session, [service_id for service_id, _ in listings])
    profiles: list[dict[str, Any]] = []
    keys: list[dict[str, Any]] = []
    for service_id, listing in listings:
        if listing.status not in PUBLIC:
            continue
        records = records_of(service_id, listing)
        profiles.append({"service_id": service_id, "records": [as_values(record) for record in records]})
        keys += _keys(service_id, records)
    insert_rows(session, MatchProfile, profiles)
    insert_rows(session, MatchKey, keys)


def forget_profiles(session: Session, service_ids: Sequence[str]) -> None:
    """These services are nobody's duplicates any more."""
    kept = read_profiles(session, service_ids)
    keys = [key for service_id, records in kept.items() for key in _keys(service_id, records)]
    if keys:
        one = (col(MatchKey.key) == bindparam("key"), col(MatchKey.service_id) == bindparam("service_id"))
        session.connection().execute(delete(MatchKey).where(*one), keys)
    ids = list(kept)
    for start in range(0, len(ids), PAGE):
        session.exec(delete(MatchProfile).where(col(MatchProfile.service_id).in_(ids[start : start + PAGE])))


def forget_all_profiles(session: Session) -> None:
    """Every profile goes, by whatever rules its keys were made."""
    for table in (MatchKey, MatchProfile):
        session.exec(delete(table))


def _keys(service_id: str, records: Iterable[MatchRecord]) -> list[dict[str, Any]]:
    every = dict.fromkeys(key for record in records for key in keys_of(record))
    return [{"key": key, "service_id": service_id} for key in every]


def read_profiles(session: Session, service_ids: Iterable[str]) -> dict[str, tuple[MatchRecord, ...]]:
    """The records of these services, by their ids; services without a profile are left out."""
    ids = list(dict.fromkeys(service_ids))
    found: dict[str, tuple[MatchRecord, ...]] = {}
    for start in range(0, len(ids), PAGE):
        wanted = select(MatchProfile.service_id, MatchProfile.records)
        for service_id, records in session.exec(
            wanted.where(col(MatchProfile.service_id).in_(ids[start : start + PAGE]))
        ):
            found[service_id] = tuple(MatchRecord(id=service_id, **values) for values in records)
    return found


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
