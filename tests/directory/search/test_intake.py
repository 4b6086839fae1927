"""What an import has just written goes into the index without being read back, and nothing is lost on the way."""

import shutil
from collections.abc import Iterable
from contextlib import AbstractContextManager
from multiprocessing import active_children

import pytest

from directory.asset import Asset
from directory.assets import add_asset, change_asset, close_asset, list_assets
from directory.catalogue import Catalogue
from directory.listing import Listing
from directory.search import indexing, intake, shelf
from directory.search.document import Packed, document_of
from directory.search.indexing import catch_up, check
from directory.search.intake import Intake, taking_in
from directory.search.noted import is_waiting
from directory.taxonomies import terms_version
from tests.directory.search.test_indexing import found, in_another_process

pytestmark = pytest.mark.usefixtures("harbourside")


def add(catalogue: Catalogue, names: Iterable[str]) -> list[Packed]:
    with catalogue.database.writing() as session:
        ids = [add_asset(session, Listing(name=name), actor="tests") for name in names]
        return documents(list_assets(session, ids, staff=True))


def documents(assets: Iterable[Asset]) -> list[Packed]:
    return [Packed.of(document) for asset in assets if (document := document_of(asset, {}))]


def takes(catalogue: Catalogue) -> AbstractContextManager[Intake]:
    with catalogue.reading() as session:
        settings, version = catalogue.settings, terms_version(session)
        return taking_in(catalogue.database, catalogue.index, version, settings.search)


def test_all_that_was_given_is_found_when_the_block_ends(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "FULL", 4)
    with takes(catalogue) as taken:
        for number in range(3):
            taken.add(add(catalogue, [f"Ukulele {number} {letter}" for letter in "abc"]))
    assert found(catalogue, "ukulele") == 9
    assert not is_waiting(catalogue.database)
    assert check(catalogue.database, catalogue.index) == []


def test_what_is_full_is_found_before_the_end(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "FULL", 2)
    with takes(catalogue) as taken:
        taken.add(add(catalogue, ["Ukulele one", "Ukulele two"]))
        assert found(catalogue, "ukulele") == 2
        taken.add(add(catalogue, ["Ukulele three"]))
        assert found(catalogue, "ukulele") == 2


