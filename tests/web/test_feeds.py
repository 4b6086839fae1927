"""The curator's page of feeds: added, read while she does something else, in trouble, paused, moved and removed."""

import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from directory.catalogue import Catalogue
from directory.clock import now
from importers import fetching
from importers.feed_sync import sync_feed
from importers.feeds import add_feed
from tests.importers.documents import Host, Reply, hosted
from tests.pages import Browser, Page
from tests.web.test_listings import button_of

GROUPS = "id,name,description\n1,Dockside Knitters,We knit\n2,Harbour Chess,We play\n"


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """A server inside of our network, which this deployer allows to be read."""
    monkeypatch.setenv("WAYMARK_PRIVATE_FEEDS", "true")
    monkeypatch.setattr(fetching, "AGAIN", fetching.AGAIN.new(backoff_factor=0, total=1))
    fetching._pool.cache_clear()
    with hosted() as host:
        yield host
    for thread in threading.enumerate():
        if thread.name.startswith("feed "):
            thread.join(30)
    fetching._pool().clear()
    fetching._pool.cache_clear()


def has(catalogue: Catalogue, url: str, source: str = "Bootle CVS", **options: Any) -> str:
    """There is a feed, and it was tried once; gives its id."""
    with catalogue.writing() as session:
        feed = add_feed(session, source=source, url=url, every=timedelta(days=1), actor="tests", **options)
    sync_feed(catalogue, feed.id, actor="tests")
    return feed.id


def in_time(browser: Browser, words: str) -> Page:
    """The page of feeds once it says this."""
    for _ in range(200):
        page = browser.open("/feeds")
        if words in page.main:
            return page
        time.sleep(0.1)
    raise AssertionError(f"{words!r} never came: {page.main}")


def test_a_feed_is_added_and_read_while_the_page_goes_on(curator: Browser, public: Browser, host: Host) -> None:
    url = host.put("/groups.csv", GROUPS)
    assert "There are no feeds yet" in curator.open("/feeds").main
    curator.follow("Add a feed")
    page = curator.send("Add the feed", address=url, source="Bootle CVS", every="1w", licence="CC BY 4.0")
    assert page.h1 == "Feeds"
    assert "Bootle CVS is a feed now, and is being read for the first time. Look again in a minute." in page.main
    page = in_time(curator, "Read just now: 2 records, 2 new. Next reading on ")
    assert "Read every week · CSV with a heading row · CC BY 4.0" in page.main
    assert "Dockside Knitters" in public.open("/search?q=knitters").main
    page = curator.follow("See what it brought: Bootle CVS")
    assert page.h1 == "Import from Bootle CVS"
    assert "curator@example.org" in page.main


def test_it_is_read_again_when_she_wants(curator: Browser, catalogue: Catalogue, host: Host) -> None:
    has(catalogue, host.put("/groups.csv", GROUPS, ETag='"1"'))
    host.put("/groups.csv", GROUPS + "3,Harbour Bowls,We bowl\n", ETag='"1"')
    page = curator.send(button_of(curator.open("/feeds"), "Read now"))
    assert "Bootle CVS is being read. You need not wait: look again in a minute." in page.main
    in_time(curator, "3 records, 1 new")


def test_what_fails_comes_first_and_says_why(curator: Browser, catalogue: Catalogue, host: Host) -> None:
    has(catalogue, host.put("/groups.csv", GROUPS), "A good one")
    has(catalogue, host.put("/page", "<!doctype html><title>Sign in</title>"), "Zion Church")
    page = curator.open("/feeds")
    assert page.main.index("Zion Church Fails") < page.main.index("A good one")
    assert (
        "Could not be read just now: page is a web page, not a file of records. Look at the address again. Next try at"
        in page.main
    )


