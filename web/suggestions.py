"""The recommender over the catalogue as it is now: one for each process, made anew when an asset has changed."""

import threading

from flask import current_app

from directory.assets import catalogue_version, each_asset
from directory.catalogue import Catalogue
from recommender import reading_needs
from recommender.recommend import Recommender
from web.database import catalogue

_making = threading.Lock()


def recommender() -> Recommender:
    """The recommender for the application in hand."""
    with catalogue.reading() as session:
        version = catalogue_version(session)
    kept: tuple[str, Recommender] | None = current_app.extensions.get("waymark-recommender")
    if kept and kept[0] == version:
        return kept[1]
    with _making:
        kept = current_app.extensions.get("waymark-recommender")
        if kept is None or kept[0] != version:
            kept = (version, make_recommender(catalogue))
            current_app.extensions["waymark-recommender"] = kept
    return kept[1]


def make_recommender(catalogue: Catalogue) -> Recommender:
    """A recommender over every asset that the public can see."""
    with catalogue.reading() as session:
        return Recommender(list(each_asset(session)), catalogue.gazetteer)


def warm_up() -> None:
    """Load in the background what the first suggestion would wait for."""
    reading_needs.warm_up()
    recommender().warm_up()
