"""What was typed into the one form of the conversation: kept by every button, and shown again when it could not be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import ValidationError

from casework.conversations import save_words
from casework.models import Prescription, Step
from casework.steps import StepDetails, change_step, details_of
from directory.errors import Invalid
from web.database import session
from web.versions import read_version

STEP_FIELDS = ("title", "owner", "due", "first_small_step", "goes_along", "ask_for", "bring")


@dataclass(frozen=True)
class Typed:
    """The words, and for each step (by id) its fields, as they were sent. Versions are those that were opened.

    Words are None where the form had no box for them.
    """

    what_matters: str | None = None
    strengths: str | None = None
    version: int | None = None
    plan_version: int | None = None
    steps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, form: Mapping[str, str]) -> "Typed":
        """From the fields of a POST; a step's fields are called title-ID, due-ID and so on."""
        ids = [name.removeprefix("title-") for name in form if name.startswith("title-")]
        return cls(
            what_matters=form.get("what_matters"),
            strengths=form.get("strengths"),
            version=read_version(form.get("version")),
            plan_version=read_version(form.get("plan_version")),
            steps={one: {name: form.get(f"{name}-{one}", "") for name in STEP_FIELDS} for one in ids},
        )


def keep(member_id: str, plan: Prescription | None, typed: Typed, *, by: str) -> None:
    """Save all of it. Conflict when somebody else changed the same meanwhile; Invalid names the field."""
    if typed.what_matters is not None:
        save_words(
            session,
            member_id,
            what_matters=typed.what_matters,
            strengths=typed.strengths or "",
            by=by,
            expected_version=typed.version,
        )
    expected = typed.plan_version
    for step in list(plan.steps) if plan else []:
        if plan and step.id in typed.steps:
            before = plan.version
            details = _details(step, typed.steps[step.id])
            change_step(session, plan, step.id, details, expected_version=expected)
            # What we changed ourselves is no reason to refuse the next step.
            expected = expected + plan.version - before if expected is not None else None


def _details(step: Step, typed: Mapping[str, str]) -> StepDetails:
    try:
        return StepDetails.model_validate(
            {**typed, "owner": typed["owner"] or step.owner, "due": _day(step, typed["due"])}
        )
    except ValidationError as faults:
        name = str(faults.errors()[0]["loc"][0])
        sentence = (
            "Give this step a name." if name == "title" and not typed["title"].strip() else "Shorten this a little."
        )
        raise Invalid(sentence, field=f"{name}-{step.id}") from faults


def _day(step: Step, text: str) -> date | None:
    """A day as browsers send it, or as people write it: 2026-12-01, 1/12/2026."""
    if not text.strip():
        return None
    parts = text.replace("/", "-").replace(".", "-").strip().split("-")
    try:
        numbers = [int(part) for part in parts]
        return date(*numbers) if len(parts[0]) == 4 else date(*reversed(numbers))
    except (ValueError, TypeError, OverflowError) as error:
        raise Invalid("Enter a day such as 1/12/2026, or leave it empty.", field=f"due-{step.id}") from error


def as_typed(step: Step, typed: Typed | None) -> Mapping[str, str]:
    """The fields of a step as its boxes show them: what was typed, else what is kept."""
    if typed and step.id in typed.steps:
        return typed.steps[step.id]
    known = details_of(step).model_dump(mode="json")
    return {name: known[name] or "" for name in STEP_FIELDS}
