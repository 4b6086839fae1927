"""`waymark evaluate`: how good the answers of Harbourside are."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from directory.catalogue import Catalogue
from directory.search.evaluation import ndcg, recall
from web.commands import main


@pytest.fixture(autouse=True)
def settings(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYMARK_DATA_DIR", str(catalogue.settings.data_dir))


def evaluate(folder: Path, *cases: object) -> Result:
    lines = [one if isinstance(one, str) else json.dumps(one) for one in cases]
    (folder / "search.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return CliRunner().invoke(main, ["evaluate", "--judged", str(folder), "--json"])


def test_answers_are_measured_beside_what_one_would_use_instead(tmp_path: Path, harbourside: dict[str, str]) -> None:
    done = evaluate(
        tmp_path,
        {"id": "1", "text": "bailiffs", "relevant": {harbourside["debt"]: 3}},
        {"id": "2", "text": "choir tuesday evening", "near": "L4 3TH", "relevant": {harbourside["choir"]: 3}},
        {"id": "3", "text": "skydiving lessons", "relevant": {}},
    )
    assert done.exit_code == 0, done.stderr
    said = json.loads(done.stdout)
    assert set(said["search"]) == {"Waymark", "Plain BM25", "Nearest first"}
    ours = said["search"]["Waymark"]
    assert ours["cases"] == 3
    assert ours["ndcg"] == pytest.approx(2 / 3)
    assert ours["recall"] == pytest.approx(2 / 3)
    assert ours["p95"] > 0


def test_cases_of_another_catalogue_are_refused(tmp_path: Path, harbourside: dict[str, str]) -> None:
    done = evaluate(tmp_path, {"id": "1", "text": "bailiffs", "relevant": {"elsewhere": 3}})
    assert done.exit_code == 1
    assert "holds nothing that these cases judge" in done.stderr


@pytest.mark.usefixtures("harbourside")
@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"id": 1, "text": "x", "relevant": {"a": "very"}}'])
def test_a_line_that_is_no_case_is_named(tmp_path: Path, line: str) -> None:
    done = evaluate(tmp_path, {"id": "1", "text": "x", "relevant": {}}, line)
    assert done.exit_code == 1
    assert done.stderr == "search.jsonl, line 2 is no judged case.\n"


def test_a_folder_without_cases_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["evaluate", "--judged", str(tmp_path)])
    assert done.exit_code == 1
    assert "There are no judged cases" in done.stderr


def test_the_measures() -> None:
    relevant = {"a": 3, "b": 2, "c": 1}
    assert ndcg(["a", "b", "c"], relevant) == 1
    assert ndcg(["x", "y"], relevant) == 0
    assert 0 < ndcg(["c", "b", "a"], relevant) < ndcg(["a", "c", "b"], relevant) < 1
    assert recall(["a", "x", "c"], relevant) == pytest.approx(2 / 3)
    assert recall([str(number) for number in range(20)] + ["a"], {"a": 1}) == 0
