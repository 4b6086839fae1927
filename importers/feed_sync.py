"""Reading feeds: one now, or those that are due, one after another and never one twice at once."""

from collections.abc import Iterator
from datetime import timedelta

import structlog

from directory.catalogue import Catalogue
from directory.clock import now
from directory.errors import Unavailable
from directory.models import Feed
from directory.turns import taking_turn
from importers.feed_probe import ignored_filters
from importers.feed_reading import Outcome, Synced, note, our_fault, read_feed, within_bounds
from importers.feeds import get_feed, list_due_feeds
from importers.run import Progress

log = structlog.get_logger()

PROBE_AGAIN = timedelta(days=30)
WITH_FILTERS = ("hsds-uk", "oruk1")
"""Formats that are APIs with filters."""


def sync_feed(
    catalogue: Catalogue, source: str, *, actor: str, afresh: bool = False, progress: Progress | None = None
) -> Synced:
    """Read this feed now, due or not. With `afresh` even when its server says that nothing has changed.

    NotFound when there is none; Unavailable while somebody else reads it.
    """
    with catalogue.reading() as session:
        feed = get_feed(session, source)
    with taking_turn(catalogue, _turn(feed)) as ours:
        if not ours:
            raise Unavailable(f"The feed of {feed.source} is being read just now. Wait for it to end.")
        return _read_and_probe(catalogue, feed, actor, afresh=afresh, progress=progress)


def sync_due(catalogue: Catalogue, *, actor: str, progress: Progress | None = None) -> Iterator[Synced]:
    """Read the feeds that are due, one after another. One that fails does not keep the next from its turn."""
    with catalogue.reading() as session:
        due = list_due_feeds(session, now())
    for feed in due:
        with taking_turn(catalogue, _turn(feed)) as ours:
            if ours and _is_still_due(catalogue, feed):
                yield _sync_whatever_comes(catalogue, feed, actor, progress)


def probe_feed(catalogue: Catalogue, source: str) -> list[str] | None:
    """Find out which filters the feed ignores, and keep it. None when it has none, or does not answer."""
    with catalogue.reading() as session:
        feed = get_feed(session, source)
    with within_bounds(feed):
        ignores = ignored_filters(feed.url) if feed.format in (None, *WITH_FILTERS) else None

    def keep(kept: Feed) -> None:
        kept.ignores, kept.probed_at = ignores, now()

    note(catalogue, feed, keep)
    return ignores


def _sync_whatever_comes(catalogue: Catalogue, feed: Feed, actor: str, progress: Progress | None) -> Synced:
    try:
        return _read_and_probe(catalogue, feed, actor, progress=progress)
    except Exception as error:
        log.exception("feed failed", source=feed.source)
        return Synced(feed.source, Outcome.FAILED, our_fault(error))


def _read_and_probe(
    catalogue: Catalogue, feed: Feed, actor: str, *, afresh: bool = False, progress: Progress | None = None
) -> Synced:
    synced = read_feed(catalogue, feed, actor=actor, afresh=afresh, progress=progress)
    old = feed.probed_at is None or feed.probed_at < now() - PROBE_AGAIN
    if old and synced.outcome is Outcome.READ and synced.report and synced.report.format in WITH_FILTERS:
        probe_feed(catalogue, feed.id)
    return synced


def _is_still_due(catalogue: Catalogue, feed: Feed) -> bool:
    with catalogue.reading() as session:
        return any(due.id == feed.id for due in list_due_feeds(session, now()))


def _turn(feed: Feed) -> str:
    return f"feed {feed.id}"
