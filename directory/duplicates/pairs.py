"""Pairs of services that may be one: they wait for a curator; what she decides is kept for ever."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from directory.clock import now
from directory.duplicates.profiles import as_values, read_profiles
from directory.errors import Invalid, NotFound
from directory.matching.judgement import Decision, Judgement
from directory.matching.record import MatchRecord
from directory.models import DuplicatePair, PairStatus, Service
from directory.models.base import derived_id

PAGE = 400


@dataclass(frozen=True)
class Decided:
    """Two records as they were compared, and whether somebody said that they are the same."""

    left: MatchRecord
    right: MatchRecord
    same: bool


def pair_id(one: str, other: str) -> str:
    """The id of the pair of these two services, whichever is named first."""
    return derived_id("pair", *sorted((one, other)))


def hold_pair(
    session: Session, one: str, other: str, judgement: Judgement, *, model_version: str, run_id: str | None
) -> bool:
    """Let the pair wait for a curator. False when it waits already, or somebody decided about it before."""
    if session.get(DuplicatePair, pair_id(one, other)) is not None:
        return False
    left, right = sorted((one, other))
    session.add(
        DuplicatePair(
            id=pair_id(one, other),
            left_id=left,
            right_id=right,
            probability=judgement.probability,
            reasons=list(judgement.reasons),
            model_version=model_version,
            run_id=run_id,
            found_at=now(),
        )
    )
    return True


def note_merge(
    session: Session, own_id: str, kept_id: str, judgement: Judgement, *, model_version: str, run_id: str, by: str
) -> None:
    """Note that what would have become a service of its own was surely the same as one that is there."""
    hold_pair(session, own_id, kept_id, judgement, model_version=model_version, run_id=run_id)
    pair = get_pair(session, pair_id(own_id, kept_id))
    pair.status, pair.kept_id, pair.decided_by, pair.decided_at = PairStatus.SAME, kept_id, by, now()


def get_pair(session: Session, identity: str) -> DuplicatePair:
    """The pair; NotFound when there is none."""
    pair = find_pair(session, identity)
    if pair is None:
        raise NotFound("There is no such pair.")
    return pair


def find_pair(session: Session, identity: str) -> DuplicatePair | None:
    """As `get_pair`, or None."""
    return session.get(DuplicatePair, identity)


def list_waiting_pairs(session: Session, limit: int | None = 100) -> list[DuplicatePair]:
    """The pairs that wait and whose services are both still there, the most doubtful first (nearest to even odds)."""
    waiting = select(DuplicatePair).where(*_is_waiting())
    return list(session.exec(waiting.order_by(_doubt(), DuplicatePair.id).limit(limit)))


def count_waiting_pairs(session: Session, run_id: str | None = None) -> int:
    """How many wait; of those that a run found, where it is given."""
    waiting = select(func.count()).select_from(DuplicatePair).where(*_is_waiting())
    return session.exec(waiting if run_id is None else waiting.where(DuplicatePair.run_id == run_id)).one()


def next_waiting_pair(session: Session, after: str | None = None) -> str | None:
    """The id of the pair to be looked at first, or after another; None when there is none."""
    ids = list(session.exec(select(DuplicatePair.id).where(*_is_waiting()).order_by(_doubt(), DuplicatePair.id)))
    place = ids.index(after) + 1 if after in ids else 0
    return ids[place] if place < len(ids) else None


def longest_waiting(session: Session) -> datetime | None:
    """Since when the one has waited that has waited longest; None when none waits."""
    oldest = select(DuplicatePair.found_at).where(*_is_waiting()).order_by(col(DuplicatePair.found_at)).limit(1)
    return session.exec(oldest).first()


def pass_on(session: Session, gone_id: str, kept_id: str) -> None:
    """What may be the same as a service that goes may be the same as the one that it was merged into."""
    involved = (col(DuplicatePair.left_id) == gone_id) | (col(DuplicatePair.right_id) == gone_id)
    for pair in session.exec(select(DuplicatePair).where(*_is_waiting(), involved)).all():
        third = pair.right_id if pair.left_id == gone_id else pair.left_id
        judged = Judgement(pair.probability, Decision.PERHAPS, tuple(pair.reasons))
        hold_pair(session, kept_id, third, judged, model_version=pair.model_version, run_id=pair.run_id)


def list_decided_pairs(session: Session, limit: int = 100) -> list[DuplicatePair]:
    """What was decided, newest first: by people, and by imports of what was surely the same."""
    decided = select(DuplicatePair).where(DuplicatePair.status != PairStatus.WAITING)
    return list(session.exec(decided.order_by(col(DuplicatePair.decided_at).desc(), DuplicatePair.id).limit(limit)))


def decide_different(session: Session, identity: str, *, by: str) -> None:
    """They are two: remembered for ever. Invalid when it was decided before."""
    _decide(session, _undecided(session, identity), PairStatus.DIFFERENT, by, None)


def decide_same(session: Session, identity: str, *, by: str, kept_id: str) -> None:
    """Note that they are one, of which `kept_id` stays; merging them is another verb's work."""
    _decide(session, _undecided(session, identity), PairStatus.SAME, by, kept_id)


