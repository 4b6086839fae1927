"""The catalogue as the edges hold it: database, search index and places, and commits that the index follows."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from pathlib import Path

from sqlmodel import Session

from directory.database import Database
from directory.geography import Gazetteer
from directory.search.document import Packed
from directory.search.engines import open_index
from directory.search.indexing import catch_up
from directory.search.intake import Intake, taking_in
from directory.search.port import SearchIndex
from directory.settings import DirectorySettings


class Nowhere:
    """Takes documents in of which no index is to hear."""

    def add(self, documents: Iterable[Packed]) -> None:
        """Nothing is done."""


class Catalogue:
    """One for each process. `branches` are the folders of migrations of the packages above this one."""

    def __init__(self, settings: DirectorySettings, branches: tuple[Path, ...] = ()) -> None:
        self.settings = settings
        self.database = Database(settings.database, branches)
        self.index: SearchIndex = open_index(settings.search, settings.replicas)
        self.gazetteer = Gazetteer(settings.data_dir)
        self._is_trial = False

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for looking; nothing it changes is kept."""
        with self.database.reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that commits when its block ends; then the index hears of it."""
        with self.database.writing() as session:
            yield session
        self.follow()

    @contextmanager
    def trying(self) -> Iterator["Catalogue"]:
        """The catalogue as it is now, to be changed at will: nothing of that is kept, and no index hears of it."""
        with self.database.scratch() as database:
            trial = copy(self)
            trial.database, trial._is_trial = database, True
            yield trial

    @contextmanager
    def taking_in(self, vocabulary: str | None) -> Iterator["Intake | Nowhere"]:
        """What to give documents to, of assets just committed: all of them can be found when the block ends.

        `vocabulary` is the version of the needs by which they are made.
        """
        if self._is_trial:
            yield Nowhere()
            return
        with taking_in(self.database, self.index, vocabulary, self.settings.search) as intake:
            yield intake

    def follow(self, within: float | None = None) -> int:
        """Let the index catch up with what was committed; how many assets it took in.

        `within` so many seconds: a page must not wait for somebody else's large import.
        """
        if self._is_trial:
            return 0
        return catch_up(self.database, self.index, within)

    def close(self) -> None:
        self.database.dispose()
