"""Records understood in other processes: the same as here, and nobody waits for one that died."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlmodel import select

from bench.generated import write_csv
from directory.catalogue import Catalogue
from directory.models import ImportRun, RunStatus
from importers import elsewhere
from importers.elsewhere import Growing, Recipe, arranged
from importers.incoming import Found
from importers.read import open_source
from importers.run import import_rows
from importers.understanding import Here, Reader, Understood
from tests.importers.keepers import HUB, listings, sum_of

BATCH = 100
ROWS = 3 * BATCH


class Mortal:
    """A reader whose process dies of one record, as it does when memory ends."""

    def __init__(self, reader: Reader, deadly: str) -> None:
        self._reader, self._deadly = reader, deadly

    def read_all(self, records: Sequence[Found]) -> list[Understood]:
        if any(found.as_cells().get("id") == self._deadly for found in records):
            os._exit(9)
        return self._reader.read_all(records)


@dataclass(frozen=True)
class Deadly(Recipe):
    """A recipe for readers that one record kills."""

    deadly: str = ""

    def reader(self) -> Reader:
        return Mortal(super().reader(), self.deadly)  # type: ignore[return-value]  # as much of one as is called


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of generated records; from the second batch on they are understood elsewhere."""
    monkeypatch.setattr("importers.run.BATCH", BATCH)
    monkeypatch.setattr(elsewhere, "MANY", BATCH)
    write_csv(tmp_path / "generated.csv", ROWS)
    return tmp_path / "generated.csv"


def test_what_is_understood_elsewhere_is_what_is_understood_here(catalogue: Catalogue, written: Path) -> None:
    records = list(open_source(catalogue, written, source="hub").records)
    found = [one for one in records if isinstance(one, Found)]
    assert len(found) == ROWS
    recipe = open_source(catalogue, written, source="hub").recipe
    growing = Growing(recipe)
    pending = [growing.submit(found[start : start + BATCH]) for start in range(0, ROWS, BATCH)]
    assert growing._pool is not None
    elsewhere_ = [one for answer in pending for one in answer()]
    growing.close()
    assert elsewhere_ == arranged(recipe.reader(), recipe.arranging(), found)


def test_a_process_that_dies_ends_the_run_with_a_sentence(catalogue: Catalogue, written: Path) -> None:
    opened = open_source(catalogue, written, source="hub")
    made = opened.recipe
    deadly = written.read_text().splitlines()[BATCH + 10].split(",")[0]
    readers = Growing(Deadly(**vars(made), deadly=deadly))
    started = time.monotonic()
    report = import_rows(catalogue, opened.records, HUB, readers=readers)
    assert time.monotonic() - started < 60
    assert report.message
    assert report.message.startswith("A process that understands records was stopped")
    assert report.read == BATCH == sum_of(report)
    assert len(listings(catalogue)) == report.added
    with catalogue.reading() as session:
        (run,) = session.exec(select(ImportRun))
    assert (run.status, run.message) == (RunStatus.FAILED, report.message)
    # What killed it is gone from the file: the run goes on from there.
    again = import_rows(
        catalogue, open_source(catalogue, written, source="hub").records, HUB, readers=Here(made.reader())
    )
    assert (again.message, again.unchanged) == (None, BATCH)
    assert again.read == ROWS == sum_of(again)
