"""What tests of the engine stand on: a catalogue on each kind of database."""

from pathlib import Path

import pytest

from directory.catalogue import Catalogue
from directory.database import Database


@pytest.fixture
def both(database: Database, tmp_path: Path, catalogue: Catalogue) -> Catalogue:
    """An empty catalogue on SQLite, then on PostgreSQL."""
    catalogue.database.dispose()
    catalogue.database = database
    return catalogue