def reconsider(session: Session, identity: str) -> None:
    """The decision was a mistake: the pair waits again."""
    pair = get_pair(session, identity)
    if pair.status is PairStatus.WAITING:
        raise Invalid("Nothing was decided about this pair yet.")
    pair.status, pair.decided_by, pair.decided_at, pair.kept_id = PairStatus.WAITING, None, None, None
    session.flush()


def decided_different(session: Session, pairs: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of these pairs of services of which somebody said that they are two."""
    by_id = {pair_id(*pair): pair for pair in pairs}
    found: set[tuple[str, str]] = set()
    ids = list(by_id)
    for start in range(0, len(ids), PAGE):
        told = select(DuplicatePair.id).where(
            col(DuplicatePair.id).in_(ids[start : start + PAGE]), DuplicatePair.status == PairStatus.DIFFERENT
        )
        found |= {by_id[identity] for identity in session.exec(told)}
    return found


def each_decided(session: Session) -> Iterable[Decided]:
    """Everything that people decided, as the two were then: what the matcher learns from."""
    decided = select(DuplicatePair).where(DuplicatePair.status != PairStatus.WAITING).order_by(DuplicatePair.id)
    for pair in session.exec(decided):
        if pair.records:
            left, right = (
                MatchRecord(id=identity, **values)
                for identity, values in ((pair.left_id, pair.records["left"]), (pair.right_id, pair.records["right"]))
            )
            yield Decided(left, right, pair.status is PairStatus.SAME)


def _undecided(session: Session, identity: str) -> DuplicatePair:
    pair = get_pair(session, identity)
    if pair.status is not PairStatus.WAITING:
        raise Invalid("Somebody has decided about this pair already.")
    return pair


def _decide(session: Session, pair: DuplicatePair, status: PairStatus, by: str, kept_id: str | None) -> None:
    pair.status, pair.decided_by, pair.decided_at, pair.kept_id = status, by, now(), kept_id
    known = read_profiles(session, (pair.left_id, pair.right_id))
    if len(known) == 2:
        sides = {"left": pair.left_id, "right": pair.right_id}
        pair.records = {side: as_values(known[identity][0]) for side, identity in sides.items()}
    session.add(pair)
    session.flush()


def _doubt() -> ColumnElement[float]:
    return func.abs(col(DuplicatePair.probability) - 0.5)


def _is_waiting() -> tuple[ColumnElement[bool], ...]:
    there = select(Service.id)
    return (
        col(DuplicatePair.status) == PairStatus.WAITING,
        col(DuplicatePair.left_id).in_(there),
        col(DuplicatePair.right_id).in_(there),
    )
