"""Taking a whole run back: what it added goes out, what it changed becomes what it was."""

from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from directory.assets import change_asset, remove_asset
from directory.clock import now
from directory.errors import Invalid, NotFound
from directory.listing import Listing
from directory.models import ImportRun, Revision, RunStatus, SourceRecord

WHY_NOT = {
    RunStatus.UNDONE: "This import was undone before.",
    RunStatus.RUNNING: "This import has not ended. If it was stopped, importing the source again ends it.",
}


@dataclass(frozen=True)
class Undone:
    """How many assets were taken out, put back, and kept because somebody changed them since."""

    taken_out: int
    put_back: int
    kept: int

    def as_json(self) -> dict[str, int]:
        """The document of `waymark import undo --json`."""
        return {"taken_out": self.taken_out, "put_back": self.put_back, "kept": self.kept}

    def sentence(self) -> str:
        """The same for a person, in one line."""
        kept = f", {self.kept} kept because they were changed since" if self.kept else ""
        return f"{self.taken_out} taken out, {self.put_back} put back as they were{kept}."


def undo_run(session: Session, run_id: str, *, actor: str) -> Undone:
    """Undo a run. NotFound when there is none; Invalid when it was undone before or still goes on."""
    run = get_run(session, run_id)
    if run.status in (RunStatus.UNDONE, RunStatus.RUNNING):
        raise Invalid(WHY_NOT[run.status])
    counts = {"taken_out": 0, "put_back": 0, "kept": 0}
    for revision in _first_revisions(session, run.id):
        counts[_undo(session, run, revision, actor)] += 1
    run.status, run.finished_at = RunStatus.UNDONE, now()
    session.flush()
    return Undone(**counts)


def get_run(session: Session, run_id: str) -> ImportRun:
    """The run; NotFound when there is none. The first eight characters of its id are enough."""
    found = session.exec(select(ImportRun).where(col(ImportRun.id).startswith(run_id, autoescape=True))).all()
    if len(run_id) < 8 or len(found) != 1:
        raise NotFound("There is no such import.")
    return found[0]


def list_runs(session: Session, limit: int = 100) -> list[ImportRun]:
    """The newest runs first."""
    newest = select(ImportRun).order_by(col(ImportRun.started_at).desc(), ImportRun.id)
    return list(session.exec(newest.limit(limit)))


def _first_revisions(session: Session, run_id: str) -> list[Revision]:
    """For each asset its first change in this run: what it was before the run stands there."""
    first: dict[str, Revision] = {}
    in_order = select(Revision).where(Revision.run_id == run_id).order_by(col(Revision.sequence), Revision.id)
    for revision in session.exec(in_order):
        first.setdefault(revision.service_id, revision)
    return list(first.values())


def _undo(session: Session, run: ImportRun, revision: Revision, actor: str) -> str:
    if _changed_since(session, run, revision):
        return "kept"
    reason = f"Import {run.id[:8]} undone"
    if revision.before is None:
        remove_asset(session, revision.service_id, actor=actor, reason=reason)
        return "taken_out"
    before = Listing.model_validate(revision.before)
    change_asset(session, revision.service_id, before, actor=actor, reason=reason)
    # What the source said then counts again, so that importing once more changes it once more.
    for record in session.exec(
        select(SourceRecord).where(SourceRecord.service_id == revision.service_id, SourceRecord.run_id == run.id)
    ):
        record.listing, record.fingerprint = revision.before, ""
    return "put_back"


def _changed_since(session: Session, run: ImportRun, revision: Revision) -> bool:
    since = (
        select(func.count())
        .select_from(Revision)
        .where(
            Revision.service_id == revision.service_id,
            Revision.sequence > revision.sequence,
            (col(Revision.run_id) != run.id) | col(Revision.run_id).is_(None),
        )
    )
    return session.exec(since).one() > 0
