"""Samples with bytes changed, left out and put in: a sentence or a record comes out, and nothing else."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.guessing import guess_mapping
from importers.incoming import Gone, Incoming, Rejected, RowRefused, SourceFailed
from importers.origin import Origin
from importers.sources import get_format
from tests.importers.reading import SAMPLES

FORMATS = ("hsds-tables", "charity-register", "cqc", "nhs-ods", "hsds-uk", "oruk1", "outpost-csv", "csv", "xlsx")
FILES = [file for format in FORMATS for file in sorted((SAMPLES / format).iterdir())]
PIECES = (
    b"",
    b"\x00",
    b'"',
    b"\n",
    b",",
    b"\t",
    b"{",
    b"]",
    b"\xff\xfe",
    b"PK\x03\x04",
    b"null",
    b"-1",
    b"\xc2\xac",
    b"9" * 400,
)


@pytest.mark.parametrize("sample", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 60), st.sampled_from(PIECES) | st.binary(max_size=8)),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_was_done_to_the_file(
    tmp_path_factory: pytest.TempPathFactory, sample: Path, changes: list[tuple[float, int, bytes]]
) -> None:
    damaged = bytearray(sample.read_bytes())
    for where, length, piece in changes:
        at = int(where * len(damaged))
        damaged[at : at + length] = piece
    path = tmp_path_factory.mktemp("damaged") / sample.name
    path.write_bytes(damaged)
    source, sentence = get_format(sample.parent.name), "It was read to its end."
    try:
        for found in source.find(Origin.at(path), None):
            assert isinstance(found, Rejected) or _is_understood_or_refused(source, found)
    except SourceFailed as failure:
        sentence = failure.message
    assert sentence.endswith(".")


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_whatever_a_file_holds_it_is_recognised_or_not(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.csv"
    path.write_bytes(content)
    with suppress(SourceFailed):
        origin = Origin.at(path)
        assert all(0 <= get_format(format).recognises(origin) <= 1 for format in FORMATS)
        assert all(guess.heading for guess in guess_mapping(origin))


def _is_understood_or_refused(source: object, found: object) -> bool:
    try:
        said = source.understand(found)  # type: ignore[attr-defined]
    except RowRefused as refusal:
        return bool(refusal.message)
    return isinstance(said, Incoming | Gone)
