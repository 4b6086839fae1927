"""One incoming record into the catalogue: added, changed or left alone, and never over somebody's edit."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from directory.assets import add_asset, change_asset, get_asset
from directory.changes import propose_change
from directory.listing import Listing
from directory.models import Service, SourceRecord
from directory.reconciling import changed_parts, disputed_parts, with_parts
from importers.incoming import Incoming


@dataclass(frozen=True)
class Merged:
    """What merging did: added, changed or unchanged; the listing before and after; whether a change was offered."""

    did: str
    before: Listing | None = None
    after: Listing | None = None
    offered: bool = False


@dataclass(frozen=True)
class Reading:
    """The run in which records are read: who says so, when, and under what licence."""

    run_id: str
    source: str
    actor: str
    at: datetime
    licence: str | None = None


def merge(session: Session, incoming: Incoming, reading: Reading, print_: str, *, is_new: bool) -> Merged:
    """Take in one record that is new to us, or says something else than when it was last read."""
    if is_new:
        return _add(session, incoming, reading, print_)
    record = session.exec(
        select(SourceRecord).where(SourceRecord.source == reading.source, SourceRecord.source_id == incoming.source_id)
    ).one()
    return _change(session, record, incoming, reading, print_)


def known_fingerprints(session: Session, source: str, source_ids: Collection[str]) -> dict[str, str]:
    """The fingerprints of those of these records that were read before, by their ids in the source."""
    wanted = select(SourceRecord.source_id, SourceRecord.fingerprint).where(
        SourceRecord.source == source, col(SourceRecord.source_id).in_(source_ids)
    )
    return dict(session.exec(wanted).all())


def fingerprint(incoming: Incoming) -> str:
    """Differs when the source says something else."""
    said = json.dumps([incoming.listing.model_dump(mode="json"), dict(incoming.raw)], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def three_ways(base: Listing, ours: Listing, theirs: Listing) -> tuple[Listing, Listing | None]:
    """What to publish, and what to offer when both sides changed the same field (None: nothing to offer).

    A field that only one side changed since `base` is taken from that side; where both did, ours stays.
    """
    changed, disputed = changed_parts(base, theirs), disputed_parts(base, ours, theirs)
    published = with_parts(ours, theirs, changed - disputed)
    return published, with_parts(ours, theirs, changed) if disputed else None


def _add(session: Session, incoming: Incoming, reading: Reading, print_: str) -> Merged:
    # A UUID that is taken belongs to another source's copy of the record.
    taken = incoming.uuid and session.get(Service, incoming.uuid)
    service_id = add_asset(
        session,
        incoming.listing,
        actor=reading.actor,
        run_id=reading.run_id,
        asset_id=None if taken else incoming.uuid,
    )
    record = SourceRecord(
        service_id=service_id,
        source=reading.source,
        source_id=incoming.source_id,
        run_id=reading.run_id,
        fingerprint=print_,
        retrieved_at=reading.at,
    )
    session.add(_write(record, incoming, reading, print_))
    return Merged("added", None, incoming.listing)


def _change(session: Session, record: SourceRecord, incoming: Incoming, reading: Reading, print_: str) -> Merged:
    before = get_asset(session, record.service_id, staff=True).listing
    base = Listing.model_validate(record.listing) if record.listing else before
    published, offered = three_ways(base, before, incoming.listing)
    did = change_asset(session, record.service_id, published, actor=reading.actor, run_id=reading.run_id)
    if offered is not None:
        propose_change(session, record.service_id, offered, by=reading.actor, note="The source says otherwise")
    _write(record, incoming, reading, print_)
    session.add(record)
    session.flush()
    if not did and offered is None:
        return Merged("unchanged")
    return Merged("changed", before, published, offered is not None)


def _write(record: SourceRecord, incoming: Incoming, reading: Reading, print_: str) -> SourceRecord:
    record.run_id, record.licence, record.retrieved_at = reading.run_id, reading.licence, reading.at
    record.fingerprint, record.raw = print_, dict(incoming.raw)
    record.listing = incoming.listing.model_dump(mode="json", exclude_defaults=True)
    return record
