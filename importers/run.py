"""A run: records in, a report out, one run record, one commit a batch.

A kill loses at most the batch in hand; running again goes on from there, for what is in already is unchanged.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from directory.catalogue import Catalogue
from directory.duplicates.candidates import Finder
from directory.duplicates.model import matching_model
from directory.errors import Refusal
from directory.memory import give_back, seldom_collected
from directory.models import ImportRun, RunStatus
from directory.search.document import Packed
from directory.sources import keep_source
from directory.taxonomies import list_terms, terms_version
from importers.absent import GRACE, is_complete, is_known, mark_missing, overdue
from importers.arrival import Arranging, Arrival
from importers.fingerprints import Seen, fingerprint, settled
from importers.incoming import Found, Gone, Incoming, Rejected, SourceFailed
from importers.locks import only_run_of
from importers.merge import Coming, Merged, Merger, Reading
from importers.outcomes import outcome_of
from importers.report import Report
from importers.run_record import begin_run, end_run, end_what_was_killed, tell_run
from importers.understanding import Here, Pending, Readers, Told

BATCH = 1_000
"""Rows that are committed at once: every commit writes each page of the database that it touched."""
TOGETHER = 500
"""Rows of them that are matched and merged at once."""
AHEAD = 1
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
    """As somebody named it for this source."""
    usual_licence: str | None = None
    """That of what is published in this form."""
    precedence: int = 60
    incremental: bool = False
    salt: str = ""
    """By which rules records are understood; when they change, each is read once more."""
    grace: timedelta = GRACE
    run_id: str = ""
    """The run was begun already under this id."""


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
    with only_run_of(catalogue.settings.data_dir, terms.source):
        with catalogue.database.writing() as session:
            end_what_was_killed(session, terms.source, but=terms.run_id)
        if not dry_run:
            return _Run(catalogue, terms, readers or Here(), progress).take_in(iter(rows))
        tried = _Tried(catalogue, _begin(catalogue, terms, dry_run=True).id)
        with catalogue.trying() as elsewhere:
            # Its own record: the one that people look at is written to while this goes on.
            run = _Run(elsewhere, replace(terms, run_id=""), readers or Here(), progress, tried)
            return run.take_in(iter(rows))


@dataclass(frozen=True)
class _Tried:
    """Where a dry run is kept to be looked at, outside of what it changes at will."""

    catalogue: Catalogue
    run_id: str

    def tell(self, report: Report) -> None:
        with self.catalogue.database.writing() as session:
            tell_run(session, self.run_id, report)

    def end(self, report: Report, status: RunStatus) -> None:
        with self.catalogue.database.writing() as session:
            end_run(session, self.run_id, report, status)


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
        self,
        catalogue: Catalogue,
        terms: Terms,
        readers: Readers,
        progress: Progress | None,
        tried: _Tried | None = None,
    ) -> None:
        self.catalogue, self.terms, self.readers, self.progress = catalogue, terms, readers, progress
        self.seen, self.tried = Seen(), tried
        self.run = _begin(catalogue, terms, dry_run=False)
        self.report = Report(run=self.run.id, source=terms.source, format=terms.format)
        if tried:
            self.report.run, self.report.tried, self.report.dry_run = None, tried.run_id, True
        with catalogue.database.reading() as session:
            finder = Finder(session, matching_model(catalogue.settings.data_dir))
            self.is_first = not is_known(session, terms.source)
            needs, self.vocabulary = list_terms(session), terms_version(session)
        self.arranging = Arranging(terms.source, catalogue.database.engine.dialect, needs, self.run.started_at)
        reading = Reading(self.run.id, terms.source, terms.source, self.run.started_at, self.run.licence)
        self.merger = Merger(reading, finder, self.arranging, is_first=self.is_first)
        self.written: list[Packed] = []
        self.in_hand: Sequence[Row] = ()

    def take_in(self, rows: Iterator[Row]) -> Report:
        started = time.perf_counter()
        try:
            with seldom_collected(), self.catalogue.taking_in(self.terms.salt or self.vocabulary) as self.intake:
                self._go_through(rows)
                if not self.report.message and not self.terms.incremental and not self.is_first:
                    self._look_for_absent()
                self.report.seconds = time.perf_counter() - started
        except BaseException:
            self._finish(RunStatus.FAILED)
            raise
        finally:
            self.readers.close()
            self.seen.close()
        self.report.steps["matching"] = self.merger.matching_seconds
        self.report.steps["writing"] = self.report.steps.get("writing", 0.0) - self.merger.matching_seconds
        self._finish(RunStatus.FAILED if self.report.message else RunStatus.DONE)
        self.report.seconds = time.perf_counter() - started
        return self.report

    def _go_through(self, rows: Iterator[Row]) -> None:
        try:
            self._take_all(rows)
        except SourceFailed as failure:
            self.report.message = failure.message

    def _take_all(self, rows: Iterator[Row]) -> None:
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
        if self.is_first:
            return
        with self.catalogue.database.reading() as session:
            known = settled(session, self.terms.source, batch.prints.values())
        for place, print_ in batch.prints.items():
            if known.get(print_):
                batch.same[place] = known[print_].pop(0)

    def _take(self, batch: _Batch) -> None:
        with self._step("understanding"):
            understood = batch.pending() if batch.pending else iter(())
        self.in_hand = batch.rows
        coming = self._coming(batch, understood)
        with self._step("writing"), self.catalogue.database.writing() as session:
            while some := list(islice(coming, TOGETHER)):
                self._merge(session, some)
            tell_run(session, self.run.id, self.report)
        if self.tried:
            self.tried.tell(self.report)
        with self._step("indexing"):
            self.intake.add(self.written)
            self.written = []
        give_back()
        if self.progress:
            self.progress(self.report.read)

    def _coming(self, batch: _Batch, understood: Iterator[Told]) -> Iterator[Coming]:
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
            if isinstance(said, Incoming):
                said = self.arranging.arrival(said)
            if isinstance(said, Rejected):
                self.report.reject(said)
            elif (once := self._unrepeated(said)) is not None:
                yield once, batch.prints.get(place, "")

    def _unrepeated(self, said: Arrival | Gone) -> Arrival | Gone | None:
        """The record under an id that came in no row before; None, and a reject, when there is none."""
        if self.seen.add(said.source_id, said.row) == said.row:
            return said
        spare = said.spare_id if isinstance(said, Arrival) else None
        if isinstance(said, Arrival) and spare and self.seen.add(spare, said.row) == said.row:
            return self.arranging.again(said, spare)
        self._repeated(said.source_id, said)
        return None

    def _repeated(self, source_id: str, row: Row | Arrival) -> None:
        """Which of two records of one id is meant, nobody can tell."""
        message = f"The id {source_id} was already used in row {self.seen.add(source_id, row.row)}"
        self.report.reject(Rejected(row.row, "id", message, self._cells_of(row)))

    def _cells_of(self, record: Row | Arrival) -> Mapping[str, str]:
        """The row as it came, to be corrected."""
        row = next((row for row in self.in_hand if row.row == record.row), record)
        return row.as_cells() if isinstance(row, Found) else row.cells if isinstance(row, Incoming) else {}

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
        cells = self._cells_of(record)
        try:
            with session.begin_nested():
                (merged,) = self.merger.take(session, [coming])
        except Refusal as refusal:
            self.report.reject(Rejected(record.row, refusal.field, refusal.message, cells))
        except DBAPIError:
            self.report.reject(Rejected(record.row, None, "The database cannot keep what this record says", cells))
        else:
            self._count(record, merged)

    def _count(self, record: Arrival | Gone, merged: Merged) -> None:
        name = "duplicates_merged" if merged.did == "merged" else merged.did
        setattr(self.report, name, getattr(self.report, name) + 1)
        self.report.offered += merged.offered
        if merged.did == "added" and isinstance(record, Arrival) and record.document:
            self.written.append(record.document)
        self.report.duplicates_to_review += merged.held
        self.report.withdrawn += merged.withdrawn
        if merged.did != "unchanged" and len(self.report.outcomes) < OUTCOMES_KEPT:
            self.report.outcomes.append(outcome_of(record, merged))

    def _look_for_absent(self) -> None:
        """After a complete reading: what did not come is missing; what has been missing for long is withdrawn."""
        with self.catalogue.database.writing() as session:
            if not is_complete(session, self.terms.source, self.seen):
                return
            if self.report.rejected > len(self.report.rejects):
                # Not all that came and could not be read is known any more.
                return
            for rejected in self.report.rejects:
                # What came and could not be read is not gone, whatever its source calls the id.
                for value in rejected.values.values():
                    self.seen.add(value, rejected.row)
            self.report.missing = mark_missing(session, self.terms.source, self.seen, self.run.started_at)
            while records := overdue(session, self.terms.source, self.run.started_at, self.terms.grace):
                self.report.withdrawn += self.merger.withdraw(session, records)

    def _finish(self, status: RunStatus) -> None:
        with self.catalogue.writing() as session:
            end_run(session, self.run.id, self.report, status)
        if self.tried:
            self.tried.end(self.report, status)

    @contextmanager
    def _step(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self.report.steps[name] = self.report.steps.get(name, 0.0) + time.perf_counter() - began


def _begin(catalogue: Catalogue, terms: Terms, *, dry_run: bool) -> ImportRun:
    """The run's record; of a dry run the one outside, by which no source becomes known."""
    with catalogue.database.writing() as session:
        licence = terms.licence or terms.usual_licence
        if not dry_run:
            named, usual = terms.licence, terms.usual_licence
            source = keep_source(session, terms.source, licence=named, usual=usual, precedence=terms.precedence)
            licence = source.licence
        return begin_run(
            session,
            terms.source,
            origin=terms.origin,
            actor=terms.actor,
            licence=licence,
            dry_run=dry_run,
            format=terms.format,
            run_id=terms.run_id,
        )
