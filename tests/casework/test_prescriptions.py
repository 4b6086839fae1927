"""A plan is started, grows by a few steps, is issued, and opens by its link."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from casework.discretion import DISCREET_TITLE
from casework.issuing import LINK_LASTS, issue, open_by_link, renew_link, revise, take_back_link
from casework.models import Owner, Prescription, PrescriptionStatus
from casework.prescriptions import find_draft, get_prescription, last_ring, list_prescriptions, open_draft
from casework.steps import StepDetails, add_step, change_step, move_step, remove_step
from directory.asset import Asset
from directory.clock import now
from directory.errors import Conflict, Duplicate, Invalid, NotFound

Town = dict[str, Asset]


def titles(plan: Prescription) -> list[str]:
    return [step.title for step in plan.steps]


def test_there_is_one_draft_at_a_time(session: Session, maureen: str, plan: Prescription) -> None:
    assert open_draft(session, maureen, advisor_id="bob", advisor_name="Bob").id == plan.id
    assert find_draft(session, maureen) is plan


def test_steps_are_added_moved_and_taken_out(session: Session, plan: Prescription, town: Town) -> None:
    debt, choir = (add_step(session, plan, town[key], reasons=["Near"]) for key in ("debt", "choir"))
    own = add_step(session, plan, None, title="Ring my sister")
    move_step(session, plan, own.id, -1)
    assert titles(plan) == [debt.title, "Ring my sister", choir.title]
    move_step(session, plan, debt.id, -1)
    assert titles(plan)[0] == debt.title
    remove_step(session, plan, debt.id)
    assert [(step.position, step.title) for step in plan.steps] == [(0, "Ring my sister"), (1, choir.title)]


def test_moving_the_last_step_down_changes_nothing(session: Session, plan: Prescription) -> None:
    for title in ("One", "Two"):
        last = add_step(session, plan, None, title=title)
    move_step(session, plan, last.id, 1)
    assert titles(plan) == ["One", "Two"]


def test_the_same_twice_is_once(session: Session, plan: Prescription, town: Town) -> None:
    add_step(session, plan, town["choir"])
    add_step(session, plan, None, title="Ring my sister")
    with pytest.raises(Duplicate):
        add_step(session, plan, town["choir"])
    with pytest.raises(Duplicate):
        add_step(session, plan, None, title="ring my SISTER")
    assert len(plan.steps) == 2


def test_four_steps_are_plenty(session: Session, plan: Prescription) -> None:
    for title in ("One", "Two", "Three", "Four"):
        add_step(session, plan, None, title=title)
    with pytest.raises(Invalid, match="at most 4"):
        add_step(session, plan, None, title="Five")


@pytest.mark.parametrize("title", ["", "   ", "x" * 301])
def test_a_step_of_her_own_has_a_name(session: Session, plan: Prescription, title: str) -> None:
    with pytest.raises(Invalid) as refusal:
        add_step(session, plan, None, title=title)
    assert refusal.value.field == "own_step"


@pytest.mark.parametrize(
    ("key", "first"),
    [
        ("debt", "Look in on"),
        ("phone_friend", "Ring 0151 496 0004, and say that you would like to come"),
        ("housing", "Ring 0151 496 0005, and say that you would like to come"),
        ("gym", None),
    ],
)
def test_the_first_small_step_is_offered(
    session: Session, plan: Prescription, town: Town, key: str, first: str | None
) -> None:
    offered = add_step(session, plan, town[key]).first_small_step
    assert offered is None if first is None else (offered or "").startswith(first)


def test_what_is_sensitive_is_not_named(session: Session, plan: Prescription, town: Town) -> None:
    assert add_step(session, plan, town["refuge"]).title == DISCREET_TITLE
    assert add_step(session, plan, town["debt"], needs=["MON1"]).title == "Quayside Debt Advice"


def test_details_are_written_down(session: Session, plan: Prescription) -> None:
    step = add_step(session, plan, None, title="Ring my sister")
    details = StepDetails(
        title="Ring Joan", owner=Owner.ADVISOR, due=date(2026, 12, 1), first_small_step="", bring="  "
    )
    change_step(session, plan, step.id, details)
    kept = plan.steps[0]
    assert (kept.title, kept.owner, kept.due) == ("Ring Joan", Owner.ADVISOR, date(2026, 12, 1))
    assert (kept.first_small_step, kept.bring) == (None, None)


def test_the_second_of_two_who_change_the_plan_is_told(session: Session, plan: Prescription) -> None:
    step = add_step(session, plan, None, title="Ring my sister")
    opened = plan.version
    change_step(session, plan, step.id, StepDetails(title="Ring Joan"), expected_version=opened)
    with pytest.raises(Conflict):
        change_step(session, plan, step.id, StepDetails(title="Write to Joan"), expected_version=opened)
    change_step(session, plan, step.id, StepDetails(title="Ring Joan"), expected_version=opened)
    assert titles(plan) == ["Ring Joan"]


def test_a_plan_without_steps_is_not_issued(session: Session, plan: Prescription) -> None:
    with pytest.raises(Invalid, match="at least one step"):
        issue(session, plan, note=None)


def test_what_changed_after_it_was_looked_at_is_not_issued(session: Session, plan: Prescription) -> None:
    add_step(session, plan, None, title="Ring my sister")
    opened = plan.version
    add_step(session, plan, None, title="Sing at home")
    with pytest.raises(Conflict):
        issue(session, plan, note=None, expected_version=opened)
    assert plan.status is PrescriptionStatus.DRAFT


@pytest.fixture
def issued(session: Session, plan: Prescription, town: Town) -> Prescription:
    add_step(session, plan, town["choir"])
    issue(session, plan, note=" Start with the song. ", ring="Ann on 0151 496 0100")
    return plan


def test_an_issued_plan_stays_as_it_is(session: Session, issued: Prescription, town: Town) -> None:
    assert (issued.note, issued.ring) == ("Start with the song.", "Ann on 0151 496 0100")
    step = issued.steps[0]
    for change in (
        lambda: add_step(session, issued, town["debt"]),
        lambda: remove_step(session, issued, step.id),
        lambda: move_step(session, issued, step.id, 1),
        lambda: change_step(session, issued, step.id, StepDetails(title="Other")),
        lambda: issue(session, issued, note=None),
    ):
        with pytest.raises(Invalid, match="stays as it is"):
            change()


def test_the_link_opens_it_until_it_runs_out(session: Session, issued: Prescription) -> None:
    token = str(issued.link_token)
    assert len(token) >= 32
    assert open_by_link(session, token).id == issued.id
    with pytest.raises(NotFound, match="no longer opens"):
        open_by_link(session, token, at=now() + LINK_LASTS + timedelta(minutes=1))


def test_a_link_is_taken_back_and_made_anew(session: Session, issued: Prescription) -> None:
    old = str(issued.link_token)
    take_back_link(session, issued)
    with pytest.raises(NotFound):
        open_by_link(session, old)
    new = renew_link(session, issued)
    assert new != old
    assert open_by_link(session, new).id == issued.id


def test_a_draft_has_no_link(session: Session, plan: Prescription) -> None:
    with pytest.raises(Invalid, match="Issue the plan first"):
        renew_link(session, plan)
    with pytest.raises(NotFound):
        open_by_link(session, "None")


def test_a_new_version_takes_the_link_over(session: Session, maureen: str, issued: Prescription) -> None:
    token = str(issued.link_token)
    draft = revise(session, issued, advisor_id="ann", advisor_name="Ann")
    assert titles(draft) == titles(issued)
    add_step(session, draft, None, title="Ring my sister")
    assert open_by_link(session, token).id == issued.id, "until the new one is issued"
    assert issue(session, draft, note=None) == token
    assert open_by_link(session, token).id == draft.id
    assert titles(get_prescription(session, issued.id)) == ["Walton Waterfront Choir"]
    assert [one.id for one in list_prescriptions(session, maureen)] == [draft.id, issued.id]


def test_a_link_that_was_taken_back_is_not_revived(session: Session, issued: Prescription) -> None:
    token = str(issued.link_token)
    take_back_link(session, issued)
    draft = revise(session, issued, advisor_id="ann", advisor_name="Ann")
    assert issue(session, draft, note=None) != token
    with pytest.raises(NotFound):
        open_by_link(session, token)


def test_whom_to_ring_is_offered_again(session: Session, issued: Prescription) -> None:
    assert last_ring(session, "ann") == issued.ring
    assert last_ring(session, "bob") is None


def test_there_is_no_such_plan(session: Session) -> None:
    with pytest.raises(NotFound):
        get_prescription(session, "none")
