"""The steps of a plan in the making: added, written out, moved, taken out."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Session

from casework.discretion import paper_title
from casework.first_steps import first_owner, suggest_first_step
from casework.models import Owner, Prescription, Step
from casework.prescriptions import hold_draft, touch
from casework.wording import Tidy, tidy
from directory.asset import Asset
from directory.errors import Conflict, Duplicate, Invalid, NotFound

MOST_STEPS = 4
"""More than this at once and people go to none of it."""
LONGEST_TITLE = 300


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
    hold_draft(session, prescription)
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
    touch(session, prescription)
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
    hold_draft(session, prescription)
    step = get_step(prescription, step_id)
    if details == details_of(step):
        return
    if expected_version is not None and prescription.version != expected_version:
        raise Conflict("Somebody else changed the plan after you opened this page.", field="plan")
    step.sqlmodel_update(details.model_dump())
    touch(session, prescription)


def move_step(session: Session, prescription: Prescription, step_id: str, by: int) -> None:
    """Move a step up (by -1) or down (by 1); at the end it stays."""
    hold_draft(session, prescription)
    steps = list(prescription.steps)
    place = steps.index(get_step(prescription, step_id))
    steps.insert(max(0, place + by), steps.pop(place))
    _number(steps)
    touch(session, prescription)
    session.refresh(prescription)


def remove_step(session: Session, prescription: Prescription, step_id: str) -> None:
    """Take a step out."""
    hold_draft(session, prescription)
    prescription.steps.remove(get_step(prescription, step_id))
    _number(prescription.steps)
    touch(session, prescription)


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


def _is_same(step: Step, asset: Asset | None, name: str) -> bool:
    if asset:
        return step.asset_id == asset.id
    return step.asset_id is None and step.title.casefold() == name.casefold()


def _number(steps: Sequence[Step]) -> None:
    for position, step in enumerate(steps):
        step.position = position
