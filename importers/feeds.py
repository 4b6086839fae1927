"""Feeds: sources that are read again on a schedule. Adding, listing, pausing and removing them."""

from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from sqlmodel import Session, col, select

from directory.clock import now
from directory.errors import Duplicate, Invalid, NotFound
from directory.models import Feed
from importers.intervals import check_interval
from importers.mapping import read_mapping
from importers.sources import get_format

LONGEST_NAME = 100


def add_feed(
    session: Session,
    *,
    source: str,
    url: str,
    every: timedelta,
    actor: str,
    format: str | None = None,
    mapping: Path | None = None,
    licence: str | None = None,
    public_only: bool = False,
) -> Feed:
    """The new feed, due at once. Duplicate when the source has one; Invalid for what cannot be read so."""
    source, url = source.strip(), url.strip()
    if not source or len(source) > LONGEST_NAME:
        raise Invalid(f"Name the source, in {LONGEST_NAME} characters or fewer", field="source")
    if urlsplit(url).scheme.lower() not in ("http", "https") or not urlsplit(url).hostname:
        raise Invalid("A feed is a whole web address that begins with https:// or http://", field="address")
    if find_feed(session, source):
        raise Duplicate(f"There is a feed of {source}. Remove it first, or use another name", field="source")
    if format is not None:
        get_format(format)
    if mapping is not None:
        read_mapping(mapping)
    feed = Feed(
        source=source,
        url=url,
        format=format,
        mapping=str(mapping.absolute()) if mapping else None,
        licence=licence or None,
        every_minutes=check_interval(every),
        public_only=public_only,
        added_by=actor,
        next_due=now(),
    )
    session.add(feed)
    session.flush()
    return feed


def find_feed(session: Session, source: str) -> Feed | None:
    """The feed of this source; capitals do not matter."""
    return next((feed for feed in list_feeds(session) if feed.source.casefold() == source.strip().casefold()), None)


def get_feed(session: Session, source: str) -> Feed:
    """The feed of this source, or with this id; NotFound when there is none."""
    feed = session.get(Feed, source) or find_feed(session, source)
    if feed is None:
        raise NotFound(f"There is no feed called “{source}”.")
    return feed


def list_feeds(session: Session) -> list[Feed]:
    """All of them by the names of their sources."""
    return list(session.exec(select(Feed).order_by(Feed.source, Feed.id)))


def list_due_feeds(session: Session, moment: datetime) -> list[Feed]:
    """Those to be read now, the longest due first."""
    due = select(Feed).where(col(Feed.enabled), Feed.next_due <= moment)
    return list(session.exec(due.order_by(col(Feed.next_due), Feed.id)))


def list_failing_feeds(session: Session) -> list[Feed]:
    """Those that could not be read at their last try, the longest failing first. Paused ones are not missed."""
    failing = select(Feed).where(col(Feed.enabled), Feed.failures > 0)
    return list(session.exec(failing.order_by(col(Feed.failing_since), Feed.id)))


def remove_feed(session: Session, source: str) -> Feed:
    """Read it no more; what it brought stays in the directory. NotFound when there is none."""
    feed = get_feed(session, source)
    session.delete(feed)
    session.flush()
    return feed


def pause_feed(session: Session, source: str) -> Feed:
    """Do not read it by itself until it is resumed."""
    feed = get_feed(session, source)
    feed.enabled = False
    session.flush()
    return feed


def resume_feed(session: Session, source: str) -> Feed:
    """Read it by itself again, and soon."""
    feed = get_feed(session, source)
    feed.enabled, feed.next_due = True, now()
    session.flush()
    return feed


def hasten_feed(session: Session, source: str) -> Feed:
    """Read it at the next opportunity; a paused one stays paused."""
    feed = get_feed(session, source)
    feed.next_due = now()
    session.flush()
    return feed


def change_interval(session: Session, source: str, every: timedelta) -> Feed:
    """Read it so often from now on. Invalid when that is too often."""
    feed = get_feed(session, source)
    feed.every_minutes = check_interval(every)
    if not feed.failures and feed.last_tried:
        feed.next_due = feed.last_tried + every
    session.flush()
    return feed


def accept_move(session: Session, source: str) -> Feed:
    """Read it from where its server says it has moved for good. Invalid when it says nothing of that kind."""
    feed = get_feed(session, source)
    if feed.moved_to is None:
        raise Invalid(f"The feed of {feed.source} has not moved.")
    feed.url, feed.moved_to, feed.cursor = feed.moved_to, None, None
    feed.etag = feed.last_modified = None
    session.flush()
    return feed
