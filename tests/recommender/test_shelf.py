"""The shelf: columns that are kept, changed and mended, and that always say what the catalogue says."""

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from threading import Barrier
from typing import Any

import numpy as np
import pytest
from sqlalchemy import event

from directory.asset import Asset
from directory.assets import add_asset, change_asset, close_asset, each_asset, list_assets, remove_asset
from directory.catalogue import Catalogue
from directory.outlines import Outline, outline_of
from recommender.close_look import look_closely
from recommender.pictures import Pictures
from recommender.shelf.block import FULL, Block, block_of, joined, kept, load_block
from recommender.shelf.fitting import LINKED, fits_of, new_shelf
from recommender.shelf.keeping import KeptShelf
from recommender.shelf.shelf import MOST_BLOCKS, Shelf
from tests.harbourside import LISTINGS
from tests.recommender.people import asset, town

OUTLINES = {one.id: outline_of(one) for one in town()}
TWO_HALLS = OUTLINES["housing"]
HIDDEN = OUTLINES["refuge"]
ONLINE = OUTLINES["anxiety_online"]


def block(*outlines: Outline) -> Block:
    return block_of(outlines, fits_of(outlines))


def said(shelf: Shelf | Block) -> dict[str, Any]:
    """All that a shelf or block says of each asset that stands, by its id, in whatever order it is kept."""
    whole = shelf.whole() if isinstance(shelf, Shelf) else shelf
    if whole is None:
        return {}
    single = [
        column.name for column in fields(Block) if column.name not in ("ids", "owners", "latitudes", "longitudes")
    ]
    points: dict[int, list[tuple[float, float]]] = {}
    for owner, north, east in zip(whole.owners, whole.latitudes, whole.longitudes, strict=True):
        points.setdefault(int(owner), []).append((float(north), float(east)))
    return {
        key.decode(): ([getattr(whole, name)[row].tolist() for name in single], points.get(row, []))
        for row, key in enumerate(whole.ids)
    }


def test_a_block_is_loaded_as_it_was_saved(tmp_path: Path) -> None:
    first = block(*OUTLINES.values())
    first.save(tmp_path / "block")
    again = load_block(tmp_path / "block")
    for column in fields(Block):
        ours, theirs = getattr(first, column.name), getattr(again, column.name)
        assert theirs.dtype == ours.dtype, column.name
        assert np.array_equal(theirs, ours), column.name
    assert isinstance(again.fits, np.memmap), "mapped, not read"


def test_a_block_says_what_the_outlines_say() -> None:
    told = block(HIDDEN, TWO_HALLS, ONLINE, OUTLINES["sheds"])
    assert np.bincount(told.owners, minlength=4).tolist() == [0, 2, 0, 1]
    assert told.genders.tolist() == [1, 0, 0, 2]
    assert told.remote.tolist() == [False, False, True, False]
    assert told.oldest.tolist() == [np.inf] * 4
    [debt] = block(OUTLINES["debt"]).fits
    linked = np.count_nonzero(debt >= round(LINKED * FULL))
    assert linked >= len(LISTINGS["debt"].needs), "what a person said it serves"


def test_what_is_put_together_is_what_was_apart() -> None:
    parts = [block(HIDDEN, TWO_HALLS), block(ONLINE), block(OUTLINES["choir"], OUTLINES["food"])]
    together = joined(parts)
    assert len(together) == 5
    assert said(together) == said(parts[0]) | said(parts[1]) | said(parts[2])
    assert together.ids.tolist() == [key for part in parts for key in part.ids.tolist()]


def test_what_is_kept_keeps_its_own_points() -> None:
    whole = block(TWO_HALLS, HIDDEN, OUTLINES["choir"], ONLINE)
    rest = kept(whole, np.array([0, 2]))
    assert said(rest) == {key: value for key, value in said(whole).items() if key in ("housing", "choir")}
    assert rest.owners.tolist() == [0, 0, 1]
    assert len(kept(whole, np.array([], np.intp))) == 0


def test_a_change_stands_in_place_of_what_was_there() -> None:
    shelf = new_shelf().fill([list(OUTLINES.values())])
    moved = outline_of(asset(LISTINGS["choir"].model_copy(update={"venues": LISTINGS["debt"].venues}), "choir"))
    shelf.change([moved], gone={"gym", "never there"})
    assert said(shelf) == said(block(*[one for one in OUTLINES.values() if one.id not in ("choir", "gym")], moved))
    shelf.change([], gone={"choir"})
    assert "choir" not in said(shelf)
    shelf.change([OUTLINES["choir"]], gone=())
    assert said(shelf)["choir"] == said(block(OUTLINES["choir"]))["choir"]
    assert len(shelf) == len(OUTLINES) - 1


