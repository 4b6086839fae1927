"""An index folder that is deleted or half-written under a running server."""

import shutil
from pathlib import Path

import pytest

from directory.assets import add_asset
from directory.catalogue import Catalogue
from directory.listing import Listing
from directory.search import indexing
from directory.search.embedded import folder as index_folder
from directory.search.engines import open_index
from directory.search.find import find_assets
from directory.search.indexing import check
from directory.search.query import Query


@pytest.fixture
def folder(catalogue: Catalogue, harbourside: dict[str, str]) -> Path:
    return Path(catalogue.settings.search.removeprefix("whoosh://"))


def choirs(catalogue: Catalogue) -> list[str]:
    with catalogue.reading() as session:
        return [found.asset.name for found in find_assets(session, catalogue.index, Query("choir")).found]


def wait_for_mending() -> None:
    with indexing._mending:
        pass


def truncate(folder: Path, pattern: str) -> None:
    for file in folder.glob(pattern):
        file.write_bytes(file.read_bytes()[:40])


def delete(folder: Path) -> None:
    shutil.rmtree(folder)


def cut_the_segments(folder: Path) -> None:
    truncate(folder, "*.seg")


def cut_the_contents(folder: Path) -> None:
    truncate(folder, "*.toc")


def empty_all(folder: Path) -> None:
    for file in folder.iterdir():
        file.write_bytes(b"")


def lose_the_segments(folder: Path) -> None:
    for file in folder.glob("*.seg"):
        file.unlink()


def cut_the_facts(folder: Path) -> None:
    truncate(folder, "*.facts")


def lose_the_texts(folder: Path) -> None:
    """A search never reads them; only what is written next would miss them."""
    for file in folder.glob("*.texts"):
        file.unlink()


def spoil_the_facts(folder: Path) -> None:
    """Of the right length, and of no meaning."""
    for file in folder.glob("*.facts"):
        file.write_bytes(b"x" * file.stat().st_size)


HARMS = [
    delete,
    cut_the_segments,
    cut_the_contents,
    empty_all,
    lose_the_segments,
    cut_the_facts,
    lose_the_texts,
]


@pytest.mark.parametrize("harm", HARMS)
def test_a_running_server_answers_from_memory(catalogue: Catalogue, folder: Path, harm) -> None:  # type: ignore[no-untyped-def]
    assert choirs(catalogue) == ["Walton Waterfront Choir"]
    harm(folder)
    assert choirs(catalogue) == ["Walton Waterfront Choir"]
    wait_for_mending()
    assert choirs(catalogue) == ["Walton Waterfront Choir"]


@pytest.mark.parametrize("harm", [*HARMS, spoil_the_facts])
def test_a_new_process_rebuilds_before_it_answers(catalogue: Catalogue, folder: Path, harm) -> None:  # type: ignore[no-untyped-def]
    harm(folder)
    catalogue.index = open_index(catalogue.settings.search)
    assert choirs(catalogue) == ["Walton Waterfront Choir"]
    wait_for_mending()
    assert check(catalogue.database, catalogue.index) == []


@pytest.mark.parametrize("harm", HARMS)
def test_the_next_change_goes_into_a_whole_index(catalogue: Catalogue, folder: Path, harm) -> None:  # type: ignore[no-untyped-def]
    harm(folder)
    with catalogue.writing() as session:
        add_asset(session, Listing(name="Bootle Ladies' Choir"), actor="tests")
    wait_for_mending()
    fresh = open_index(catalogue.settings.search)
    assert fresh.search(Query("choir")).total == 2
    assert check(catalogue.database, fresh) == []


def test_an_index_of_another_make_is_built_anew(
    catalogue: Catalogue, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_folder, "NAME", "waymark999")
    before = {file.name for file in folder.iterdir()}
    later = open_index(catalogue.settings.search)
    assert not later.is_whole()
    catalogue.index = later
    assert choirs(catalogue) == ["Walton Waterfront Choir"]
    assert later.is_whole()
    assert not before & {file.name for file in folder.iterdir()}


def test_a_folder_that_was_replaced_is_noticed(catalogue: Catalogue, folder: Path) -> None:
    """Numbers of commits begin again in a new folder: they alone would not tell."""
    assert choirs(catalogue)
    delete(folder)
    other = open_index(catalogue.settings.search)
    for _ in range(2):
        other.replace(())
    assert catalogue.index.search(Query("choir")).total == 0
