"""What the buttons of the conversation do, after everything typed was saved. Each is one verb and what it is about."""

from collections.abc import Callable, Mapping

from flask_login import current_user

from casework.conversations import bring_back, choose_needs, mark_not_relevant, mean_after_all
from casework.members import choose_barriers
from casework.models import Prescription
from casework.pathway_choices import PathwayChoices, change_choices
from casework.prescriptions import open_draft
from casework.steps import MOST_STEPS, add_step, move_step, remove_step
from directory.assets import get_asset
from directory.errors import Invalid, NotFound
from recommender.barriers import get_barrier
from recommender.needs import vocabulary
from web.database import session
from web.pages.conversation.pathway_acts import bring_in, keep_step, later, leave_out, let_go, sooner, swap
from web.pages.conversation.suggesting import suggest

Form = Mapping[str, str]
TALK, HELP, PLAN = "talk", "help", "plan"
"""The sections of the page, by their anchors."""


def act(member_id: str, do: str, form: Form) -> tuple[str, str | None]:
    """Do what the button says; gives the section to return to and what to tell. Refusals say why not."""
    name, _, about = do.partition(":")
    if name not in ACTS:
        return TALK, None
    return ACTS[name](member_id, about, form)


def add_own_step(member_id: str, _about: str, form: Form) -> tuple[str, str | None]:
    """A step without an asset, such as ringing a sister."""
    title = form.get("own_step", "").strip()
    if not title:
        raise Invalid("Say in a few words what you want to do.", field="own_step")
    add_step(session, _draft(member_id), None, title=title)
    return PLAN, "Added to the plan."


def _add_need(member_id: str, _about: str, form: Form) -> tuple[str, str | None]:
    if not form.get("need"):
        raise Invalid("Choose from the list what to add.", field="need")
    choose_needs(session, member_id, add=[vocabulary().get_need(form["need"]).id])
    return TALK, None


def _remove_need(member_id: str, need: str, _form: Form) -> tuple[str, str | None]:
    choose_needs(session, member_id, remove=[vocabulary().get_need(need).id])
    return TALK, None


def _remove_fact(member_id: str, fact: str, _form: Form) -> tuple[str, str | None]:
    if not fact:
        raise NotFound("There is no such fact.")
    choose_needs(session, member_id, remove=[fact[:120]])
    return TALK, None


def _put_fact_back(member_id: str, fact: str, _form: Form) -> tuple[str, str | None]:
    mean_after_all(session, member_id, fact)
    return TALK, None


def _add_barrier(member_id: str, _about: str, form: Form) -> tuple[str, str | None]:
    if not form.get("barrier"):
        raise Invalid("Choose from the list what stands in the way.", field="barrier")
    choose_barriers(session, member_id, add=[get_barrier(form["barrier"]).id])
    return TALK, None


def _remove_barrier(member_id: str, barrier: str, _form: Form) -> tuple[str, str | None]:
    choose_barriers(session, member_id, remove=[barrier[:60]])
    choose_needs(session, member_id, remove=[barrier[:60]])
    return TALK, None


def _add_asset(member_id: str, asset_id: str, _form: Form) -> tuple[str, str | None]:
    asset = get_asset(session, asset_id)
    known = next((one for one in suggest(member_id).suggestions if one.asset.id == asset_id), None)
    needs, reasons = (known.needs, known.reasons) if known else ((), ())
    add_step(session, _draft(member_id), asset, needs=needs, reasons=reasons)
    bring_back(session, member_id, asset_id)
    change_choices(session, member_id, lambda chosen: chosen.bringing_back(asset_id))
    return HELP, f"{asset.name} is in the plan."


def _set_aside(member_id: str, asset_id: str, form: Form) -> tuple[str, str | None]:
    asset = get_asset(session, asset_id)
    reason = form.get(f"reason-{asset_id}") or "Not for now"
    mark_not_relevant(session, member_id, asset_id, reason=reason, by=str(current_user.email))
    change_choices(session, member_id, lambda chosen: chosen.letting_go(asset_id))
    return HELP, f"{asset.name} is set aside."


def _bring_back(member_id: str, asset_id: str, _form: Form) -> tuple[str, str | None]:
    bring_back(session, member_id, asset_id)
    return HELP, None


def _use_pathway(member_id: str, _about: str, _form: Form) -> tuple[str, str | None]:
    """As many of its steps as there is room for."""
    plan = _draft(member_id)
    for step in suggest(member_id, plan).pathway[: MOST_STEPS - len(plan.steps)]:
        add_step(session, plan, step.suggestion.asset, needs=step.needs, reasons=step.reasons)
    change_choices(session, member_id, PathwayChoices.taken_up)
    return PLAN, "These steps are in the plan. Change what you like."


def _move(by: int) -> "Act":
    def move(member_id: str, step_id: str, _form: Form) -> tuple[str, str | None]:
        move_step(session, _draft(member_id), step_id, by)
        return PLAN, None

    return move


def _take_out(member_id: str, step_id: str, _form: Form) -> tuple[str, str | None]:
    remove_step(session, _draft(member_id), step_id)
    return PLAN, "Taken out of the plan."


def _look_again(_member_id: str, _about: str, _form: Form) -> tuple[str, str | None]:
    return HELP, None


def _draft(member_id: str) -> Prescription:
    return open_draft(session, member_id, advisor_id=current_user.id, advisor_name=current_user.name)


Act = Callable[[str, str, Form], tuple[str, str | None]]
ACTS: dict[str, Act] = {
    "suggest": _look_again,
    "need": _add_need,
    "unneed": _remove_need,
    "unfact": _remove_fact,
    "refact": _put_fact_back,
    "barrier": _add_barrier,
    "unbarrier": _remove_barrier,
    "add": _add_asset,
    "aside": _set_aside,
    "back": _bring_back,
    "pathway": _use_pathway,
    "keep": keep_step,
    "letgo": let_go,
    "notthis": leave_out,
    "bringin": bring_in,
    "swap": swap,
    "sooner": sooner,
    "later": later,
    "up": _move(-1),
    "down": _move(1),
    "out": _take_out,
    "own": add_own_step,
}
