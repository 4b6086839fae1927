"""What commands open before they work: settings that make sense, and a catalogue whose database is ready."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock
from pydantic import ValidationError
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from directory.catalogue import Catalogue
from directory.duplicates.upkeep import profiles_are_current, remake_profiles
from directory.errors import Invalid
from directory.taxonomies import load_terms, terms_version
from recommender.needs import vocabulary
from web.catalogue import create_catalogue
from web.settings import WebSettings
from web.vocabulary import needs_as_terms

DATABASES = {"sqlite": "pysqlite", "postgresql": "psycopg"}
"""The databases that we speak to, and the driver of each."""


def read_settings() -> WebSettings:
    """The settings of the environment. Invalid names the variable that makes no sense."""
    try:
        settings = WebSettings()
    except ValidationError as error:
        wrong = error.errors()[0]
        name = f"WAYMARK_{wrong['loc'][0]}".upper()
        raise Invalid(f"{name} is “{wrong['input']}”, and that is no value for it: {wrong['msg']}.") from error
    _refuse_unknown_database(settings.database)
    return settings


def _refuse_unknown_database(url: str) -> None:
    try:
        parsed = make_url(url)
        known = DATABASES.get(parsed.get_backend_name()) == parsed.get_driver_name()
    except (ArgumentError, ImportError):
        known = False
    if not known:
        # The address itself may hold a password, and is not repeated.
        raise Invalid("WAYMARK_DATABASE_URL names no database: write sqlite:///FILE or postgresql+psycopg://….")


def prepare(catalogue: Catalogue) -> None:
    """Bring the tables up to date and load the vocabulary of needs; nothing is written when both are.

    One process at a time: two that find an empty folder together would both make the tables.
    """
    folder = catalogue.settings.data_dir
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "preparing.lock"):
        _prepare(catalogue)


def _prepare(catalogue: Catalogue) -> None:
    catalogue.database.migrate()
    needs = vocabulary()
    with catalogue.reading() as session:
        loaded = terms_version(session)
    if loaded != needs.version:
        with catalogue.writing() as session:
            load_terms(session, needs_as_terms(needs), needs.version)
    with catalogue.reading() as session:
        current = profiles_are_current(session)
    if not current:
        remake_profiles(catalogue)


@contextmanager
def open_catalogue(settings: WebSettings | None = None) -> Iterator[Catalogue]:
    """The catalogue of these settings (or of the environment's), prepared; closed afterwards."""
    catalogue = create_catalogue(settings or read_settings())
    try:
        prepare(catalogue)
        yield catalogue
    finally:
        catalogue.close()
