"""Every engine behind the port runs the same tests: a new one adds a line here."""

from pathlib import Path

import pytest

from directory.search.engines import open_index
from directory.search.port import SearchIndex
from tests.directory.search.town import TOWN

ENGINES = ("whoosh",)


@pytest.fixture(params=ENGINES)
def empty_index(request: pytest.FixtureRequest, tmp_path: Path) -> SearchIndex:
    """An index that holds nothing."""
    return open_index(f"{request.param}://{tmp_path / 'index'}")


@pytest.fixture
def index(empty_index: SearchIndex) -> SearchIndex:
    """An index that holds the three assets of `town`."""
    empty_index.replace(TOWN)
    return empty_index
