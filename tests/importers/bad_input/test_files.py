"""Files that are broken: one plain sentence, what was good stays, and nothing is half-written."""

import json
import zipfile
from pathlib import Path

import pytest

from directory.assets import count_assets, each_asset
from directory.catalogue import Catalogue
from importers.incoming import SourceFailed
from importers.read import import_from
from importers.report import Report
from tests.importers.reading import SAMPLES


def imported(catalogue: Catalogue, path: Path) -> Report:
    report = import_from(catalogue, path, source="s", actor="tests")
    assert report.read == report.added + report.rejected
    with catalogue.reading() as session:
        assert count_assets(session) == report.added
    return report


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "groups.csv"


def test_a_file_cut_short_in_a_quoted_cell(catalogue: Catalogue, file: Path) -> None:
    file.write_text('name,description\nHub,"Tea and cake"\nChoir,"We sing pop, fo')
    report = imported(catalogue, file)
    assert report.added == 1
    assert report.message == "The file ends in the middle of row 3: was it cut short? What came before was read."


def test_a_file_cut_short_between_two_cells(catalogue: Catalogue, file: Path) -> None:
    file.write_text("name,description,phone\nHub,Tea,0151 496 0001\nChoir,We si")
    report = imported(catalogue, file)
    assert report.added == 1
    assert report.message
    assert "ends in the middle of row 3" in report.message


def test_a_last_row_without_an_end_of_line_is_whole(catalogue: Catalogue, file: Path) -> None:
    file.write_text("name,description\nHub,Tea\nChoir,We sing")
    assert imported(catalogue, file).added == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_usual_encodings_are_coped_with(catalogue: Catalogue, file: Path, encoding: str) -> None:
    file.write_bytes("name,cost\nGrief Café,£2\n".encode(encoding))
    assert imported(catalogue, file).added == 1
    with catalogue.reading() as session:
        (asset,) = each_asset(session)
    assert (asset.name, asset.cost_text) == ("Grief Café", "£2")


def test_one_line_in_another_encoding(catalogue: Catalogue, file: Path) -> None:
    file.write_bytes("name\nCafé One\n".encode() + "Café Two\n".encode("cp1252"))
    imported(catalogue, file)
    with catalogue.reading() as session:
        assert sorted(asset.name for asset in each_asset(session)) == ["Café One", "Café Two"]


@pytest.mark.parametrize("junk", [b"name\nHub\n\x00\x01\x02\n", b"name\nHub\nCaf\x81\x8d\n"])
def test_bytes_that_are_no_text(catalogue: Catalogue, file: Path, junk: bytes) -> None:
    file.write_bytes(junk)
    assert imported(catalogue, file).message == (
        "The file is neither UTF-8 nor Windows-1252 text. Save it again as “CSV UTF-8”."
    )


@pytest.mark.parametrize(
    ("column", "sentence"),
    [
        ("description", "row 2: The description is longer than 20,000 characters"),
        ("name", "row 2: The name is longer than 500 characters"),
        ("ward", "row 2: The ward is longer than 20,000 characters"),
    ],
)
def test_a_cell_of_a_million_characters(catalogue: Catalogue, file: Path, column: str, sentence: str) -> None:
    columns = ["name", "description", "ward"]
    cells = [("x" * 1_000_000 if name == column else "Hub") for name in columns]
    file.write_text(",".join(columns) + "\n" + ",".join(cells) + "\nChoir,We sing,County\n")
    report = imported(catalogue, file)
    assert [reject.sentence() for reject in report.rejects] == [sentence]
    assert report.added == 1


def test_a_field_of_a_million_characters_in_json(catalogue: Catalogue, tmp_path: Path) -> None:
    services = [{"id": "1", "name": "Hub", "status": "active", "description": "x" * 1_000_000}]
    (tmp_path / "s.json").write_text(json.dumps(services))
    report = imported(catalogue, tmp_path / "s.json")
    assert [reject.sentence() for reject in report.rejects] == [
        "row 1: The description is longer than 20,000 characters"
    ]


def test_a_missing_quotation_mark_costs_one_row(catalogue: Catalogue, file: Path) -> None:
    file.write_text("name,description\nHub,Tea, cake and chat\nChoir,We sing\n")
    report = imported(catalogue, file)
    assert [reject.row for reject in report.rejects] == [2]
    assert "3 cells under 2 headings" in report.rejects[0].message
    assert report.added == 1


def test_an_id_that_comes_twice(catalogue: Catalogue, file: Path) -> None:
    file.write_text("id,name\n7,Hub\n7,Choir\n")
    report = imported(catalogue, file)
    assert [reject.sentence() for reject in report.rejects] == ["row 3: The id 7 was already used in row 2"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file groups.csv is empty."),
        (
            b"<!DOCTYPE html><html><body>502 Bad Gateway",
            "groups.csv is a web page, not a file of records. Look at the address again.",
        ),
        (b"PK\x03\x04 cut short", "The file groups.csv is damaged or was cut short: it cannot be unpacked."),
    ],
)
def test_what_is_no_file_of_records_at_all(catalogue: Catalogue, file: Path, content: bytes, sentence: str) -> None:
    file.write_bytes(content)
    with pytest.raises(SourceFailed) as failed:
        import_from(catalogue, file, source="s", actor="tests")
    assert failed.value.message == sentence


def test_a_file_without_a_name_column(catalogue: Catalogue, file: Path) -> None:
    file.write_text("colour,size\nred,3\n")
    report = imported(catalogue, file)
    assert report.message == "There is no column called “name”. The columns are: colour, size."


def test_a_spreadsheet_that_would_unpack_to_too_much(catalogue: Catalogue, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/workbook.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(600):
            part.write(bytes(1_000_000))
    with pytest.raises(SourceFailed, match="would unpack to 600 MB, which is too much"):
        import_from(catalogue, bomb, source="s", actor="tests")


def test_json_cut_short_keeps_what_came_before(catalogue: Catalogue, tmp_path: Path) -> None:
    whole = (SAMPLES / "hsds-uk/page.json").read_text()
    (tmp_path / "cut.json").write_text(whole[: whole.index("Bootle Job Club")])
    report = imported(catalogue, tmp_path / "cut.json")
    assert report.added == 1
    assert report.message == "The JSON is damaged, or the file was cut short. What came before was read."


def test_json_of_something_else(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"type": "FeatureCollection", "features": []}')
    with pytest.raises(SourceFailed, match=r"x\.json is in no format that we know"):
        import_from(catalogue, tmp_path / "x.json", source="s", actor="tests")


def test_characters_that_no_database_keeps(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('[{"id": "1", "name": "Hub\\u0000 \\ud800one", "status": "active"}]')
    assert imported(catalogue, tmp_path / "s.json").added == 1


def test_a_file_that_is_not_there(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(SourceFailed, match="There is no file called"):
        import_from(catalogue, tmp_path / "no.csv", source="s", actor="tests")


def test_addresses_of_other_kinds_are_not_read(catalogue: Catalogue) -> None:
    with pytest.raises(SourceFailed, match="Only addresses that begin with http"):
        import_from(catalogue, "ftp://example.org/groups.csv", source="s", actor="tests")
