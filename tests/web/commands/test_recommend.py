"""`waymark recommend` and `waymark explain`: Harbourside answers a file of seekers."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from directory.catalogue import Catalogue
from importers.read import import_from
from web.commands import main


@pytest.fixture(autouse=True)
def settings(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYMARK_DATA_DIR", str(catalogue.settings.data_dir))


@pytest.fixture
def members(tmp_path: Path) -> Path:
    file = tmp_path / "members.jsonl"
    maureen = {"id": "maureen", "needs": ["MON1"], "postcode": "L4 3TH", "age": 68}
    file.write_text(json.dumps(maureen) + "\n", encoding="utf-8")
    return file


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_each_seeker_is_answered_on_a_line(members: Path, tmp_path: Path, harbourside: dict[str, str]) -> None:
    out = tmp_path / "answers.jsonl"
    done = run("recommend", "--members", str(members), "--out", str(out), "--json")
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["answered"] == 1
    [answer] = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert answer["id"] == "maureen"
    assert answer["recommendations"][0]["asset_id"] == harbourside["debt"]
    assert answer["pathway"][0]["asset_id"] == harbourside["debt"]


def test_an_asset_is_explained_by_our_id(members: Path, harbourside: dict[str, str]) -> None:
    done = run("explain", "--members", str(members), "--asset", harbourside["debt"], "--json")
    assert done.exit_code == 0, done.stderr
    [said] = json.loads(done.stdout)
    assert said["suggested"]
    assert said["readings"][0]["reason"].startswith("Helps with")


def test_an_asset_is_explained_by_the_id_of_its_source(members: Path, tmp_path: Path, catalogue: Catalogue) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "id,name,description,postcode,min_age,max_age\nQ-7,Quay Teens,Debt advice for teenagers,L4 3TH,13,19\n",
        encoding="utf-8",
    )
    import_from(catalogue, sheet, source="quay", actor="tests")
    done = run("explain", "--members", str(members), "--asset", "Q-7")
    assert done.exit_code == 0, done.stderr
    assert "Quay Teens is not suggested" in done.stdout
    assert "13 to 19" in done.stdout


@pytest.mark.usefixtures("harbourside")
def test_an_asset_that_there_is_not_is_refused_in_one_sentence(members: Path) -> None:
    done = run("explain", "--members", str(members), "--asset", "nowhere")
    assert done.exit_code == 1
    assert done.stderr == "There is no asset nowhere that the public can see.\n"
