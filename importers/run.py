"""A run: records in, a report out, one run record, one commit a batch.

A kill loses at most the batch in hand; running again goes on from there, for what is in already is unchanged.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from filelock import FileLock, Timeout
from sqlmodel import Session, select

from directory.catalogue import Catalogue
from directory.clock import now
from directory.errors import Refusal, Unavailable
from directory.models import ImportRun, RunStatus
from importers.incoming import Gone, Incoming, Rejected, SourceFailed
from importers.merge import Merged, Reading, fingerprint, known_fingerprints, merge
from importers.outcomes import outcome_of
from importers.report import Report

BATCH = 200
OUTCOMES_KEPT = 1000
"""A dry run shows so many records; the numbers count them all."""

Row = Incoming | Gone | Rejected
Progress = Callable[[int], None]


def import_rows(
    catalogue: Catalogue,
    rows: Iterable[Row],
    *,
    source: str,
    format: str,
    origin: str,
    actor: str,
    licence: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Take rows in under the name of a source. With `dry_run` nothing is kept but the report.

    `progress` is told the number of rows read after every batch. Unavailable while another run of the same
    source goes on. A source that fails half way leaves what was read, and says so in the report's message.
    """
    with _only_run_of(catalogue.settings.data_dir, source):
        run = ImportRun(source=source, format=format, origin=origin, licence=licence, started_at=now())
        run.started_by = actor
        if not dry_run:
            with catalogue.database.writing() as session:
                _end_what_was_killed(session, source)
                session.add(run)
        report = Report(run=None if dry_run else run.id, source=source, format=format, dry_run=dry_run)
        return _Run(catalogue, run, report, progress).take_in(_unrepeated(rows))


class _Run:
    """The state of one run while it goes on."""

    def __init__(self, catalogue: Catalogue, run: ImportRun, report: Report, progress: Progress | None) -> None:
        self.catalogue = catalogue
        self.run = run
        self.report = report
        self.progress = progress
        self.reading = Reading(
            run_id=run.id, source=run.source, actor=run.source, at=run.started_at, licence=run.licence
        )

    def take_in(self, rows: Iterator[Row]) -> Report:
        started = time.perf_counter()
        status = RunStatus.DONE
        try:
            while batch := self._next_batch(rows):
                self._batch(batch)
                if self.progress:
                    self.progress(self.report.read)
        except BaseException:
            self._finish(RunStatus.FAILED)
            raise
        if self.report.message:
            status = RunStatus.FAILED
        self.report.seconds = time.perf_counter() - started
        self._finish(status)
        self.report.seconds = time.perf_counter() - started
        return self.report

    def _next_batch(self, rows: Iterator[Row]) -> list[Row]:
        batch: list[Row] = []
        try:
            batch.extend(islice(rows, BATCH))
        except SourceFailed as failure:
            self.report.message = failure.message
        return batch

    def _batch(self, batch: list[Row]) -> None:
        """Commit a batch whole with the run's record; a dry run rolls it back."""
        if self.report.dry_run:
            with self.catalogue.database.new_session(writing=True) as session:
                # A copy by `model_copy` would share what SQLAlchemy knows of the first batch's.
                session.add(ImportRun(**self.run.model_dump()))
                session.flush()
                self._rows(session, batch)
            return
        with self.catalogue.database.writing() as session:
            self._rows(session, batch)
            self._write_run(session)
        self.catalogue.follow()

    def _rows(self, session: Session, batch: list[Row]) -> None:
        ids = [row.source_id for row in batch if isinstance(row, Incoming)]
        known = known_fingerprints(session, self.run.source, ids)
        for row in batch:
            self.report.read += 1
            if isinstance(row, Rejected):
                self.report.rejects.append(row)
            elif (said := fingerprint(row)) == known.get(row.source_id):
                self.report.unchanged += 1
            else:
                self._record(session, row, said, is_new=row.source_id not in known)

    def _record(self, session: Session, row: Incoming, said: str, *, is_new: bool) -> None:
        try:
            with session.begin_nested():
                merged = merge(session, row, self.reading, said, is_new=is_new)
        except Refusal as refusal:
            self.report.rejects.append(Rejected(row.row, refusal.field, refusal.message, row.cells))
            return
        self._count(row, merged)

    def _count(self, row: Incoming, merged: Merged) -> None:
        setattr(self.report, merged.did, getattr(self.report, merged.did) + 1)
        self.report.offered += merged.offered
        if merged.did != "unchanged" and len(self.report.outcomes) < OUTCOMES_KEPT:
            self.report.outcomes.append(outcome_of(row, merged))

    def _write_run(self, session: Session) -> None:
        run = session.get(ImportRun, self.run.id)
        if run is not None:
            run.counts = self.report.counts()
            run.rejects = [
                {"row": r.row, "field": r.field, "message": r.message, "values": dict(r.values)}
                for r in self.report.rejects
            ]

    def _finish(self, status: RunStatus) -> None:
        if self.report.dry_run:
            return
        with self.catalogue.writing() as session:
            self._write_run(session)
            run = session.get(ImportRun, self.run.id)
            if run is not None:
                run.status, run.finished_at, run.message = status, now(), self.report.message


def _end_what_was_killed(session: Session, source: str) -> None:
    """Nobody else runs this source now, so what still claims to run was stopped before it could say so."""
    running = select(ImportRun).where(ImportRun.source == source, ImportRun.status == RunStatus.RUNNING)
    for run in session.exec(running):
        run.status, run.finished_at, run.message = RunStatus.FAILED, now(), "It was stopped before its end."


def _unrepeated(rows: Iterable[Row]) -> Iterator[Row]:
    """Refuse a record whose id came before in the same run: which of the two is meant, nobody can tell."""
    seen: dict[str, int] = {}
    for row in rows:
        if isinstance(row, Incoming):
            first = seen.setdefault(row.source_id, row.row)
            if first != row.row:
                message = f"The id {row.source_id} was already used in row {first}"
                yield Rejected(row.row, "id", message, row.cells)
                continue
        yield row


@contextmanager
def _only_run_of(data_dir: Path, source: str) -> Iterator[None]:
    folder = data_dir / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"import-{source.encode().hex()[:100]}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise Unavailable(f"Another import of {source} is going on. Wait for it to end.") from error
    with lock:
        yield
