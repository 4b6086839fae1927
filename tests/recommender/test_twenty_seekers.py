"""Twenty people, answered from the demonstration's own assets: nobody is shown what she cannot use."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from directory.asset import Asset
from directory.catalogue import Catalogue
from directory.kinds import Attending, Gender, Room, Status
from importers.read import import_from
from recommender.recommend import Recommender
from recommender.recommendation import Recommendation
from recommender.seeker import Seeker, read_seeker
from web.catalogue import BRANCHES
from web.commands.answers import as_answer
from web.commands.opening import prepare
from web.demonstration import seed_file
from web.settings import WebSettings
from web.suggestions import make_recommender

SEEKERS = Path(__file__).parent.parent / "judged" / "seekers.jsonl"
GENDERS = {"man": Gender.MEN, "woman": Gender.WOMEN}
FROM_HOME = {Attending.ONLINE, Attending.PHONE, Attending.HOME_VISIT}


@pytest.fixture(scope="module")
def recommender(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recommender]:
    catalogue = Catalogue(WebSettings(data_dir=tmp_path_factory.mktemp("seed")), BRANCHES)
    prepare(catalogue)
    import_from(catalogue, seed_file(), source="demonstration", actor="tests")
    yield make_recommender(catalogue)
    catalogue.close()


def seekers() -> list[Seeker]:
    return [read_seeker(line) for line in SEEKERS.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("seeker", seekers(), ids=lambda seeker: seeker.id)
def test_what_is_suggested_can_be_used(recommender: Recommender, seeker: Seeker) -> None:
    answer = recommender.recommend(seeker)
    if answer.urgent:
        assert answer.suggestions == ()
        return
    assert answer.suggestions
    assert 1 <= len(answer.pathway) <= 4
    for suggestion in answer.suggestions:
        assert suggestion.reasons
        assert not list(_violations(seeker, suggestion.asset, suggestion.distance_miles)), suggestion.asset.name
    assert _covered(answer) | set(answer.unmet) >= {need.id for need in answer.needs}


def test_only_the_one_in_danger_is_told_of_help_first(recommender: Recommender) -> None:
    assert [one.id for one in seekers() if recommender.recommend(one).urgent] == ["urgent"]


def test_an_answer_is_one_line_of_json_in_the_promised_form(recommender: Recommender) -> None:
    answer = json.loads(json.dumps(as_answer(recommender.recommend(seekers()[0]))))
    assert list(answer) == ["id", "urgent", "needs", "recommendations", "pathway", "unmet"]
    first, step = answer["recommendations"][0], answer["pathway"][0]
    assert set(first) == set(
        "rank asset_id source_id name score distance_miles needs eligible reasons unknowns".split()
    )
    assert set(step) == set("step stage asset_id source_id name needs reasons".split())
    assert first["source_id"].startswith("demo-")


def _violations(seeker: Seeker, asset: Asset, miles: float | None) -> Iterator[str]:
    """The hard facts once more, written down apart from the rules that are tried here."""
    remote = bool(set(asset.attending) & FROM_HOME)
    if asset.status is not Status.ACTIVE or asset.room is Room.FULL:
        yield "closed or full"
    ages = [seeker.age, *seeker.children_ages] if (asset.maximum_age or 99) < 18 else [seeker.age]
    known = [age for age in ages if age is not None]
    if known and not any((asset.minimum_age or 0) <= age < (asset.maximum_age or 200) + 1 for age in known):
        yield "age"
    if asset.gender and seeker.gender and asset.gender is not GENDERS[seeker.gender]:
        yield "gender"
    if not remote and miles is not None and miles > (seeker.max_distance_miles or 25):
        yield "distance"
    prices = [cost.amount for cost in asset.costs if cost.amount is not None and cost.per in (None, "session")]
    if seeker.max_cost is not None and prices and min(prices) > seeker.max_cost:
        yield "cost"


def _covered(answer: Recommendation) -> set[str]:
    return {need for step in answer.pathway for need in step.needs} | {
        need for suggestion in answer.suggestions for need in suggestion.needs
    }
