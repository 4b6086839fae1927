"""Who says what: for every part of a listing the source, its licence and when, or the person here who wrote it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from directory.assets import get_asset
from directory.combining import combined
from directory.history import list_revisions
from directory.kinds import Status
from directory.listing import Listing
from directory.models import Revision, SourceRecord
from directory.sources import list_sources, sayings

SILENT = frozenset(name for name, field in Listing.model_fields.items() if field.default in (None, ()))
"""Parts of which a listing may say nothing."""


@dataclass(frozen=True)
class Said:
    """Who says a part. `source` is None for what somebody here wrote; then `by` is her account's address."""

    by: str
    at: datetime
    source: str | None = None
    licence: str | None = None
    run_id: str | None = None


def who_says(session: Session, asset_id: str) -> dict[str, tuple[Said, ...]]:
    """By the names of the fields of `Listing`, for all that the listing says; several may say the same.

    NotFound when there is no such asset.
    """
    listing = get_asset(session, asset_id, staff=True).listing
    records = list_source_records(session, asset_id)
    history = list_revisions(session, asset_id)
    said = [(record, _listing_of(record)) for record in records]
    together = combined(sayings(session, records)) if records else None
    apart = {source.name for source in list_sources(session) if source.separable}
    found: dict[str, tuple[Said, ...]] = {}
    for name in Listing.model_fields:
        value = getattr(listing, name)
        if name in SILENT and value in (None, ()):
            continue
        sources = tuple(_source(record) for record, theirs in said if getattr(theirs, name) == value)
        if not sources and together and getattr(together, name) == value:
            # Each of them says some of it, as of a venue its name or its access.
            partly = [(record, theirs) for record, theirs in said if getattr(theirs, name) not in (None, ())]
            open_ones = [(record, theirs) for record, theirs in partly if record.source not in apart]
            sources = tuple(_source(record) for record, _ in open_ones or partly)
        written = _newest_change(name, history)
        found[name] = (*sources, *(one for one in written if not sources or one.run_id is None))
    return found


def list_source_records(session: Session, asset_id: str) -> list[SourceRecord]:
    """The foreign records that describe it, the first that was read first."""
    records = select(SourceRecord).where(SourceRecord.service_id == asset_id)
    return list(session.exec(records.order_by(col(SourceRecord.retrieved_at), SourceRecord.id)))


def _listing_of(record: SourceRecord) -> Listing:
    listing = Listing.model_validate(record.listing)
    return listing.model_copy(update={"status": Status.WITHDRAWN}) if record.withdrawn else listing


def _source(record: SourceRecord) -> Said:
    return Said(record.source, record.retrieved_at, record.source, record.licence, record.run_id)


def _newest_change(name: str, history: Sequence[Revision]) -> tuple[Said, ...]:
    """Who brought the part to what it is, in a run if no person did. `history` is newest first."""
    for revision in history:
        before, after = revision.before or {}, revision.after or {}
        if before.get(name) != after.get(name):
            return (Said(revision.actor, revision.at, run_id=revision.run_id),)
    # What is kept of a listing leaves out what goes without saying, such as that it is active.
    return tuple(Said(first.actor, first.at, run_id=first.run_id) for first in history[-1:])
