"""`waymark import` as people and scripts use it."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from web.commands import main

HEADINGS = "id,name,description,cost,phone\n"


def waymark(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def groups(tmp_path: Path) -> Path:
    path = tmp_path / "groups.csv"
    path.write_text(HEADINGS + '1,Hub,Tea,Free,0151 496 0001\n2,,"=1+1",£2,+44 151 496 0002\n3,Choir,We sing,£3,\n')
    return path


def test_the_report_as_json(groups: Path) -> None:
    result = waymark(groups, "--source", "hub", "--json")
    report = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (report["source"], report["format"], report["read"], report["added"]) == ("hub", "csv", 3, 2)
    assert report["rejects"] == [{"row": 3, "field": "name", "message": "Enter a name for this service"}]
    again = json.loads(waymark(groups, "--source", "hub", "--json").stdout)
    assert (again["added"], again["changed"], again["unchanged"], again["rejected"]) == (0, 0, 2, 1)


def test_options_may_come_first(groups: Path) -> None:
    assert waymark("--source", "hub", groups).exit_code == 0


def test_a_dry_run_says_the_difference_in_words(groups: Path) -> None:
    waymark(groups, "--source", "hub")
    groups.write_text(groups.read_text().replace("£3", "£4") + "9,Yoga,,,\n")
    said = waymark(groups, "--source", "hub", "--dry-run").output
    assert "~ row 4: Choir" in said
    assert "Cost: £3 → £4" in said
    assert "+ row 5: Yoga" in said
    assert "1 would be added, 1 would be changed" in said
    assert json.loads(waymark("list", "--json").stdout)[0]["added"] == 2, "and keeps nothing"


def test_rejects_can_be_corrected_and_imported_again(groups: Path, tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.csv"
    waymark(groups, "--source", "hub", "--rejects", rejects)
    with rejects.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row == {
        "id": "2",
        "description": "'=1+1",
        "cost": "£2",
        "phone": "'+44 151 496 0002",
        "row": "3",
        "problem": "Enter a name for this service",
        "name": "",
    }
    rejects.write_text(rejects.read_text(encoding="utf-8-sig").replace("2,,", "2,Shed,"), encoding="utf-8")
    report = json.loads(waymark(rejects, "--source", "hub", "--json").stdout)
    assert (report["added"], report["rejected"]) == (1, 0)


def test_a_run_is_listed_and_taken_back(groups: Path) -> None:
    assert waymark("list").output == "Nothing was imported yet.\n"
    run = json.loads(waymark(groups, "--source", "hub", "--json").stdout)["run"]
    assert f"{run[:8]}" in waymark("list").output
    assert waymark("undo", run[:8]).output == "2 taken out, 0 put back as they were.\n"
    assert json.loads(waymark("list", "--json").stdout)[0]["status"] == "undone"


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("nowhere.csv", "--source", "hub"), 1, "There is no file called nowhere.csv."),
        (("undo", "ffffffff"), 1, "There is no such import."),
        (("nowhere.csv",), 2, "Missing option '--source'"),
        (("nowhere.csv", "--source", "hub", "--format", "pdf"), 1, "There is no format called “pdf”."),
    ],
)
def test_refusals_are_one_sentence(arguments: tuple[str, ...], status: int, sentence: str) -> None:
    result = waymark(*arguments)
    assert result.exit_code == status
    assert sentence in result.stderr
    assert "Traceback" not in result.output


def test_a_file_cut_short_is_told_after_what_was_good(tmp_path: Path) -> None:
    (tmp_path / "cut.csv").write_text('name,description\nHub,Tea\nChoir,"We si')
    result = waymark(tmp_path / "cut.csv", "--source", "hub", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["added"] == 1
    assert result.stderr == "The file ends in the middle of row 3: was it cut short? What came before was read.\n"


def test_sources_are_listed_and_changed(groups: Path) -> None:
    assert waymark("sources").output == "Nothing was imported yet.\n"
    waymark(groups, "--source", "hub", "--licence", "ODbL 1.0")
    assert waymark("sources").output == " 70  hub: ODbL 1.0, kept apart, 2 records\n"
    assert waymark("source", "hub", "--precedence", "90", "--licence", "CC0").output == " 90  hub: CC0\n"
    told = {"source": "hub", "precedence": 90, "licence": "CC0", "kept_apart": False, "records": 2}
    assert json.loads(waymark("source", "hub", "--json").stdout) == told
    assert json.loads(waymark("sources", "--json").stdout) == [told]
    refused = waymark("source", "hub", "--precedence", "900")
    assert (refused.exit_code, refused.stderr) == (1, "Precedence is a number from 0 to 100.\n")
    assert waymark("source", "nobody").exit_code == 1


def test_what_is_the_same_as_another_is_merged_and_said_so(groups: Path, tmp_path: Path) -> None:
    waymark(groups, "--source", "hub")
    other = tmp_path / "other.csv"
    other.write_text(HEADINGS + "77,Hub,Tea,Free,0151 496 0001\n")
    said = waymark(other, "--source", "other", "--dry-run").output
    assert "row 2: Hub" in said
    assert "the same as Hub (" in said
    report = json.loads(waymark(other, "--source", "other", "--json").stdout)
    told = report["added"] + report["changed"] + report["unchanged"] + report["duplicates_merged"] + report["rejected"]
    assert report["read"] == told == 1
    assert report["duplicates_merged"] + report["duplicates_to_review"] == 1
