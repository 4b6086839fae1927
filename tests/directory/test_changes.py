"""Changes that partners send in wait for a curator."""

import pytest
from sqlmodel import Session

from directory.assets import add_asset, change_asset, get_asset
from directory.changes import (
    approve_change,
    decline_change,
    get_change,
    list_changes_of,
    list_waiting_changes,
    propose_change,
    proposed_listing,
)
from directory.errors import Conflict, Invalid, NotFound
from directory.listing import Listing
from tests.harbourside import LISTINGS

DEBT = LISTINGS["debt"]
MOVED = DEBT.model_copy(update={"cost_text": "£1", "name": "Quayside Debt Help"})


@pytest.fixture
def asset_id(session: Session) -> str:
    return add_asset(session, DEBT, actor="tests")


def test_a_sent_change_is_not_public_before_it_is_approved(session: Session, asset_id: str) -> None:
    change_id = propose_change(session, asset_id, MOVED, by="sue@example.org")
    assert get_asset(session, asset_id).name == "Quayside Debt Advice"
    approve_change(session, change_id, by="grace@example.org", note="Thank you")
    assert get_asset(session, asset_id).listing == MOVED
    assert list_waiting_changes(session) == []


def test_a_second_thought_replaces_the_first(session: Session, asset_id: str) -> None:
    propose_change(session, asset_id, MOVED, by="sue@example.org")
    later = DEBT.model_copy(update={"name": "Debt Help"})
    propose_change(session, asset_id, later, by="sue@example.org")
    [waiting] = list_waiting_changes(session)
    assert proposed_listing(waiting) == later


def test_a_declined_change_changes_nothing_and_is_remembered(session: Session, asset_id: str) -> None:
    change_id = propose_change(session, asset_id, MOVED, by="sue@example.org")
    decline_change(session, change_id, by="grace@example.org", note="Please ring me")
    assert get_asset(session, asset_id).listing == DEBT
    assert list_changes_of(session, asset_id)[0].decision_note == "Please ring me"
    with pytest.raises(Invalid):
        approve_change(session, change_id, by="grace@example.org")


def test_a_change_to_what_has_changed_since_is_not_written_over_it(session: Session, asset_id: str) -> None:
    change_id = propose_change(session, asset_id, MOVED, by="sue@example.org")
    change_asset(session, asset_id, DEBT.model_copy(update={"alert": "Closed on Monday"}), actor="grace")
    with pytest.raises(Conflict):
        approve_change(session, change_id, by="grace@example.org")
    assert get_asset(session, asset_id).alert == "Closed on Monday"


def test_nothing_changed_is_nothing_to_send(session: Session, asset_id: str) -> None:
    with pytest.raises(Invalid):
        propose_change(session, asset_id, DEBT, by="sue@example.org")
    with pytest.raises(NotFound):
        propose_change(session, "unknown", Listing(name="x"), by="sue@example.org")
    with pytest.raises(NotFound):
        get_change(session, "unknown")
