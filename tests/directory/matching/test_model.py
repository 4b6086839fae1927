"""What the matcher learns, and how it is kept."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from directory.errors import Invalid
from directory.matching.frequencies import NameFrequencies
from directory.matching.matcher import Matcher
from directory.matching.model import MatchModel
from directory.matching.record import MatchRecord

HALL = MatchRecord("1", name="Walton Hall", address="12 Quay Lane", postcode="L4 3TH")
RENAMED = replace(HALL, id="2", name="The Lantern Rooms")


def probability(model: MatchModel, one: MatchRecord, other: MatchRecord) -> float:
    return Matcher(model, NameFrequencies.of(["Walton Hall"])).judge([(one, other)])[0].probability


def test_decisions_of_curators_move_it(tmp_path: Path) -> None:
    """Here halls are renamed, and curators say so; what has nothing to do with it stays."""
    shipped = MatchModel.shipped()
    pairs = [
        (replace(HALL, id=f"a{n}", name=f"{name} Hall"), replace(HALL, id=f"b{n}", name=f"{other} Rooms"), True)
        for n, (name, other) in enumerate(
            zip("Ash Birch Cedar Elm Fir Oak Yew".split(), "Fox Hen Owl Pig Ram Sow Bee".split(), strict=True)
        )
    ]
    improved = shipped.improved_by(pairs * 6)
    assert probability(improved, HALL, RENAMED) > probability(shipped, HALL, RENAMED) + 0.1
    assert probability(improved, HALL, replace(HALL, id="3")) > 0.9
    assert improved.decisions == 42
    improved.save(tmp_path / "model.json")
    again = MatchModel.load(tmp_path / "model.json")
    assert probability(again, HALL, RENAMED) == pytest.approx(probability(improved, HALL, RENAMED))


def test_no_decisions_change_nothing() -> None:
    assert MatchModel.shipped().improved_by([]) == MatchModel.shipped()


def test_one_decision_does_not_turn_it_round() -> None:
    shipped = MatchModel.shipped()
    wrong = shipped.improved_by([(HALL, replace(HALL, id="2"), False)])
    assert probability(wrong, HALL, replace(HALL, id="3")) > 0.5


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "model.json"
    with pytest.raises(Invalid, match="cannot be read"):
        MatchModel.load(file)
    for text in ("", "[]", "{}", '{"version": 1}'):
        file.write_text(text)
        with pytest.raises(Invalid, match="not a model"):
            MatchModel.load(file)
    file.write_text(json.dumps({**MatchModel.shipped().document, "version": 99}))
    with pytest.raises(Invalid, match="another version"):
        MatchModel.load(file)
