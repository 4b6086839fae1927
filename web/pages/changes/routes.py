"""The changes that wait; one of them; approve or decline."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from directory.assets import list_assets
from directory.changes import approve_change, decline_change, get_change, list_waiting_changes, propose_change
from directory.errors import Invalid
from directory.models import ChangeStatus, ProposedChange
from directory.rebasing import Rebased, rebase_change
from web.access import only
from web.accounts.models import RoleName
from web.database import session
from web.difference_words import say_differences
from web.pages.changes.form import DecisionForm

blueprint = Blueprint("changes", __name__)

ALREADY_SAID = "The listing says it already"
SAY_WHY = "Say why it is not published, so that they know what to do"
STAYS = "Not published: the listing stays as it is."
LOOK_AGAIN = "The listing was changed while you were looking. This is how it stands now: decide again."


@blueprint.get("/changes")
@only(RoleName.CURATOR)
def index() -> ResponseReturnValue:
    """What waits, oldest first."""
    waiting = list_waiting_changes(session)
    assets = {asset.id: asset for asset in list_assets(session, [one.service_id for one in waiting], staff=True)}
    return render_template("pages/changes/index.html", waiting=waiting, assets=assets)


@blueprint.get("/changes/<change_id>")
@only(RoleName.CURATOR)
def show(change_id: str) -> ResponseReturnValue:
    """One change against the listing as it is now."""
    return _page(get_change(session, change_id), DecisionForm(formdata=None))


@blueprint.post("/changes/<change_id>")
@only(RoleName.CURATOR)
def decide(change_id: str) -> ResponseReturnValue:
    """Publish it, or not; on to the next that waits."""
    change, form = get_change(session, change_id), DecisionForm()
    if change.status is not ChangeStatus.WAITING:
        raise Invalid(f"This change was already {change.status.value}.")
    if not form.validate():
        return _page(change, form, 422)
    if "approve" in request.form:
        return _approve(change, form)
    return _decline(change, form)


def _approve(change: ProposedChange, form: DecisionForm) -> ResponseReturnValue:
    rebased = rebase_change(session, change)
    if form.version.data != str(rebased.current.version):
        form.form_errors.append(LOOK_AGAIN)
        return _page(change, form, 409)
    by, note = current_user.email, (form.note.data or "").strip() or None
    if rebased.changes_nothing:
        decline_change(session, change.id, by=by, note=note or ALREADY_SAID)
        flash("The listing said it already, so nothing was changed.")
        return redirect(url_for("changes.index"))
    if change.based_on_version != rebased.current.version:
        propose_change(session, change.service_id, rebased.listing, by=change.proposed_by, note=change.note)
    approve_change(session, change.id, by=by, note=note)
    flash(f"Published: {rebased.listing.name}.")
    return redirect(url_for("changes.index"))


def _decline(change: ProposedChange, form: DecisionForm) -> ResponseReturnValue:
    note = (form.note.data or "").strip()
    if _reads_answers(change) and not note:
        form.note.errors = [SAY_WHY]
        return _page(change, form, 422)
    decline_change(session, change.id, by=current_user.email, note=note or STAYS)
    flash("Not published. Whoever sent it reads your words." if _reads_answers(change) else STAYS)
    return redirect(url_for("changes.index"))


def _page(change: ProposedChange, form: DecisionForm, status: int = 200) -> ResponseReturnValue:
    rebased = rebase_change(session, change)
    page = render_template(
        "pages/changes/show.html",
        change=change,
        form=form,
        asset=rebased.current,
        differences=say_differences(session, rebased.current.listing, rebased.listing),
        disputed=_disputed(rebased),
        reads_answers=_reads_answers(change),
        moved=change.based_on_version != rebased.current.version,
    )
    return page, status


def _reads_answers(change: ProposedChange) -> bool:
    """Whether a person sent it, and not a source that was read."""
    return "@" in change.proposed_by


def _disputed(rebased: Rebased) -> object:
    return say_differences(session, *rebased.disputed) if rebased.disputed else []
