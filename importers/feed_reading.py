"""One reading of one feed: ask, take in, and note how it went."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from directory.catalogue import Catalogue
from directory.clock import now
from directory.errors import Refusal, Unavailable
from directory.models import Feed, ImportRun, RunStatus
from importers.feed import SINCE, changed_since
from importers.feed_notes import note_changes, note_failed, note_put_off, note_read, note_unchanged, where
from importers.feeds import get_feed
from importers.peers import only_public
from importers.read import import_from
from importers.report import Report
from importers.run import Progress
from importers.visits import Conditions, NotModified, Visit, visiting

UNCHANGED = "Nothing has changed since it was last read."
AFRESH = timedelta(days=7)
"""So often a feed is read whatever it says of having changed: what is missing in it becomes withdrawn in time, and we
may have learned to understand more of it."""


CLOCKS_DIFFER = timedelta(hours=1)


class Outcome(StrEnum):
    READ = "read"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    PUT_OFF = "put off"


@dataclass(frozen=True)
class Synced:
    """How one reading of one feed went; `report` when records were taken in."""

    source: str
    outcome: Outcome
    sentence: str
    report: Report | None = None

    def as_json(self) -> dict[str, Any]:
        """One feed in the document of `waymark feed sync --json`."""
        report = self.report.as_json() if self.report else None
        return {"source": self.source, "outcome": self.outcome.value, "message": self.sentence, "report": report}


def read_feed(
    catalogue: Catalogue, feed: Feed, *, actor: str, afresh: bool = False, progress: Progress | None = None
) -> Synced:
    """Read it and note how that went. Whoever calls has its turn; a reading that is killed leaves it as due as it was.

    What is our own fault is noted with the feed, and raised.
    """
    feed, visit, since = _begin(catalogue, feed, afresh)
    try:
        report = _read(catalogue, feed, visit, since, actor, progress)
    except NotModified:
        note(catalogue, feed, lambda kept: note_unchanged(kept, visit, now()))
        return Synced(feed.source, Outcome.UNCHANGED, UNCHANGED)
    except Unavailable as refusal:
        sentence = refusal.message
        note(catalogue, feed, lambda kept: note_put_off(kept, sentence, now()))
        return Synced(feed.source, Outcome.PUT_OFF, sentence)
    except Refusal as refusal:
        return _failed(catalogue, feed, visit, refusal.message)
    except Exception as error:
        _failed(catalogue, feed, visit, our_fault(error))
        raise
    if trouble := report.message or (None if since else _empty(feed, report, visit)):
        return _failed(catalogue, feed, visit, trouble, report)
    if since:
        note(catalogue, feed, lambda kept: note_changes(kept, report, visit, now()))
    else:
        note(catalogue, feed, lambda kept: note_read(kept, report, visit, now()))
    return Synced(feed.source, Outcome.READ, report.sentence(), report)


def _begin(catalogue: Catalogue, feed: Feed, afresh: bool) -> tuple[Feed, Visit, datetime | None]:
    """The feed as it is now, what its server is asked with, and since when for what has changed (None: for all)."""
    with catalogue.database.writing() as session:
        kept = get_feed(session, feed.id)
        kept.last_tried = now()
        run = session.get(ImportRun, kept.last_run_id) if kept.last_run_id else None
        if run and run.status is RunStatus.UNDONE:
            # What was taken back comes again only from the beginning.
            kept.cursor = None
        if afresh or not _may_ask_for_changes(kept, run):
            return kept, Visit(Conditions()), None
        return kept, Visit(Conditions(kept.etag, kept.last_modified)), _since(kept)


def _may_ask_for_changes(feed: Feed, run: ImportRun | None) -> bool:
    """Not when the last reading did not end well, was taken back, or the last of all of it is long ago."""
    recent = feed.last_whole is not None and feed.last_whole > now() - AFRESH
    return run is not None and run.status is RunStatus.DONE and recent


def _since(feed: Feed) -> datetime | None:
    """The last good reading and a little before, for clocks differ; None where the feed does not heed the question."""
    heeds = feed.ignores is not None and SINCE not in feed.ignores
    return feed.last_good - CLOCKS_DIFFER if heeds and feed.last_good else None


def _read(
    catalogue: Catalogue, feed: Feed, visit: Visit, since: datetime | None, actor: str, progress: Progress | None
) -> Report:
    with visiting(visit), within_bounds(feed):
        return import_from(
            catalogue,
            changed_since(where(feed), since) if since else where(feed),
            called=where(feed),
            changes_alone=since is not None,
            source=feed.source,
            format=feed.format,
            mapping=Path(feed.mapping) if feed.mapping else None,
            licence=feed.licence,
            actor=actor,
            progress=progress,
        )


def within_bounds(feed: Feed) -> AbstractContextManager[None]:
    """What somebody at a page added reads from the open internet alone."""
    return only_public() if feed.public_only else nullcontext()


def _empty(feed: Feed, report: Report, visit: Visit) -> str | None:
    """A feed that had records and has none at all is far likelier broken than empty; changes alone may well be none."""
    if report.read or visit.cursor or feed.cursor or not feed.counts.get("read"):
        return None
    return f"It held no records at all, where it had {feed.counts['read']:,} before. Nothing was taken out."


def _failed(catalogue: Catalogue, feed: Feed, visit: Visit, sentence: str, report: Report | None = None) -> Synced:
    note(catalogue, feed, lambda kept: note_failed(kept, sentence, visit, now(), report))
    return Synced(feed.source, Outcome.FAILED, sentence, report)


def note(catalogue: Catalogue, feed: Feed, change: Callable[[Feed], None]) -> None:
    """Somebody may have changed the feed while it was read, or removed it."""
    with catalogue.database.writing() as session:
        kept = session.get(Feed, feed.id)
        if kept is not None:
            change(kept)


def our_fault(error: Exception) -> str:
    """What people are told of it; the log has the rest."""
    return f"Reading it failed by a fault of ours ({type(error).__name__})."
