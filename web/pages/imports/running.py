"""Trying and importing while the page goes on: a thread of this server, told of in the run's record."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import structlog
from filelock import FileLock, Timeout
from flask import current_app

from directory.catalogue import Catalogue
from directory.errors import Refusal, Unavailable
from directory.models.base import new_id
from importers.locks import begun_lock
from importers.peers import only_public
from importers.read import import_from
from importers.run_record import begin_run, fail_run, say_of_run
from importers.undo import undo_run
from web.database import session
from web.pages.imports.addresses import FeedSettings
from web.pages.imports.columns import mapping_of
from web.pages.imports.uploads import Pending, Uploads

log = structlog.get_logger()

PATIENCE = 2.0
"""Seconds in which most are done: then the page that follows has the answer already."""
NOT_UNDONE = "It could not be taken back. It is our fault, and nothing of it was changed."
OUR_FAULT = "Something went wrong here. It is our fault, not the file’s. Whoever looks after the server can read why."


@dataclass(frozen=True)
class Job:
    """What a thread needs to know, for it has no request."""

    catalogue: Catalogue
    uploads: Uploads
    pending: Pending
    run_id: str
    actor: str
    dry_run: bool


def begin(pending: Pending, *, actor: str, dry_run: bool, run_id: str | None = None) -> str:
    """Begin to try it, or to import it for good, and wait for a moment only; gives the id of the run."""
    # The import writes in transactions of its own; SQLite lets one write at a time, and ours has begun.
    session.rollback()
    catalogue: Catalogue = current_app.extensions["waymark-catalogue"]
    data_dir = catalogue.settings.data_dir
    job = Job(catalogue, Uploads(data_dir), pending, run_id or new_id(), actor, dry_run)
    lock = begun_lock(data_dir, job.run_id)
    lock.acquire()
    with catalogue.database.writing() as writing:
        begin_run(
            writing,
            pending.source,
            origin=pending.name,
            actor=actor,
            licence=pending.licence or None,
            dry_run=dry_run,
            run_id=job.run_id,
        )
    job.uploads.keep(job.run_id, pending)
    _start(lambda: _go_on(job), lock)
    return job.run_id


def begin_to_undo(run_id: str, *, actor: str) -> None:
    """Begin to take a run back, and wait for a moment only. What came of it stands with the run."""
    session.rollback()
    catalogue: Catalogue = current_app.extensions["waymark-catalogue"]
    lock = begun_lock(catalogue.settings.data_dir, run_id)
    try:
        lock.acquire()
    except Timeout as error:
        raise Unavailable("This import is being taken back. Look again in a minute.") from error
    _start(lambda: _undo(catalogue, run_id, actor), lock)


def _start(work: Callable[[], None], lock: FileLock) -> None:
    """Do it in a thread that frees the lock at its end; a page waits for it no longer than people like to wait."""

    def do() -> None:
        try:
            work()
        finally:
            lock.release()
            Path(lock.lock_file).unlink(missing_ok=True)

    thread = Thread(target=do, name=Path(lock.lock_file).stem, daemon=True)
    thread.start()
    thread.join(current_app.config.get("IMPORT_PATIENCE", PATIENCE))


def _go_on(job: Job) -> None:
    try:
        _import(job)
    except Refusal as refusal:
        _fail(job, _as_known(job, refusal.message))
    except Exception:
        log.exception("import failed", run=job.run_id)
        _fail(job, OUR_FAULT)


def _undo(catalogue: Catalogue, run_id: str, actor: str) -> None:
    try:
        with catalogue.writing() as writing:
            undone = undo_run(writing, run_id, actor=actor)
            say_of_run(writing, run_id, undone.sentence())
    except Refusal as refusal:
        log.info("import not taken back", run=run_id, why=refusal.message)
    except Exception:
        log.exception("import not taken back", run=run_id)
        with catalogue.database.writing() as writing:
            say_of_run(writing, run_id, NOT_UNDONE)


def _import(job: Job) -> None:
    pending = job.pending
    with nullcontext() if FeedSettings().private_feeds else only_public():
        report = import_from(
            job.catalogue,
            job.uploads.location(pending),
            source=pending.source,
            mapping=mapping_of(pending.columns) if pending.columns else None,
            called=pending.name,
            actor=job.actor,
            licence=pending.licence or None,
            dry_run=job.dry_run,
            run_id=job.run_id,
        )
    if report.message:
        with job.catalogue.database.writing() as writing:
            say_of_run(writing, job.run_id, _as_known(job, report.message))
    elif not job.dry_run:
        job.uploads.forget(job.run_id)


def _fail(job: Job, message: str) -> None:
    with job.catalogue.database.writing() as writing:
        # It may have ended as a failure already, in words that name the file as we do.
        fail_run(writing, job.run_id, message)
        say_of_run(writing, job.run_id, message)


def _as_known(job: Job, message: str) -> str:
    """The file by the name that people gave it, not by ours."""
    location = job.uploads.location(job.pending)
    if isinstance(location, Path):
        return message.replace(str(location), job.pending.name).replace(location.name, job.pending.name)
    return message
