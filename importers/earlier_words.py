"""What the records of sources said before a run, when the run is taken back."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session, col, delete, select

from directory.kinds import Status
from directory.listing import Listing, kept
from directory.models import ImportRun, Revision, RunStatus, SourceRecord
from directory.reconciling import changed_parts, with_parts


def say_as_before(session: Session, run: ImportRun, service_ids: Sequence[str], first: Mapping[str, Revision]) -> None:
    """What the sources said before the run counts again, so that importing once more changes it once more.

    `first` are the first changes that the run made to these services. What it added is forgotten.
    """
    of_services = col(SourceRecord.service_id).in_(service_ids)
    session.exec(delete(SourceRecord).where(of_services, col(SourceRecord.added_run_id) == run.id))
    for record in session.exec(select(SourceRecord).where(of_services, SourceRecord.run_id == run.id)).all():
        revision = first.get(record.service_id)
        record.listing = record.before or _said_before(record, revision)
        record.withdrawn = _was_withdrawn(record, revision)
        record.run_id, record.before, record.fingerprint = _run_before(session, run, record), None, ""
        session.add(record)


def _said_before(record: SourceRecord, revision: Revision | None) -> dict[str, Any]:
    """What it said before, where a later run that was undone took the place of what is kept of that.

    The run changed only parts that nobody here had edited, so that they were then as the source said.
    """
    if revision is None or revision.before is None or revision.after is None:
        return record.listing
    was, became = Listing.model_validate(revision.before), Listing.model_validate(revision.after)
    parts = changed_parts(was, became) - {"status"}
    return kept(with_parts(Listing.model_validate(record.listing), was, parts)) or {}


def _was_withdrawn(record: SourceRecord, revision: Revision | None) -> bool:
    """Whether its source had withdrawn it before the run, in which it came back."""
    if record.withdrawn:
        return False
    before = (revision.before if revision else None) or {}
    return before.get("status") == Status.WITHDRAWN and record.listing.get("status") != Status.WITHDRAWN


def _run_before(session: Session, run: ImportRun, record: SourceRecord) -> str:
    """The newest run before this that changed the service of a record of its source, else the one that added it."""
    earlier = (
        select(ImportRun.id)
        .join(Revision, col(Revision.run_id) == ImportRun.id)
        .where(Revision.service_id == record.service_id, ImportRun.source == run.source)
        .where(ImportRun.started_at < run.started_at, ImportRun.status != RunStatus.UNDONE)
        .order_by(col(ImportRun.started_at).desc())
    )
    return session.exec(earlier.limit(1)).first() or record.added_run_id
