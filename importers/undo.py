"""Taking a whole run back: what it added goes out, what it changed becomes what it was."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from sqlmodel import Session, col, delete, select

from directory.assets import change_assets, find_asset, list_assets, remove_assets
from directory.clock import now
from directory.combining import combined
from directory.duplicates.merging import PARTED, part_pair
from directory.errors import Invalid, NotFound
from directory.listing import Listing, Organization
from directory.models import (
    ChangeStatus,
    DuplicatePair,
    ImportRun,
    PairStatus,
    ProposedChange,
    RecordSource,
    Revision,
    RunStatus,
    SourceRecord,
)
from directory.sources import sayings
from directory.together import Together
from importers.earlier_words import say_as_before
from importers.run_record import LIGHT

WHY_NOT = {
    RunStatus.UNDONE: "This import was undone before.",
    RunStatus.RUNNING: "This import has not ended. If it was stopped, importing the source again ends it.",
}
PAGE = 300


@dataclass(frozen=True)
class Undone:
    """How many assets were taken out, put back, and kept because somebody changed them since."""

    taken_out: int
    put_back: int
    kept: int

    def as_json(self) -> dict[str, int]:
        """The document of `waymark import undo --json`."""
        return {"taken_out": self.taken_out, "put_back": self.put_back, "kept": self.kept}

    def sentence(self) -> str:
        """The same for a person, in one line."""
        kept = f", {self.kept} kept because they were changed since" if self.kept else ""
        return f"{self.taken_out} taken out, {self.put_back} put back as they were{kept}."


def undo_run(session: Session, run_id: str, *, actor: str) -> Undone:
    """Undo a run. NotFound when there is none; Invalid when it was undone before, tried only, or still goes on."""
    run = get_run(session, run_id)
    if run.status in WHY_NOT:
        raise Invalid(WHY_NOT[run.status])
    if run.dry_run:
        raise Invalid("This import was only tried, so there is nothing to take back.")
    counts = {"taken_out": 0, "put_back": 0, "kept": 0}
    _forget_missing(session, run)
    _part_what_people_merged(session, run, actor)
    for service_ids in _pages(_touched(session, run.id)):
        _withdraw_offers(session, run, service_ids)
        for what, count in _undo(session, run, service_ids, actor).items():
            counts[what] += count
    undecided = col(DuplicatePair.decided_by).is_(None) | col(DuplicatePair.decided_by).in_([run.source])
    session.exec(delete(DuplicatePair).where(col(DuplicatePair.run_id) == run.id, undecided))
    run.status, run.finished_at = RunStatus.UNDONE, now()
    session.add(run)
    session.flush()
    return Undone(**counts)


def get_run(session: Session, run_id: str) -> ImportRun:
    """The run; NotFound when there is none. The first eight characters of its id are enough."""
    found = session.exec(select(ImportRun).where(col(ImportRun.id).startswith(run_id, autoescape=True))).all()
    if len(run_id) < 8 or len(found) != 1:
        raise NotFound("There is no such import.")
    return found[0]


def list_runs(session: Session, limit: int = 100) -> list[ImportRun]:
    """The newest runs first; those that were only tried are left out."""
    newest = select(ImportRun).options(*LIGHT).where(col(ImportRun.dry_run).is_(False))
    return list(session.exec(newest.order_by(col(ImportRun.started_at).desc(), ImportRun.id).limit(limit)))


def _touched(session: Session, run_id: str) -> list[str]:
    """The services that the run changed, or behind which it set a record."""
    changed = session.exec(select(Revision.service_id).where(Revision.run_id == run_id).distinct())
    wrote = (SourceRecord.run_id == run_id) | (SourceRecord.added_run_id == run_id)
    described = session.exec(select(SourceRecord.service_id).where(wrote).distinct())
    return sorted({*changed, *described})


def _pages(ids: Sequence[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while page := list(islice(rest, PAGE)):
        yield page


def _undo(session: Session, run: ImportRun, service_ids: Sequence[str], actor: str) -> dict[str, int]:
    first = _first_revisions(session, run, service_ids)
    shared = _described_by_others(session, run, service_ids)
    alone = _left_alone(session, run, shared, service_ids)
    changed = {key for key, as_it_came in alone.items() if not as_it_came}
    later = _changed_since(session, run, service_ids) - alone.keys() | changed
    reason = f"Import {run.id[:8]} undone"
    added = {key for key, revision in first.items() if revision.before is None} | alone.keys()
    out = sorted(added - later - shared)
    rest = [key for key in service_ids if key not in out]
    remove_assets(session, out, actor=actor, reason=reason)
    together = Together(session, rest)
    say_as_before(session, run, [key for key in rest if key not in later or key in shared], first)
    settled = together.settled(session).items()
    wanted = {key: listing for key, (listing, _) in settled if key not in later or key in shared}
    for key, revision in first.items():
        if key in wanted and key not in later and revision.before is not None:
            wanted[key] = Listing.model_validate(revision.before)
    put_back = change_assets(session, wanted, actor=actor, reason=reason)
    return {
        "taken_out": len(out),
        "put_back": len(put_back),
        "kept": len(later & (first.keys() | alone.keys()) - shared),
    }


def _first_revisions(session: Session, run: ImportRun, service_ids: Sequence[str]) -> dict[str, Revision]:
    """For each asset its first change in this run: what it was before the run stands there."""
    in_order = select(Revision).where(Revision.run_id == run.id, col(Revision.service_id).in_(service_ids))
    first: dict[str, Revision] = {}
    for revision in session.exec(in_order.order_by(col(Revision.sequence), Revision.id)):
        first.setdefault(revision.service_id, revision)
    return first


def _left_alone(session: Session, run: ImportRun, shared: Set[str], service_ids: Sequence[str]) -> dict[str, bool]:
    """The services behind which nothing else stands, though the run did not add them, and whether each is as it came.

    Somebody parted what the run had merged; or the run that added it was taken back before.
    """
    begun = select(Revision).where(col(Revision.service_id).in_(service_ids), col(Revision.before).is_(None))
    newest = {one.service_id: one for one in session.exec(begun.order_by(col(Revision.sequence)))}
    came = {key for key, one in newest.items() if one.run_id not in (None, run.id) or one.reason == PARTED}
    wanted = sorted(came - shared)
    told: dict[str, list[SourceRecord]] = defaultdict(list)
    for record in session.exec(select(SourceRecord).where(col(SourceRecord.service_id).in_(wanted))):
        told[record.service_id].append(record)
    return {
        asset.id: _say_the_same(asset.listing, combined(sayings(session, told[asset.id])))
        for asset in list_assets(session, wanted, staff=True)
        if told[asset.id]
    }


def _changed_since(session: Session, run: ImportRun, service_ids: Sequence[str]) -> set[str]:
    """Those that somebody, or another run, changed after this run had, and that say something else than it left."""
    history = select(Revision.service_id, Revision.sequence, Revision.run_id)
    mine: dict[str, int] = {}
    others: dict[str, int] = {}
    for key, sequence, run_id in session.exec(history.where(col(Revision.service_id).in_(service_ids))):
        newest = mine if run_id == run.id else others
        newest[key] = max(newest.get(key, 0), sequence)
    later = {key for key, sequence in others.items() if sequence > mine.get(key, sequence)}
    left = select(Revision).where(Revision.run_id == run.id, col(Revision.service_id).in_(later))
    said = {one.service_id: one.after for one in session.exec(left.order_by(col(Revision.sequence)))}
    now_ = {asset.id: asset.listing for asset in list_assets(session, sorted(later), staff=True)}
    return {key for key in later if key not in now_ or not _say_the_same(now_[key], Listing.model_validate(said[key]))}


def _say_the_same(one: Listing, other: Listing) -> bool:
    """Of who runs it by the name alone: organizations of one name share what is known of them."""
    return _by_name(one) == _by_name(other)


def _by_name(listing: Listing) -> Listing:
    known = listing.organization
    return listing.model_copy(update={"organization": Organization(name=known.name)}) if known else listing


def _part_what_people_merged(session: Session, run: ImportRun, actor: str) -> None:
    """What the run brought stands alone again, so that it can go and leave the other as it was."""
    brought = select(SourceRecord.own_id).where(SourceRecord.added_run_id == run.id)
    one_of_them = col(DuplicatePair.left_id).in_(brought) | col(DuplicatePair.right_id).in_(brought)
    by_runs = col(DuplicatePair.decided_by).in_(select(RecordSource.name))
    merged = select(DuplicatePair).where(one_of_them, DuplicatePair.status == PairStatus.SAME, ~by_runs)
    for pair in session.exec(merged.order_by(col(DuplicatePair.decided_at).desc(), DuplicatePair.id)).all():
        if find_asset(session, str(pair.kept_id), staff=True):
            part_pair(session, pair.id, by=actor)


def _described_by_others(session: Session, run: ImportRun, service_ids: Sequence[str]) -> set[str]:
    others = select(SourceRecord.service_id).where(
        col(SourceRecord.service_id).in_(service_ids), SourceRecord.added_run_id != run.id
    )
    return set(session.exec(others))


def _withdraw_offers(session: Session, run: ImportRun, service_ids: Sequence[str]) -> None:
    """What the source offered to curators in this run, and nobody has decided."""
    offered = delete(ProposedChange).where(
        col(ProposedChange.service_id).in_(service_ids),
        col(ProposedChange.proposed_by) == run.source,
        col(ProposedChange.proposed_at) >= run.started_at,
        col(ProposedChange.status) == ChangeStatus.WAITING,
    )
    session.exec(offered)


def _forget_missing(session: Session, run: ImportRun) -> None:
    marked = select(SourceRecord).where(SourceRecord.source == run.source, SourceRecord.missing_since == run.started_at)
    for record in session.exec(marked):
        record.missing_since = None
        session.add(record)
    session.flush()
