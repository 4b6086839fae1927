"""An issued plan says what is true today, and what has changed since it was made."""

from datetime import date, time

import pytest
from sqlmodel import Session

from casework.issuing import issue
from casework.living_plan import LivingStep, living_steps
from casework.models import Prescription
from casework.steps import StepDetails, add_step, change_step
from directory.asset import Asset
from directory.assets import assure_asset, change_asset, close_asset, remove_asset
from directory.duplicates.merging import merge_pair
from directory.duplicates.pairs import hold_pair, pair_id
from directory.kinds import Status
from directory.listing import Phone, Slot
from directory.matching.judgement import Decision, Judgement

Town = dict[str, Asset]


@pytest.fixture
def issued(session: Session, plan: Prescription, town: Town) -> Prescription:
    for key in ("choir", "debt"):
        add_step(session, plan, town[key], needs=["CON1"])
    add_step(session, plan, None, title="Ring my sister")
    issue(session, plan, note=None)
    return plan


def choir(session: Session, plan: Prescription) -> LivingStep:
    return living_steps(session, plan)[0]


def test_steps_come_in_order_with_their_facts(session: Session, issued: Prescription) -> None:
    first, second, own = living_steps(session, issued)
    assert first.asset is not None
    assert (first.number, first.title, first.asset.name) == (1, "Walton Waterfront Choir", "Walton Waterfront Choir")
    assert (second.changed, second.gone, own.asset, own.gone) == ((), False, None, False)


def test_a_new_time_and_number_are_told(session: Session, issued: Prescription, town: Town) -> None:
    later = {"times": (Slot(days=("WE",), opens_at=time(18)),), "phones": (Phone(number="0151 496 0099"),)}
    change_asset(session, town["choir"].id, town["choir"].listing.model_copy(update=later), actor="partner")
    assert choir(session, issued).changed == ("When", "Phone")


def test_changed_and_changed_back_is_no_change(session: Session, issued: Prescription, town: Town) -> None:
    before = town["choir"].listing
    change_asset(session, before_id := town["choir"].id, before.model_copy(update={"cost_text": "£4"}), actor="partner")
    change_asset(session, before_id, before, actor="partner")
    assert choir(session, issued).changed == ()


def test_being_checked_again_is_no_change(session: Session, issued: Prescription, town: Town) -> None:
    assure_asset(session, town["choir"].id, by="organiser", actor="partner", on=date(2026, 11, 23))
    assert choir(session, issued).changed == ()


def test_what_has_closed_is_told(session: Session, issued: Prescription, town: Town) -> None:
    close_asset(session, town["choir"].id, actor="curator")
    step = choir(session, issued)
    assert (step.gone, step.asset, step.title) == (True, None, "Walton Waterfront Choir")


def test_what_was_taken_out_is_told(session: Session, issued: Prescription, town: Town) -> None:
    remove_asset(session, town["choir"].id, actor="curator", reason="never existed")
    assert choir(session, issued).gone


def test_what_was_found_to_be_the_same_as_another_goes_on_as_the_other(
    session: Session, issued: Prescription, town: Town
) -> None:
    kept = town["debt"].id
    judgement = Judgement(0.9, Decision.SAME, ("same phone",))
    hold_pair(session, town["choir"].id, kept, judgement, model_version="1", run_id=None)
    session.flush()
    merge_pair(session, pair_id(town["choir"].id, kept), by="curator", kept_id=kept)
    step = choir(session, issued)
    assert step.asset
    assert (step.gone, step.asset.id, step.title) == (False, kept, "Walton Waterfront Choir")


def test_closed_for_now_is_still_there(session: Session, issued: Prescription, town: Town) -> None:
    paused = town["choir"].listing.model_copy(update={"status": Status.PAUSED})
    change_asset(session, town["choir"].id, paused, actor="partner")
    step = choir(session, issued)
    assert step.asset is not None
    assert step.asset.status is Status.PAUSED


def test_a_secret_address_stays_secret(session: Session, plan: Prescription, town: Town) -> None:
    step = add_step(session, plan, town["refuge"])
    change_step(session, plan, step.id, StepDetails(title="A call on Monday"))
    issue(session, plan, note=None)
    moved = town["refuge"].venues[0].model_copy(update={"address": "12 Other Street"})
    change_asset(
        session, town["refuge"].id, town["refuge"].listing.model_copy(update={"venues": (moved,)}), actor="curator"
    )
    living = living_steps(session, plan)[0]
    assert living.asset is not None
    assert (living.sensitive, living.renamed, living.changed) == (True, True, ())
    assert living.asset.venues[0].address is None
