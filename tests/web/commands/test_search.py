"""`waymark search`, `reindex` and `check`, as a person and as another program use them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from directory.assets import add_asset
from directory.catalogue import Catalogue
from directory.listing import Listing
from web.commands import main

pytestmark = pytest.mark.usefixtures("harbourside")


@pytest.fixture(autouse=True)
def settings(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYMARK_DATA_DIR", str(catalogue.settings.data_dir))


def waymark(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def answer(*arguments: str) -> Any:
    result = waymark(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def ask_file(tmp_path: Path, *lines: object) -> tuple[Result, list[Any]]:
    queries, out = tmp_path / "q.jsonl", tmp_path / "run.jsonl"
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    queries.write_text("\n".join(written), encoding="utf-8")
    result = waymark("search", "--queries", str(queries), "--out", str(out))
    return result, [json.loads(line) for line in out.read_text().splitlines()] if out.exists() else []


def test_a_search_names_what_it_found_and_why() -> None:
    result = waymark("search", "choir", "--near", "L4 3TH", "--within", "2")
    assert result.exit_code == 0, result.stderr
    assert "1. Walton Waterfront Choir" in result.stdout
    assert "“choir” is in its name" in result.stdout


def test_what_was_read_in_the_words_is_said() -> None:
    result = waymark("search", "skint", "on", "mondays")
    assert "Read as: Mondays; skint: Money and bills." in result.stdout
    assert answer("search", "skint")["meant"] == [{"words": "skint", "needs": ["MON"]}]


def test_a_search_as_json() -> None:
    found = answer("search", "baliffs")
    assert found["corrected"] == "bailiffs"
    assert found["hits"][0]["name"] == "Quayside Debt Advice"
    assert {"rank", "asset_id", "source_id", "score", "distance_miles"} <= found["hits"][0].keys()


def test_a_need_narrows_and_may_be_written_small(harbourside: dict[str, str]) -> None:
    assert [hit["asset_id"] for hit in answer("search", "--need", "mon1")["hits"]] == [harbourside["debt"]]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("choir", "--need", "ZZ9"), 1),
        (("choir", "--near", "XX99 9XX"), 1),
        (("choir", "--within", "3"), 2),
        (("choir", "--limit", "0"), 2),
        (("--queries", "nowhere.jsonl", "--out", "x"), 2),
    ],
)
def test_what_is_refused_costs_one_sentence(arguments: tuple[str, ...], status: int) -> None:
    result = waymark("search", *arguments)
    assert result.exit_code == status
    assert result.stdout == ""
    assert result.stderr
    assert "Traceback" not in result.stderr
    assert status == 2 or len(result.stderr.strip().splitlines()) == 1


def test_a_file_of_questions_is_answered_line_by_line(tmp_path: Path, harbourside: dict[str, str]) -> None:
    result, run = ask_file(
        tmp_path,
        {"id": "q1", "text": "choir", "near": "L4 3TH", "within_miles": 5, "limit": 100},
        {"id": "q2", "text": "qqqqzzzz"},
        "",
        {"id": 3, "text": "debt", "near": "Atlantis-on-Sea"},
    )
    assert result.exit_code == 0, result.stderr
    assert [line["id"] for line in run] == ["q1", "q2", 3]
    first = run[0]["hits"][0]
    assert (first["rank"], first["asset_id"]) == (1, harbourside["choir"])
    assert all(hit["distance_miles"] <= 5 for hit in run[0]["hits"])
    assert run[1]["hits"] == []
    assert run[2]["hits"][0]["asset_id"] == harbourside["debt"]
    assert "Atlantis-on-Sea" in result.stderr


@pytest.mark.parametrize(
    "line",
    [
        "{not json",
        "[1]",
        {"text": "no id"},
        {"id": "q", "txt": "x"},
        {"id": "q", "limit": 0},
        {"id": "q", "limit": True},
        {"id": "q", "within_miles": "five"},
    ],
)
def test_a_bad_line_is_named_and_nothing_is_written(tmp_path: Path, line: object) -> None:
    result, run = ask_file(tmp_path, {"id": "q1", "text": "choir"}, line)
    assert result.exit_code == 1
    assert result.stderr.startswith("Line 2")
    assert run == []


def test_check_says_that_all_is_well_until_it_is_not(catalogue: Catalogue) -> None:
    assert answer("check") == {"agree": True, "problems": []}
    with catalogue.database.writing() as session:
        add_asset(session, Listing(name="Ukulele evening"), actor="tests")
    result = waymark("check")
    assert result.exit_code == 1
    assert "1 asset in the database cannot be found by searching." in result.stderr
    assert json.loads(waymark("check", "--json").stdout)["agree"] is False


def test_reindex_mends_what_check_found(catalogue: Catalogue) -> None:
    shutil.rmtree(catalogue.settings.data_dir / "index")
    assert waymark("check").exit_code == 1
    assert answer("reindex")["assets"] == len(catalogue.index.versions())
    assert waymark("check").exit_code == 0
