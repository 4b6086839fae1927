"""Something else where records should be: a web page, nothing, headings alone, another version. Never silence."""

import json
from pathlib import Path

import pytest

from directory.catalogue import Catalogue
from importers.sources import list_formats
from tests.importers.bad_input.taking_in import take_in
from tests.importers.documents import Reply, hosted
from tests.importers.reading import SAMPLES

PAGE = b"<!DOCTYPE html><html><head><title>502</title></head><body><h1>Bad Gateway</h1></body></html>"
LOGIN = b"\n <html><body><form action=/sign-in><input name=user></form></body></html>"
OTHERS = {
    "empty.json": b"",
    "null.json": b"null",
    "word.json": b'"services"',
    "list.json": b"[]",
    "object.json": b"{}",
    "error.json": b'{"error": {"code": 503, "message": "upstream timed out"}}',
    "space.csv": b" \n\n\r\n",
    "mark.csv": b"\xef\xbb\xbf",
    "picture.csv": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "paper.xlsx": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    "version.json": b'{"version": "4.0", "profile": "x", "contents": {"services": {"1": {"title": "Hub"}}}}',
    "newer.json": json.dumps({"hsds": "9", "data": [{"uuid": "1", "title": "Hub", "summary": "Tea"}]}).encode(),
    "broken.ics": b"BEGIN:VCALENDAR\nEND:VEVENT\nBEGIN:VEVENT\n",
    "lines.ndjson": b"not json\n{]\n\n",
}
HEADINGS = {
    "csv": "id,name,description,postcode\n",
    "outpost-csv": (SAMPLES / "outpost-csv/upload.csv").read_text().partition("\n")[0] + "\n",
    "cqc": "Name,Address,Postcode,Provider name,CQC Location ID (for office use only),CQC Provider ID\n",
    "charity-register": "organisation_number,registered_charity_number,linked_charity_number,charity_name\n",
}


@pytest.mark.parametrize("format", [None, *list_formats()])
@pytest.mark.parametrize("page", [PAGE, LOGIN])
def test_a_web_page_whatever_it_is_called(
    catalogue: Catalogue, tmp_path: Path, page: bytes, format: str | None
) -> None:
    for name in ("services.json", "groups.csv", "groups.xlsx", "events.ics", "page"):
        (tmp_path / name).write_bytes(page)
        report = take_in(catalogue, tmp_path / name, format)
        assert report.message == f"{name} is a web page, not a file of records. Look at the address again."


def test_a_web_page_over_http_that_calls_itself_fine(catalogue: Catalogue) -> None:
    with hosted() as host:
        for path, kind in (
            ("/services", "application/json"),
            ("/groups.csv", "text/csv"),
            ("/events.ics", "text/html"),
        ):
            host.documents[path] = Reply(PAGE, headers={"Content-Type": kind})
            report = take_in(catalogue, host.url + path)
            assert report.read == 0
            assert report.message
            assert "is a web page" in report.message


@pytest.mark.parametrize("name", OTHERS)
def test_what_holds_no_records_is_said_to_hold_none(catalogue: Catalogue, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(OTHERS[name])
    report = take_in(catalogue, tmp_path / name)
    assert report.added == 0
    assert report.message or report.rejected


@pytest.mark.parametrize("format", list_formats())
def test_in_no_format_that_was_asked_for(catalogue: Catalogue, tmp_path: Path, format: str) -> None:
    for name, content in OTHERS.items():
        (tmp_path / name).write_bytes(content)
        assert take_in(catalogue, tmp_path / name, format).added == 0


@pytest.mark.parametrize("format", HEADINGS)
def test_headings_alone(catalogue: Catalogue, tmp_path: Path, format: str) -> None:
    (tmp_path / "groups.csv").write_text(HEADINGS[format])
    report = take_in(catalogue, tmp_path / "groups.csv", format)
    assert (report.format, report.read, report.rejected, report.message) == (format, 0, 0, None)


def test_a_name_among_headings_of_another_format_is_not_denied(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_text("id,name\n1,Hub\n")
    report = take_in(catalogue, tmp_path / "groups.csv", "cqc")
    assert report.message == "The columns are not those of this format. The columns are: id, name."
