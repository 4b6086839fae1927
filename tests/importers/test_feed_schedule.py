"""Feeds on a schedule: read when due, unchanged when nothing changed, backed off when they fail, never twice at once."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from directory.assets import count_assets, each_asset
from directory.catalogue import Catalogue
from directory.clock import now
from directory.database import Database
from directory.errors import Duplicate, Invalid, NotFound, Unavailable
from directory.models import Feed, RunStatus
from directory.turns import taking_turn
from importers import feed_reading, fetching
from importers.feed_health import FeedHealth, State, list_health
from importers.feed_reading import Outcome, Synced
from importers.feed_sync import probe_feed, sync_due, sync_feed
from importers.feeds import (
    accept_move,
    add_feed,
    change_interval,
    get_feed,
    list_due_feeds,
    list_failing_feeds,
    pause_feed,
    remove_feed,
    resume_feed,
)
from importers.intervals import read_interval, say_interval, write_interval
from importers.undo import get_run, list_runs, undo_run
from importers.when import say_ago, say_since, say_when
from tests.importers.documents import Host, Reply, hosted

A_DAY = timedelta(days=1)
START = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
"""A Tuesday."""
GROUPS = "id,name,description\n1,Walton Choir,We sing\n2,Dockside Knitters,We knit\n"


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("WAYMARK_FEED_PAUSE", "0")
    monkeypatch.setattr(fetching, "AGAIN", fetching.AGAIN.new(backoff_factor=0, total=1))
    fetching._pool.cache_clear()
    yield
    fetching._pool().clear()
    fetching._pool.cache_clear()


@pytest.fixture
def host() -> Iterator[Host]:
    with hosted() as host:
        yield host


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """It is Tuesday morning, and stays so until a test moves it."""
    with time_machine.travel(START, tick=False) as clock:
        yield clock


@pytest.fixture
def both(database: Database, catalogue: Catalogue) -> Catalogue:
    """An empty catalogue on SQLite, then on PostgreSQL."""
    catalogue.database.dispose()
    catalogue.database = database
    return catalogue


def add(catalogue: Catalogue, url: str, source: str = "hub", **options: Any) -> Feed:
    with catalogue.writing() as session:
        return add_feed(session, source=source, url=url, every=options.pop("every", A_DAY), actor="tests", **options)


def feed_of(catalogue: Catalogue, source: str = "hub") -> Feed:
    with catalogue.reading() as session:
        return get_feed(session, source)


def health_of(catalogue: Catalogue) -> FeedHealth:
    with catalogue.reading() as session:
        (health,) = list_health(session, now())
    return health


def sync(catalogue: Catalogue, **options: Any) -> Synced:
    return sync_feed(catalogue, "hub", actor="tests", **options)


def synced(catalogue: Catalogue) -> list[tuple[str, Outcome]]:
    return [(one.source, one.outcome) for one in sync_due(catalogue, actor="clock")]


def names(catalogue: Catalogue) -> set[str]:
    with catalogue.reading() as session:
        return {asset.name for asset in each_asset(session)}


class Api:
    """Services page by page, two on each, with filters that are heeded unless they are ignored."""

    def __init__(self, host: Host, *ignores: str) -> None:
        groups = ["Grief Café", "Bootle Job Club", "Walton Choir", "Calm Evenings", "Dock Road Gym"]
        self.services = [
            {
                "id": str(at),
                "name": name,
                "status": "active",
                "schedules": [],
                "organization": {"id": "o", "name": "Hub"},
            }
            for at, name in enumerate(groups)
        ]
        self.ignores = ignores
        self.failing: set[str] = set()
        self.pages: list[str] = []
        host.documents["/services"] = self.answer

    def answer(self, query: dict[str, str]) -> Reply:
        self.pages.append(query.get("page", "1"))
        asked = {name: value for name, value in query.items() if name not in self.ignores}
        if asked.get("page") in self.failing:
            return Reply(b"oops", 500)
        ahead = asked.get("modified_after", "") > now().isoformat()
        found = [] if ahead or "search" in asked else self.services
        if asked.get("format") == "ndjson":
            return Reply("\n".join(map(json.dumps, found)).encode())
        size, page = int(asked.get("per_page", 2)), int(asked.get("page", 1))
        shown = found[(page - 1) * size : page * size]
        pages = -(-len(found) // size)
        body = {"total_items": len(found), "total_pages": pages, "page_number": page, "contents": shown}
        # The server vouches for each page alone.
        return Reply(json.dumps(body).encode(), headers={"ETag": f'"{page}-{shown[0]["id"] if shown else ""}"'})


def count(catalogue: Catalogue) -> int:
    with catalogue.reading() as session:
        return count_assets(session)


def test_a_feed_is_read_when_it_is_due_and_not_before(
    both: Catalogue, host: Host, clock: time_machine.Traveller
) -> None:
    add(both, host.put("/groups.csv", GROUPS), every=timedelta(hours=6))
    assert synced(both) == [("hub", Outcome.READ)]
    assert names(both) == {"Walton Choir", "Dockside Knitters"}
    clock.shift(timedelta(hours=5))
    assert synced(both) == []
    clock.shift(timedelta(hours=1))
    assert synced(both) == [("hub", Outcome.READ)]
    assert feed_of(both).next_due == START + timedelta(hours=12)
    with both.reading() as session:
        assert [run.started_by for run in list_runs(session)] == ["clock", "clock"]


def test_what_has_not_changed_is_not_read(catalogue: Catalogue, host: Host, clock: time_machine.Traveller) -> None:
    add(catalogue, host.put("/groups.csv", GROUPS, ETag='"1"'))
    sync(catalogue)
    clock.shift(timedelta(hours=2))
    assert sync(catalogue).outcome is Outcome.UNCHANGED
    feed = feed_of(catalogue)
    assert (feed.last_good, feed.last_whole, feed.next_due) == (now(), START, now() + A_DAY)
    with catalogue.reading() as session:
        assert len(list_runs(session)) == 1
    assert health_of(catalogue).sentence == "Asked just now: 2 records, nothing has changed."
    host.put("/groups.csv", GROUPS + "3,Job Club,Work\n", ETag='"2"')
    assert sync(catalogue).outcome is Outcome.READ
    assert "Job Club" in names(catalogue)


def test_a_person_can_have_it_read_all_the_same(catalogue: Catalogue, host: Host) -> None:
    add(catalogue, host.put("/groups.csv", GROUPS, ETag='"1"'))
    sync(catalogue)
    assert sync(catalogue, afresh=True).outcome is Outcome.READ


def test_once_a_week_it_is_read_whatever_it_says(
    catalogue: Catalogue, host: Host, clock: time_machine.Traveller
) -> None:
    add(catalogue, host.put("/groups.csv", GROUPS, ETag='"1"'))
    outcomes = []
    for _ in range(9):
        outcomes += [one.outcome for one in sync_due(catalogue, actor="clock")]
        clock.shift(A_DAY)
    assert [day for day, outcome in enumerate(outcomes) if outcome is Outcome.READ] == [0, 7]


def test_what_was_taken_back_is_read_again(catalogue: Catalogue, host: Host) -> None:
    add(catalogue, host.put("/groups.csv", GROUPS, ETag='"1"'))
    run = sync(catalogue).report
    assert run
    with catalogue.writing() as session:
        undo_run(session, str(run.run), actor="tests")
    assert sync(catalogue).outcome is Outcome.READ
    assert len(names(catalogue)) == 2


def test_a_first_page_that_is_the_same_says_nothing_about_the_others(catalogue: Catalogue, host: Host) -> None:
    api = Api(host)
    add(catalogue, f"{host.url}/services")
    sync(catalogue)
    assert api.pages[:3] == ["1", "2", "3"]
    api.services[4]["name"] = "Dock Road Boxing"
    assert sync(catalogue).outcome is Outcome.READ
    assert "Dock Road Boxing" in names(catalogue)


def test_failures_are_counted_and_tried_later_and_later(
    catalogue: Catalogue, host: Host, clock: time_machine.Traveller
) -> None:
    add(catalogue, host.put("/groups.csv", GROUPS), every=timedelta(hours=6))
    sync(catalogue)
    host.put("/groups.csv", "<!doctype html><title>Sign in</title>")
    waits = []
    for _ in range(12):
        clock.move_to(feed_of(catalogue).next_due)
        assert synced(catalogue) == [("hub", Outcome.FAILED)]
        waits.append((feed_of(catalogue).next_due - now()).total_seconds() / 60)
    for number, wait in enumerate(waits):
        wanted = min(5 * 2**number, 24 * 60)
        assert 0.84 * wanted < wait < 1.16 * wanted
    assert len(set(waits[-3:])) == 3, "not all at the same minute"
    feed = feed_of(catalogue)
    assert (feed.failures, feed.failing_since) == (12, START + timedelta(hours=6))
    assert names(catalogue) == {"Walton Choir", "Dockside Knitters"}, "and nothing was lost"
    with catalogue.reading() as session:
        assert [one.source for one in list_failing_feeds(session)] == ["hub"]
    host.put("/groups.csv", GROUPS)
    sync(catalogue)
    feed = feed_of(catalogue)
    assert (feed.failures, feed.failing_since, feed.message) == (0, None, None)
    with catalogue.reading() as session:
        assert list_failing_feeds(session) == []


def test_a_failure_is_told_in_plain_words(catalogue: Catalogue, host: Host, clock: time_machine.Traveller) -> None:
    add(catalogue, host.put("/groups.csv", GROUPS))
    assert health_of(catalogue).sentence == "Not read yet."
    assert health_of(catalogue).next == "It is next in turn"
    sync(catalogue)
    clock.shift(timedelta(hours=2))
    assert health_of(catalogue).sentence == "Read 2 hours ago: 2 records, 2 new."
    assert health_of(catalogue).next == "Next reading tomorrow at 09:00"
    host.put("/groups.csv", "<!doctype html><title>Sign in</title>")
    for _ in range(4):
        sync(catalogue)
    clock.shift(timedelta(days=2))
    health = health_of(catalogue)
    assert health.state is State.FAILING
    assert health.sentence == (
        "Has failed 4 times since Tuesday: groups.csv is a web page, not a file of records. Look at the address again."
    )
    clock.move_to(feed_of(catalogue).next_due - timedelta(minutes=1))
    assert health_of(catalogue).next.startswith("Next try at 11:")


def test_a_feed_that_breaks_off_is_a_failure_with_a_run(catalogue: Catalogue, host: Host) -> None:
    api = Api(host)
    add(catalogue, f"{host.url}/services")
    sync(catalogue)
    api.failing = {"2"}
    result = sync(catalogue)
    assert result.outcome is Outcome.FAILED
    assert result.report
    assert result.sentence.startswith("Page 2 of the feed failed: ")
    assert count(catalogue) == 5
    feed = feed_of(catalogue)
    assert feed.counts["read"] == 5, "the numbers are those of the last good reading"
    with catalogue.reading() as session:
        assert get_run(session, str(feed.last_run_id)).status is RunStatus.FAILED


def test_a_feed_that_is_suddenly_empty_is_not_believed(catalogue: Catalogue, host: Host) -> None:
    api = Api(host)
    add(catalogue, f"{host.url}/services")
    sync(catalogue)
    api.services.clear()
    result = sync(catalogue, afresh=True)
    assert result.outcome is Outcome.FAILED
    assert result.sentence == "It held no records at all, where it had 5 before. Nothing was taken out."
    assert count(catalogue) == 5


def test_a_feed_that_heeds_it_is_asked_for_changes_alone_and_for_all_once_a_week(
    catalogue: Catalogue, host: Host, clock: time_machine.Traveller
) -> None:
    api = Api(host)
    add(catalogue, f"{host.url}/services")
    sync(catalogue)
    gone = api.services.pop()
    clock.shift(A_DAY)
    assert sync(catalogue).outcome is Outcome.READ
    assert "modified_after=2026-12-01T08%3A00%3A00Z" in " ".join(host.addresses()), (
        "an hour before the last good reading"
    )
    with catalogue.reading() as session:
        assert all(run.counts["missing"] == 0 for run in list_runs(session)), "what did not change is not gone"
    clock.shift(timedelta(days=7))
    assert (report := sync(catalogue).report)
    assert (report.read, report.missing) == (4, 1)
    assert gone["name"] in names(catalogue), "it has a fortnight to come again"


def test_a_feed_that_ignores_the_question_is_read_whole(catalogue: Catalogue, host: Host) -> None:
    api = Api(host, "modified_after")
    add(catalogue, f"{host.url}/services")
    sync(catalogue)
    sync(catalogue)
    assert all("modified_after=2026" not in asked for asked in host.addresses())
    assert api.pages


def sessions(host: Host, path: str, after: str, *names: str) -> None:
    """One page of a feed of sessions, which leads to the next."""
    items = [
        {
            "state": "updated",
            "kind": "SessionSeries",
            "id": name,
            "modified": 1,
            "data": {"@type": "SessionSeries", "name": name, "description": f"{name}, every week"},
        }
        for name in names
    ]
    host.put(path, json.dumps({"next": host.url + after, "items": items}), ETag=f'"{path}{len(items)}"')


def test_a_feed_of_changes_goes_on_where_it_was(catalogue: Catalogue, host: Host) -> None:
    sessions(host, "/sessions", "/sessions/2", "Chair Yoga")
    sessions(host, "/sessions/2", "/sessions/2")
    add(catalogue, f"{host.url}/sessions")
    assert sync(catalogue).outcome is Outcome.READ
    assert feed_of(catalogue).cursor == f"{host.url}/sessions/2"
    host.asked.clear()
    assert [sync(catalogue).outcome for _ in range(2)] == [Outcome.READ, Outcome.UNCHANGED]
    assert host.addresses() == ["/sessions/2", "/sessions/2"]
    sessions(host, "/sessions/2", "/sessions/3", "Walking Football")
    sessions(host, "/sessions/3", "/sessions/3")
    assert sync(catalogue).outcome is Outcome.READ
    assert names(catalogue) == {"Chair Yoga", "Walking Football"}, "what it did not say again is not gone"


def test_changes_that_were_taken_back_come_again_from_the_beginning(catalogue: Catalogue, host: Host) -> None:
    sessions(host, "/sessions", "/sessions/2", "Chair Yoga")
    sessions(host, "/sessions/2", "/sessions/2")
    add(catalogue, f"{host.url}/sessions")
    report = sync(catalogue).report
    assert report
    with catalogue.writing() as session:
        undo_run(session, str(report.run), actor="tests")
    sync(catalogue)
    assert names(catalogue) == {"Chair Yoga"}


def test_a_place_that_the_server_has_forgotten_is_given_up(catalogue: Catalogue, host: Host) -> None:
    sessions(host, "/sessions", "/sessions/2", "Chair Yoga")
    sessions(host, "/sessions/2", "/sessions/2")
    add(catalogue, f"{host.url}/sessions")
    sync(catalogue)
    sessions(host, "/sessions", "/sessions/9", "Chair Yoga", "Walking Football")
    sessions(host, "/sessions/9", "/sessions/9")
    del host.documents["/sessions/2"]
    assert [sync(catalogue).outcome for _ in range(3)] == [Outcome.FAILED] * 3
    assert sync(catalogue).outcome is Outcome.READ
    assert names(catalogue) == {"Chair Yoga", "Walking Football"}


def test_a_server_that_wants_to_be_left_alone_is(
    catalogue: Catalogue, host: Host, clock: time_machine.Traveller
) -> None:
    host.documents["/groups.csv"] = Reply(status=429, headers={"Retry-After": "10800"})
    add(catalogue, f"{host.url}/groups.csv")
    assert sync(catalogue).sentence.endswith("/groups.csv asks to be left alone for 3 hours.")
    assert feed_of(catalogue).next_due == now() + timedelta(hours=3)
    assert len(host.asked) == 1


def test_an_address_that_moved_for_good_is_told_and_can_be_taken(catalogue: Catalogue, host: Host) -> None:
    host.put("/new.csv", GROUPS)
    host.documents["/old.csv"] = Reply(status=301, headers={"Location": "/new.csv"})
    add(catalogue, f"{host.url}/old.csv")
    assert sync(catalogue).outcome is Outcome.READ
    assert feed_of(catalogue).moved_to == f"{host.url}/new.csv"
    with catalogue.writing() as session:
        accept_move(session, "hub")
    host.asked.clear()
    sync(catalogue)
    assert host.addresses() == ["/new.csv"]
    assert feed_of(catalogue).moved_to is None


def test_one_that_fails_does_not_keep_the_next_from_its_turn(
    catalogue: Catalogue, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(catalogue, f"{host.url}/missing.csv", "a broken one")
    add(catalogue, host.put("/fault.csv", GROUPS), "b our fault")
    add(catalogue, host.put("/groups.csv", GROUPS), "c good")
    really = feed_reading.import_from

    def with_a_fault(catalogue: Catalogue, location: str, **options: Any) -> Any:
        if "fault" in location:
            raise ZeroDivisionError
        return really(catalogue, location, **options)

    monkeypatch.setattr(feed_reading, "import_from", with_a_fault)
    assert [outcome for _, outcome in synced(catalogue)] == [Outcome.FAILED, Outcome.FAILED, Outcome.READ]
    assert feed_of(catalogue, "b our fault").message == "Reading it failed by a fault of ours (ZeroDivisionError)."


def test_two_runners_do_not_read_one_feed_twice(both: Catalogue, host: Host) -> None:
    feed = add(both, host.put("/groups.csv", GROUPS))
    with taking_turn(both, f"feed {feed.id}") as ours:
        assert ours
        assert synced(both) == []
        with pytest.raises(Unavailable, match="is being read just now"):
            sync(both)
        with both.writing() as session:
            pause_feed(session, "hub")  # whoever pauses it need not wait
    assert host.asked == []
    assert sync(both).outcome is Outcome.READ


def test_a_reading_that_is_killed_leaves_the_feed_due(
    catalogue: Catalogue, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(catalogue, host.put("/groups.csv", GROUPS))

    def stop(_rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sync(catalogue, progress=stop)
    feed = feed_of(catalogue)
    assert (feed.failures, feed.last_good) == (0, None)
    assert synced(catalogue) == [("hub", Outcome.READ)]


# What was fetched in vain is tidied away by Python, with a warning.
def test_an_import_of_the_same_source_by_hand_is_no_failure(
    catalogue: Catalogue, host: Host, clock: time_machine.Traveller
) -> None:
    from importers.locks import only_run_of

    add(catalogue, host.put("/groups.csv", GROUPS))
    with only_run_of(catalogue.settings.data_dir, "hub"):
        assert sync(catalogue).outcome is Outcome.PUT_OFF
    feed = feed_of(catalogue)
    assert (feed.failures, feed.next_due) == (0, START + timedelta(minutes=5))
    assert health_of(catalogue).sentence == "Not read yet. Another import of hub is going on. Wait for it to end."


def test_a_feed_of_a_page_leads_nowhere_inside(catalogue: Catalogue, host: Host) -> None:
    add(catalogue, host.put("/groups.csv", GROUPS), public_only=True)
    assert sync(catalogue).outcome is Outcome.FAILED
    assert host.asked == []


def test_what_was_guessed_is_kept(catalogue: Catalogue, host: Host) -> None:
    add(catalogue, host.put("/groups", GROUPS))
    sync(catalogue)
    assert feed_of(catalogue).format == "csv"


def test_paused_feeds_are_not_read_and_a_removed_one_leaves_what_it_brought(
    catalogue: Catalogue, host: Host, clock: time_machine.Traveller
) -> None:
    add(catalogue, host.put("/groups.csv", GROUPS))
    sync(catalogue)
    with catalogue.writing() as session:
        pause_feed(session, "HUB")
    clock.shift(timedelta(days=3))
    assert synced(catalogue) == []
    assert health_of(catalogue).sentence == "Paused. Read 3 days ago: 2 records, 2 new."
    with catalogue.writing() as session:
        resume_feed(session, "hub")
        change_interval(session, "hub", timedelta(days=7))
    assert health_of(catalogue).every == "every week"
    with catalogue.writing() as session:
        resume_feed(session, "hub")
    assert synced(catalogue) == [("hub", Outcome.READ)]
    with catalogue.writing() as session:
        remove_feed(session, "hub")
        with pytest.raises(NotFound, match="There is no feed called “hub”"):
            get_feed(session, "hub")
        assert list_due_feeds(session, now() + timedelta(days=30)) == []
    assert count(catalogue) == 2


@pytest.mark.parametrize(
    ("said", "kind", "sentence"),
    [
        ({"source": "Hub"}, Duplicate, "There is a feed of Hub"),
        ({"source": " "}, Invalid, "Name the source"),
        ({"url": "ftp://example.org/x"}, Invalid, "begins with https:// or http://"),
        ({"url": "groups.csv"}, Invalid, "begins with https:// or http://"),
        ({"every": timedelta(minutes=14)}, Invalid, "every 15 minutes at most"),
        ({"format": "pdf"}, Invalid, "There is no format called “pdf”"),
    ],
)
def test_what_cannot_be_a_feed_is_refused(
    catalogue: Catalogue, said: dict[str, Any], kind: type[Exception], sentence: str
) -> None:
    add(catalogue, "https://example.org/hub.csv")
    with pytest.raises(kind, match=sentence):
        add(catalogue, **{"url": "https://example.org/x.csv", "source": "other"} | said)


@pytest.mark.parametrize(
    ("written", "minutes", "said"),
    [
        ("15m", 15, "every 15 minutes"),
        ("6h", 360, "every 6 hours"),
        ("1d", 1440, "every day"),
        ("2w", 20160, "every 2 weeks"),
    ],
)
def test_intervals(written: str, minutes: int, said: str) -> None:
    assert read_interval(f" {written.upper()} ") == timedelta(minutes=minutes)
    assert (write_interval(minutes), say_interval(minutes)) == (written, said)


@pytest.mark.parametrize("written", ["", "d", "1", "0d", "10m", "-1d", "1.5h", "99999w", "soon"])
def test_what_is_no_interval(written: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_interval(written)
    assert refused.value.field == "every"


def test_moments_in_words() -> None:
    minute = timedelta(minutes=1)
    agos = [say_ago(START - minute * number, START) for number in (0, 1, 59, 120, 60 * 47, 60 * 24 * 9)]
    assert agos == ["just now", "1 minute ago", "59 minutes ago", "2 hours ago", "2 days ago", "9 days ago"]
    whens = [say_when(START + minute * number, START) for number in (300, 60 * 24, 60 * 24 * 3, 60 * 24 * 9)]
    assert whens == ["at 14:00", "tomorrow at 09:00", "on Friday at 09:00", "on 10 December"]
    sinces = [say_since(START - A_DAY * number, START) for number in (0, 1, 3, 9)]
    assert sinces == ["09:00", "yesterday 09:00", "Saturday", "22 November"]


def test_what_a_feed_ignores_is_found_by_asking_for_what_cannot_be(catalogue: Catalogue, host: Host) -> None:
    Api(host, "modified_after", "search")
    host.put("/", '{"version": "HSDS-UK-3.0", "profile": "https://example.org"}')
    add(catalogue, f"{host.url}/")
    assert probe_feed(catalogue, "hub") == ["modified_after", "search"]
    assert health_of(catalogue).ignores == "ignores: modified_after, search"


@pytest.mark.parametrize("ignores", [(), ("per_page",), ("page",), ("format",)])
def test_each_filter_alone(catalogue: Catalogue, host: Host, ignores: tuple[str, ...]) -> None:
    Api(host, *ignores)
    add(catalogue, f"{host.url}/services")
    assert probe_feed(catalogue, "hub") == list(ignores)


def test_what_has_no_filters_ignores_none(catalogue: Catalogue, host: Host, tmp_path: Path) -> None:
    add(catalogue, host.put("/groups.csv", GROUPS))
    add(catalogue, host.put("/list.json", '[{"id": "1", "name": "Choir"}]'), "a list")
    add(catalogue, f"{host.url}/missing", "nothing")
    assert [probe_feed(catalogue, source) for source in ("hub", "a list", "nothing")] == [None, None, None]
    assert "/groups.csv" not in host.addresses(), "a file need not be fetched to know that"


def test_filters_are_looked_at_again_after_a_month(
    catalogue: Catalogue, host: Host, clock: time_machine.Traveller
) -> None:
    Api(host)
    add(catalogue, f"{host.url}/services")
    sync(catalogue)
    assert feed_of(catalogue).ignores == []
    Api(host, "search")
    clock.shift(timedelta(days=29))
    sync(catalogue)
    assert feed_of(catalogue).ignores == []
    clock.shift(timedelta(days=2))
    sync(catalogue)
    assert feed_of(catalogue).ignores == ["search"]
