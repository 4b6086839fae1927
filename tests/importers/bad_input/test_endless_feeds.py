"""Feeds that never end by themselves: a page that leads to itself, two in a circle, the same for ever, and pages that grow."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from directory.catalogue import Catalogue
from tests.importers.bad_input.taking_in import take_in
from tests.importers.documents import Host, Reply, hosted

MOST_ASKED = 12
Page = Callable[[int], dict[str, Any]]


@pytest.fixture
def host() -> Iterator[Host]:
    with hosted() as host:
        yield host


def publish(host: Host, page: Page) -> str:
    def answer(asked: dict[str, str]) -> Reply:
        at = asked.get("page") or asked.get("after") or "1"
        return Reply(json.dumps(page(int(at))).encode())

    host.documents["/services"] = host.documents["/sessions"] = answer
    return host.url


def service(at: int) -> dict[str, Any]:
    return {"id": f"s{at}", "name": f"Group {at}", "status": "active", "description": "Tea", "service_at_locations": []}


def envelope(at: int, contents: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"page_number": at, "last_page": False, "contents": contents} | more


def item(at: int) -> dict[str, Any]:
    data = {"@type": "SessionSeries", "@id": f"https://feed.example.org/{at}", "name": f"Yoga {at}"}
    return {"state": "updated", "kind": "SessionSeries", "id": f"i{at}", "modified": at, "data": data}


SERVICES: dict[str, Page] = {
    "the same page for ever": lambda at: envelope(1, [service(1), service(2)]),
    "two pages in a circle": lambda at: envelope(at, [service(at % 2)]),
    "a page that promises a million more": lambda at: envelope(at, [service(1)], total_pages=10**6, total_items=10**6),
    "empty pages, and never the last": lambda at: envelope(at, [service(1)] if at < 2 else []),
}
CHANGES: dict[str, Callable[[str, int], dict[str, Any]]] = {
    "next is itself, and not empty": lambda url, at: {"next": f"{url}/sessions?after={at}", "items": [item(1)]},
    "two pages in a circle": lambda url, at: {"next": f"{url}/sessions?after={at % 2 + 1}", "items": [item(at)]},
    "next is no address": lambda url, at: {"next": "http://[", "items": [item(1)]},
    "next is somebody else's": lambda url, at: {"next": "https://elsewhere.example.org/", "items": [item(1)]},
    "next is a file": lambda url, at: {"next": "file:///etc/passwd", "items": [item(1)]},
    "no next after the first": lambda url, at: (
        {"items": [item(1)]} | ({"next": f"{url}/sessions?after=2"} if at < 2 else {})
    ),
}


@pytest.mark.parametrize("name", SERVICES)
def test_pages_of_services(catalogue: Catalogue, host: Host, name: str) -> None:
    url = publish(host, SERVICES[name])
    report = take_in(catalogue, f"{url}/services")
    assert 1 <= report.added <= 3
    assert len(host.asked) <= MOST_ASKED


@pytest.mark.parametrize("name", CHANGES)
def test_pages_of_changes(catalogue: Catalogue, host: Host, name: str) -> None:
    publish(host, lambda at: CHANGES[name](host.url, at))
    report = take_in(catalogue, f"{host.url}/sessions", "openactive")
    assert report.message
    assert report.added >= 1
    assert len(host.asked) <= MOST_ASKED


def test_an_address_that_leads_to_itself(catalogue: Catalogue, host: Host) -> None:
    host.documents["/services"] = Reply(status=302, headers={"Location": "/services"})
    assert "sends us from one address to the next" in (take_in(catalogue, f"{host.url}/services").message or "")
    assert len(host.asked) <= MOST_ASKED


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "gopher://127.0.0.1/", "http://[", "//", "javascript:alert(1)"]
)
def test_an_address_that_leads_to_no_web_page(catalogue: Catalogue, host: Host, target: str) -> None:
    host.documents["/services"] = Reply(status=302, headers={"Location": target})
    report = take_in(catalogue, f"{host.url}/services")
    assert report.message
    assert report.read == 0
