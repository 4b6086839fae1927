"""A run: records in, a report out, one run record, one commit a batch.

A kill loses at most the batch in hand; running again goes on from there, for what is in already is unchanged.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from directory.catalogue import Catalogue
from directory.clock import now
from directory.duplicates.candidates import Finder
from directory.duplicates.model import matching_model
from directory.errors import Refusal, Unavailable
from directory.models import ImportRun, RunStatus
from directory.sources import keep_source
from importers.absent import GRACE, is_complete, mark_missing, overdue
from importers.fingerprints import Seen, fingerprint, settled
from importers.incoming import Found, Gone, Incoming, Rejected, SourceFailed
from importers.merge import Coming, Merged, Merger, Reading
from importers.outcomes import outcome_of
from importers.report import Report
from importers.understanding import Here, Pending, Readers, Understood

BATCH = 500
AHEAD = 3
"""Batches that may be understood while an earlier one is written."""
OUTCOMES_KEPT = 1000
"""So many records are shown with what became of them; the numbers count them all."""

Row = Found | Incoming | Gone | Rejected
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Terms:
    """How a source is read: whose word counts how much, under what licence, and what its silence means."""

    source: str
    format: str
    origin: str
    actor: str
    licence: str | None = None
    precedence: int = 60
    incremental: bool = False
    salt: str = ""
    """By which rules records are understood; when they change, each is read once more."""
    grace: timedelta = GRACE


def import_rows(
    catalogue: Catalogue,
    rows: Iterable[Row],
    terms: Terms,
    *,
    readers: Readers | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Take rows in under the name of a source. With `dry_run` nothing is kept but the report.

    `progress` is told the number of rows read after every batch. Unavailable while another run of the same
    source goes on. A source that fails half way leaves what was read, and says so in the report's message.
    """
    with _only_run_of(catalogue.settings.data_dir, terms.source):
        if not dry_run:
            return _Run(catalogue, terms, readers or Here(), progress).take_in(iter(rows))
        with catalogue.trying() as elsewhere:
            report = _Run(elsewhere, terms, readers or Here(), progress, dry_run=True).take_in(iter(rows))
        return _kept_try(catalogue, report, terms)


@dataclass
class _Batch:
    """Rows on their way: those that say what they said before, and those that are still being understood."""

    rows: list[Row]
    same: dict[int, str] = field(default_factory=dict)
    """By its place, the id of a record that says what it said."""
    prints: dict[int, str] = field(default_factory=dict)
    pending: Pending | None = None


