"""Every sample of every format: nothing gets lost, a second import changes nothing, and undoing leaves nothing."""

from pathlib import Path

import pytest

from directory.assets import each_asset
from directory.catalogue import Catalogue
from importers.read import import_from, read
from importers.sources import list_formats
from importers.undo import undo_run

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(path for path in SAMPLES.rglob("*") if path.is_file())


@pytest.fixture(params=FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def sample(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_format_has_a_sample() -> None:
    assert {path.parent.name for path in FILES} == set(list_formats())


def test_a_sample_is_recognised(catalogue: Catalogue, sample: Path) -> None:
    assert read(catalogue, sample, source="sample")[0] == sample.parent.name


def test_what_goes_in_comes_out_or_is_refused_with_a_reason(catalogue: Catalogue, sample: Path) -> None:
    report = import_from(catalogue, sample, source="sample", actor="tests")
    assert report.message is None
    assert report.read == report.added + report.rejected
    with catalogue.reading() as session:
        assert sum(1 for _ in each_asset(session, staff=True)) == report.added > 0
    assert all(reject.message and reject.row > 0 for reject in report.rejects)


def test_a_second_import_changes_nothing(catalogue: Catalogue, sample: Path) -> None:
    first = import_from(catalogue, sample, source="sample", actor="tests")
    again = import_from(catalogue, sample, source="sample", actor="tests")
    assert (again.added, again.changed, again.unchanged) == (0, 0, first.added)
    assert again.read == first.read
    assert again.rejected == first.rejected


def test_undoing_leaves_nothing(catalogue: Catalogue, sample: Path) -> None:
    report = import_from(catalogue, sample, source="sample", actor="tests")
    with catalogue.writing() as session:
        undone = undo_run(session, report.run or "", actor="curator")
    assert undone.taken_out == report.added
    with catalogue.reading() as session:
        assert list(each_asset(session, staff=True)) == []
    assert catalogue.index.versions() == {}


def test_what_was_undone_can_come_in_again(catalogue: Catalogue, sample: Path) -> None:
    first = import_from(catalogue, sample, source="sample", actor="tests")
    with catalogue.writing() as session:
        undo_run(session, first.run or "", actor="curator")
    assert import_from(catalogue, sample, source="sample", actor="tests").added == first.added


def test_a_dry_run_keeps_nothing(catalogue: Catalogue, sample: Path) -> None:
    dry = import_from(catalogue, sample, source="sample", actor="tests", dry_run=True)
    with catalogue.reading() as session:
        assert list(each_asset(session, staff=True)) == []
    real = import_from(catalogue, sample, source="sample", actor="tests")
    assert dry.run is None
    assert dry.counts() == real.counts()
    assert [outcome.name for outcome in dry.outcomes] == [outcome.name for outcome in real.outcomes]
