"""Two services that are one: the second's records are set beside the first's, and can be parted again."""

from collections.abc import Iterable, Sequence, Set
from datetime import datetime

from sqlmodel import Session, col, select

from directory.assets import add_asset, change_asset, find_asset, get_asset, remove_asset
from directory.combining import combined, filled
from directory.duplicates.pairs import decide_same, get_pair, pass_on, reconsider
from directory.errors import Invalid, NotFound
from directory.history import list_revisions
from directory.listing import Listing
from directory.models import DuplicatePair, PairStatus, ProposedChange, SourceRecord
from directory.provenance import SILENT, list_source_records
from directory.reconciling import changed_parts, with_parts
from directory.sources import sayings
from directory.together import Together

MERGED = "Found to be the same as "
PARTED = "Found to be two after all"


def merge_pair(session: Session, identity: str, *, by: str, kept_id: str) -> None:
    """Make one of the two, under the id that is kept. Nothing that either says and the other does not is lost.

    Invalid when the pair was decided before, or `kept_id` is neither of the two; NotFound when one is gone.
    """
    pair = get_pair(session, identity)
    if kept_id not in (pair.left_id, pair.right_id):
        raise Invalid("Choose which of the two is kept.", field="kept_id")
    decide_same(session, identity, by=by, kept_id=kept_id)
    _merge(session, kept_id, other_of(pair, kept_id), by)


def part_pair(session: Session, identity: str, *, by: str) -> None:
    """Take a merge back: the one that was merged away is there again with what its sources say of it now.

    Invalid when the pair was not merged. The pair waits again.
    """
    pair = get_pair(session, identity)
    if pair.status is not PairStatus.SAME or pair.kept_id is None:
        raise Invalid("These two were not merged.")
    if find_asset(session, pair.kept_id, staff=True) is None:
        raise Invalid("The one that was kept has gone since: put that right first.")
    kept_id, gone_id, merged_at = pair.kept_id, other_of(pair, pair.kept_id), pair.decided_at
    reconsider(session, identity)
    if find_asset(session, gone_id, staff=True) is None:
        _part(session, kept_id, gone_id, by, merged_at)


def successor_of(session: Session, asset_id: str) -> str | None:
    """The service that an asset was merged into, at the end of however many merges; None when it was not."""
    seen = {asset_id}
    current = asset_id
    while pair := _merged_away(session, current):
        current = str(pair.kept_id)
        if current in seen:
            break
        seen.add(current)
    return current if current != asset_id else None


def successors_of(session: Session, asset_ids: Iterable[str]) -> dict[str, str]:
    """Of those of these assets that were merged away, the one that each ended in."""
    found = {key: successor_of(session, key) for key in dict.fromkeys(asset_ids)}
    return {key: successor for key, successor in found.items() if successor}


def other_of(pair: DuplicatePair, asset_id: str) -> str:
    """The other one of the two."""
    return pair.right_id if asset_id == pair.left_id else pair.left_id


def _merge(session: Session, kept_id: str, gone_id: str, by: str) -> None:
    gone = get_asset(session, gone_id, staff=True).listing
    records = list_source_records(session, gone_id)
    written_here = _written_here(session, gone, records)
    published = filled(_moved(session, records, kept_id, kept_id), written_here)
    reason = MERGED + gone.name
    change_asset(session, kept_id, published, actor=by, reason=reason)
    _move_changes(session, gone_id)
    pass_on(session, gone_id, kept_id)
    remove_asset(session, gone_id, actor=by, reason=f"{MERGED}{published.name}")


def _written_here(session: Session, gone: Listing, records: Sequence[SourceRecord]) -> Listing:
    """What of the one that goes no source could be asked for again: what somebody has written here."""
    said = sayings(session, records)
    if not said:
        return gone
    theirs = SILENT - changed_parts(combined(said), gone)
    return gone.model_copy(update={name: Listing.model_fields[name].default for name in theirs})


