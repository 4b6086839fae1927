"""Feeds over the web: pages to the end, details where the list is shallow, and what is said when they fail."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from directory.assets import count_assets, each_asset
from directory.catalogue import Catalogue
from importers import fetching
from importers.feed import changed_since
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


class Counting(Publisher):
    """A feed with the envelope of Open Referral UK 1, whose pages count from `first`."""

    first = 1
    promised = 5

    def _found(self, path: str, page: int) -> Any:
        if path != "/services":
            return super()._found(path, page)
        begins = (page - self.first) * self.size
        return {
            "totalElements": self.promised,
            "totalPages": -(-len(self.services) // self.size),
            "number": page,
            "content": self.services[begins : begins + self.size] if begins >= 0 else [],
        }

    def answer(self, path: str, query: dict[str, list[str]]) -> tuple[int, bytes]:
        return super().answer(path, query if "page" in query else query | {"page": [str(self.first)]})


@pytest.mark.parametrize("first", [0, 1])
def test_both_envelopes_and_both_ways_of_counting(catalogue: Catalogue, first: int) -> None:
    publisher = Counting([service(at, name) for at, name in enumerate(NAMES, 1)])
    publisher.first = first
    with published(publisher) as feed:
        report = imported(catalogue, f"{feed.url}/services")
    assert (report.read, report.added, report.message) == (5, 5, None)
    assert len(feed.asked) == 3


def test_a_feed_that_gives_fewer_than_it_promised_is_not_whole(catalogue: Catalogue) -> None:
    publisher = Counting([service(at, name) for at, name in enumerate(NAMES, 1)])
    publisher.promised = 31
    with published(publisher) as feed:
        report = imported(catalogue, f"{feed.url}/services")
    assert report.added == 5
    assert report.message
    assert report.message.startswith("The feed has 31 services by its own account, and gave 5.")


def test_a_feed_that_gives_more_than_it_promised_is_read_to_its_end(catalogue: Catalogue) -> None:
    publisher = Counting([service(at, name) for at, name in enumerate(NAMES, 1)])
    publisher.promised = 2
    with published(publisher) as feed:
        report = imported(catalogue, f"{feed.url}/services")
    assert (report.added, report.message) == (5, None)


def test_a_service_that_moves_to_the_next_page_while_we_read_counts_once(catalogue: Catalogue, feed: Publisher) -> None:
    plain = feed._found

    def moving(path: str, page: int) -> Any:
        if page == 2:
            feed.services.insert(0, service(99, "Dawn Swimmers"))
        return plain(path, page)

    feed._found = moving  # type: ignore[method-assign]
    report = imported(catalogue, f"{feed.url}/services")
    assert (report.added, report.rejected) == (5, 0)
    assert report.message
    assert "has 6 services by its own account, and gave 5" in report.message


def test_a_feed_that_goes_round_in_a_circle_ends(catalogue: Catalogue, feed: Publisher) -> None:
    plain = feed._found
    feed._found = lambda path, page: plain(path, (page - 1) % 2 + 1) | {"total_pages": 1_000_000}  # type: ignore[method-assign]
    report = imported(catalogue, f"{feed.url}/services")
    assert report.added == 4
    assert len(feed.asked) == 3


def test_one_service_a_line_from_an_api(catalogue: Catalogue, feed: Publisher) -> None:
    lines = [json.dumps(one).encode() for one in feed.services]
    feed.broken["/services?page=1"] = b"\n".join([*lines[:2], b'{"id": "cut sho', *lines[2:]])
    report = imported(catalogue, f"{feed.url}/services?format=ndjson")
    assert (report.format, report.added) == ("hsds-uk", 5)
    assert [reject.sentence() for reject in report.rejects] == ["row 3: This line is damaged: it is not JSON"]
    assert feed.asked == ["/services?page=1"]


def test_asking_for_what_has_changed_keeps_the_other_parameters() -> None:
    asked = changed_since("https://example.org/services?taxonomy_id=7", datetime(2026, 11, 2, 9, tzinfo=UTC))
    assert asked == "https://example.org/services?taxonomy_id=7&modified_after=2026-11-02T09%3A00%3A00Z"
