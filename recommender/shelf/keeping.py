"""The shelf kept on disk, so that a process that starts need not look at every asset again; and kept up with changes."""

import json
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path
from threading import Lock

import structlog
from filelock import FileLock, Timeout
from sqlmodel import Session

from directory.changes_since import Mark, list_changed, mark_of
from directory.models.base import new_id
from directory.outlines import PAGE, list_outlines, outline_pages
from recommender.pictures import Pictures
from recommender.shelf.block import load_block
from recommender.shelf.fitting import new_shelf
from recommender.shelf.shelf import Shelf
from recommender.shipped import shipped_text

FORMAT = 1
"""Of the files; a shelf of another make is made anew."""
TAUGHT = ("needs.csv", "listings.csv", "wording.csv")
MOST_CHANGES = 20_000
"""More than these are looked at by making the shelf anew."""

Reading = Callable[[], AbstractContextManager[Session]]
log = structlog.get_logger()


class KeptShelf:
    """One shelf over a catalogue, for the threads of one process; `folder` is shared by all of them."""

    def __init__(self, reading: Reading, folder: Path) -> None:
        self._reading, self._folder = reading, folder
        self._changing = Lock()
        self._mark: Mark | None = None
        self.shelf = new_shelf()

    def follow(self, pictures: Pictures) -> Shelf:
        """The shelf as the catalogue is now."""
        with self._reading() as session:
            mark = mark_of(session)
        if mark == self._mark:
            return self.shelf
        with self._changing:
            if self._mark is None and (kept := self._load()):
                self.shelf, self._mark = kept
            if mark != self._mark:
                self._take_in(mark, pictures)
        return self.shelf

    def _take_in(self, mark: Mark, pictures: Pictures) -> None:
        with self._reading() as session:
            changed = None if self._mark is None else list_changed(session, self._mark, most=MOST_CHANGES)
            if changed is None:
                self.shelf = new_shelf().fill(outline_pages(session))
                self._save(mark)
            else:
                self._change(session, changed, pictures)
        self._mark = mark

    def _change(self, session: Session, changed: list[str], pictures: Pictures) -> None:
        for start in range(0, len(changed), PAGE):
            some = changed[start : start + PAGE]
            outlines = list_outlines(session, some)
            self.shelf.change(outlines, set(some) - {outline.id for outline in outlines})
            pictures.forget(set(some), {outline.organization_id for outline in outlines if outline.organization_id})

    def _load(self) -> tuple[Shelf, Mark] | None:
        """What is on disk; None where that is nothing, or of another make, or damaged."""
        try:
            said = json.loads((self._folder / "shelf.json").read_text(encoding="utf-8"))
            if said.pop("make") != make():
                return None
            block = load_block(self._folder / said.pop("block"))
            return new_shelf((block,)), Mark.read(said)
        except FileNotFoundError:
            return None
        except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
            log.warning("the recommender's shelf cannot be read and is made anew", reason=repr(error))
            return None

    def _save(self, mark: Mark) -> None:
        """For the next process; one that cannot be written is made anew each time, and nothing else is lost."""
        block = self.shelf.whole()
        if block is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / "shelf.lock", timeout=0):
                # Never the name of one that is there: another process may have mapped its files.
                name = new_id()
                before = [one for one in self._folder.iterdir() if one.is_dir()]
                block.save(self._folder / name)
                written = self._folder / "shelf.json.new"
                written.write_text(json.dumps({"make": make(), "block": name, **mark.as_json()}), encoding="utf-8")
                written.replace(self._folder / "shelf.json")
                for one in before:
                    shutil.rmtree(one, ignore_errors=True)
        except (OSError, Timeout) as error:
            log.warning("the recommender's shelf could not be kept", reason=repr(error))


def make() -> str:
    """What the columns depend on besides the assets: the files that teach, scikit-learn, and the format."""
    import sklearn  # takes seconds to load

    taught = "".join(shipped_text(name) for name in TAUGHT)
    return sha256(f"{FORMAT} {sklearn.__version__} {taught}".encode()).hexdigest()
