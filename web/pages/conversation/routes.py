"""The page of the conversation: one form, whose every button first saves what was typed."""

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from casework.consent import standing_consent
from casework.conversations import get_conversation
from casework.members import get_member
from casework.models import Member, Purpose
from casework.pathway_choices import choices_of
from casework.prescriptions import find_draft
from casework.understood import understand
from directory.errors import Conflict, Duplicate, Invalid, NotFound, Refusal
from directory.search.find import find_assets
from directory.search.query import Query
from recommender.urgent import read_urgent
from web.access import only
from web.accounts.accounts import find_account
from web.accounts.models import RoleName
from web.database import catalogue, session
from web.formatting import clock_time
from web.looks import note_look
from web.pages.conversation.acts import PLAN, TALK, act, add_own_step
from web.pages.conversation.cards import facts_of, listing_says
from web.pages.conversation.suggesting import explain, home_of
from web.pages.conversation.talk import talk, urgent_elsewhere
from web.pages.conversation.typed import Typed, keep

blueprint = Blueprint("conversation", __name__)
EXPLAINED = 6


@blueprint.get("/members/<uuid:member_id>/conversation")
@only(RoleName.ADVISOR)
def show(member_id: object) -> ResponseReturnValue:
    """What matters, what might help, and the plan."""
    member = get_member(session, str(member_id))
    if not standing_consent(session, member.id)[Purpose.CARE]:
        return redirect(url_for("members.show", member_id=member.id))
    note_look(member.id, "Conversation")
    return render_template("pages/conversation/show.html", **talk(member.id))


@blueprint.post("/members/<uuid:member_id>/conversation")
@only(RoleName.ADVISOR)
def change(member_id: object) -> ResponseReturnValue:
    """Save what was typed, then do what the button says."""
    member = get_member(session, str(member_id))
    note_look(member.id, "Conversation")
    typed, do = Typed.read(request.form), request.form.get("do", "")
    saves_itself = request.headers.get("X-Requested-With") == "autosave"
    try:
        keep(member.id, find_draft(session, member.id), typed, by=str(current_user.email))
    except (Conflict, Invalid) as refusal:
        session.rollback()
        return _not_saved(str(member_id), typed, refusal, saves_itself)
    if saves_itself:
        return _saved(member.id)
    return _others(member) if do == "others" else _acted(member.id, do)


@blueprint.post("/members/<uuid:member_id>/conversation/others")
@only(RoleName.ADVISOR)
def others(member_id: object) -> ResponseReturnValue:
    """Why something was not suggested. What is looked for is sent, not put into an address beside a member's id."""
    member = get_member(session, str(member_id))
    note_look(member.id, "Conversation")
    return _others(member)


def _others(member: Member) -> ResponseReturnValue:
    words = " ".join(request.form.get("q", "").split())[:200]
    urgent = read_urgent(words)
    asked = words and not urgent
    found = (
        find_assets(session, catalogue.index, Query(words, limit=EXPLAINED, counting=False), relax=False).found
        if asked
        else ()
    )
    explained = explain(member.id, (one.asset.id for one in found))
    plan, home = find_draft(session, member.id), home_of(member.id)
    return render_template(
        "pages/conversation/others.html",
        member=member,
        words=words,
        urgent=urgent,
        explained=explained,
        facts={one.asset.id: facts_of(one.asset, home) for one in explained},
        says={one.asset.id: listing_says(one.asset) for one in explained if one.kept_out_by},
        planned={step.asset_id for step in plan.steps} if plan else set(),
        choices=choices_of(get_conversation(session, member.id)),
    )


def _acted(member_id: str, do: str) -> ResponseReturnValue:
    """The page again at the section of the button. What was refused is told; what was typed is saved all the same."""
    if do == "review":
        plan = find_draft(session, member_id)
        if plan and plan.steps:
            return redirect(url_for("prescription.show", prescription_id=plan.id))
        flash("Put at least one step into the plan first.", "refused")
        return _back(member_id, PLAN)
    try:
        section, told = act(member_id, do, request.form)
        if request.form.get("own_step", "").strip() and do != "own":
            add_own_step(member_id, "", request.form)
    except Duplicate:
        section, told = PLAN, None  # pressed twice: it is there, as was wanted
    except (Invalid, NotFound) as refusal:
        flash(refusal.message, "refused")
        section, told = (TALK if refusal.field in ("need", "barrier") else PLAN), None
    if told:
        flash(told, "done")
    return _back(member_id, section)


def _back(member_id: str, section: str) -> ResponseReturnValue:
    return redirect(url_for("conversation.show", member_id=member_id, _anchor=section))


def _saved(member_id: str) -> ResponseReturnValue:
    """The answer to a page that saves itself: the versions that are kept now, and help first when it is needed."""
    conversation, plan = get_conversation(session, member_id), find_draft(session, member_id)
    fields = {"version": conversation.version, "plan_version": plan.version if plan else ""}
    said = "Saved. These words may need help now: press “What might help” and the numbers to ring come first."
    urgent = understand(conversation).urgent or urgent_elsewhere(plan)
    return jsonify(fields=fields, **({"say": said} if urgent else {}))


def _not_saved(member_id: str, typed: Typed, refusal: Refusal, saves_itself: bool) -> ResponseReturnValue:
    status = 409 if isinstance(refusal, Conflict) else 422
    if saves_itself:
        return jsonify(
            say=f"Not saved. {refusal.message} Press Save to see more; what you wrote is still here."
        ), status
    page = render_template(
        "pages/conversation/show.html",
        **talk(member_id, typed),
        refusal=refusal,
        theirs=_theirs(member_id) if refusal.field == "what_matters" and status == 409 else None,
    )
    return page, status


def _theirs(member_id: str) -> dict[str, str]:
    """Who wrote the other words, when, and what they are."""
    conversation = get_conversation(session, member_id)
    account = find_account(session, conversation.saved_by or "")
    return {
        "who": account.name if account else "Somebody else",
        "at": clock_time(conversation.saved_at) if conversation.saved_at else "",
        "what_matters": conversation.what_matters,
        "strengths": conversation.strengths,
    }
