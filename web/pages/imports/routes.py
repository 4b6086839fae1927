"""Imports: what was imported, try one, do it, look at it, take it back."""

from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from directory.errors import Refusal, Unavailable
from directory.models import ImportRun, RunStatus
from importers.incoming import Rejected
from importers.rejects import write_rejects
from importers.report import Report
from importers.undo import get_run, list_runs, undo_run
from web.access import only
from web.accounts.models import RoleName
from web.database import session
from web.difference_words import say_parts
from web.pages.imports.addresses import check_address
from web.pages.imports.form import READABLE, ImportForm
from web.pages.imports.running import run_import
from web.pages.imports.uploads import Pending, keep_upload, unseal

blueprint = Blueprint("imports", __name__)

SHOWN = 50
STATUS = {
    RunStatus.RUNNING: "Still going on",
    RunStatus.DONE: "Done",
    RunStatus.FAILED: "Stopped before its end",
    RunStatus.UNDONE: "Taken back",
}


@blueprint.get("/imports")
@only(RoleName.CURATOR)
def index() -> ResponseReturnValue:
    """The runs, newest first."""
    return render_template("pages/imports/index.html", runs=list_runs(session), status=STATUS)


@blueprint.route("/imports/new", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def new() -> ResponseReturnValue:
    """Choose what to import; sent, it is tried and nothing is kept but the file."""
    form = ImportForm()
    if not form.is_submitted():
        return _form(form)
    if not form.validate():
        return _form(form, 422)
    try:
        pending = _pending(form)
    except Refusal as refusal:
        form.address.errors = [refusal.message]
        return _form(form, 422)
    return _try(pending, form)


@blueprint.post("/imports/now")
@only(RoleName.CURATOR)
def now() -> ResponseReturnValue:
    """Import what was tried."""
    pending = unseal(request.form.get("pending", ""))
    report = run_import(pending, actor=current_user.email, dry_run=False)
    pending.forget()
    flash(report.sentence())
    return redirect(url_for("imports.show", run_id=report.run))


@blueprint.get("/imports/<run_id>")
@only(RoleName.CURATOR)
def show(run_id: str) -> ResponseReturnValue:
    """One run with its numbers and what was refused."""
    run = get_run(session, run_id)
    can_undo = run.status in (RunStatus.DONE, RunStatus.FAILED)
    return render_template("pages/imports/run.html", run=run, status=STATUS, shown=SHOWN, can_undo=can_undo)


@blueprint.get("/imports/<run_id>/rejects.csv")
@only(RoleName.CURATOR)
def rejects(run_id: str) -> ResponseReturnValue:
    """The refused rows as a file to be corrected."""
    run = get_run(session, run_id)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rejects.csv"
        write_rejects(path, _rejected(run))
        body = path.read_bytes()
    name = f"attachment; filename=rejects-{run.id[:8]}.csv"
    return Response(body, mimetype="text/csv", headers={"Content-Disposition": name})


@blueprint.route("/imports/<run_id>/undo", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def undo(run_id: str) -> ResponseReturnValue:
    """Ask whether it is meant; then take the whole run back."""
    run = get_run(session, run_id)
    if request.method == "GET":
        return render_template("pages/imports/undo.html", run=run)
    undone = undo_run(session, run.id, actor=current_user.email)
    flash(f"Taken back: {undone.sentence()}")
    return redirect(url_for("imports.show", run_id=run.id))


def _pending(form: ImportForm) -> Pending:
    address = (form.address.data or "").strip()
    about = {"source": form.source.data.strip(), "licence": (form.licence.data or "").strip()}
    if address:
        check_address(address)
        return Pending(name=address, address=address, **about)
    kept, shown = keep_upload(form.upload.data)
    return Pending(name=shown, file=kept, **about)


def _try(pending: Pending, form: ImportForm) -> ResponseReturnValue:
    try:
        report = run_import(pending, actor=current_user.email, dry_run=True)
        if report.message and not report.read:
            raise Unavailable(report.message)
    except Refusal as refusal:
        pending.forget()
        (form.address if pending.address else form.upload).errors = [refusal.message]
        return _form(form, 422)
    return _preview(pending, report)


def _preview(pending: Pending, report: Report) -> ResponseReturnValue:
    changed = [
        (outcome, say_parts(session, outcome.differences)) for outcome in report.outcomes if outcome.did == "changed"
    ]
    return render_template(
        "pages/imports/preview.html",
        pending=pending,
        sealed=pending.seal(),
        report=report,
        added=[outcome for outcome in report.outcomes if outcome.did == "added"][:SHOWN],
        changed=changed[:SHOWN],
        rejects=report.rejects[:SHOWN],
    )


def _form(form: ImportForm, status: int = 200) -> ResponseReturnValue:
    return render_template("pages/imports/new.html", form=form, accept=READABLE), status


def _rejected(run: ImportRun) -> list[Rejected]:
    return [Rejected(one["row"], one.get("field"), one["message"], one.get("values", {})) for one in run.rejects]