def test_a_shelf_that_changes_all_day_has_few_blocks_and_each_asset_once() -> None:
    shelf = new_shelf().fill([list(OUTLINES.values())])
    largest = shelf.blocks[0][0]
    for turn in range(3):
        for outline in OUTLINES.values():
            shelf.change([outline], gone={"gym"} if turn == 1 else ())
            assert len(shelf.blocks) <= MOST_BLOCKS
            assert len(shelf) == len(said(shelf))
    assert said(shelf) == said(block(*OUTLINES.values()))
    assert any(one is largest for one, _ in shelf.blocks), "the largest is never copied"


def test_an_empty_shelf() -> None:
    shelf = new_shelf().fill([[], []])
    assert len(shelf) == 0
    assert shelf.whole() is None
    shelf.change([], gone={"choir"})
    shelf.change([OUTLINES["choir"]], gone=())
    assert set(said(shelf)) == {"choir"}
    shelf.change([], gone={"choir"})
    assert shelf.whole() is None


def process(catalogue: Catalogue) -> tuple[KeptShelf, Pictures]:
    """What a process that starts has in hand."""

    def fetch(ids: Any) -> list[Asset]:
        with catalogue.reading() as session:
            return list_assets(session, ids)

    return KeptShelf(catalogue.reading, catalogue.settings.data_dir / "recommender"), Pictures(fetch, look_closely)


def follow(catalogue: Catalogue) -> Shelf:
    """The shelf of a process that has just started."""
    shelf, pictures = process(catalogue)
    return shelf.follow(pictures)


def as_catalogued(catalogue: Catalogue) -> dict[str, Any]:
    """What a shelf should say: by the pictures of all that is public, and not by outlines of rows."""
    with catalogue.reading() as session:
        return said(block(*[outline_of(one) for one in each_asset(session)]))


@contextmanager
def listening(catalogue: Catalogue) -> Iterator[list[str]]:
    """The statements that the database is asked meanwhile."""
    heard: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        heard.append(statement)

    event.listen(catalogue.database.engine, "before_cursor_execute", hear)
    yield heard
    event.remove(catalogue.database.engine, "before_cursor_execute", hear)


def read_assets(heard: list[str]) -> bool:
    return any("FROM service" in " ".join(statement.split()) for statement in heard)


def folder_of(catalogue: Catalogue) -> Path:
    return Path(catalogue.settings.data_dir) / "recommender"


def column_of(catalogue: Catalogue, name: str) -> Path:
    [found] = folder_of(catalogue).glob(f"*/{name}.npy")
    return found


