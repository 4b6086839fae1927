"""Zip files and spreadsheets that are made to hurt: refused by what they say of themselves, or read where it harms nobody."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from directory.catalogue import Catalogue
from importers.guessing import guess_mapping
from importers.incoming import SourceFailed
from importers.origin import Origin
from tests.importers.bad_input.taking_in import assets_in, take_in
from tests.importers.workbook import write_workbook

SHEET = "xl/worksheets/s1.xml"
FAR_CELL = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b'<!ENTITY passwords SYSTEM "file:///etc/passwd">]><worksheet'
)
TOO_MUCH = "asks for more memory than a list of records needs"
OPEN_DOCUMENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="S">{}</table:table></office:spreadsheet></office:body></office:document-content>'
)
ROWS = {
    "a cell repeated a thousand million times": "{name}<table:table-row>{many}</table:table-row>",
    "a row of cells without end, without end": '{name}<table:table-row table:number-rows-repeated="1048576">{many}</table:table-row>',
    "two thousand million spaces": "{name}<table:table-row>{spaces}</table:table-row>",
}


def zipped(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(f"{name}.csv", content)
    return path


def changed(folder: Path, change: Callable[[bytes], bytes]) -> Path:
    """A spreadsheet whose sheet was changed after it was written."""
    whole = write_workbook(folder / "whole.xlsx", {"S": [["name", "description"], ["Hub", "Tea"]]})
    path = folder / "groups.xlsx"
    with zipfile.ZipFile(whole) as packed, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as again:
        for name in packed.namelist():
            again.writestr(name, change(packed.read(name)) if name == SHEET else packed.read(name))
    return path


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (b"</sheetData>", FAR_CELL, TOO_MUCH),
        (b'r="A2"', b'r="ZZZZZZZ99999999999"', TOO_MUCH),
        (b'r="A2"', b'r="@"', "is damaged"),
        (b"<worksheet", ENTITIES, None),
        (b"<t>Hub</t>", b"<t>&j;&passwords;</t>", "is damaged"),
        (b"</sheetData>", b"", None),
    ],
)
def test_a_sheet_that_asks_for_too_much(
    catalogue: Catalogue, tmp_path: Path, before: bytes, after: bytes, sentence: str | None
) -> None:
    path = changed(tmp_path, lambda sheet: sheet.replace(before, after))
    report = take_in(catalogue, path)
    assert (sentence or "") in (report.message or "")
    assert not any("root:" in str(asset) or "aaaaaaaaaa" in str(asset) for asset in assets_in(catalogue))
    if sentence == TOO_MUCH:
        with pytest.raises(SourceFailed, match=TOO_MUCH):
            guess_mapping(Origin.at(path))


@pytest.mark.parametrize("name", ROWS)
def test_an_open_document_that_repeats_itself(catalogue: Catalogue, tmp_path: Path, name: str) -> None:
    cell = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
    parts = {
        "name": f"<table:table-row>{cell.format('', 'name')}</table:table-row>",
        "many": cell.format(' table:number-columns-repeated="1000000000"', "Tea"),
        "spaces": cell.format("", 'Hub<text:s text:c="2000000000"/>'),
    }
    path = tmp_path / "groups.ods"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
        packed.writestr("content.xml", OPEN_DOCUMENT.format(ROWS[name].format(**parts)))
    report = take_in(catalogue, path)
    assert report.message
    assert report.added == 0


def test_a_zip_that_would_fill_the_disk(catalogue: Catalogue, tmp_path: Path) -> None:
    path = zipped(tmp_path / "bomb.zip", services=b"id,name\n" + bytes(200_000_000))
    assert take_in(catalogue, path).message == "The file bomb.zip would unpack to 200 MB, which is too much."


def test_a_zip_in_a_folder_too(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "extract").mkdir()
    zipped(tmp_path / "extract/publicextract.charity.zip", **{"publicextract.charity": bytes(200_000_000)})
    assert "would unpack to 200 MB" in (take_in(catalogue, tmp_path / "extract", "charity-register").message or "")


def test_a_zip_in_a_zip_is_not_opened(catalogue: Catalogue, tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", services=bytes(40_000_000)).read_bytes()
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as packed:
        packed.writestr("services.zip", inner)
        packed.writestr("services.csv", "id,name\n1,Hub\n")
        packed.writestr("locations.csv", "id,name\n1,Hall\n")
    assert take_in(catalogue, tmp_path / "outer.zip").added == 1


def test_ten_thousand_files_are_no_package(catalogue: Catalogue, tmp_path: Path) -> None:
    zipped(tmp_path / "many.zip", **{f"f{at}": b"" for at in range(10_001)})
    assert "holds more than 10,000 files" in (take_in(catalogue, tmp_path / "many.zip").message or "")


@pytest.mark.parametrize(
    ("says", "sentence"), [(100, "is damaged or was cut short"), (0xFFFFFFF0, "unpack to 4,294 MB")]
)
def test_a_zip_that_lies_about_its_size(catalogue: Catalogue, tmp_path: Path, says: int, sentence: str) -> None:
    path = zipped(tmp_path / "lie.zip", services=b"id,name\n" + b"1,Hub\n" * 1_000_000, locations=b"id,name\n1,Hall\n")
    whole = bytearray(path.read_bytes())
    entry = whole.index(b"PK\x01\x02")
    whole[entry + 24 : entry + 28] = struct.pack("<I", says)
    path.write_bytes(whole)
    assert sentence in (take_in(catalogue, path).message or "")


def test_names_that_lead_out_of_the_folder_lead_nowhere(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("id,name\n9,Not this one\n")
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in/out.zip", "w") as packed:
        packed.writestr("../services.csv", "id,name\n1,Hub\n")
        packed.writestr("../locations.csv", "id,name\n1,Hall\n")
    take_in(catalogue, tmp_path / "in/out.zip")
    assert {asset.name for asset in assets_in(catalogue)} <= {"Hub"}
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == ["services.csv"]


def test_bytes_that_only_begin_like_a_zip(catalogue: Catalogue, tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        packed.writestr("services.csv", "id,name\n1,Hub\n")
    (tmp_path / "cut.zip").write_bytes(whole.getvalue()[:40])
    assert "cannot be unpacked" in (take_in(catalogue, tmp_path / "cut.zip").message or "")
