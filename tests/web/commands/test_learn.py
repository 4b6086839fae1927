"""`waymark learn`: from conversations in the browser to what it decided, in plain words, and back."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from click.testing import CliRunner, Result
from sqlmodel import select

from casework.models import SuggestionShown
from directory.catalogue import Catalogue
from directory.clock import LONDON
from recommender.learning.keeping import keep_weights, learning_folder
from recommender.learning.weights import Weights
from recommender.learnt import weights_by_hand
from tests.pages import Browser
from web.commands import main

WORDS = "The letters about my debt frighten me. I used to love singing."
MONDAY = datetime(2026, 11, 2, 10, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def settings(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYMARK_DATA_DIR", str(catalogue.settings.data_dir))


def waymark(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def answer(*arguments: str) -> Any:
    result = waymark(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def talk(advisor: Browser, research: str = "yes", words: str = WORDS) -> Browser:
    """An advisor has talked with a new member."""
    advisor.open("/members/new")
    advisor.send("Save and talk", preferred_name="Maureen", care="yes", research=research, postcode="L4 3TH")
    advisor.send("What might help", what_matters=words)
    return advisor


def noted(catalogue: Catalogue) -> list[SuggestionShown]:
    with catalogue.reading() as session:
        return list(session.exec(select(SuggestionShown).order_by(SuggestionShown.position)))  # type: ignore[arg-type]


def nearest(catalogue: Catalogue) -> Weights:
    """Weights by which all hangs on how near it is stand, in the folder of this catalogue."""
    by_hand = weights_by_hand()
    values = {name: float(name == "close_to_home") for name in by_hand}
    return keep_weights(catalogue.settings.data_dir, Weights(0, MONDAY, values, by_hand, "Because.", {}, "1.8"))


def test_a_conversation_notes_what_it_shows_with_its_readings(advisor: Browser, catalogue: Catalogue) -> None:
    talk(advisor)
    first = noted(catalogue)
    assert [one.position for one in first] == list(range(1, len(first) + 1))
    assert set(first[0].readings) == set(weights_by_hand())
    assert "MON1" in {need for one in first for need in one.needs}
    advisor.send("What might help")
    assert len(noted(catalogue)) == len(first), "each once a day"


def test_without_a_yes_to_learning_nothing_is_noted(advisor: Browser, catalogue: Catalogue) -> None:
    talk(advisor, research="no")
    assert noted(catalogue) == []


def test_in_an_emergency_nothing_is_noted(advisor: Browser, catalogue: Catalogue) -> None:
    talk(advisor, words="I want to die.")
    advisor.send("Add what would help", need="MON1")
    assert advisor.page
    assert "Add to plan: Quayside Debt Advice" in advisor.page.main
    assert noted(catalogue) == []


def test_it_says_in_plain_words_what_it_decided_and_why(browser_of: Any) -> None:
    with time_machine.travel(MONDAY, tick=False):
        talk(browser_of("advisor")).send("Add to plan: Quayside Debt Advice")
    with time_machine.travel(MONDAY + timedelta(days=20), tick=False):
        done = waymark("learn")
    assert done.exit_code == 0, done.stderr
    assert "1 added" in done.stdout
    assert "Too little is known to learn from: lists shown 1 and suggestions taken up 1" in done.stdout
    assert "Nothing changes: the weights set by hand stand as before." in done.stdout
    assert "Nobody has written down who went" in done.stdout
    assert "Maureen" not in done.stdout


def test_what_misleads_is_reported(advisor: Browser, harbourside: dict[str, str]) -> None:
    choir = harbourside["choir"]
    for _ in range(2):
        talk(advisor)
        advisor.send("Set aside Walton Waterfront Choir", **{f"reason-{choir}": "The listing looks wrong"})
    found = answer("learn")
    [listing] = found["misleading"]["listings"]
    assert (listing["what"], listing["set_aside"], listing["shown"]) == ("Walton Waterfront Choir", 2, 2)
    assert found["outcomes"]["declined"] == 2
    assert "2 of 2 times  Walton Waterfront Choir (The listing looks wrong)" in waymark("learn").stdout.replace(
        "\xa0", " "
    )


def test_learnt_weights_that_outcomes_no_longer_bear_out_give_way(advisor: Browser, catalogue: Catalogue) -> None:
    nearest(catalogue)
    page = advisor.open("/how-suggestions-are-made")
    assert "learnt from what members and advisors took up" in page.main
    assert "100%" in page.main
    found = answer("learn")
    assert (found["decided"], found["kept_version"]) == ("by hand", 2)
    assert "set by hand" in advisor.open("/how-suggestions-are-made").main
    assert answer("learn", "--revert") == {"reverted": 2}
    assert "100%" in advisor.open("/how-suggestions-are-made").main
    assert waymark("learn", "--revert").stdout == "The weights of version 1 were taken back.\n"
    refused = waymark("learn", "--revert")
    assert (refused.exit_code, refused.stderr) == (1, "The weights set by hand stand already.\n")


def test_pages_and_commands_use_the_weights_that_stand(advisor: Browser, catalogue: Catalogue, tmp_path: Any) -> None:
    members, out = tmp_path / "m.jsonl", tmp_path / "r.jsonl"
    members.write_text('{"id": "m1", "needs": ["MON1"], "postcode": "L4 3TH"}\n')

    def best() -> float:
        assert waymark("recommend", "--members", str(members), "--out", str(out)).exit_code == 0
        score = json.loads(out.read_text())["recommendations"][0]["score"]
        assert isinstance(score, float)
        return score

    by_hand = best()
    talk(advisor)
    nearest(catalogue)
    assert best() != by_hand
    advisor.send("What might help")


def test_a_damaged_file_is_told_in_one_sentence_and_learnt_anew(
    advisor: Browser, catalogue: Catalogue, tmp_path: Any
) -> None:
    nearest(catalogue)
    file = learning_folder(catalogue.settings.data_dir) / "0001.json"
    file.write_text("{", encoding="utf-8")
    members = tmp_path / "m.jsonl"
    members.write_text('{"id": "m1", "needs": ["MON1"]}\n')
    done = waymark("recommend", "--members", str(members), "--out", str(tmp_path / "r.jsonl"))
    assert done.exit_code == 0
    assert f"{file} is damaged. The weights set by hand stand until `waymark learn` is run again.\n" in done.stderr
    assert "set by hand" in advisor.open("/how-suggestions-are-made").main
    talk(advisor)
    assert "is damaged" in answer("learn")["trouble"]
    assert answer("learn")["trouble"] is None
