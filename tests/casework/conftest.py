"""Maureen, and the town around her, in a database whose work is thrown away."""

import pytest
from sqlmodel import Session

from casework.members import MemberDetails, add_member
from casework.models import Prescription, Purpose
from casework.prescriptions import open_draft
from directory.asset import Asset
from directory.assets import add_asset, get_asset
from tests.harbourside import LISTINGS

ANN = "ann@example.org"


@pytest.fixture
def maureen(session: Session) -> str:
    """The id of a member who agreed that a record is kept."""
    return new_member(session, "Maureen")


@pytest.fixture
def town(session: Session) -> dict[str, Asset]:
    """The assets of Harbourside by their keys."""
    ids = {key: add_asset(session, listing, actor="tests") for key, listing in LISTINGS.items()}
    return {key: get_asset(session, asset_id, staff=True) for key, asset_id in ids.items()}


@pytest.fixture
def plan(session: Session, maureen: str) -> Prescription:
    """Maureen's draft, empty."""
    return open_draft(session, maureen, advisor_id="ann", advisor_name="Ann Advisor")


def new_member(session: Session, name: str, advisor_id: str = "ann", **details: object) -> str:
    """A member who agreed, by her name and whatever else is known."""
    known = MemberDetails.model_validate({"preferred_name": name, **details})
    return add_member(session, known, advisor_id=advisor_id, by=ANN, consents={Purpose.CARE: True})
