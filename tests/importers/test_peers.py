"""Curators read from the open internet; nothing that a page is told leads into the deployer's own network."""

from collections.abc import Iterator

import pytest

from directory.catalogue import Catalogue
from importers import fetching
from importers.incoming import SourceFailed
from importers.peers import only_public
from importers.read import read
from tests.importers.feeds import Publisher, published

CHESS = {"id": "s1", "name": "Chess Club", "status": "active", "organization": {"id": "o1", "name": "Harbourside"}}


@pytest.fixture
def feed() -> Iterator[Publisher]:
    with published(Publisher([CHESS])) as publisher:
        yield publisher
    fetching._pool().clear()


def test_a_server_inside_the_network_is_not_read(catalogue: Catalogue, feed: Publisher) -> None:
    with only_public(), pytest.raises(SourceFailed, match="open internet"):
        list(read(catalogue, f"{feed.url}/services", source="feed")[1])
    assert feed.asked == []


def test_the_command_line_trusts_its_user(catalogue: Catalogue, feed: Publisher) -> None:
    _, rows = read(catalogue, f"{feed.url}/services", source="feed")
    assert len(list(rows)) == 1
