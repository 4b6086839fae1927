"""The index follows the database: change by change, after a kill, and from the beginning."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from filelock import FileLock

from directory.assets import add_asset, change_asset, close_asset, remove_asset
from directory.catalogue import Catalogue
from directory.listing import Listing, Organization
from directory.search.embedded import engine
from directory.search.engines import open_index
from directory.search.indexing import catch_up, check, rebuild
from directory.search.query import Query
from tests.harbourside import LISTINGS

ROOT = Path(__file__).parents[3]


def found(catalogue: Catalogue, words: str) -> int:
    return catalogue.index.search(Query(words)).total


def in_another_process(code: str, catalogue: Catalogue) -> subprocess.CompletedProcess[str]:
    program = f"""
import os
from directory.database import Database
from directory.listing import Listing
from directory.assets import add_asset
from directory.search import indexing
from directory.search.engines import open_index
database, index = Database({catalogue.settings.database!r}), open_index({catalogue.settings.search!r})
{code}
"""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=120)


def test_a_commit_is_found_at_once(catalogue: Catalogue) -> None:
    with catalogue.writing() as session:
        asset_id = add_asset(session, LISTINGS["choir"], actor="tests")
    assert found(catalogue, "choir") == 1
    with catalogue.writing() as session:
        listing = LISTINGS["choir"].model_copy(update={"name": "Brass Band", "description": None})
        change_asset(session, asset_id, listing, actor="tests")
    assert found(catalogue, "brass") == 1
    assert found(catalogue, "choir") == 0


def test_what_is_closed_or_taken_out_is_found_no_more(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    with catalogue.writing() as session:
        close_asset(session, harbourside["choir"], actor="tests")
        remove_asset(session, harbourside["gym"], actor="tests", reason="undone")
    assert found(catalogue, "choir") == 0
    assert found(catalogue, "gym") == 0
    assert check(catalogue.database, catalogue.index) == []


def test_a_rollback_is_not_heard_of(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    with suppress(RuntimeError), catalogue.writing() as session:
        add_asset(session, Listing(name="Ukulele evening"), actor="tests")
        raise RuntimeError
    catalogue.follow()
    assert found(catalogue, "ukulele") == 0


def test_nothing_to_do_is_nothing_done(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    folder = Path(catalogue.settings.search.removeprefix("whoosh://"))
    before = sorted(folder.iterdir())
    assert catch_up(catalogue.database, catalogue.index) == 0
    assert sorted(folder.iterdir()) == before


def test_many_changes_are_taken_in_batch_by_batch(
    catalogue: Catalogue, harbourside: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("directory.search.indexing.BATCH", 4)
    with catalogue.database.writing() as session:
        for number in range(10):
            add_asset(session, Listing(name=f"Ukulele {number}"), actor="tests")
    assert catch_up(catalogue.database, catalogue.index) == 10
    assert found(catalogue, "ukulele") == 10


def test_a_kill_between_index_and_database_loses_nothing(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    killed = in_another_process(
        """
with database.writing() as session:
    add_asset(session, Listing(name="Ukulele evening"), actor="tests")
indexing.forget = lambda *_: os._exit(9)
indexing.catch_up(database, index)
""",
        catalogue,
    )
    assert killed.returncode == 9, killed.stderr
    assert check(catalogue.database, catalogue.index) == [
        "1 asset changed, and the search index has still to hear of it."
    ]
    assert catch_up(catalogue.database, catalogue.index) == 1
    assert check(catalogue.database, catalogue.index) == []
    assert found(catalogue, "ukulele") == 1


def test_a_kill_before_the_index_loses_nothing(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    killed = in_another_process(
        """
with database.writing() as session:
    add_asset(session, Listing(name="Ukulele evening"), actor="tests")
index.put = lambda documents: os._exit(9)
indexing.catch_up(database, index)
""",
        catalogue,
    )
    assert killed.returncode == 9, killed.stderr
    assert found(catalogue, "ukulele") == 0
    assert catch_up(catalogue.database, catalogue.index) == 1
    assert found(catalogue, "ukulele") == 1


def test_another_process_that_committed_is_seen(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    assert found(catalogue, "ukulele") == 0
    done = in_another_process(
        """
with database.writing() as session:
    add_asset(session, Listing(name="Ukulele evening"), actor="tests")
indexing.catch_up(database, index)
""",
        catalogue,
    )
    assert done.returncode == 0, done.stderr
    assert found(catalogue, "ukulele") == 1


def test_two_processes_write_at_once_and_nothing_is_lost(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    program = f"""
from directory.database import Database
from directory.listing import Listing
from directory.assets import add_asset
from directory.search.engines import open_index
from directory.search.indexing import catch_up
database, index = Database({catalogue.settings.database!r}), open_index({catalogue.settings.search!r})
for number in range(8):
    with database.writing() as session:
        add_asset(session, Listing(name="Ukulele evening"), actor="tests")
    catch_up(database, index)
"""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    writers = [
        subprocess.Popen([sys.executable, "-c", program], env=environment, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for writer in writers:
        _, said = writer.communicate(timeout=120)
        assert writer.returncode == 0, said
    assert found(catalogue, "ukulele") == 16
    assert check(catalogue.database, catalogue.index) == []


def test_an_index_that_cannot_be_had_does_not_fail_the_commit(
    catalogue: Catalogue, harbourside: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    folder = Path(catalogue.settings.search.removeprefix("whoosh://"))
    with FileLock(folder.with_name(folder.name + ".lock")), catalogue.writing() as session:
        add_asset(session, Listing(name="Ukulele evening"), actor="tests")
    assert catalogue.follow() in (0, 1)
    assert found(catalogue, "ukulele") == 1


def test_check_says_in_what_they_disagree(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    behind = open_index(catalogue.settings.search)
    with catalogue.database.writing() as session:
        add_asset(session, Listing(name="Ukulele evening"), actor="tests")
        close_asset(session, harbourside["choir"], actor="tests")
        changed = LISTINGS["gym"].model_copy(update={"name": "Dock Road Weights"})
        change_asset(session, harbourside["gym"], changed, actor="tests")
    assert check(catalogue.database, behind) == [
        "1 asset in the database cannot be found by searching.",
        "1 asset can be found by searching but should not be.",
        "1 asset can be found by searching only as they were before a change.",
        "3 assets changed, and the search index has still to hear of it.",
    ]


def test_a_renamed_organization_is_found_with_the_listing_that_renamed_it(catalogue: Catalogue) -> None:
    listing = Listing(name="Drop in", organization=Organization(name="Quayside"))
    with catalogue.writing() as session:
        asset_id = add_asset(session, listing, actor="tests")
    with catalogue.writing() as session:
        renamed = listing.model_copy(update={"organization": Organization(name="Lighthouse")})
        change_asset(session, asset_id, renamed, actor="tests")
    assert found(catalogue, "lighthouse") == 1


def test_rebuilding_tells_how_far_it_is(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    told: list[tuple[int, int]] = []
    count = rebuild(catalogue.database, catalogue.index, lambda done, total: told.append((done, total)))
    assert told == [(number, count) for number in range(1, count + 1)]
