"""Whose records we read: how much a source's word counts, and under what licence it publishes."""

from collections.abc import Iterable, Mapping

from sqlmodel import Session, col, select

from directory.combining import Saying
from directory.errors import Invalid, NotFound
from directory.kinds import Status
from directory.listing import Listing
from directory.models import RecordSource, SourceRecord

SEPARABLE = ("odbl", "open database")
"""Words of licences whose data must stay apart from others', or bind them too."""
HIGHEST = 100
LONGEST_LICENCE = 200


def keep_source(session: Session, name: str, *, licence: str | None, precedence: int) -> RecordSource:
    """The source of this name, made on first sight. A licence that it was not known to have is written down."""
    source = session.get(RecordSource, name)
    if source is None:
        source = RecordSource(name=name, precedence=precedence)
    if licence and licence != source.licence:
        source.licence, source.separable = licence, is_separable(licence)
    session.add(source)
    session.flush()
    return source


def list_sources(session: Session) -> list[RecordSource]:
    """Every source, the one whose word counts most first."""
    ranked = select(RecordSource).order_by(col(RecordSource.precedence).desc(), RecordSource.name)
    return list(session.exec(ranked))


def change_source(
    session: Session, name: str, *, precedence: int | None = None, licence: str | None = None
) -> RecordSource:
    """Say how much its word counts (0 to 100) or what it publishes under. It holds from the next import on."""
    source = session.get(RecordSource, name)
    if source is None:
        raise NotFound(f"There is no source called “{name}”.", field="source")
    if precedence is not None:
        if not 0 <= precedence <= HIGHEST:
            raise Invalid(f"Precedence is a number from 0 to {HIGHEST}.", field="precedence")
        source.precedence = precedence
    if licence is not None:
        source.licence, source.separable = licence.strip()[:LONGEST_LICENCE] or None, is_separable(licence)
    session.add(source)
    session.flush()
    return source


def is_separable(licence: str) -> bool:
    """Whether what is published under it must not be mixed with others'."""
    return any(word in licence.lower() for word in SEPARABLE)


def sayings(session: Session, records: Iterable[SourceRecord]) -> list[Saying]:
    """What these records say, and how much each counts; records of which nothing is known are left out.

    A record that its source has withdrawn says nothing beside others; alone, it says that it is withdrawn.
    """
    return say_together({source.name: source for source in list_sources(session)}, records)


def say_together(known: Mapping[str, RecordSource], records: Iterable[SourceRecord]) -> list[Saying]:
    """As `sayings`, for whoever has the sources by their names at hand."""
    told = sorted((one for one in records if one.listing), key=lambda record: (record.source, record.source_id))
    live = [record for record in told if not record.withdrawn]
    return [_saying(known.get(record.source), record) for record in live or told]


def _saying(source: RecordSource | None, record: SourceRecord) -> Saying:
    listing = Listing.model_validate(record.listing)
    if record.withdrawn:
        listing = listing.model_copy(update={"status": Status.WITHDRAWN})
    if source is None:
        return Saying(listing, licence=record.licence)
    return Saying(listing, source.precedence, source.licence, source.separable)
