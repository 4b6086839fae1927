"""Every sample, cut short at twenty places: what came before the cut is read, and somebody is told."""

from pathlib import Path

import pytest

from directory.catalogue import Catalogue
from importers.incoming import Incoming, Rejected, SourceFailed
from importers.read import read
from tests.importers.bad_input.taking_in import is_plain, take_in
from tests.importers.reading import SAMPLES

FILES = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
PLACES = 20


@pytest.fixture(params=FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def sample(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_at_twenty_places_in_its_own_format(catalogue: Catalogue, sample: Path, tmp_path: Path) -> None:
    whole, cut = sample.read_bytes(), tmp_path / sample.name
    most = _records(catalogue, sample, sample.parent.name)[0]
    silent = 0
    for place in range(PLACES):
        cut.write_bytes(whole[: len(whole) * place // PLACES])
        records, sentence = _records(catalogue, cut, sample.parent.name)
        assert records <= most
        assert sentence is None or is_plain(sentence), sentence
        silent += sentence is None and records < most
    # A cut between two lines leaves a whole file behind it; between two places in a line, or in a document, it does not.
    assert silent <= (PLACES // 2 if _is_of_lines(sample) else 0)


def test_in_its_middle_guessed_and_taken_in(catalogue: Catalogue, sample: Path, tmp_path: Path) -> None:
    cut = tmp_path / sample.name
    cut.write_bytes(sample.read_bytes()[: sample.stat().st_size // 2])
    report = take_in(catalogue, cut)
    assert report.message or report.read


def _is_of_lines(sample: Path) -> bool:
    return sample.suffix in (".csv", ".txt", ".ndjson", ".ics", ".html")


def _records(catalogue: Catalogue, path: Path, format: str) -> tuple[int, str | None]:
    """How many records are read of it, and what is said where it breaks off."""
    count, refused = 0, None
    try:
        for row in read(catalogue, path, source="s", format=format)[1]:
            count += isinstance(row, Incoming)
            refused = row.message if isinstance(row, Rejected) else refused
    except SourceFailed as failure:
        return count, failure.message
    return count, refused
