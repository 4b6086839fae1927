"""The judged questions on the demonstration's assets: answers stay as good as they are, and better than what is simpler."""

from collections.abc import Iterator, Mapping

import pytest

from directory.catalogue import Catalogue
from directory.search.evaluation import Quality
from importers.read import import_from
from web.catalogue import create_catalogue
from web.commands.evaluate import JUDGED, SEARCHES, measured
from web.commands.opening import prepare
from web.demonstration import seed_file
from web.settings import WebSettings


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    catalogue = create_catalogue(WebSettings(data_dir=tmp_path_factory.mktemp("judged")))
    prepare(catalogue)
    import_from(catalogue, seed_file(), source="demonstration", actor="tests")
    yield catalogue
    catalogue.close()


@pytest.fixture(scope="module")
def quality(demonstration: Catalogue) -> Mapping[str, Quality]:
    return measured(demonstration, JUDGED / SEARCHES)


def test_answers_are_no_worse_than_they_were(quality: Mapping[str, Quality]) -> None:
    ours = quality["Waymark"]
    assert ours.ndcg > 0.72
    assert ours.recall > 0.72


def test_nobody_who_could_be_answered_gets_nothing(quality: Mapping[str, Quality]) -> None:
    assert quality["Waymark"].nothing == 0


def test_they_are_better_than_what_one_would_write_first(quality: Mapping[str, Quality]) -> None:
    simpler = max(one.ndcg for name, one in quality.items() if name != "Waymark")
    assert quality["Waymark"].ndcg > simpler + 0.1
