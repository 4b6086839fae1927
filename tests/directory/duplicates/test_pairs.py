"""Pairs that wait, what is decided about them, and that it is remembered."""

import pytest
from sqlmodel import Session

from directory.assets import add_asset, remove_asset
from directory.duplicates.pairs import (
    count_waiting_pairs,
    decide_different,
    decide_same,
    decided_different,
    each_decided,
    get_pair,
    hold_pair,
    list_decided_pairs,
    list_waiting_pairs,
    longest_waiting,
    next_waiting_pair,
    note_merge,
    pair_id,
    reconsider,
)
from directory.errors import Invalid, NotFound
from directory.matching.judgement import Decision, Judgement
from directory.models import ImportRun, PairStatus
from tests.harbourside import LISTINGS

MAUREEN = "maureen@example.org"


def services(session: Session, *keys: str) -> list[str]:
    return [add_asset(session, LISTINGS[key], actor=MAUREEN) for key in keys]


def held(session: Session, one: str, other: str, probability: float = 0.5, run_id: str | None = None) -> str:
    judged = Judgement(probability, Decision.PERHAPS, ("names alike",))
    assert hold_pair(session, one, other, judged, model_version="1.0", run_id=run_id)
    return pair_id(one, other)


def test_a_pair_is_the_same_whichever_is_named_first(session: Session) -> None:
    choir, debt = services(session, "choir", "debt")
    identity = held(session, choir, debt)
    assert identity == pair_id(debt, choir)
    judged = Judgement(0.9, Decision.PERHAPS, ())
    assert not hold_pair(session, debt, choir, judged, model_version="2.0", run_id=None)
    pair = get_pair(session, identity)
    assert (pair.left_id, pair.right_id) == tuple(sorted((choir, debt)))
    assert (pair.probability, pair.reasons, pair.model_version) == (0.5, ["names alike"], "1.0")


def test_the_most_doubtful_comes_first(session: Session) -> None:
    choir, debt, gym, sheds = services(session, "choir", "debt", "gym", "sheds")
    sure, doubtful = held(session, choir, debt, 0.93), held(session, choir, gym, 0.52)
    unlikely = held(session, choir, sheds, 0.2)
    assert [pair.id for pair in list_waiting_pairs(session)] == [doubtful, unlikely, sure]
    assert [pair.id for pair in list_waiting_pairs(session, 1)] == [doubtful]
    assert next_waiting_pair(session) == doubtful
    assert next_waiting_pair(session, doubtful) == unlikely
    assert next_waiting_pair(session, sure) is None
    assert longest_waiting(session) == min(pair.found_at for pair in list_waiting_pairs(session))


def test_nothing_waits_of_what_is_gone(session: Session) -> None:
    choir, debt = services(session, "choir", "debt")
    held(session, choir, debt)
    remove_asset(session, debt, actor=MAUREEN, reason="Never existed")
    assert (list_waiting_pairs(session), count_waiting_pairs(session), longest_waiting(session)) == ([], 0, None)


def test_those_of_one_run_are_counted(session: Session) -> None:
    choir, debt, gym = services(session, "choir", "debt", "gym")
    run = ImportRun(source="hub", format="csv", origin="f.csv", started_at=list_time(session, choir))
    session.add(run)
    session.flush()
    held(session, choir, debt, run_id=run.id)
    held(session, choir, gym)
    assert (count_waiting_pairs(session, run.id), count_waiting_pairs(session)) == (1, 2)


def test_not_the_same_is_remembered_whatever_becomes_of_the_two(session: Session) -> None:
    choir, debt, gym = services(session, "choir", "debt", "gym")
    identity = held(session, choir, debt)
    decide_different(session, identity, by=MAUREEN)
    remove_asset(session, debt, actor=MAUREEN, reason="Import undone")
    asked = [(debt, choir), (choir, gym)]
    assert decided_different(session, asked) == {(debt, choir)}
    assert not hold_pair(session, choir, debt, Judgement(0.9, Decision.SAME, ()), model_version="2", run_id=None)
    (pair,) = list_decided_pairs(session)
    assert (pair.status, pair.decided_by) == (PairStatus.DIFFERENT, MAUREEN)


def test_it_is_decided_once_and_can_be_reconsidered(session: Session) -> None:
    choir, debt = services(session, "choir", "debt")
    identity = held(session, choir, debt)
    with pytest.raises(Invalid, match="Nothing was decided"):
        reconsider(session, identity)
    decide_different(session, identity, by=MAUREEN)
    with pytest.raises(Invalid, match="decided about this pair already"):
        decide_same(session, identity, by=MAUREEN, kept_id=choir)
    reconsider(session, identity)
    pair = get_pair(session, identity)
    assert (pair.status, pair.decided_by, pair.kept_id) == (PairStatus.WAITING, None, None)
    decide_same(session, identity, by=MAUREEN, kept_id=choir)
    with pytest.raises(NotFound, match="no such pair"):
        get_pair(session, "none")


def test_the_matcher_learns_from_what_people_decided_and_not_from_itself(session: Session) -> None:
    choir, debt, gym = services(session, "choir", "debt", "gym")
    decide_same(session, held(session, choir, debt), by=MAUREEN, kept_id=choir)
    decide_different(session, held(session, choir, gym), by=MAUREEN)
    run = ImportRun(source="hub", format="csv", origin="f.csv", started_at=list_time(session, choir))
    session.add(run)
    session.flush()
    sure = Judgement(0.99, Decision.SAME, ("same name",))
    note_merge(session, "never a service", choir, sure, model_version="1", run_id=run.id, by="hub")
    learnt = {frozenset((one.left.name, one.right.name)): one.same for one in each_decided(session)}
    names = {key: LISTINGS[key].name for key in ("choir", "debt", "gym")}
    assert learnt == {
        frozenset((names["choir"], names["debt"])): True,
        frozenset((names["choir"], names["gym"])): False,
    }


def list_time(session: Session, asset_id: str) -> object:
    """Some moment at which a run may have begun."""
    from directory.assets import get_asset

    return get_asset(session, asset_id).last_modified
