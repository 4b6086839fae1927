"""Reading feeds that are due: one import run each, and a note of how it went and when it is due again."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import structlog

from directory.catalogue import Catalogue
from directory.clock import now
from directory.errors import Refusal, Unavailable
from directory.models import Feed, ImportRun, RunStatus
from directory.turns import taking_turn
from importers.feed_notes import note_failed, note_put_off, note_read, note_unchanged, where
from importers.feed_probe import ignored_filters
from importers.feeds import get_feed, list_due_feeds
from importers.peers import only_public
from importers.read import import_from
from importers.report import Report
from importers.run import Progress
from importers.visits import Conditions, NotModified, Visit, visiting

log = structlog.get_logger()

UNCHANGED = "Nothing has changed since it was last read."
AFRESH = timedelta(days=7)
"""So often a feed is read whatever it says of having changed: what is missing in it becomes withdrawn in time, and we
may have learned to understand more of it."""
PROBE_AGAIN = timedelta(days=30)
WITH_FILTERS = ("hsds-uk", "oruk1")
"""Formats that are APIs with filters."""


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
        return _sync(catalogue, feed, actor, afresh=afresh, progress=progress)


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
    with _within_bounds(feed):
        ignores = _probe(feed)

    def keep(feed: Feed) -> None:
        feed.ignores, feed.probed_at = ignores, now()

    _note(catalogue, feed, keep)
    return ignores


def _sync_whatever_comes(catalogue: Catalogue, feed: Feed, actor: str, progress: Progress | None) -> Synced:
    try:
        return _sync(catalogue, feed, actor, afresh=False, progress=progress)
    except Exception as error:
        log.exception("feed failed", source=feed.source)
        return Synced(feed.source, Outcome.FAILED, _our_fault(error))


def _sync(catalogue: Catalogue, feed: Feed, actor: str, *, afresh: bool, progress: Progress | None) -> Synced:
    """A reading that is killed leaves the feed as due as it was."""
    feed, visit = _begin(catalogue, feed, afresh)
    try:
        report = _read(catalogue, feed, visit, actor, progress)
    except NotModified:
        _note(catalogue, feed, lambda kept: note_unchanged(kept, visit, now()))
        return Synced(feed.source, Outcome.UNCHANGED, UNCHANGED)
    except Unavailable as refusal:
        sentence = refusal.message
        _note(catalogue, feed, lambda kept: note_put_off(kept, sentence, now()))
        return Synced(feed.source, Outcome.PUT_OFF, sentence)
    except Refusal as refusal:
        return _failed(catalogue, feed, visit, refusal.message)
    except Exception as error:
        _failed(catalogue, feed, visit, _our_fault(error))
        raise
    if trouble := report.message or _empty(feed, report, visit):
        return _failed(catalogue, feed, visit, trouble, report)
    _note(catalogue, feed, lambda kept: note_read(kept, report, visit, now()))
    if _is_time_to_probe(feed, report):
        probe_feed(catalogue, feed.id)
    return Synced(feed.source, Outcome.READ, report.sentence(), report)


def _begin(catalogue: Catalogue, feed: Feed, afresh: bool) -> tuple[Feed, Visit]:
    """The feed as it is now, and what its server is asked with."""
    with catalogue.database.writing() as session:
        kept = get_feed(session, feed.id)
        kept.last_tried = now()
        run = session.get(ImportRun, kept.last_run_id) if kept.last_run_id else None
        if run and run.status is RunStatus.UNDONE:
            # What was taken back comes again only from the beginning.
            kept.cursor = None
        return kept, Visit(Conditions() if afresh else _conditions(kept, run))


def _conditions(feed: Feed, run: ImportRun | None) -> Conditions:
    """What to ask with: nothing when the last reading did not end well, was taken back, or is long ago."""
    recent = feed.last_whole is not None and feed.last_whole > now() - AFRESH
    if run is None or run.status is not RunStatus.DONE or not recent:
        return Conditions()
    return Conditions(feed.etag, feed.last_modified)


def _read(catalogue: Catalogue, feed: Feed, visit: Visit, actor: str, progress: Progress | None) -> Report:
    with visiting(visit), _within_bounds(feed):
        return import_from(
            catalogue,
            where(feed),
            source=feed.source,
            format=feed.format,
            mapping=Path(feed.mapping) if feed.mapping else None,
            licence=feed.licence,
            actor=actor,
            progress=progress,
        )


def _within_bounds(feed: Feed) -> Any:
    return only_public() if feed.public_only else nullcontext()


def _empty(feed: Feed, report: Report, visit: Visit) -> str | None:
    """A feed that had records and has none at all is far likelier broken than empty; changes alone may well be none."""
    if report.read or visit.cursor or feed.cursor or not feed.counts.get("read"):
        return None
    return f"It held no records at all, where it had {feed.counts['read']:,} before. Nothing was taken out."


def _failed(catalogue: Catalogue, feed: Feed, visit: Visit, sentence: str, report: Report | None = None) -> Synced:
    _note(catalogue, feed, lambda kept: note_failed(kept, sentence, visit, now(), report))
    return Synced(feed.source, Outcome.FAILED, sentence, report)


def _note(catalogue: Catalogue, feed: Feed, change: Callable[[Feed], None]) -> None:
    """Somebody may have changed the feed while it was read, or removed it."""
    with catalogue.database.writing() as session:
        kept = session.get(Feed, feed.id)
        if kept is not None:
            change(kept)


def _is_still_due(catalogue: Catalogue, feed: Feed) -> bool:
    with catalogue.reading() as session:
        return any(due.id == feed.id for due in list_due_feeds(session, now()))


def _is_time_to_probe(feed: Feed, report: Report) -> bool:
    return report.format in WITH_FILTERS and (feed.probed_at is None or feed.probed_at < now() - PROBE_AGAIN)


def _probe(feed: Feed) -> list[str] | None:
    return ignored_filters(feed.url) if feed.format in (None, *WITH_FILTERS) else None


def _our_fault(error: Exception) -> str:
    return f"Reading it failed by a fault of ours ({type(error).__name__})."


def _turn(feed: Feed) -> str:
    return f"feed {feed.id}"
