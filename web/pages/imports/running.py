"""One run of importing from a page: tried first, then for good."""

from contextlib import nullcontext
from pathlib import Path

from directory.errors import Refusal
from importers.incoming import SourceFailed
from importers.peers import only_public
from importers.read import import_from
from importers.report import Report
from web.database import catalogue, session
from web.pages.imports.addresses import FeedSettings
from web.pages.imports.uploads import Pending


def run_import(pending: Pending, *, actor: str, dry_run: bool) -> Report:
    """Read it and take it in, or only see what would come of it. Refusals name the file as people know it."""
    # The import writes in transactions of its own; SQLite lets one write at a time, and ours has begun.
    session.rollback()
    location = pending.location
    try:
        with nullcontext() if FeedSettings().private_feeds else only_public():
            return import_from(
                catalogue,
                location,
                source=pending.source,
                called=pending.name,
                actor=actor,
                licence=pending.licence or None,
                dry_run=dry_run,
            )
    except Refusal as refusal:
        raise SourceFailed(_as_known(refusal.message, location, pending)) from refusal


def _as_known(message: str, location: str | Path, pending: Pending) -> str:
    if isinstance(location, Path):
        return message.replace(str(location), pending.name).replace(location.name, pending.name)
    return message
