"""What a run did, or would do, as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_login import current_user

from directory.models import ImportRun, RunStatus
from importers.absent import GRACE
from importers.incoming import Rejected
from importers.report import Outcome
from importers.run_record import STOPPED
from web.database import session
from web.difference_words import SaidDifference, say_parts
from web.formatting import counted

SHOWN = 50
STATUS = {
    RunStatus.RUNNING: "Still going on",
    RunStatus.DONE: "Done",
    RunStatus.FAILED: "Stopped before its end",
    RunStatus.UNDONE: "Taken back",
}


@dataclass(frozen=True)
class Told:
    """The numbers that make up what was read, what else there is to say of them, and the records of each kind.

    `more` says of each kind how many there are beyond those shown.
    """

    read: int
    sums: list[tuple[str, int]]
    sentences: list[str]
    changed: list[tuple[Outcome, list[SaidDifference]]]
    merged: list[tuple[Outcome, list[SaidDifference]]]
    held: list[Outcome]
    added: list[Outcome]
    rejects: list[dict[str, Any]]
    more: dict[str, int]
    does_something: bool


def told_of(run: ImportRun) -> Told:
    """What there is to tell of a run, so far as it has come."""
    counts = {name: int(number) for name, number in run.counts.items()}
    outcomes = [Outcome.from_json(one) for one in run.outcomes]
    kinds = {did: [one for one in outcomes if one.did == did] for did in ("added", "changed", "merged")}
    held = [one for one in outcomes if one.held]
    numbers = {"merged": counts.get("duplicates_merged", 0), "held": counts.get("duplicates_to_review", 0)}
    numbers |= {name: counts.get(name, 0) for name in ("added", "changed", "rejected")}
    shown = {kind: len(ones) for kind, ones in kinds.items()} | {"held": len(held), "rejected": len(run.rejects)}
    did = ("added", "changed", "duplicates_merged", "withdrawn", "missing")
    return Told(
        read=counts.get("read", 0),
        sums=_sums(counts, run.dry_run),
        sentences=_sentences(counts, run.dry_run),
        changed=_with_differences(kinds["changed"]),
        merged=_with_differences(kinds["merged"]),
        held=held[:SHOWN],
        added=[one for one in kinds["added"] if not one.held][:SHOWN],
        rejects=run.rejects[:SHOWN],
        more={kind: max(0, number - min(SHOWN, shown[kind])) for kind, number in numbers.items()},
        does_something=any(counts.get(name) for name in did),
    )


def say_who(run: ImportRun) -> str:
    """ "You are trying partners.csv", or who else is."""
    who = "You are" if run.started_by == current_user.email else f"{run.started_by or 'Somebody'} is"
    return f"{who} {'trying' if run.dry_run else 'importing'} {run.origin}"


def was_killed(run: ImportRun) -> bool:
    """Whether it was stopped from outside, so that it can go on where it was."""
    return run.status is RunStatus.FAILED and run.message == STOPPED


def rejected_of(run: ImportRun) -> list[Rejected]:
    """The refused rows, to be written to a file."""
    return [Rejected(one["row"], one.get("field"), one["message"], one.get("values", {})) for one in run.rejects]


def _sums(counts: dict[str, int], dry_run: bool) -> list[tuple[str, int]]:
    words = {
        "added": "would be added" if dry_run else "added",
        "changed": "would be changed" if dry_run else "changed",
        "duplicates_merged": "would be merged with others" if dry_run else "merged with others",
        "unchanged": "the same as before",
        "rejected": "refused",
    }
    return [(said, counts.get(name, 0)) for name, said in words.items()]


def _sentences(counts: dict[str, int], dry_run: bool) -> list[str]:
    """What the numbers do not say by themselves."""
    would = "would be" if dry_run else "are"
    found = []
    if held := counts.get("duplicates_to_review", 0):
        found.append(f"Of those added, {counted(held, 'may be a duplicate', 'may be duplicates')}: you decide.")
    if offered := counts.get("offered", 0):
        found.append(
            f"{counted(offered, 'record')}: somebody here edited the same part, so the change {'would wait' if dry_run else 'waits'} for you to approve."
        )
    if missing := counts.get("missing", 0):
        found.append(
            f"{counted(missing, 'record')} that came from this source before {'is' if missing == 1 else 'are'} not in it now. "
            f"What stays away for {GRACE.days} days is withdrawn."
        )
    if withdrawn := counts.get("withdrawn", 0):
        found.append(
            f"{counted(withdrawn, 'listing')} {'is' if would == 'are' and withdrawn == 1 else would} withdrawn."
        )
    return found


def _with_differences(outcomes: Sequence[Outcome]) -> list[tuple[Outcome, list[SaidDifference]]]:
    return [(one, say_parts(session, one.differences)) for one in outcomes[:SHOWN]]
