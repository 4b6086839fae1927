"""Reading a feed while the page goes on: a thread of this server, and the clock should the server end before it."""

from threading import Thread

import structlog

from directory.catalogue import Catalogue
from directory.errors import Refusal
from importers.feed_sync import sync_feed

log = structlog.get_logger()


def read_in_background(catalogue: Catalogue, feed_id: str, *, actor: str) -> None:
    """Begin to read it, and do not wait. How it goes is noted with the feed."""
    Thread(target=_read, args=(catalogue, feed_id, actor), name=f"feed {feed_id}", daemon=True).start()


def _read(catalogue: Catalogue, feed_id: str, actor: str) -> None:
    try:
        sync_feed(catalogue, feed_id, actor=actor, afresh=True)
    except Refusal as refusal:
        # Somebody else reads it, or it was removed meanwhile: the page says so.
        log.info("feed not read", feed=feed_id, why=refusal.message)
    except Exception:
        log.exception("feed failed", feed=feed_id)