class _Run:
    """The state of one run while it goes on."""

    def __init__(
        self, catalogue: Catalogue, terms: Terms, readers: Readers, progress: Progress | None, dry_run: bool = False
    ) -> None:
        self.catalogue, self.terms, self.readers, self.progress = catalogue, terms, readers, progress
        self.seen = Seen()
        with catalogue.database.writing() as session:
            _end_what_was_killed(session, terms.source)
            source = keep_source(session, terms.source, licence=terms.licence, precedence=terms.precedence)
            self.run = ImportRun(source=terms.source, format=terms.format, origin=terms.origin, started_at=now())
            self.run.started_by, self.run.licence, self.run.dry_run = terms.actor, source.licence, dry_run
            session.add(self.run)
        self.report = Report(run=self.run.id, source=terms.source, format=terms.format, dry_run=dry_run)
        with catalogue.database.reading() as session:
            finder = Finder(session, matching_model(catalogue.settings.data_dir))
        reading = Reading(self.run.id, terms.source, terms.source, self.run.started_at, source.licence)
        self.merger = Merger(reading, finder)

    def take_in(self, rows: Iterator[Row]) -> Report:
        started = time.perf_counter()
        try:
            self._go_through(rows)
            if not self.report.message and not self.terms.incremental:
                self._look_for_absent()
        except BaseException:
            self._finish(RunStatus.FAILED)
            raise
        finally:
            self.readers.close()
            self.seen.close()
        self.report.seconds = time.perf_counter() - started
        with self._step("indexing"):
            self._finish(RunStatus.FAILED if self.report.message else RunStatus.DONE)
        self.report.seconds = time.perf_counter() - started
        return self.report

    def _go_through(self, rows: Iterator[Row]) -> None:
        under_way: deque[_Batch] = deque()
        try:
            while batch := self._next(rows):
                under_way.append(batch)
                if len(under_way) > AHEAD:
                    self._take(under_way.popleft())
        finally:
            # Also when reading failed: what came before is good.
            while under_way:
                self._take(under_way.popleft())

    def _next(self, rows: Iterator[Row]) -> _Batch | None:
        """The next rows, and those of them that say something new on their way to be understood."""
        with self._step("reading"):
            batch = _Batch(self._read(rows))
        if not batch.rows:
            return None
        with self._step("comparing"):
            self._compare(batch)
        unread = [row for place, row in enumerate(batch.rows) if isinstance(row, Found) and place not in batch.same]
        with self._step("understanding"):
            batch.pending = self.readers.submit(unread)
        return batch

    def _read(self, rows: Iterator[Row]) -> list[Row]:
        read: list[Row] = []
        try:
            read.extend(islice(rows, BATCH))
        except SourceFailed as failure:
            self.report.message = failure.message
        return read

    def _compare(self, batch: _Batch) -> None:
        """Find out which rows say what they said before."""
        batch.prints = {
            place: fingerprint(row, self.terms.salt)
            for place, row in enumerate(batch.rows)
            if isinstance(row, Found | Incoming)
        }
        with self.catalogue.database.reading() as session:
            known = settled(session, self.terms.source, batch.prints.values())
        for place, print_ in batch.prints.items():
            if known.get(print_):
                batch.same[place] = known[print_].pop(0)

    def _take(self, batch: _Batch) -> None:
        with self._step("understanding"):
            understood = iter(batch.pending() if batch.pending else ())
        coming = list(self._coming(batch, understood))
        with self._step("writing"), self.catalogue.database.writing() as session:
            self._merge(session, coming)
            self._write_run(session)
        with self._step("indexing"):
            self.catalogue.follow()
        if self.progress:
            self.progress(self.report.read)

    def _coming(self, batch: _Batch, understood: Iterator[Understood]) -> Iterator[Coming]:
        """The rows that are to be merged; the others are counted."""
        for place, row in enumerate(batch.rows):
            self.report.read += 1
            if place in batch.same:
                if self.seen.add(batch.same[place], row.row) == row.row:
                    self.report.unchanged += 1
                else:
                    self._repeated(batch.same[place], row)
                continue
            said = next(understood) if isinstance(row, Found) else row
            if isinstance(said, Rejected):
                self.report.reject(said)
            elif (once := self._unrepeated(said)) is not None:
                yield once, batch.prints.get(place, "")

    def _unrepeated(self, said: Incoming | Gone) -> Incoming | Gone | None:
        """The record under an id that came in no row before; None, and a reject, when there is none."""
        if self.seen.add(said.source_id, said.row) == said.row:
            return said
        spare = said.spare_id if isinstance(said, Incoming) else None
        if isinstance(said, Incoming) and spare and self.seen.add(spare, said.row) == said.row:
            return replace(said, source_id=spare)
        self._repeated(said.source_id, said)
        return None

    def _repeated(self, source_id: str, row: Row) -> None:
        """Which of two records of one id is meant, nobody can tell."""
        message = f"The id {source_id} was already used in row {self.seen.add(source_id, row.row)}"
        cells = row.as_cells() if isinstance(row, Found) else row.cells if isinstance(row, Incoming) else {}
        self.report.reject(Rejected(row.row, "id", message, cells))

    def _merge(self, session: Session, coming: list[Coming]) -> None:
        try:
            with session.begin_nested():
                merged = self.merger.take(session, coming)
        except (Refusal, DBAPIError):
            # One of them is to blame: alone, each of the others goes in.
            for one in coming:
                self._merge_alone(session, one)
            return
        for (record, _), done in zip(coming, merged, strict=True):
            self._count(record, done)

    def _merge_alone(self, session: Session, coming: Coming) -> None:
        record = coming[0]
        cells = record.cells if isinstance(record, Incoming) else {}
        try:
            with session.begin_nested():
                (merged,) = self.merger.take(session, [coming])
        except Refusal as refusal:
            self.report.reject(Rejected(record.row, refusal.field, refusal.message, cells))
        except DBAPIError:
            self.report.reject(Rejected(record.row, None, "The database cannot keep what this record says", cells))
        else:
            self._count(record, merged)

    def _count(self, record: Incoming | Gone, merged: Merged) -> None:
        name = "duplicates_merged" if merged.did == "merged" else merged.did
        setattr(self.report, name, getattr(self.report, name) + 1)
        self.report.offered += merged.offered
        self.report.duplicates_to_review += merged.held
        self.report.withdrawn += merged.withdrawn
        if merged.did != "unchanged" and len(self.report.outcomes) < OUTCOMES_KEPT:
            self.report.outcomes.append(outcome_of(record, merged))

    def _look_for_absent(self) -> None:
        """After a complete reading: what did not come is missing; what has been missing for long is withdrawn."""
        with self.catalogue.database.writing() as session:
            if not is_complete(session, self.terms.source, self.seen):
                return
            for rejected in self.report.rejects:
                # What came and could not be read is not gone.
                self.seen.add(rejected.values.get("id", ""), rejected.row)
            self.report.missing = mark_missing(session, self.terms.source, self.seen, self.run.started_at)
            while records := overdue(session, self.terms.source, self.run.started_at, self.terms.grace):
                self.report.withdrawn += self.merger.withdraw(session, records)

    def _write_run(self, session: Session) -> ImportRun:
        run = session.get_one(ImportRun, self.run.id)
        run.counts = self.report.counts()
        return run

    def _finish(self, status: RunStatus) -> None:
        with self.catalogue.writing() as session:
            run = self._write_run(session)
            run.rejects, run.outcomes = _rejects(self.report), [one.as_json() for one in self.report.outcomes]
            run.status, run.finished_at, run.message = status, now(), self.report.message

    @contextmanager
    def _step(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self.report.steps[name] = self.report.steps.get(name, 0.0) + time.perf_counter() - began


def _rejects(report: Report) -> list[dict[str, object]]:
    return [
        {"row": one.row, "field": one.field, "message": one.message, "values": dict(one.values)}
        for one in report.rejects
    ]


def _kept_try(catalogue: Catalogue, report: Report, terms: Terms) -> Report:
    """Keep of a dry run what it would have done, to be looked at."""
    run = ImportRun(source=terms.source, format=terms.format, origin=terms.origin, started_at=now(), dry_run=True)
    run.finished_at, run.started_by, run.licence = now(), terms.actor, terms.licence
    run.counts, run.rejects = report.counts(), _rejects(report)
    run.outcomes, run.message = [one.as_json() for one in report.outcomes], report.message
    run.status = RunStatus.FAILED if report.message else RunStatus.DONE
    with catalogue.database.writing() as session:
        session.add(run)
    report.run, report.tried = None, run.id
    return report


def _end_what_was_killed(session: Session, source: str) -> None:
    """Nobody else runs this source now, so what still claims to run was stopped before it could say so."""
    running = select(ImportRun).where(ImportRun.source == source, ImportRun.status == RunStatus.RUNNING)
    for run in session.exec(running):
        run.status, run.finished_at, run.message = RunStatus.FAILED, now(), "It was stopped before its end."


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
