"""`waymark feed` and `waymark tasks` as people and scripts use them."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.importers.documents import Host, Reply, hosted
from web.commands import main

GROUPS = "id,name\n1,Walton Choir\n2,Dockside Knitters\n"


def waymark(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)


def said(*arguments: object) -> Any:
    result = waymark(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture
def host() -> Iterator[Host]:
    with hosted() as host:
        yield host


def test_a_feed_is_added_listed_read_and_removed(host: Host) -> None:
    assert waymark("feed", "list").output == "There are no feeds. Add one with: waymark feed add URL --source NAME\n"
    url = host.put("/groups.csv", GROUPS, ETag='"1"')
    added = waymark("feed", "add", url, "--source", "Hub", "--every", "6h", "--licence", "CC0")
    assert added.output == "Hub is read every 6 hours by `waymark tasks run`, first when that runs.\n"
    assert waymark("feed", "sync", "hub").output.startswith("Hub: 2 read: 2 added")
    assert waymark("feed", "sync", "hub").output == "Hub: Nothing has changed since it was last read.\n"
    assert waymark("feed", "sync", "hub", "--afresh").output.startswith("Hub: 2 read: 0 added")
    assert waymark("feed", "sync").output == "No feed is due.\n"
    (listed,) = said("feed", "list")
    assert (listed["source"], listed["every"], listed["state"], listed["format"]) == ("Hub", "6h", "good", "csv")
    assert listed["counts"]["read"] == 2
    assert "Hub: Read just now: 2 records." in waymark("feed", "list").output
    assert waymark("feed", "pause", "hub").output == "Hub is paused.\n"
    assert waymark("feed", "sync", "--all").output == "No feed is due.\n"
    assert waymark("feed", "resume", "hub").output == "Hub is next in turn.\n"
    assert said("feed", "remove", "hub") == {"source": "Hub", "removed": True}
    assert said("feed", "list") == []
    assert "Walton Choir" in waymark("search", "choir").output


def test_what_it_ignores_is_said_when_it_is_added(host: Host) -> None:
    choir = {"id": "1", "name": "Choir", "status": "active", "schedules": []}
    page = {"total_items": 1, "total_pages": 1, "page_number": 1, "contents": [choir]}
    host.documents["/services"] = Reply(json.dumps(page).encode())
    output = waymark("feed", "add", f"{host.url}/services", "--source", "council").output
    assert output.endswith("It ignores: modified_after, search, format.\n")
    assert "ignores: modified_after, search, format" in waymark("feed", "list").output


def test_a_feed_that_fails_is_said_on_standard_error(host: Host) -> None:
    waymark("feed", "add", f"{host.url}/gone.csv", "--source", "gone")
    waymark("feed", "add", host.put("/groups.csv", GROUPS), "--source", "hub")
    result = waymark("feed", "sync", "--json")
    assert result.exit_code == 1
    assert [(one["source"], one["outcome"]) for one in json.loads(result.stdout)] == [
        ("gone", "failed"),
        ("hub", "read"),
    ]
    assert "/gone.csv did not answer as it should: it said 404" in waymark("feed", "sync", "gone").stderr
    assert waymark("feed", "list").output.startswith("gone: Has failed 2 times since ")


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("add", "https://example.org/x", "--source", "x", "--every", "5m"), 1, "every 15 minutes at most"),
        (("add", "https://example.org/x", "--source", "x", "--every", "often"), 1, "write 30m, 6h, 1d or 2w"),
        (("add", "groups.csv", "--source", "x"), 1, "begins with https:// or http://"),
        (("add", "https://example.org/x"), 2, "Missing option '--source'"),
        (("remove", "nobody"), 1, "There is no feed called “nobody”."),
        (("sync", "nobody"), 1, "There is no feed called “nobody”."),
        (("sync", "nobody", "--all"), 2, "not both"),
        (("sync", "--afresh"), 2, "needs the name of a feed"),
    ],
)
def test_refusals_are_one_sentence(arguments: tuple[str, ...], status: int, sentence: str) -> None:
    result = waymark("feed", *arguments)
    assert result.exit_code == status
    assert sentence in result.stderr
    assert "Traceback" not in result.output


def test_what_is_due_is_done_once(host: Host) -> None:
    assert waymark("tasks", "run", "--once").output.startswith("4 tasks were due: ")
    assert waymark("tasks", "run", "--once").output == "Nothing was due.\n"
    assert said("tasks", "run", "--once") == []


def test_feeds_that_are_due_are_read_by_the_clock(host: Host) -> None:
    waymark("feed", "add", host.put("/groups.csv", GROUPS), "--source", "hub")
    output = waymark("tasks", "run", "--once").output
    assert output.startswith("feeds: hub: 2 read: 2 added, 0 changed, 0 unchanged, 0 refused.\n4 tasks were due: ")


def running(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", "from web.commands import main; main()", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    return subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def stopped(process: subprocess.Popen[str], number: signal.Signals) -> tuple[str, str, float]:
    """What it said, and how long it took to end."""
    began = time.monotonic()
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    return out, err, time.monotonic() - began


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_runs_until_it_is_told_to_stop(number: signal.Signals) -> None:
    process = running("tasks", "run")
    assert process.stdout
    assert (
        process.stdout.readline()
        == "Doing what is due: feeds, learning, duplicates, forgetting. Stop it with Ctrl-C.\n"
    )
    time.sleep(0.5)
    _, err, seconds = stopped(process, number)
    assert (process.returncode, err) == (0, "Stopped. What was in hand is done when it is due again.\n")
    assert seconds < 15


def test_being_stopped_in_the_middle_of_a_feed_loses_nothing(host: Host) -> None:
    waymark("feed", "add", f"{host.url}/slow.csv", "--source", "hub", "--format", "csv")
    asked = len(host.asked)

    enough = threading.Event()

    def slow(_query: dict[str, str]) -> Reply:
        enough.wait(60)
        return Reply(GROUPS.encode())

    host.documents["/slow.csv"] = slow
    process = running("tasks", "run")
    while len(host.asked) == asked:
        time.sleep(0.1)
    _, err, seconds = stopped(process, signal.SIGTERM)
    enough.set()
    assert "Traceback" not in err
    assert process.returncode == 0
    assert seconds < 15, "it did not wait for the server"
    (feed,) = said("feed", "list")
    assert (feed["failures"], feed["last_good"]) == (0, None)
    host.put("/slow.csv", GROUPS)
    assert "hub: 2 read: 2 added" in waymark("tasks", "run", "--once").output
