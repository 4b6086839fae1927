"""Issuing a plan, and the link by which its member opens it without an account."""

import secrets
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from casework.consent import require_consent
from casework.models import Prescription, PrescriptionStatus, Step
from casework.pathway_choices import forget_choices
from casework.prescriptions import hold_draft, open_draft, plans_of, touch
from casework.wording import tidy
from directory.clock import now
from directory.errors import Conflict, Invalid, NotFound

LONGEST_NOTE = 2_000
LONGEST_RING = 300
LINK_LASTS = timedelta(days=180)


def issue(
    session: Session,
    prescription: Prescription,
    *,
    note: str | None,
    ring: str | None = None,
    expected_version: int | None = None,
) -> str:
    """Settle the plan; gives the token of its link. Conflict when it changed after it was looked at.

    `note` is a few words for the member; `ring` whom she rings when it does not work out.
    """
    hold_draft(session, prescription)
    require_consent(session, prescription.member_id)
    if expected_version is not None and prescription.version != expected_version:
        raise Conflict("The plan was changed after you opened this page. Look at it again before you issue it.")
    if not prescription.steps:
        raise Invalid("A plan needs at least one step before it can be issued.")
    prescription.status, prescription.issued_at = PrescriptionStatus.ISSUED, now()
    prescription.note = tidy(note)[:LONGEST_NOTE] or None
    prescription.ring = tidy(ring)[:LONGEST_RING] or None
    _take_over_link(session, prescription)
    forget_choices(session, prescription.member_id)
    touch(session, prescription)
    return str(prescription.link_token)


def revise(session: Session, prescription: Prescription, *, advisor_id: str, advisor_name: str) -> Prescription:
    """A new draft that starts from an issued plan, which stays as it is; the draft there is when there is one."""
    draft = open_draft(session, prescription.member_id, advisor_id=advisor_id, advisor_name=advisor_name)
    if draft.steps:
        return draft
    for step in prescription.steps:
        copied = step.model_dump(exclude={"id", "prescription_id"})
        draft.steps.append(Step(prescription_id=draft.id, **copied))
    touch(session, draft)
    return draft


def take_back_link(session: Session, prescription: Prescription) -> None:
    """The link opens nothing any more."""
    session.refresh(prescription, with_for_update=True)
    prescription.link_token, prescription.link_expires_at = None, None
    touch(session, prescription)


def renew_link(session: Session, prescription: Prescription) -> str:
    """A new link in place of the old one; only an issued plan has one."""
    session.refresh(prescription, with_for_update=True)
    if prescription.status is not PrescriptionStatus.ISSUED:
        raise Invalid("Issue the plan first: its link opens what was agreed.")
    _renew_link(prescription)
    touch(session, prescription)
    return str(prescription.link_token)


def open_by_link(session: Session, token: str, at: datetime | None = None) -> Prescription:
    """The issued plan that this link opens; NotFound when it was taken back or has run out."""
    found = session.exec(select(Prescription).where(Prescription.link_token == token)).first()
    expires = found.link_expires_at if found else None
    if found is None or expires is None or expires < (at or now()):
        raise NotFound("This link no longer opens a plan. Ask your advisor for a new one.")
    return found


def _take_over_link(session: Session, prescription: Prescription) -> None:
    """The link on the paper she has at home opens the newest plan; without one that is open, a new link."""
    open_now = plans_of(prescription.member_id).where(
        Prescription.status == PrescriptionStatus.ISSUED, col(Prescription.link_token).is_not(None)
    )
    token = None
    for older in session.exec(open_now):
        token = token or older.link_token
        older.link_token, older.link_expires_at = None, None
    session.flush()
    _renew_link(prescription)
    prescription.link_token = token or prescription.link_token


def _renew_link(prescription: Prescription) -> None:
    prescription.link_token = secrets.token_urlsafe(24)
    prescription.link_expires_at = now() + LINK_LASTS
