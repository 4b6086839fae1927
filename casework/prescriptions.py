"""The verbs of prescriptions: a plan is started, grows by steps, is issued, and opens by its link."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from casework.consent import require_consent
from casework.discretion import paper_title
from casework.first_steps import first_owner, suggest_first_step
from casework.members import get_member
from casework.models import Owner, Prescription, PrescriptionStatus, Step
from casework.wording import Tidy, tidy
from directory.asset import Asset
from directory.clock import now
from directory.errors import Conflict, Duplicate, Invalid, NotFound

MOST_STEPS = 4
"""More than this at once and people go to none of it."""
LONGEST_TITLE = 300
LONGEST_NOTE = 2_000
LINK_LASTS = timedelta(days=180)


class StepDetails(BaseModel):
    """What a step says besides where it leads."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Tidy, Field(min_length=1, max_length=300)]
    owner: Owner = Owner.MEMBER
    due: date | None = None
    first_small_step: Annotated[Annotated[str, Field(max_length=500)] | None, Tidy] = None
    goes_along: Annotated[Annotated[str, Field(max_length=200)] | None, Tidy] = None
    ask_for: Annotated[Annotated[str, Field(max_length=200)] | None, Tidy] = None
    bring: Annotated[Annotated[str, Field(max_length=300)] | None, Tidy] = None


def open_draft(session: Session, member_id: str, *, advisor_id: str, advisor_name: str) -> Prescription:
    """The plan being made with this member: the draft there is, or a new, empty one."""
    require_consent(session, member_id)
    get_member(session, member_id, for_change=True)  # two who start at once get one draft
    draft = find_draft(session, member_id)
    if draft is None:
        draft = Prescription(member_id=member_id, advisor_id=advisor_id, advisor_name=advisor_name, started_at=now())
        session.add(draft)
        session.flush()
    return draft


def find_draft(session: Session, member_id: str) -> Prescription | None:
    """The plan being made with this member, or None."""
    return session.exec(_of(member_id).where(Prescription.status == PrescriptionStatus.DRAFT)).first()


def get_prescription(session: Session, prescription_id: str) -> Prescription:
    """The prescription; NotFound when there is none."""
    found = session.get(Prescription, prescription_id)
    if found is None:
        raise NotFound("There is no such plan.")
    return found


def list_prescriptions(session: Session, member_id: str) -> list[Prescription]:
    """All plans of a member, newest first."""
    return list(session.exec(_of(member_id)))


def add_step(
    session: Session,
    prescription: Prescription,
    asset: Asset | None,
    *,
    title: str | None = None,
    needs: Sequence[str] = (),
    reasons: Sequence[str] = (),
) -> Step:
    """Add an asset, or something of her own, as the last step."""
    _hold_draft(session, prescription)
    name = paper_title(needs, asset)[:LONGEST_TITLE] if asset else tidy(title)
    if not 1 <= len(name) <= LONGEST_TITLE:
        raise Invalid(f"Say in a few words what it is, {LONGEST_TITLE} characters at most.", field="own_step")
    if any(_is_same(step, asset, name) for step in prescription.steps):
        raise Duplicate("This is in the plan already.")
    if len(prescription.steps) >= MOST_STEPS:
        raise Invalid(f"A plan has at most {MOST_STEPS} steps. Take one out first, or issue this one.")
    step = Step(
        prescription_id=prescription.id,
        position=len(prescription.steps),
        asset_id=asset.id if asset else None,
        title=name,
        owner=first_owner(asset) if asset else Owner.MEMBER,
        first_small_step=suggest_first_step(asset) if asset else None,
        needs=list(needs),
        reasons=list(reasons),
    )
    prescription.steps.append(step)
    _touch(session, prescription)
    return step


def change_step(
    session: Session,
    prescription: Prescription,
    step_id: str,
    details: StepDetails,
    *,
    expected_version: int | None = None,
) -> None:
    """Write down who does what, when, and how it starts. Conflict when somebody else changed the plan meanwhile."""
    _hold_draft(session, prescription)
    step = get_step(prescription, step_id)
    if details == details_of(step):
        return
    if expected_version is not None and prescription.version != expected_version:
        raise Conflict("Somebody else changed the plan after you opened this page.", field="plan")
    step.sqlmodel_update(details.model_dump())
    _touch(session, prescription)


def move_step(session: Session, prescription: Prescription, step_id: str, by: int) -> None:
    """Move a step up (by -1) or down (by 1); at the end it stays."""
    _hold_draft(session, prescription)
    steps = list(prescription.steps)
    place = steps.index(get_step(prescription, step_id))
    steps.insert(max(0, place + by), steps.pop(place))
    _number(steps)
    _touch(session, prescription)
    session.refresh(prescription)


