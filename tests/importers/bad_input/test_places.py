"""Places that are no files: devices, pipes, folders called like files, links in circles. Nothing is waited for."""

import os
from pathlib import Path

import pytest

from directory.catalogue import Catalogue
from importers.sources import list_formats
from tests.importers.bad_input.taking_in import take_in

NAMES = ("a.json", "b.ics", "services.csv", "c.html", "d.geojson", "e.ndjson", "f.zip", "publicextract.charity.csv")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/stdin", "/dev/random"])
def test_a_device(catalogue: Catalogue, device: str) -> None:
    report = take_in(catalogue, device)
    assert report.message
    assert "neither a file nor a folder" in report.message or "is empty" in report.message


def test_a_pipe(catalogue: Catalogue, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "groups.csv")
    assert take_in(catalogue, tmp_path / "groups.csv").message == "groups.csv is neither a file nor a folder."


@pytest.mark.parametrize("format", [None, *list_formats()])
def test_a_folder_of_pipes_links_and_folders(catalogue: Catalogue, tmp_path: Path, format: str | None) -> None:
    for kind in ("pipes", "devices", "nowhere", "folders"):
        (tmp_path / kind).mkdir()
        for name in NAMES:
            place = tmp_path / kind / name
            if kind == "pipes":
                os.mkfifo(place)
            elif kind == "folders":
                place.mkdir()
            else:
                place.symlink_to("/dev/zero" if kind == "devices" else "nowhere")
        report = take_in(catalogue, tmp_path / kind, format)
        assert report.message
        assert report.read == 0


def test_a_folder_that_holds_itself(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "loop").mkdir()
    (tmp_path / "loop/again").symlink_to(tmp_path / "loop")
    (tmp_path / "loop/services.json").write_text('[{"id": "1", "name": "Hub", "status": "active"}]')
    assert take_in(catalogue, tmp_path / "loop").added == 1


@pytest.mark.parametrize("name", [b"\xff\xfe.csv", b"a\nb.csv", "\u202ecsv.exe.csv".encode(), b"-rf.csv", b" .csv"])
def test_a_file_with_a_strange_name(catalogue: Catalogue, tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_text("name\nHub\n")
    assert take_in(catalogue, path).added == 1


@pytest.mark.parametrize(
    "name",
    ["", "a\0b.csv", "a" * 5_000, "no/such/file.csv", "file:///etc/passwd", "http://", "http://[", "https://a b/"],
)
def test_a_name_that_no_file_has(catalogue: Catalogue, name: str) -> None:
    assert take_in(catalogue, name).message
