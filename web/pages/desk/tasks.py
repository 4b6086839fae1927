"""The work on the desk: each kind with how much there is, since when, and where to begin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import url_for

from directory.changes import list_waiting_changes
from directory.clock import now
from directory.duplicates.pairs import count_waiting_pairs, longest_waiting
from directory.mistakes import list_mistakes
from directory.models import ImportRun, RunStatus
from directory.worklist import Doubt, Entry, count_doubtful, list_doubtful
from importers.feed_health import State, list_health
from importers.run_record import list_running
from importers.undo import list_runs
from web.database import catalogue, session
from web.formatting import counted, short_date

DOUBTS = {
    Doubt.STALE: (
        "Not checked for a year and a half, or never",
        "Ring or write to them, then mark it as checked, or close it",
    ),
    Doubt.UNREACHABLE: ("No phone and no email", "Nobody can ask them anything"),
    Doubt.NOWHERE: ("No place", "People are to come, but nobody knows where"),
}


@dataclass(frozen=True)
class Task:
    """One kind of work. `oldest` says what has waited longest, in words."""

    title: str
    why: str
    count: int
    oldest: str
    action: str
    url: str


def list_tasks() -> list[Task]:
    """The work that there is, in the order in which it should be done."""
    return [task for task in _all() if task.count]


def failed_runs(runs: Sequence[ImportRun]) -> list[ImportRun]:
    """Runs that stopped, oldest first, unless the same source was read to its end since."""
    failed: dict[str, ImportRun] = {}
    for run in reversed(runs):
        if run.status is RunStatus.FAILED:
            failed.setdefault(run.source, run)
        elif run.status is RunStatus.DONE:
            failed.pop(run.source, None)
    return list(failed.values())


def _all() -> Iterator[Task]:
    if changes := list_waiting_changes(session):
        url = url_for("changes.show", change_id=changes[0].id)
        yield Task(
            "Changes to approve",
            "Partners, or sources that say otherwise, wait for an answer",
            len(changes),
            _since(changes[0].proposed_at),
            "Look at the oldest",
            url,
        )
    if mistakes := list_mistakes(session):
        url = url_for("desk.mistakes")
        yield Task(
            "Mistakes that readers report",
            "Somebody may stand before a closed door",
            len(mistakes),
            _since(mistakes[0].at),
            "Read them",
            url,
        )
    if pairs := count_waiting_pairs(session):
        yield Task(
            "Possible duplicates",
            "The same place twice confuses whoever looks for it",
            pairs,
            _since(longest_waiting(session) or now()),
            "Look at the first",
            url_for("duplicates.first"),
        )
    if feeds := [one for one in list_health(session, now()) if one.state is State.FAILING]:
        yield Task(
            "Feeds that fail",
            "What they publish does not reach us",
            len(feeds),
            _since(min(one.feed.failing_since or now() for one in feeds)),
            "See what is wrong",
            url_for("feeds.index"),
        )
    list_running(catalogue)  # Those that were killed are written down as such.
    if runs := failed_runs(list_runs(session)):
        url = url_for("imports.show", run_id=runs[0].id)
        yield Task(
            "Imports that stopped before their end",
            "Some records were not read",
            len(runs),
            _since(runs[0].started_at),
            "Look at the oldest",
            url,
        )
    for doubt, (title, why) in DOUBTS.items():
        if count := count_doubtful(session, doubt):
            first = list_doubtful(session, doubt, limit=1)[0]
            yield Task(
                title,
                why,
                count,
                f"The first of them: {checked_words(first)}",
                f"See {counted(count, 'listing')}",
                url_for("desk.doubtful", doubt=doubt.value),
            )


def checked_words(entry: Entry) -> str:
    """When somebody last said that it is right."""
    return f"Last checked {short_date(entry.assured_date)}" if entry.assured_date else "Never checked"


def _since(when: date | datetime) -> str:
    return f"Oldest from {short_date(when)}"
