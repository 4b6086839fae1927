"""`waymark match`, as a person and as another program use it."""

import csv
import importlib.util
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from web.commands import main

LEFT = """id,name,address,postcode,phone,wheelchair
a1,Walton Waterfront Choir,12 Quay Lane,L4 3TH,0151 496 0123,yes
a2,Dock Road Surgery,4 Dock Road,L20 3AW,0151 496 0200,
"""
RIGHT = """ID;Name;Postcode;Phone
b1;The Walton Waterfront Choir;L43TH;+44 151 496 0123
b2;Dock Road Library;L20 3AW;0151 496 0300
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "left.csv").write_bytes(LEFT.encode("utf-8-sig"))
    (tmp_path / "right.csv").write_bytes(RIGHT.encode("cp1252"))
    return tmp_path


def waymark(folder: Path, *arguments: str) -> Result:
    given = [str(folder / word) if word.endswith(".csv") else word for word in arguments]
    return CliRunner().invoke(main, ["match", *given])


def pairs(folder: Path) -> list[dict[str, str]]:
    with (folder / "pairs.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_two_files_in_whatever_shape(folder: Path) -> None:
    result = waymark(folder, "left.csv", "right.csv", "--out", "pairs.csv")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("2 and 2 records: 1 pairs the same, 0 perhaps, in ")
    (pair,) = pairs(folder)
    assert list(pair) == ["left_id", "right_id", "score", "decision", "reasons"]
    assert (pair["left_id"], pair["right_id"], pair["decision"]) == ("a1", "b1", "same")
    assert 0.5 <= float(pair["score"]) <= 1
    assert pair["reasons"] == "same phone; same name; same postcode"


def test_one_file_with_itself_as_json(folder: Path) -> None:
    (folder / "left.csv").write_text(LEFT + "a3,Walton Waterfront Choir,Quay Lane,L4 3TH,,\n")
    result = waymark(folder, "left.csv", "--out", "pairs.csv", "--json")
    told = json.loads(result.stdout)
    assert (told["left"], told["right"], told["same"]) == (3, None, 1)
    assert [(pair["left_id"], pair["right_id"]) for pair in pairs(folder)] == [("a1", "a3")]


def test_a_threshold_of_one_says(folder: Path) -> None:
    waymark(folder, "left.csv", "right.csv", "--out", "pairs.csv", "--threshold", "1")
    assert [pair["decision"] for pair in pairs(folder)] == ["perhaps"]


def test_rows_that_cannot_be_read_are_named_and_left_out(folder: Path) -> None:
    (folder / "left.csv").write_text(LEFT + ",No id\na9,Too,many,cells,in,this,row\n")
    result = waymark(folder, "left.csv", "right.csv", "--out", "pairs.csv")
    assert result.exit_code == 0
    assert "row 4 is left out: It has no id." in result.stderr
    assert "row 5 is left out: This row has 7 cells under 6 headings." in result.stderr


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name\nChoir\n", "has no column called “id”."),
        ("", "has no column called “id”."),
        ("id,name\n1,Choir\n1,Surgery\n", "has the id “1” more than once."),
        ("id,name\n1,\x81\x00\n", "cannot be read. The file is neither UTF-8 nor Windows-1252 text."),
    ],
)
def test_a_file_that_is_none_is_refused(folder: Path, text: str, sentence: str) -> None:
    (folder / "left.csv").write_text(text, encoding="latin-1")
    result = waymark(folder, "left.csv", "right.csv", "--out", "pairs.csv")
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (folder / "pairs.csv").exists()


def test_files_that_are_not_there(folder: Path) -> None:
    result = waymark(folder, "nowhere.csv", "--out", "pairs.csv")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    result = CliRunner().invoke(main, ["match", str(folder / "left.csv"), "--out", str(folder / "no" / "pairs.csv")])
    assert result.exit_code == 1
    assert "there is no folder" in result.stderr


def test_coordinates_that_cannot_be_read_are_unknown(folder: Path) -> None:
    (folder / "left.csv").write_text(
        'id,name,latitude,longitude\n1,Lantern Choir,north,\n2,Lantern Choir,"53,4",-2.97\n'
    )
    assert waymark(folder, "left.csv", "--out", "pairs.csv").exit_code == 0


@pytest.mark.skipif(importlib.util.find_spec("splink") is not None, reason="Splink is installed")
def test_splink_is_an_extra(folder: Path) -> None:
    result = waymark(folder, "left.csv", "right.csv", "--out", "pairs.csv", "--engine", "splink")
    assert result.exit_code == 1
    assert (
        result.stderr
        == "Splink is not installed. Install Waymark with its extra “splink”, or leave out --engine splink.\n"
    )
