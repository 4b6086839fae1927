"""Manners on the web: conditions, pauses, waiting when asked to, redirections and limits."""

import json
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from directory.errors import Invalid
from importers import fetching
from importers.fetching import fetch, fetch_json
from importers.incoming import SourceFailed
from importers.politeness import FetchingSettings
from importers.visits import Conditions, NotModified, Visit, keep_cursor, visiting
from tests.importers.documents import Host, Reply, hosted

GROUPS = "name\nWalton Choir\n"


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    monkeypatch.setenv("WAYMARK_FEED_PAUSE", "0")
    monkeypatch.setattr(fetching, "AGAIN", fetching.AGAIN.new(backoff_factor=0, total=6))
    fetching._pool.cache_clear()
    with hosted() as host:
        yield host
    fetching._pool().clear()
    fetching._pool.cache_clear()


def test_a_document_that_we_have_is_not_sent_again(host: Host, tmp_path: Path) -> None:
    url = host.put("/groups.csv", GROUPS, ETag='"one"', Last_Modified="Sat, 28 Nov 2026 09:00:00 GMT")
    fetched = fetch(url, tmp_path / "groups")
    assert fetched.conditions == Conditions('"one"', "Sat, 28 Nov 2026 09:00:00 GMT")
    with pytest.raises(NotModified, match="has not changed since it was last read"):
        fetch(url, tmp_path / "again", conditions=fetched.conditions)
    assert host.asked[1].headers["If-None-Match"] == '"one"'
    assert host.asked[1].headers["If-Modified-Since"] == "Sat, 28 Nov 2026 09:00:00 GMT"
    host.put("/groups.csv", GROUPS + "Job Club\n", ETag='"two"')
    assert fetch(url, tmp_path / "again", conditions=fetched.conditions).conditions == Conditions('"two"', None)


def test_a_visit_asks_with_what_it_knows_once_and_notes_the_answer(host: Host) -> None:
    for page in ("/1", "/2"):
        host.put(page, "[]", ETag=f'"{page}"')
    with visiting(Visit(Conditions('"old"'))) as visit:
        fetch_json(f"{host.url}/1")
        assert visit.document == Conditions('"/1"', None)
        fetch_json(f"{host.url}/2")
        keep_cursor(f"{host.url}/3")
    assert [one.headers.get("If-None-Match") for one in host.asked] == ['"old"', None]
    assert visit.document == Conditions(), "the first of several pages says nothing about the others"
    assert visit.cursor == f"{host.url}/3"


def test_a_server_that_is_busy_is_waited_for(host: Host) -> None:
    tries = iter([Reply(status=429, headers={"Retry-After": "1"}), Reply(b"[1]")])
    host.documents["/busy"] = lambda _: next(tries)
    began = time.monotonic()
    assert fetch_json(f"{host.url}/busy") == [1]
    assert time.monotonic() - began >= 1


def test_a_server_that_wants_hours_is_asked_another_time(host: Host) -> None:
    host.documents["/busy"] = Reply(status=503, headers={"Retry-After": "7200"})
    with visiting(Visit()) as visit, pytest.raises(SourceFailed, match=r"asks to be left alone for 2 hours\."):
        fetch_json(f"{host.url}/busy")
    assert visit.again_after == 7200
    assert len(host.asked) == 1


def test_a_wait_that_nobody_can_read_is_no_reason_to_stop(host: Host) -> None:
    tries = iter([Reply(status=503, headers={"Retry-After": "soon"}), Reply(b"[1]")])
    host.documents["/busy"] = lambda _: next(tries)
    assert fetch_json(f"{host.url}/busy") == [1]


def test_requests_to_one_host_are_a_pause_apart(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    host.put("/list", "[]")
    monkeypatch.setenv("WAYMARK_FEED_PAUSE", "0.2")
    began = time.monotonic()
    for _ in range(4):
        fetch_json(f"{host.url}/list")
    assert 0.6 <= time.monotonic() - began < 1.5


def test_a_pause_that_is_none_is_said(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as setting:
        setting.setenv("WAYMARK_FEED_PAUSE", "a while")
        with pytest.raises(Invalid, match="WAYMARK_FEED_PAUSE is “a while”: write seconds"):
            fetch_json(f"{host.url}/list")


def test_we_say_who_we_are_and_whom_to_write_to(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYMARK_CONTACT", "directory@example.org\r\nX-Evil: é")
    fetching._pool.cache_clear()
    host.put("/list", "[]")
    fetch_json(f"{host.url}/list")
    assert host.asked[0].headers["User-Agent"] == "Waymark (community directory; directory@example.orgX-Evil: )"
    monkeypatch.delenv("WAYMARK_CONTACT")
    assert FetchingSettings().user_agent == "Waymark (community directory)"


def moved(host: Host, status: int, *steps: str) -> str:
    for at, to in pairwise(steps):
        host.documents[at] = Reply(status=status, headers={"Location": to})
    return host.url + steps[0]


def test_an_address_that_moved_for_good_is_told(host: Host, tmp_path: Path) -> None:
    host.put("/new/groups.csv", GROUPS)
    with visiting(Visit()) as visit:
        fetched = fetch(moved(host, 301, "/a", "/b", "/new/groups.csv"), tmp_path / "groups")
    assert visit.moved_to == fetched.url == f"{host.url}/new/groups.csv"
    with visiting(Visit()) as visit:
        fetched = fetch(moved(host, 302, "/c", "/new/groups.csv"), tmp_path / "groups")
    assert (visit.moved_to, fetched.url) == (None, f"{host.url}/new/groups.csv")


def test_where_we_came_to_is_known_after_a_second_try(host: Host, tmp_path: Path) -> None:
    tries = iter([Reply(status=503), Reply(GROUPS.encode())])
    host.documents["/new"] = lambda _: next(tries)
    assert fetch(moved(host, 302, "/old", "/new"), tmp_path / "groups").url == f"{host.url}/new"


def test_a_chain_of_redirections_ends(host: Host) -> None:
    with pytest.raises(SourceFailed, match="from one address to the next, too many times"):
        fetch_json(moved(host, 302, "/a", "/b", "/a"))
    assert len(host.asked) <= 7


def test_more_than_we_can_hold_is_not_taken(host: Host, tmp_path: Path) -> None:
    url = host.put("/big", "x" * 200_000)
    with pytest.raises(SourceFailed, match="is larger or slower than we can take"):
        fetch(url, tmp_path / "big", largest=100_000)


def test_a_web_page_instead_of_json_is_one_sentence(host: Host) -> None:
    url = host.put("/services", "<!doctype html><p>Sign in", Content_Type="text/html")
    with pytest.raises(SourceFailed, match=r"/services answered with a web page instead of JSON\."):
        fetch_json(url)
    host.put("/services", json.dumps([1])[:-1])
    with pytest.raises(SourceFailed, match="something cut short or damaged instead of JSON"):
        fetch_json(url)
