"""The record of a run in the database: begun before the first row, told how it goes, kept with what became of it.

A dry run changes nothing else; its record goes when nobody looks at it any more.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import defer
from sqlmodel import Session, col, delete, select

from directory.catalogue import Catalogue
from directory.clock import now
from directory.models import ImportRun, RunStatus
from directory.models.base import new_id
from importers.locks import is_going_on
from importers.report import Report

STOPPED = "It was stopped before its end."
TRIES_KEPT = timedelta(days=2)
LIGHT = tuple(defer(heavy) for heavy in (ImportRun.rejects, ImportRun.outcomes))  # type: ignore[arg-type]  # columns
"""For lists of runs: what became of each record is read where one run is looked at."""


def begin_run(
    session: Session,
    source: str,
    *,
    origin: str,
    actor: str,
    licence: str | None = None,
    dry_run: bool = False,
    format: str = "",
    run_id: str = "",
) -> ImportRun:
    """A run that goes on from now. One that was begun before under `run_id` is taken up.

    Tries that nobody looks at any more go when another begins.
    """
    if dry_run:
        forget_tries(session, before=now() - TRIES_KEPT)
    run = session.get(ImportRun, run_id) if run_id else None
    run = run or ImportRun(id=run_id or new_id(), source=source, format=format, origin=origin, started_at=now())
    run.format, run.started_by, run.licence, run.dry_run = format, actor, licence, dry_run
    session.add(run)
    session.flush()
    return run


def tell_run(session: Session, run_id: str, report: Report) -> ImportRun:
    """Write down how far it is."""
    run = session.get_one(ImportRun, run_id)
    run.counts = report.counts()
    session.add(run)
    return run


def end_run(session: Session, run_id: str, report: Report, status: RunStatus) -> None:
    """Write down what became of it."""
    run = tell_run(session, run_id, report)
    run.rejects, run.outcomes = _rejects(report), [one.as_json() for one in report.outcomes]
    run.status, run.finished_at, run.message = status, now(), report.message


def fail_run(session: Session, run_id: str, message: str) -> None:
    """It could not go on, and this is why. One that has ended already stays as it ended."""
    run = session.get(ImportRun, run_id)
    if run is not None and run.status is RunStatus.RUNNING:
        run.status, run.finished_at, run.message = RunStatus.FAILED, now(), message
        session.add(run)


def say_of_run(session: Session, run_id: str, message: str) -> None:
    """Write down what people should know of a run that has ended."""
    run = session.get_one(ImportRun, run_id)
    run.message = message
    session.add(run)


def end_what_was_killed(session: Session, source: str, but: str = "") -> None:
    """Nobody else runs this source now, so what still claims to run was stopped before it could say so."""
    running = select(ImportRun.id).where(ImportRun.source == source, ImportRun.status == RunStatus.RUNNING)
    for run_id in session.exec(running.where(ImportRun.id != but)).all():
        fail_run(session, run_id, STOPPED)


def list_running(catalogue: Catalogue) -> list[ImportRun]:
    """The runs and tries that go on, newest first; those that were killed are written down as stopped."""
    running = select(ImportRun).options(*LIGHT).where(ImportRun.status == RunStatus.RUNNING)
    running = running.order_by(col(ImportRun.started_at).desc())
    with catalogue.reading() as session:
        found = list(session.exec(running))
    dead = [run for run in found if not is_going_on(catalogue.settings.data_dir, run)]
    if dead:
        with catalogue.database.writing() as session:
            for run in dead:
                fail_run(session, run.id, STOPPED)
    return [run for run in found if run not in dead]


def list_tries(session: Session, limit: int = 20) -> list[ImportRun]:
    """The newest tries first."""
    tries = select(ImportRun).options(*LIGHT).where(col(ImportRun.dry_run).is_(True))
    return list(session.exec(tries.order_by(col(ImportRun.started_at).desc(), ImportRun.id).limit(limit)))


def forget_tries(session: Session, run_ids: Sequence[str] = (), *, before: datetime | None = None) -> None:
    """Delete these tries, and those that ended before a moment."""
    old = col(ImportRun.started_at) < before if before else col(ImportRun.id).in_(())
    wanted = col(ImportRun.id).in_(run_ids) | old
    session.exec(delete(ImportRun).where(col(ImportRun.dry_run).is_(True), wanted))


def _rejects(report: Report) -> list[dict[str, object]]:
    return [
        {"row": one.row, "field": one.field, "message": one.message, "values": dict(one.values)}
        for one in report.rejects
    ]
