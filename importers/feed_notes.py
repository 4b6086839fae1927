"""What a feed remembers of a reading, and when it is due again: on time when it went well, later and later when not."""

import random
from datetime import datetime, timedelta

from directory.models import Feed
from importers.report import Report
from importers.visits import Conditions, Visit

A_DAY = timedelta(days=1)
FIRST_WAIT = timedelta(minutes=5)
"""After a first failure; doubled with each that follows."""
PATIENCE = 3
"""After so many failures a place to go on from is given up."""
SHORTLY = timedelta(minutes=5)
"""When something of ours stood in the way."""
JITTER = 0.15
"""Of a wait, more or less: those who failed together should not all come back together."""


def where(feed: Feed) -> str:
    """The address at which it is read: where it goes on, or from its beginning."""
    return feed.cursor or feed.url


def note_read(feed: Feed, report: Report, visit: Visit, moment: datetime) -> None:
    """It was read to its end."""
    _note_good(feed, visit, moment)
    feed.last_whole, feed.last_run_id = moment, report.run
    feed.counts, feed.format = report.counts(), report.format
    asked, feed.cursor = where(feed), visit.cursor
    # What holds of one address says nothing of the next.
    document = visit.document if where(feed) == asked else Conditions()
    feed.etag, feed.last_modified = document.etag, document.last_modified


def note_changes(feed: Feed, report: Report, visit: Visit, moment: datetime) -> None:
    """What had changed in it was read to its end."""
    _note_good(feed, visit, moment)
    feed.last_run_id = report.run


def note_unchanged(feed: Feed, visit: Visit, moment: datetime) -> None:
    """Its server says that it is as it was."""
    _note_good(feed, visit, moment)


def note_failed(feed: Feed, sentence: str, visit: Visit, moment: datetime, report: Report | None = None) -> None:
    """It could not be read, or not to its end. What is known of the last good reading stays."""
    feed.failures += 1
    feed.failing_since = feed.failing_since or moment
    feed.message = sentence
    feed.moved_to = visit.moved_to or feed.moved_to
    asked_for = timedelta(seconds=visit.again_after or 0)
    feed.next_due = moment + max(_wait(feed), asked_for)
    if report:
        feed.last_run_id = report.run
    if feed.failures >= PATIENCE:
        # Servers forget where somebody was; all of it can be read again from the beginning.
        feed.cursor = None


def note_put_off(feed: Feed, sentence: str, moment: datetime) -> None:
    """It was not asked at all, for a reason of ours."""
    feed.message = sentence
    feed.next_due = moment + SHORTLY


def _note_good(feed: Feed, visit: Visit, moment: datetime) -> None:
    feed.last_good, feed.message = moment, None
    feed.failures, feed.failing_since = 0, None
    feed.moved_to = visit.moved_to
    feed.next_due = moment + timedelta(minutes=feed.every_minutes)


def _wait(feed: Feed) -> timedelta:
    """Doubling from five minutes to a day, or to the interval where that is longer."""
    every = timedelta(minutes=feed.every_minutes)
    doubled: timedelta = FIRST_WAIT * 2 ** min(feed.failures - 1, 20)
    return min(doubled, max(A_DAY, every)) * random.uniform(1 - JITTER, 1 + JITTER)
