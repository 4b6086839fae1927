"""The pages of members."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from pydantic import ValidationError

from casework.audit import list_looks
from casework.caseload import list_caseload
from casework.consent import WORDING, list_consents, record_consent, standing_consent
from casework.members import add_member, change_member, details_of, get_member
from casework.models import Purpose
from casework.prescriptions import list_prescriptions
from directory.errors import Conflict, Duplicate, Invalid
from web.access import only
from web.accounts.accounts import list_accounts
from web.accounts.models import RoleName
from web.database import session
from web.looks import note_look
from web.pages.members.facts import member_facts
from web.pages.members.form import ChangeForm, NewMemberForm
from web.versions import read_version

blueprint = Blueprint("members", __name__)
MOST_SHOWN = 100
PURPOSES = {
    Purpose.CARE: "Keeping a record",
    Purpose.SHARING: "Passing on what is needed",
    Purpose.MESSAGES: "Texts and emails",
    Purpose.RESEARCH: "Learning from it, without a name",
}


@blueprint.route("/members", methods=["GET", "POST"])
@only(RoleName.ADVISOR)
def index() -> ResponseReturnValue:
    """The members, filtered by name. A name is sent, not put into the address, which servers and browsers keep."""
    everyone = request.values.get("whose") == "everyone"
    name = request.form.get("name", "")[:200]
    found = list_caseload(session, advisor_id=None if everyone else current_user.id, name=name)
    return render_template(
        "pages/members/index.html",
        members=found[:MOST_SHOWN],
        total=len(found),
        name=name,
        everyone=everyone,
        advisors=_names(by_id=True),
    )


@blueprint.route("/members/new", methods=["GET", "POST"])
@only(RoleName.ADVISOR)
def new() -> ResponseReturnValue:
    """Add a member, once she has agreed; then straight to what matters to her."""
    form = NewMemberForm()
    if not form.is_submitted():
        return render_template("pages/members/new.html", form=form, refused=False)
    _use_suggestion(form)
    if form.validate() and (member_id := _added(form)):
        return redirect(url_for("conversation.show", member_id=member_id))
    return render_template("pages/members/new.html", form=form, refused=form.care.data == "no"), 422


@blueprint.get("/members/<uuid:member_id>")
@only(RoleName.ADVISOR)
def show(member_id: object) -> ResponseReturnValue:
    """What is known of a member, what she agreed to, her plans, and who looked."""
    member = get_member(session, str(member_id))
    note_look(member.id, "Details")
    return render_template(
        "pages/members/show.html",
        member=member,
        facts=member_facts(member),
        standing=standing_consent(session, member.id),
        ledger=list_consents(session, member.id),
        purposes=PURPOSES,
        wording=WORDING,
        plans=list_prescriptions(session, member.id),
        looks=list_looks(session, member.id, limit=50),
        names=_names(),
    )


@blueprint.route("/members/<uuid:member_id>/change", methods=["GET", "POST"])
@only(RoleName.ADVISOR)
def change(member_id: object) -> ResponseReturnValue:
    """Write down what is known now."""
    member = get_member(session, str(member_id))
    note_look(member.id, "Details, to change them")
    form = ChangeForm(data={**details_of(member).model_dump(), "version": member.version})
    form.kept_postcode.data = form.kept_postcode.data or member.postcode
    _use_suggestion(form)
    if form.validate_on_submit() and _changed(form, member.id):
        flash("Saved.")
        return redirect(url_for("members.show", member_id=member.id))
    return render_template("pages/members/change.html", form=form, member=member), 422 if form.errors else 200


@blueprint.post("/members/<uuid:member_id>/consent")
@only(RoleName.ADVISOR)
def consent(member_id: object) -> ResponseReturnValue:
    """Add a line to the ledger of consent."""
    member = get_member(session, str(member_id))
    note_look(member.id, "What was agreed")
    purpose = next((one for one in Purpose if one == request.form.get("purpose")), None)
    if purpose is None:
        raise Invalid("Choose what the agreement is about.", field="purpose")
    how = "in writing" if request.form.get("how") == "in writing" else "spoken"
    given = request.form.get("given") == "yes"
    record_consent(session, member.id, purpose, given, how=how, by=str(current_user.email))
    flash(f"{PURPOSES[purpose]}: {'agreed' if given else 'not agreed'}. Written down.")
    return redirect(url_for("members.show", member_id=member.id, _anchor="agreed"))


def _added(form: NewMemberForm) -> str | None:
    """The id of the member; None when something has to be put right first."""
    try:
        return add_member(
            session,
            form.details(),
            advisor_id=current_user.id,
            by=str(current_user.email),
            consents=form.consents,
            how=form.how.data,
            member_id=form.member_id.data,
        )
    except Duplicate:
        return str(form.member_id.data)
    except Invalid as refusal:
        form.care.errors = [refusal.message]
    except ValidationError as faults:
        form.explain(faults)
    return None


def _changed(form: ChangeForm, member_id: str) -> bool:
    try:
        change_member(session, member_id, form.details(), expected_version=read_version(form.version.data) or 0)
    except ValidationError as faults:
        form.explain(faults)
        return False
    except (Conflict, Invalid) as refusal:
        form.form_errors = [*form.form_errors, refusal.message]
        return False
    return True


def _use_suggestion(form: NewMemberForm | ChangeForm) -> None:
    """One of the buttons beside a postcode that we do not know was pressed."""
    if suggested := request.form.get("use_postcode"):
        form.postcode.data = suggested[:20]
    if request.form.get("keep_postcode"):
        form.kept_postcode.data = (form.postcode.data or "").strip()


def _names(by_id: bool = False) -> dict[str, str]:
    """What accounts are called, by their address or id."""
    return {account.id if by_id else account.email: account.name for account in list_accounts(session)}
