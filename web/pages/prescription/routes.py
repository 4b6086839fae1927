"""The pages of a plan."""

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from casework.consent import standing_consent
from casework.issuing import issue, open_by_link, renew_link, revise, take_back_link
from casework.members import get_member
from casework.models import Prescription, PrescriptionStatus, Purpose
from casework.prescriptions import get_prescription, last_ring
from directory.errors import Conflict, Invalid
from web.access import anyone, only
from web.accounts.models import RoleName
from web.database import session
from web.looks import note_look
from web.pages.prescription.sheet import sheet_of
from web.versions import read_version

blueprint = Blueprint("prescription", __name__)


@blueprint.get("/plans/<uuid:prescription_id>")
@only(RoleName.ADVISOR)
def show(prescription_id: object) -> ResponseReturnValue:
    """Look a plan over; issue it, or what was issued as paper, link and text messages."""
    return _shown(_opened(prescription_id))


@blueprint.post("/plans/<uuid:prescription_id>/issue")
@only(RoleName.ADVISOR)
def settle(prescription_id: object) -> ResponseReturnValue:
    """Issue it as it was looked over."""
    plan = _opened(prescription_id)
    if plan.status is PrescriptionStatus.ISSUED:
        return redirect(url_for("prescription.show", prescription_id=plan.id))
    try:
        issue(
            session,
            plan,
            note=request.form.get("note"),
            ring=request.form.get("ring"),
            expected_version=read_version(request.form.get("version")),
        )
    except (Conflict, Invalid) as refusal:
        session.rollback()
        return _shown(get_prescription(session, str(prescription_id)), refusal.message), 422
    flash("The plan is issued. Print it, or give the link.")
    return redirect(url_for("prescription.show", prescription_id=plan.id))


@blueprint.get("/plans/<uuid:prescription_id>/paper")
@only(RoleName.ADVISOR)
def paper(prescription_id: object) -> ResponseReturnValue:
    """The sheet alone, to print: one A4, or larger letters on more."""
    plan = _opened(prescription_id)
    large = request.args.get("size") == "large"
    return render_template("pages/prescription/paper.html", **sheet_of(plan, private=True), large=large)


@blueprint.post("/plans/<uuid:prescription_id>/link")
@only(RoleName.ADVISOR)
def link(prescription_id: object) -> ResponseReturnValue:
    """Take the member's link back, or make a new one in its place."""
    plan = _opened(prescription_id)
    if request.form.get("do") == "new":
        renew_link(session, plan)
        flash("There is a new link. The one before opens nothing any more; print the paper again.")
    else:
        take_back_link(session, plan)
        flash("The link opens nothing any more.")
    return redirect(url_for("prescription.show", prescription_id=plan.id))


@blueprint.post("/plans/<uuid:prescription_id>/version")
@only(RoleName.ADVISOR)
def version(prescription_id: object) -> ResponseReturnValue:
    """Begin a new version; what was issued stays as it is until that is issued."""
    plan = _opened(prescription_id)
    revise(session, plan, advisor_id=current_user.id, advisor_name=current_user.name)
    return redirect(url_for("conversation.show", member_id=plan.member_id, _anchor="plan"))


@blueprint.get("/plan/<token>")
@anyone
def by_link(token: str) -> ResponseReturnValue:
    """The plan for whoever has the link: no name on it, and what is true today."""
    plan = open_by_link(session, token)
    answer = make_response(render_template("pages/prescription/by_link.html", **sheet_of(plan, private=False)))
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _opened(prescription_id: object) -> Prescription:
    plan = get_prescription(session, str(prescription_id))
    note_look(plan.member_id, "Plan")
    return plan


def _shown(plan: Prescription, problem: str | None = None) -> str:
    member = get_member(session, plan.member_id)
    return render_template(
        "pages/prescription/show.html",
        **sheet_of(plan, private=True),
        member=member,
        problem=problem,
        note=request.form.get("note", plan.note or ""),
        ring=request.form.get("ring") or plan.ring or last_ring(session, current_user.id) or "",
        texts=standing_consent(session, member.id)[Purpose.MESSAGES],
        care=standing_consent(session, member.id)[Purpose.CARE],
    )
