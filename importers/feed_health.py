"""How each feed is, in words: for the page of feeds and `waymark feed list`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, select

from directory.models import Feed, ImportRun, RunStatus
from importers.feeds import list_feeds
from importers.intervals import say_interval, write_interval
from importers.when import say_ago, say_since, say_when

COUNTED = (("added", "new"), ("changed", "changed"), ("withdrawn", "gone"), ("rejected", "refused"))
"""What is said of a reading beside the number of records, where there is any."""
LONGEST_READING = timedelta(hours=6)
"""What has been going on for longer was killed, and nobody noticed yet."""
LONG_DUE = timedelta(hours=1)


class State(StrEnum):
    WAITING = "waiting"
    GOOD = "good"
    READING = "reading"
    FAILING = "failing"
    PAUSED = "paused"


@dataclass(frozen=True)
class FeedHealth:
    """One feed as people see it."""

    feed: Feed
    state: State
    sentence: str
    """How it is: "Read 2 hours ago: 1,204 records, 3 new"."""
    next: str
    """When it is read next: "Next try at 14:00"; "" when that is not known."""

    @property
    def every(self) -> str:
        return say_interval(self.feed.every_minutes)

    @property
    def ignores(self) -> str:
        """ignores: modified_after, search; "" when it heeds all, or nobody knows."""
        return f"ignores: {', '.join(self.feed.ignores)}" if self.feed.ignores else ""

    def as_json(self) -> dict[str, Any]:
        """One feed in the document of `waymark feed list --json`."""
        feed = self.feed
        moments = {name: getattr(feed, name) for name in ("last_tried", "last_good", "next_due", "failing_since")}
        return {
            "source": feed.source,
            "url": feed.url,
            "format": feed.format,
            "mapping": feed.mapping,
            "licence": feed.licence,
            "every": write_interval(feed.every_minutes),
            "enabled": feed.enabled,
            "state": self.state.value,
            "says": self.sentence,
            **{name: moment.isoformat() if moment else None for name, moment in moments.items()},
            "failures": feed.failures,
            "message": feed.message,
            "ignores": feed.ignores,
            "moved_to": feed.moved_to,
            "run": feed.last_run_id,
            "counts": feed.counts,
        }


def list_health(session: Session, moment: datetime) -> list[FeedHealth]:
    """All feeds with how they are at this moment; those that fail come first."""
    going_on = select(ImportRun.source).where(ImportRun.status == RunStatus.RUNNING, ~col(ImportRun.dry_run))
    running = set(session.exec(going_on.where(ImportRun.started_at > moment - LONGEST_READING)))
    all_ = [_health(feed, moment, is_running=feed.source in running) for feed in list_feeds(session)]
    return sorted(all_, key=lambda one: one.state is not State.FAILING)


def is_clock_stopped(feeds: Iterable[FeedHealth], moment: datetime) -> bool:
    """Whether nobody reads what has long been due: then nothing runs on the clock."""
    return any(
        one.state not in (State.PAUSED, State.READING) and one.feed.next_due < moment - LONG_DUE for one in feeds
    )


def _health(feed: Feed, moment: datetime, *, is_running: bool) -> FeedHealth:
    state = _state(feed, is_running)
    return FeedHealth(feed, state, _sentence(feed, state, moment), _next(feed, state, moment))


def _state(feed: Feed, is_running: bool) -> State:
    if is_running:
        return State.READING
    if not feed.enabled:
        return State.PAUSED
    if feed.failures:
        return State.FAILING
    return State.GOOD if feed.last_good else State.WAITING


def _sentence(feed: Feed, state: State, moment: datetime) -> str:
    good = _last_good(feed, moment)
    if state is State.READING:
        return "It is being read just now."
    if state is State.FAILING:
        return f"{_failing(feed, moment)}: {_lower(_message(feed))}"
    if state is State.PAUSED:
        last_try = f"At the last try: {_lower(_message(feed))}" if feed.failures else ""
        return " ".join(filter(None, ("Paused.", good, last_try)))
    return " ".join(filter(None, (good or "Not read yet.", feed.message)))


def _failing(feed: Feed, moment: datetime) -> str:
    if feed.failures == 1 or feed.failing_since is None:
        return f"Could not be read {say_ago(feed.last_tried or moment, moment)}"
    return f"Has failed {feed.failures} times since {say_since(feed.failing_since, moment)}"


def _last_good(feed: Feed, moment: datetime) -> str:
    if feed.last_good is None:
        return ""
    numbers = [_records(feed.counts.get("read", 0))]
    if feed.last_whole and feed.last_good > feed.last_whole:
        return f"Asked {say_ago(feed.last_good, moment)}: {numbers[0]}, nothing has changed."
    numbers += [f"{feed.counts[name]:,} {word}" for name, word in COUNTED if feed.counts.get(name)]
    return f"Read {say_ago(feed.last_good, moment)}: {', '.join(numbers)}."


def _next(feed: Feed, state: State, moment: datetime) -> str:
    if state in (State.READING, State.PAUSED):
        return ""
    word = "Next try" if state is State.FAILING else "Next reading"
    return f"{word} {say_when(feed.next_due, moment)}" if feed.next_due > moment else "It is next in turn"


def _records(number: int) -> str:
    return f"{number:,} record{'' if number == 1 else 's'}"


def _message(feed: Feed) -> str:
    return f"{(feed.message or 'Nobody knows why').rstrip('.')}."


def _lower(sentence: str) -> str:
    """The beginning of a sentence that goes on after a colon; addresses and initials stay."""
    return sentence[0].lower() + sentence[1:] if sentence[1:2].islower() else sentence
