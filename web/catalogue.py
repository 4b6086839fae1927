"""The catalogue with the migrations of every package: for pages and commands alike, the latter without any page."""

from pathlib import Path

from casework import MIGRATIONS as CASEWORK_MIGRATIONS
from directory.catalogue import Catalogue
from web.settings import WebSettings

BRANCHES = (CASEWORK_MIGRATIONS, Path(__file__).parent / "migrations" / "versions")


def create_catalogue(settings: WebSettings) -> Catalogue:
    """The catalogue of these settings; its database is not touched yet."""
    return Catalogue(settings, BRANCHES)