def test_however_much_else_was_noted_meanwhile(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process writes on while the index is written: what was given first must not be read back for that."""
    monkeypatch.setattr(shelf, "FULL", 2)
    with takes(catalogue) as taken:
        given = add(catalogue, ["Ukulele one", "Ukulele two"])
        add(catalogue, [f"Banjo {number}" for number in range(9)])
        taken.add(given)
        assert (found(catalogue, "ukulele"), found(catalogue, "banjo")) == (2, 0)


def test_what_was_not_given_is_taken_in_all_the_same(catalogue: Catalogue) -> None:
    with takes(catalogue):
        add(catalogue, ["Ukulele evening"])
    assert found(catalogue, "ukulele") == 1


def test_what_somebody_changed_meanwhile_is_not_put_back(catalogue: Catalogue) -> None:
    with takes(catalogue) as taken:
        (given,) = add(catalogue, ["Ukulele evening"])
        taken.add([given])
        with catalogue.writing() as session:
            change_asset(session, given.id, Listing(name="Banjo evening"), actor="curator")
    assert (found(catalogue, "ukulele"), found(catalogue, "banjo")) == (0, 1)
    assert check(catalogue.database, catalogue.index) == []


def test_what_was_closed_meanwhile_stays_out(catalogue: Catalogue) -> None:
    with takes(catalogue) as taken:
        (given,) = add(catalogue, ["Ukulele evening"])
        taken.add([given])
        with catalogue.writing() as session:
            close_asset(session, given.id, actor="curator")
    assert found(catalogue, "ukulele") == 0


def test_what_was_given_and_then_withdrawn_leaves(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    with takes(catalogue) as taken, catalogue.database.writing() as session:
        given = documents(list_assets(session, [harbourside["choir"]], staff=True))
        close_asset(session, harbourside["choir"], actor="tests")
        taken.add(given)
        session.commit()
    assert found(catalogue, "choir") == 0


def test_an_index_that_is_not_there_is_made_first(catalogue: Catalogue) -> None:
    shutil.rmtree(catalogue.settings.search.removeprefix("whoosh://"))
    with takes(catalogue) as taken:
        taken.add(add(catalogue, ["Ukulele two"]))
    assert found(catalogue, "ukulele") == 1
    assert found(catalogue, "choir") == 1
    assert check(catalogue.database, catalogue.index) == []


def test_an_index_that_is_lost_on_the_way_is_made_again(catalogue: Catalogue) -> None:
    with takes(catalogue) as taken:
        taken.add(add(catalogue, ["Ukulele two"]))
        shutil.rmtree(catalogue.settings.search.removeprefix("whoosh://"))
    assert found(catalogue, "ukulele") == 1
    assert check(catalogue.database, catalogue.index) == []


def test_many_are_taken_in_by_another_process(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MANY", 3)
    monkeypatch.setattr(catalogue.index, "put", lambda _: pytest.fail("This process wrote the index"))
    with takes(catalogue) as taken:
        (changed,) = add(catalogue, ["Ukulele evening"])
        for number in range(12):
            taken.add(add(catalogue, [f"Ukulele {number}"]))
        with catalogue.database.writing() as session:
            change_asset(session, changed.id, Listing(name="Banjo evening"), actor="curator")
    assert (found(catalogue, "ukulele"), found(catalogue, "banjo")) == (12, 1)
    assert not is_waiting(catalogue.database)
    assert check(catalogue.database, catalogue.index) == []


def test_what_a_stopped_process_had_in_hand_is_read_again(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MANY", 1)
    with takes(catalogue) as taken:
        for number in range(12):
            taken.add(add(catalogue, [f"Ukulele {number}"]))
            if number == 6:
                (helper,) = active_children()
                helper.kill()
                helper.join()
    assert found(catalogue, "ukulele") == 12
    assert check(catalogue.database, catalogue.index) == []


KILLED = """
from directory.assets import list_assets
from directory.search import intake, shelf
from directory.search.document import Packed, document_of
from directory.taxonomies import terms_version
with database.reading() as session:
    version = terms_version(session)
with intake.taking_in(database, index, version, {address!r}) as taken:
    for number in range(6):
        with database.writing() as session:
            ids = [add_asset(session, Listing(name="Ukulele evening"), actor="tests")]
            written = [Packed.of(document_of(asset, {{}})) for asset in list_assets(session, ids, staff=True)]
        {kill}
        taken.add(written)
"""


@pytest.mark.parametrize(
    ("kill", "written"),
    [
        ("shelf.FULL = 2; number == 3 and os._exit(9)", 4),
        ("shelf.FULL = 2; intake.forget = lambda *_: os._exit(9)", 2),
        ("shelf.FULL = 2; index.put = lambda _: os._exit(9)", 2),
        ("number == 5 and os._exit(9)", 6),
        ("intake.MANY = 2; number == 4 and os._exit(9)", 5),
        ("intake.MANY = 2; intake.Intake._hear = lambda *_, **__: number == 5 and os._exit(9)", 6),
    ],
    ids=[
        "between two batches",
        "before its notes are forgotten",
        "before the index has it",
        "with all in hand",
        "with some in another process",
        "before that process has answered",
    ],
)
def test_a_kill_loses_nothing(catalogue: Catalogue, kill: str, written: int) -> None:
    killed = in_another_process(KILLED.format(kill=kill, address=catalogue.settings.search), catalogue)
    assert killed.returncode == 9, killed.stderr
    catch_up(catalogue.database, catalogue.index)
    assert found(catalogue, "ukulele") == written
    assert check(catalogue.database, catalogue.index) == []


def test_a_page_waits_for_its_own_change_and_not_for_an_import(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "HURRIED", 3)
    add(catalogue, [f"Ukulele {number}" for number in range(10)])
    add(catalogue, ["Banjo evening"])
    assert catch_up(catalogue.database, catalogue.index, within=0) == 3
    assert found(catalogue, "banjo") == 1
    assert found(catalogue, "ukulele") == 2
    assert catch_up(catalogue.database, catalogue.index) == 8
    assert check(catalogue.database, catalogue.index) == []
