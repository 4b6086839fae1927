"""The recommender over the catalogue as it is now: its shelf and its pictures are kept for the life of a process."""

import threading
from collections.abc import Callable, Sequence

import structlog
from flask import current_app

from directory.asset import Asset
from directory.assets import list_assets
from directory.catalogue import Catalogue
from recommender import reading_needs
from recommender.close_look import look_closely
from recommender.kept_ridges import keep_ridges_in
from recommender.learnt import NOTHING, Learnt, load_learnt, stamp
from recommender.pictures import Pictures
from recommender.recommend import Recommender
from recommender.shelf.keeping import KeptShelf

FOLDER = "recommender"
"""In the data folder: what can always be made anew."""
log = structlog.get_logger()
_making = threading.Lock()


class Suggesting:
    """What a process keeps for recommending from one catalogue."""

    def __init__(self, kept_in: Catalogue, tell: Callable[[str], object] = log.warning) -> None:
        self._catalogue, self._tell = kept_in, tell
        self._learnt: tuple[str | None, Learnt] = (None, NOTHING)
        self._pictures = Pictures(self._fetch, look_closely)
        keep_ridges_in(kept_in.settings.data_dir / FOLDER)
        self._shelf = KeptShelf(kept_in.reading, kept_in.settings.data_dir / FOLDER)

    def now(self) -> Recommender:
        """The recommender over the catalogue as it is now."""
        shelf = self._shelf.follow(self._pictures)
        return Recommender(shelf, self._pictures, self._catalogue.gazetteer, self._what_stands())

    def _what_stands(self) -> Learnt:
        """What outcomes have taught; what cannot be used is told once, and left aside."""
        folder = self._catalogue.settings.data_dir
        if (now := stamp(folder)) != self._learnt[0]:
            self._learnt = (now, load_learnt(folder, self._tell))
        return self._learnt[1]

    def _fetch(self, asset_ids: Sequence[str]) -> list[Asset]:
        with self._catalogue.reading() as session:
            return list_assets(session, asset_ids)


def recommender() -> Recommender:
    """The recommender for the application in hand."""
    kept: Suggesting | None = current_app.extensions.get("waymark-suggesting")
    if kept is None:
        with _making:
            kept = current_app.extensions.setdefault(
                "waymark-suggesting", Suggesting(current_app.extensions["waymark-catalogue"])
            )
    return kept.now()


def make_recommender(catalogue: Catalogue, tell: Callable[[str], object] = log.warning) -> Recommender:
    """A recommender over every asset that the public can see, for a command, with what is learnt.

    What is learnt and cannot be used is told, and left aside.
    """
    return Suggesting(catalogue, tell).now()


def warm_up() -> None:
    """Load in the background what the first suggestion would wait for."""
    reading_needs.warm_up()
    recommender().warm_up()
