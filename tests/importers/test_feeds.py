"""Feeds over the web: pages to the end, details where the list is shallow, and what is said when they fail."""

from collections.abc import Iterator
from typing import Any

import pytest

from directory.assets import count_assets, each_asset
from directory.catalogue import Catalogue
from importers import fetching
from importers.incoming import SourceFailed
from importers.read import import_from
from importers.report import Report
from tests.importers.feeds import Publisher, published

NAMES = ["Grief Café", "Bootle Job Club", "Walton Choir", "Calm Evenings", "Dock Road Gym"]


def service(number: int, name: str) -> dict[str, Any]:
    return {
        "id": f"00000000-0000-4000-8000-{number:012}",
        "name": name,
        "status": "active",
        "description": f"{name} in Harbourside",
        "organization": {"id": str(number), "name": "Harbourside Council"},
        "schedules": [{"id": "s", "freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "closes_at": "12:00"}],
    }


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Tests need not wait for a server that will not get better."""
    monkeypatch.setattr(fetching, "AGAIN", fetching.AGAIN.new(backoff_factor=0, total=1))
    fetching._pool.cache_clear()
    yield
    fetching._pool().clear()
    fetching._pool.cache_clear()


@pytest.fixture
def feed() -> Iterator[Publisher]:
    with published(Publisher([service(at, name) for at, name in enumerate(NAMES, 1)])) as publisher:
        yield publisher


def imported(catalogue: Catalogue, location: str) -> Report:
    return import_from(catalogue, location, source="harbourside", actor="tests")


def test_every_page_is_read(catalogue: Catalogue, feed: Publisher) -> None:
    report = imported(catalogue, f"{feed.url}/services")
    assert (report.format, report.read, report.added, report.message) == ("hsds-uk", 5, 5, None)
    assert feed.asked == ["/services?page=1", "/services?page=2", "/services?page=3"]
    assert imported(catalogue, f"{feed.url}/services").unchanged == 5


def test_the_worlds_ids_stay_ours(catalogue: Catalogue, feed: Publisher) -> None:
    imported(catalogue, f"{feed.url}/services")
    with catalogue.reading() as session:
        assert {asset.id for asset in each_asset(session)} == {one["id"] for one in feed.services}


def test_the_address_of_an_api_is_enough(catalogue: Catalogue, feed: Publisher) -> None:
    assert imported(catalogue, f"{feed.url}/").added == 5


def test_details_are_fetched_where_the_list_is_shallow(catalogue: Catalogue, feed: Publisher) -> None:
    feed.shallow = True
    assert imported(catalogue, f"{feed.url}/services").added == 5
    with catalogue.reading() as session:
        assert all(asset.times for asset in each_asset(session))


def test_a_page_that_fails_half_way_keeps_what_came_before(catalogue: Catalogue, feed: Publisher) -> None:
    feed.failing["/services?page=2"] = b"oops"
    report = imported(catalogue, f"{feed.url}/services")
    assert (report.read, report.added) == (2, 2)
    assert report.message
    assert report.message.startswith("Page 2 of the feed failed: ")
    assert report.message.endswith("What came before was read.")
    assert feed.asked.count("/services?page=2") == 2, "it was asked once more"
    with catalogue.reading() as session:
        assert count_assets(session) == 2


def test_going_on_after_a_failure_changes_nothing_that_is_in(catalogue: Catalogue, feed: Publisher) -> None:
    feed.failing["/services?page=2"] = b"oops"
    imported(catalogue, f"{feed.url}/services")
    feed.failing.clear()
    report = imported(catalogue, f"{feed.url}/services")
    assert (report.unchanged, report.added, report.message) == (2, 3, None)


def test_a_web_page_instead_of_json(catalogue: Catalogue, feed: Publisher) -> None:
    feed.broken["/services?page=3"] = b"<html>Please sign in</html>"
    report = imported(catalogue, f"{feed.url}/services")
    assert report.added == 4
    assert report.message
    assert "answered with a web page instead of JSON" in report.message
    feed.broken["/services?page=1"] = b"<html>Please sign in</html>"
    with pytest.raises(SourceFailed, match="is a web page, not a file of records"):
        imported(catalogue, f"{feed.url}/services")


def test_a_feed_that_gives_the_same_page_for_ever_ends(catalogue: Catalogue, feed: Publisher) -> None:
    feed.size = 5
    same = feed._found("/services", 1) | {"total_pages": 1_000_000}
    feed._found = lambda path, page: same  # type: ignore[method-assign]
    assert imported(catalogue, f"{feed.url}/services").read == 5
    assert len(feed.asked) == 2


def test_a_server_that_is_not_there(catalogue: Catalogue) -> None:
    with pytest.raises(SourceFailed, match="did not answer"):
        imported(catalogue, "http://127.0.0.1:9/services")