def test_the_second_process_reads_no_asset_again(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    with listening(catalogue) as heard:
        first = follow(catalogue)
    assert read_assets(heard)
    assert said(first) == as_catalogued(catalogue)
    with listening(catalogue) as heard:
        second = follow(catalogue)
    assert heard, "it asks how far the catalogue is"
    assert not read_assets(heard)
    assert said(second) == said(first)
    assert isinstance(second.blocks[0][0].fits, np.memmap)


def test_a_process_that_follows_asks_for_nothing_while_nothing_changes(
    catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    shelf, pictures = process(catalogue)
    held = shelf.follow(pictures).blocks
    with listening(catalogue) as heard:
        assert shelf.follow(pictures).blocks is held
    assert not read_assets(heard)


def test_added_changed_withdrawn_and_removed_assets_are_followed(
    catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    follow(catalogue)
    shelf, pictures = process(catalogue)
    pictures.of([harbourside["choir"]])
    shelf.follow(pictures)
    with catalogue.writing() as session:
        singing = LISTINGS["choir"].model_copy(
            update={"description": "Bring your bailiff's letters.", "minimum_age": 50}
        )
        change_asset(session, harbourside["choir"], singing, actor="tests")
        close_asset(session, harbourside["gym"], actor="tests")
        remove_asset(session, harbourside["food"], actor="tests", reason="Undone")
        added = add_asset(session, LISTINGS["food"], actor="tests")
    told = said(shelf.follow(pictures))
    assert told == as_catalogued(catalogue)
    assert added in told
    assert not {harbourside["gym"], harbourside["food"], harbourside["closed"]} & set(told)
    assert pictures.of([harbourside["choir"]])[harbourside["choir"]].asset.minimum_age == 50
    assert said(follow(catalogue)) == told, "and so does a process that starts from what was kept before"


def test_a_renamed_organisation_is_followed_by_all_that_it_runs(
    catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    quayside = LISTINGS["debt"].organization
    assert quayside
    with catalogue.writing() as session:
        sibling = add_asset(session, LISTINGS["gym"].model_copy(update={"organization": quayside}), actor="tests")
    shelf, pictures = process(catalogue)
    shelf.follow(pictures)
    assert pictures.of([sibling])[sibling].asset.organization == quayside
    moved = quayside.model_copy(update={"website": "https://new.example.org"})
    with catalogue.writing() as session:
        change_asset(
            session, harbourside["debt"], LISTINGS["debt"].model_copy(update={"organization": moved}), actor="tests"
        )
    shelf.follow(pictures)
    assert pictures.of([sibling])[sibling].asset.organization == moved, "its own record did not change"
    renamed = moved.model_copy(update={"name": "Bereavement and Grief Friends"})
    with catalogue.writing() as session:
        for key, one in (("debt", harbourside["debt"]), ("gym", sibling)):
            change_asset(session, one, LISTINGS[key].model_copy(update={"organization": renamed}), actor="tests")
    assert said(shelf.follow(pictures)) == as_catalogued(catalogue)
    assert {look.asset.organization.name for look in pictures.of([sibling]).values() if look.asset.organization} == {
        "Bereavement and Grief Friends"
    }


def cut(path: Path, to: int) -> None:
    path.write_bytes(path.read_bytes()[:to])


DAMAGE = {
    "no file at all": lambda folder: (folder / "shelf.json").unlink(),
    "half a file": lambda folder: cut(folder / "shelf.json", 40),
    "an empty file": lambda folder: cut(folder / "shelf.json", 0),
    "another make": lambda folder: write(folder, make="of another version"),
    "no make": lambda folder: write(folder, make=None),
    "a mark that is none": lambda folder: write(folder, newest="the day before yesterday"),
    "a block that is not there": lambda folder: write(folder, block="gone"),
    "a list": lambda folder: (folder / "shelf.json").write_text("[1, 2]"),
    "a text": lambda folder: (folder / "shelf.json").write_text('"shelf"'),
    "nothing": lambda folder: (folder / "shelf.json").write_text("null"),
    "no letters": lambda folder: (folder / "shelf.json").write_bytes(b"\xff\xfe\x00"),
    "half a column": lambda folder: cut(next(folder.glob("*/fits.npy")), 300),
    "a column's head alone": lambda folder: cut(next(folder.glob("*/ids.npy")), 20),
    "an empty column": lambda folder: cut(next(folder.glob("*/ids.npy")), 0),
    "a column missing": lambda folder: next(folder.glob("*/genders.npy")).unlink(),
    "a column of noughts": lambda folder: next(folder.glob("*/open.npy")).write_bytes(bytes(500)),
    "a column of another length": lambda folder: np.save(next(folder.glob("*/open.npy")), np.ones(3, np.bool_)),
    "a folder that is gone": lambda folder: shutil.rmtree(next(one for one in folder.iterdir() if one.is_dir())),
}


def write(folder: Path, **changes: Any) -> None:
    said = json.loads((folder / "shelf.json").read_text())
    (folder / "shelf.json").write_text(json.dumps(said | changes))


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_is_damaged_is_made_anew_and_nobody_notices(
    catalogue: Catalogue, harbourside: dict[str, str], damage: Any
) -> None:
    whole = said(follow(catalogue))
    damage(folder_of(catalogue))
    assert said(follow(catalogue)) == whole
    with listening(catalogue) as heard:
        assert said(follow(catalogue)) == whole
    assert not read_assets(heard), "what was made anew was kept"


def test_a_folder_that_cannot_be_written_only_costs_time(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    folder_of(catalogue).write_text("a file stands in the way")
    assert set(said(follow(catalogue))) == set(harbourside.values()) - {harbourside["closed"]}


def test_two_threads_follow_at_once(catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    shelf, pictures = process(catalogue)
    for turn in range(3):
        with catalogue.writing() as session:
            listing = LISTINGS["choir"].model_copy(update={"minimum_age": 20 + turn})
            change_asset(session, harbourside["choir"], listing, actor="tests")
        together = Barrier(4)

        def look(together: Barrier = together) -> dict[str, Any]:
            together.wait()
            return said(shelf.follow(pictures))

        with ThreadPoolExecutor(4) as threads:
            told = [one.result() for one in [threads.submit(look) for _ in range(4)]]
        assert all(one == as_catalogued(catalogue) for one in told)


def test_processes_that_start_at_once_do_not_write_into_what_another_has_mapped(
    catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    follow(catalogue)
    mapped = follow(catalogue)
    before = said(mapped)
    inode = column_of(catalogue, "fits").stat().st_ino
    late, pictures = process(catalogue)
    write(folder_of(catalogue), make="of another version")
    late.follow(pictures)
    assert column_of(catalogue, "fits").stat().st_ino != inode
    assert said(mapped) == before
