"""What was suggested and what became of it, of members who said that it may be learnt from, and without them in it."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from sqlmodel import Session, select

from casework.consent import record_consent
from casework.conversations import bring_back, get_conversation, mark_not_relevant
from casework.issuing import issue
from casework.models import Prescription, Purpose, SuggestionShown
from casework.outcomes import collect_outcomes
from casework.steps import add_step
from casework.suggestions_shown import KEPT, count_shown, forget_shown, note_shown
from directory.asset import Asset
from directory.clock import LONDON
from recommender.outcomes import AgeGroup, Became, Outcome, Reason
from recommender.recommendation import Eligible, Suggestion
from tests.casework.conftest import ANN, new_member

MONDAY = date(2026, 11, 2)
WEEK = timedelta(days=7)
TODAY = MONDAY + 4 * WEEK


@pytest.fixture
def learnt_from(session: Session, maureen: str) -> str:
    """Maureen, who said that we may learn from what comes of it."""
    record_consent(session, maureen, Purpose.RESEARCH, True, how="spoken", by=ANN)
    return maureen


def suggestions(*assets: Asset, need: str = "JOY1") -> list[Suggestion]:
    """These, in this order."""
    return [
        Suggestion(rank, asset, 0.5, 1.0, (need,), Eligible.YES, (), (), {"close_to_home": 0.7, "affordable": None})
        for rank, asset in enumerate(assets, start=1)
    ]


def at(day: date) -> time_machine.travel:
    return time_machine.travel(datetime(day.year, day.month, day.day, 10, tzinfo=LONDON), tick=False)


def ends(session: Session, today: date = TODAY) -> dict[tuple[str, date], Became]:
    return {(one.asset_id, one.at): one.became for one in collect_outcomes(session, today=today)}


def test_what_is_shown_is_noted_once_a_day(session: Session, learnt_from: str, town: dict[str, Asset]) -> None:
    assert note_shown(session, learnt_from, suggestions(town["choir"], town["gym"]), on=MONDAY) == 2
    assert note_shown(session, learnt_from, suggestions(town["debt"], town["choir"]), on=MONDAY) == 1
    assert note_shown(session, learnt_from, suggestions(town["choir"]), on=MONDAY + WEEK) == 1
    places = {(one.asset_id, one.at): one.position for one in collect_outcomes(session, today=TODAY)}
    assert places == {
        (town["choir"].id, MONDAY): 1,
        (town["gym"].id, MONDAY): 2,
        (town["debt"].id, MONDAY): 1,
        (town["choir"].id, MONDAY + WEEK): 1,
    }


def test_nothing_is_noted_of_who_did_not_agree_and_nothing_used_of_who_took_it_back(
    session: Session, maureen: str, town: dict[str, Asset]
) -> None:
    assert note_shown(session, maureen, suggestions(town["choir"]), on=MONDAY) == 0
    for given, noted in ((True, 1), (False, 0)):
        record_consent(session, maureen, Purpose.RESEARCH, given, how="spoken", by=ANN)
        note_shown(session, maureen, suggestions(town["choir"]), on=MONDAY)
        assert len(collect_outcomes(session, today=TODAY)) == noted


def test_what_became_of_it(session: Session, learnt_from: str, town: dict[str, Asset], plan: Prescription) -> None:
    shown = suggestions(town["choir"], town["gym"], town["debt"], town["women"])
    note_shown(session, learnt_from, shown, on=MONDAY)
    with at(MONDAY):
        add_step(session, plan, town["choir"])
        mark_not_relevant(session, learnt_from, town["gym"].id, reason=Reason.WRONG_PEOPLE, by=ANN)
    assert ends(session) == {
        (town["choir"].id, MONDAY): Became.ADDED,
        (town["gym"].id, MONDAY): Became.DECLINED,
        (town["debt"].id, MONDAY): Became.SHOWN,
        (town["women"].id, MONDAY): Became.SHOWN,
    }
    with at(MONDAY + WEEK):
        issue(session, plan, note=None)
        bring_back(session, learnt_from, town["gym"].id)
    assert ends(session)[town["choir"].id, MONDAY] is Became.AGREED
    assert ends(session)[town["gym"].id, MONDAY] is Became.SHOWN


def test_it_counts_for_the_last_time_it_was_shown(
    session: Session, learnt_from: str, town: dict[str, Asset], plan: Prescription
) -> None:
    for day in (MONDAY, MONDAY + WEEK, MONDAY + 3 * WEEK):
        note_shown(session, learnt_from, suggestions(town["choir"]), on=day)
    add_step(session, plan, town["choir"])
    with at(MONDAY + 2 * WEEK):
        issue(session, plan, note=None)
    choir = town["choir"].id
    assert ends(session) == {
        (choir, MONDAY): Became.SHOWN,
        (choir, MONDAY + WEEK): Became.AGREED,
        (choir, MONDAY + 3 * WEEK): Became.SHOWN,
    }


def test_an_outcome_leads_back_to_nobody(session: Session, town: dict[str, Asset]) -> None:
    found = []
    for name, born in (("Maureen", date(1959, 3, 1)), ("Zoë", date(2001, 3, 1)), ("Ken", None)):
        member = new_member(session, name, birth_date=born)
        record_consent(session, member, Purpose.RESEARCH, True, how="spoken", by=ANN)
        note_shown(session, member, suggestions(town["choir"]), on=MONDAY)
        found += [member, get_conversation(session, member).id, name]
    outcomes = collect_outcomes(session, today=TODAY)
    assert {one.group for one in outcomes} == {AgeGroup.OLDER, AgeGroup.YOUNGER, None}
    assert sorted(one.talk for one in outcomes) == [0, 1, 2]
    assert all(isinstance(one, Outcome) for one in outcomes)
    assert not [word for word in found if word in repr(outcomes)]


def test_readings_are_kept_as_they_were(session: Session, learnt_from: str, town: dict[str, Asset]) -> None:
    note_shown(session, learnt_from, suggestions(town["choir"]), on=MONDAY)
    session.expire_all()
    [one] = collect_outcomes(session, today=TODAY)
    assert one.readings == {"close_to_home": 0.7, "affordable": None}
    assert one.needs == ("JOY1",)


def test_how_often_each_was_suggested_lately(session: Session, learnt_from: str, town: dict[str, Asset]) -> None:
    other = new_member(session, "Ken")
    record_consent(session, other, Purpose.RESEARCH, True, how="spoken", by=ANN)
    for member in (learnt_from, other):
        for day in (MONDAY, MONDAY + timedelta(days=1)):
            note_shown(session, member, suggestions(town["choir"]), on=day)
    note_shown(session, other, suggestions(town["gym"]), on=MONDAY - WEEK)
    assert count_shown(session, since=MONDAY) == {town["choir"].id: 2}


def test_what_is_old_is_forgotten(session: Session, learnt_from: str, town: dict[str, Asset]) -> None:
    note_shown(session, learnt_from, suggestions(town["choir"]), on=MONDAY)
    assert forget_shown(session, MONDAY + KEPT) == 0
    assert forget_shown(session, MONDAY + KEPT + timedelta(days=1)) == 1
    assert not session.exec(select(SuggestionShown)).all()