def remove_step(session: Session, prescription: Prescription, step_id: str) -> None:
    """Take a step out."""
    _hold_draft(session, prescription)
    prescription.steps.remove(get_step(prescription, step_id))
    _number(prescription.steps)
    _touch(session, prescription)


def get_step(prescription: Prescription, step_id: str) -> Step:
    """The step of this plan; NotFound when it is not one of its."""
    for step in prescription.steps:
        if step.id == step_id:
            return step
    raise NotFound("This step is no longer in the plan.")


def details_of(step: Step) -> StepDetails:
    """What a step says, as a form shows it."""
    known: dict[str, Any] = {name: getattr(step, name) for name in StepDetails.model_fields}
    return StepDetails(**known)


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
    _hold_draft(session, prescription)
    require_consent(session, prescription.member_id)
    if expected_version is not None and prescription.version != expected_version:
        raise Conflict("The plan was changed after you opened this page. Look at it again before you issue it.")
    if not prescription.steps:
        raise Invalid("A plan needs at least one step before it can be issued.")
    prescription.status, prescription.issued_at = PrescriptionStatus.ISSUED, now()
    prescription.note = tidy(note)[:LONGEST_NOTE] or None
    prescription.ring = tidy(ring)[:LONGEST_TITLE] or None
    _take_over_link(session, prescription)
    _touch(session, prescription)
    return str(prescription.link_token)


def revise(session: Session, prescription: Prescription, *, advisor_id: str, advisor_name: str) -> Prescription:
    """A new draft that starts from an issued plan, which stays as it is; the draft there is when there is one."""
    draft = open_draft(session, prescription.member_id, advisor_id=advisor_id, advisor_name=advisor_name)
    if draft.steps:
        return draft
    for step in prescription.steps:
        copied = step.model_dump(exclude={"id", "prescription_id"})
        draft.steps.append(Step(prescription_id=draft.id, **copied))
    _touch(session, draft)
    return draft


def take_back_link(session: Session, prescription: Prescription) -> None:
    """The link opens nothing any more."""
    session.refresh(prescription, with_for_update=True)
    prescription.link_token, prescription.link_expires_at = None, None
    _touch(session, prescription)


def renew_link(session: Session, prescription: Prescription) -> str:
    """A new link in place of the old one; only an issued plan has one."""
    session.refresh(prescription, with_for_update=True)
    if prescription.status is not PrescriptionStatus.ISSUED:
        raise Invalid("Issue the plan first: its link opens what was agreed.")
    _renew_link(prescription)
    _touch(session, prescription)
    return str(prescription.link_token)


def last_ring(session: Session, advisor_id: str) -> str | None:
    """Whom this advisor last said to ring, to be offered again."""
    issued = select(Prescription.ring).where(Prescription.advisor_id == advisor_id, col(Prescription.ring).is_not(None))
    return session.exec(issued.order_by(col(Prescription.issued_at).desc()).limit(1)).first()


def open_by_link(session: Session, token: str, at: datetime | None = None) -> Prescription:
    """The issued plan that this link opens; NotFound when it was taken back or has run out."""
    found = session.exec(select(Prescription).where(Prescription.link_token == token)).first()
    expires = found.link_expires_at if found else None
    if found is None or expires is None or expires < (at or now()):
        raise NotFound("This link no longer opens a plan. Ask your advisor for a new one.")
    return found


def _is_same(step: Step, asset: Asset | None, name: str) -> bool:
    if asset:
        return step.asset_id == asset.id
    return step.asset_id is None and step.title.casefold() == name.casefold()


def _take_over_link(session: Session, prescription: Prescription) -> None:
    """The link on the paper she has at home opens the newest plan; without one that is open, a new link."""
    open_now = _of(prescription.member_id).where(
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


def _number(steps: Sequence[Step]) -> None:
    for position, step in enumerate(steps):
        step.position = position


def _touch(session: Session, prescription: Prescription) -> None:
    prescription.version += 1
    session.add(prescription)
    session.flush()


def _hold_draft(session: Session, prescription: Prescription) -> None:
    """The plan as it is now, kept from others until the end; Invalid when it was issued."""
    session.refresh(prescription, with_for_update=True)
    if prescription.status is not PrescriptionStatus.DRAFT:
        raise Invalid("This plan was issued and stays as it is. Make a new version to change it.")


def _of(member_id: str) -> SelectOfScalar[Prescription]:
    wanted = select(Prescription).where(Prescription.member_id == member_id)
    return wanted.order_by(col(Prescription.started_at).desc(), Prescription.id)