def _move_changes(session: Session, gone_id: str) -> None:
    """What a partner has sent in about the one that goes cannot be published any more."""
    for change in session.exec(select(ProposedChange).where(ProposedChange.service_id == gone_id)):
        session.delete(change)
    session.flush()


def _part(session: Session, kept_id: str, gone_id: str, by: str, merged_at: datetime | None) -> None:
    came_with_it = _merged_before(session, gone_id)
    records = [record for record in list_source_records(session, kept_id) if record.own_id in came_with_it]
    said, before = sayings(session, records), _as_it_was(session, gone_id)
    is_as_it_was = before and all(merged_at and record.retrieved_at <= merged_at for record in records)
    again = before if before and (is_as_it_was or not said) else combined(said) if said else None
    if again is None:
        raise NotFound("What was merged away is not in the history any more.")
    if before and again is not before:
        again = with_parts(again, before, _edited_parts(session, gone_id, {record.source for record in records}))
    before_merge = _before_merge(session, kept_id, before or again, merged_at)
    add_asset(session, again, actor=by, reason=PARTED, asset_id=gone_id)
    published = _moved(session, records, gone_id, kept_id)
    change_asset(session, kept_id, before_merge or published, actor=by, reason=PARTED)


def _merged_before(session: Session, asset_id: str) -> set[str]:
    """The service and all that had been merged into it: their records go where it goes."""
    found, ahead = {asset_id}, [asset_id]
    while ahead:
        current = ahead.pop()
        gone = {other_of(pair, current) for pair in list_merged_into(session, current)} - found
        found |= gone
        ahead += gone
    return found


def _edited_parts(session: Session, asset_id: str, sources: Set[str]) -> frozenset[str]:
    """The parts that somebody here had written, and no source."""
    edited: set[str] = set()
    for revision in list_revisions(session, asset_id):
        if revision.before and revision.after and revision.run_id is None and revision.actor not in sources:
            was, became = (Listing.model_validate(one) for one in (revision.before, revision.after))
            edited |= changed_parts(was, became)
    return frozenset(edited)


def _before_merge(session: Session, kept_id: str, gone: Listing, merged_at: datetime | None) -> Listing | None:
    """What the one that stayed said, when nothing has changed it but the merge."""
    newest = next(iter(list_revisions(session, kept_id)), None)
    if newest is None or newest.before is None or newest.reason != MERGED + gone.name:
        return None
    # Another of the same name may have been merged before, and this one have changed nothing.
    return Listing.model_validate(newest.before) if merged_at and newest.at >= merged_at else None


def _moved(session: Session, records: Sequence[SourceRecord], target_id: str, kept_id: str) -> Listing:
    """What the service that is kept says once these records stand behind the target."""
    together = Together(session, [kept_id])
    for record in records:
        record.service_id = target_id
        session.add(record)
    published, _ = together.settled(session)[kept_id]
    return published


def _as_it_was(session: Session, asset_id: str) -> Listing | None:
    for revision in list_revisions(session, asset_id):
        if revision.after is None:
            return Listing.model_validate(revision.before)
    return None


def _merged_away(session: Session, asset_id: str) -> DuplicatePair | None:
    involved = (col(DuplicatePair.left_id) == asset_id) | (col(DuplicatePair.right_id) == asset_id)
    merged = select(DuplicatePair).where(
        involved, DuplicatePair.status == PairStatus.SAME, col(DuplicatePair.kept_id) != asset_id
    )
    return session.exec(merged.order_by(col(DuplicatePair.decided_at).desc(), DuplicatePair.id)).first()


def list_merged_into(session: Session, asset_id: str) -> Sequence[DuplicatePair]:
    """The pairs that were merged into this asset, newest first."""
    merged = select(DuplicatePair).where(DuplicatePair.kept_id == asset_id, DuplicatePair.status == PairStatus.SAME)
    return session.exec(merged.order_by(col(DuplicatePair.decided_at).desc(), DuplicatePair.id)).all()
