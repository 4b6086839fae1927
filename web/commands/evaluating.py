"""The judged people of a folder answered over their own listings, in a catalogue that is thrown away afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from importers.read import import_from
from recommender.evaluation.answering import given_by
from recommender.evaluation.baselines import Baselines
from recommender.evaluation.collection import Collection
from recommender.evaluation.measures import Figures, Measuring
from recommender.recommend import Recommender
from web.catalogue import create_catalogue
from web.commands.opening import prepare
from web.settings import WebSettings
from web.suggestions import make_recommender

SOURCE = "judged"


def evaluated(collection: Collection) -> dict[str, Figures]:
    """The figures of the recommender, then of each baseline, by name."""
    measuring = Measuring(collection)
    with judged_recommender(collection) as recommender:
        recommender.warm_up()
        answers = [(person, given_by(recommender, person)) for person in collection.people]
    found = {"Waymark": measuring.figures(answers)}
    for name, way in Baselines(collection).ways().items():
        found[name] = measuring.figures([(person, way(person)) for person in collection.people])
    return found


@contextmanager
def judged_recommender(collection: Collection) -> Iterator[Recommender]:
    """A recommender over the listings of a collection, imported as a partner's sheet is."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "assets.csv"
        collection.write_assets(sheet)
        catalogue = create_catalogue(WebSettings(data_dir=Path(folder) / "catalogue", database_url="", search_url=""))
        try:
            prepare(catalogue)
            import_from(catalogue, sheet, source=SOURCE, actor="evaluation")
            yield make_recommender(catalogue)
        finally:
            catalogue.close()