def test_it_is_paused_and_resumed(curator: Browser, catalogue: Catalogue, host: Host) -> None:
    has(catalogue, host.put("/groups.csv", GROUPS))
    page = curator.send(button_of(curator.open("/feeds"), "Pause"))
    assert "Bootle CVS is paused. What it brought stays." in page.main
    assert "Paused. Read just now: 2 records, 2 new." in page.main
    page = curator.send(button_of(page, "Resume"))
    assert "It is next in turn." in page.main


def test_how_often_it_is_read_can_be_changed(curator: Browser, catalogue: Catalogue, host: Host) -> None:
    has(catalogue, host.put("/groups.csv", GROUPS))
    curator.open("/feeds")
    page = curator.follow("How often Bootle CVS is read")
    assert page.h1 == "How often Bootle CVS is read"
    assert "Bootle CVS is read every 6 hours." in curator.send("Save", every="6h").main
    curator.follow("How often Bootle CVS is read")
    curator.send("Save", 422, every="1m")


def test_it_is_removed_after_asking_and_its_records_stay(
    curator: Browser, public: Browser, catalogue: Catalogue, host: Host
) -> None:
    has(catalogue, host.put("/groups.csv", GROUPS))
    curator.open("/feeds")
    curator.follow("Remove Bootle CVS")
    page = curator.send("Remove it")
    assert "Bootle CVS is read no more" in page.main
    assert "There are no feeds yet" in page.main
    assert "Dockside Knitters" in public.open("/search?q=knitters").main


def test_an_address_that_moved_is_told_and_taken(curator: Browser, catalogue: Catalogue, host: Host) -> None:
    host.put("/new.csv", GROUPS)
    host.documents["/old.csv"] = Reply(status=301, headers={"Location": "/new.csv"})
    has(catalogue, f"{host.url}/old.csv")
    page = curator.open("/feeds")
    assert f"Its server says that it is now at {host.url}/new.csv for good." in page.main
    page = curator.send(button_of(page, "Use the new address"))
    assert f"Bootle CVS is read from {host.url}/new.csv" in page.main
    assert "It has moved" not in page.main


def test_that_nobody_reads_what_is_due_is_said(curator: Browser, catalogue: Catalogue, host: Host) -> None:
    has(catalogue, host.put("/groups.csv", GROUPS))
    assert "waymark tasks run" not in curator.open("/feeds").main
    with time_machine.travel(now() + timedelta(hours=26)):
        assert "see that “waymark tasks run” is running" in curator.open("/feeds").main


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"address": ""}, "Enter the address of the feed"),
        ({"source": ""}, "Enter a name for the source"),
        ({"source": "<b>"}, "Use letters, figures and blanks only"),
        ({"address": "ftp://example.org/x"}, "begins with https:// or http://"),
        ({"address": "http://127.0.0.1/x"}, "not on the open internet"),
        ({"source": "bootle cvs"}, "There is a feed of bootle cvs"),
        ({"every": "1m"}, "Not a valid choice"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(
    curator: Browser, catalogue: Catalogue, values: dict[str, str], sentence: str
) -> None:
    with catalogue.writing() as session:
        add_feed(session, source="Bootle CVS", url="https://example.org/x", every=timedelta(days=1), actor="tests")
    curator.open("/feeds/add")
    typed = {"address": "https://example.org/feed", "source": "Sefton CVS", "licence": "CC0"} | values
    page = curator.send("Add the feed", 422, **typed)
    assert sentence in page.main
    assert 'value="CC0"' in page.html


def test_a_feed_added_at_a_page_cannot_lead_inside(
    curator: Browser, catalogue: Catalogue, host: Host, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The name of the address may lead elsewhere by the time that it is read."""
    has(catalogue, host.put("/groups.csv", GROUPS), public_only=True)
    assert host.asked == []
    assert "Could not be read just now" in curator.open("/feeds").main


def test_others_have_no_business_there(advisor: Browser, public: Browser) -> None:
    advisor.open("/feeds", 403)
    assert public.open("/feeds").h1 == "Sign in"
