"""Whose records we read: how much a source's word counts, and under what licence it publishes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from directory.combining import Saying
from directory.errors import Invalid, NotFound
from directory.kinds import Status
from directory.listing import Listing
from directory.models import ImportRun, RecordSource, RunStatus, SourceRecord

SEPARABLE = ("odbl", "open database")
"""Words of licences whose data must stay apart from others', or bind them too."""
HIGHEST = 100
LONGEST_LICENCE = 200


def keep_source(
    session: Session, name: str, *, licence: str | None, usual: str | None = None, precedence: int
) -> RecordSource:
    """The source of this name, made on first sight. A licence that somebody names for it is written down.

    `usual` is the licence of what is published in its form: it stands until somebody says another.
    """
    source = session.get(RecordSource, name)
    if source is None:
        source = RecordSource(name=name, precedence=precedence)
    licence = licence or source.licence or usual
    if licence and licence != source.licence:
        source.licence, source.separable = licence, is_separable(licence)
    session.add(source)
    session.flush()
    return source


def get_source(session: Session, name: str) -> RecordSource:
    """The source of this name; NotFound when there is none."""
    source = session.get(RecordSource, name)
    if source is None:
        raise NotFound(f"There is no source called “{name}”.", field="source")
    return source


@dataclass(frozen=True)
class SourceUse:
    """A source, how many records of it are here, and the last run that was kept."""

    source: RecordSource
    records: int
    last_run: ImportRun | None


def list_source_use(session: Session) -> list[SourceUse]:
    """Every source with what is here of it, the one whose word counts most first."""
    counts = dict(session.exec(select(SourceRecord.source, func.count()).group_by(SourceRecord.source)).all())
    runs: dict[str, ImportRun] = {}
    for run in session.exec(_last_runs()):
        runs[run.source] = run
    return [SourceUse(one, counts.get(one.name, 0), runs.get(one.name)) for one in list_sources(session)]


def _last_runs() -> SelectOfScalar[ImportRun]:
    kept = (col(ImportRun.dry_run).is_(False), ImportRun.status != RunStatus.UNDONE)
    newest = select(ImportRun.source, func.max(ImportRun.started_at).label("at")).where(*kept)
    last = newest.group_by(ImportRun.source).subquery()
    is_last = (col(ImportRun.source) == last.c.source) & (col(ImportRun.started_at) == last.c.at)
    return select(ImportRun).join(last, is_last).where(*kept)


def list_sources(session: Session) -> list[RecordSource]:
    """Every source, the one whose word counts most first."""
    ranked = select(RecordSource).order_by(col(RecordSource.precedence).desc(), RecordSource.name)
    return list(session.exec(ranked))


def change_source(
    session: Session, name: str, *, precedence: int | None = None, licence: str | None = None
) -> RecordSource:
    """Say how much its word counts (0 to 100) or what it publishes under. It holds from the next import on."""
    source = get_source(session, name)
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
    Of those that count alike the one comes first that the service was made of, or was kept as.
    """
    return say_together({source.name: source for source in list_sources(session)}, records)


def say_together(known: Mapping[str, RecordSource], records: Iterable[SourceRecord]) -> list[Saying]:
    """As `sayings`, for whoever has the sources by their names at hand."""
    told = sorted(
        (one for one in records if one.listing),
        key=lambda record: (record.own_id != record.service_id, record.source, record.source_id),
    )
    live = [record for record in told if not record.withdrawn]
    return [_saying(known.get(record.source), record) for record in live or told]


def _saying(source: RecordSource | None, record: SourceRecord) -> Saying:
    listing = Listing.model_validate(record.listing)
    if record.withdrawn:
        listing = listing.model_copy(update={"status": Status.WITHDRAWN})
    if source is None:
        return Saying(listing, licence=record.licence)
    return Saying(listing, source.precedence, source.licence, source.separable)
