"""What commands open before they work: settings, and a catalogue whose database is ready."""

from collections.abc import Iterator
from contextlib import contextmanager

from directory.catalogue import Catalogue
from directory.taxonomies import load_terms, terms_version
from recommender.needs import vocabulary
from web.app import create_catalogue
from web.settings import WebSettings
from web.vocabulary import needs_as_terms


def prepare(catalogue: Catalogue) -> None:
    """Bring the tables up to date and load the vocabulary of needs; nothing is written when both are."""
    catalogue.database.migrate()
    needs = vocabulary()
    with catalogue.reading() as session:
        loaded = terms_version(session)
    if loaded != needs.version:
        with catalogue.writing() as session:
            load_terms(session, needs_as_terms(needs), needs.version)


@contextmanager
def open_catalogue(settings: WebSettings | None = None) -> Iterator[Catalogue]:
    """The catalogue of these settings (or of the environment's), prepared; closed afterwards."""
    catalogue = create_catalogue(settings or WebSettings())
    try:
        prepare(catalogue)
        yield catalogue
    finally:
        catalogue.close()
