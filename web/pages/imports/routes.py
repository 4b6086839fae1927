"""Imports: what was imported, try one, do it, look how it goes, take it back."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from directory.duplicates.pairs import count_waiting_pairs
from directory.errors import Invalid, Refusal
from directory.models import RunStatus
from directory.models.base import new_id
from importers.locks import is_begun
from importers.rejects import write_rejects
from importers.run_record import forget_tries, list_running, list_tries
from importers.undo import get_run, list_runs
from web.access import only
from web.accounts.models import RoleName
from web.database import catalogue, session
from web.pages.imports.addresses import check_address
from web.pages.imports.columns import Heading, are_remembered, choices, foreign_headings, remember, remembered
from web.pages.imports.form import READABLE, ImportForm
from web.pages.imports.running import begin, begin_to_undo
from web.pages.imports.shown import STATUS, rejected_of, say_who, told_of, was_killed
from web.pages.imports.uploads import Pending, Uploads

blueprint = Blueprint("imports", __name__)

NO_NAME = "Say which column holds the name of the group or service"


@blueprint.get("/imports")
@only(RoleName.CURATOR)
def index() -> ResponseReturnValue:
    """What goes on or waits for somebody, then the runs, newest first."""
    running = list_running(catalogue)
    tries = [run for run in list_tries(session) if run.status is RunStatus.DONE and _uploads().find(run.id)]
    return render_template(
        "pages/imports/index.html",
        running=running,
        tries=tries,
        runs=[run for run in list_runs(session) if run.id not in {one.id for one in running}],
        status=STATUS,
        say_who=say_who,
    )


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
    headings = _headings(pending)
    if not headings:
        return _try(pending, form)
    if are_remembered(headings, _data_dir(), pending.source):
        return _try(replace(pending, columns={one.heading: one.column for one in headings}), form)
    key = new_id()
    _uploads().keep(key, pending)
    return redirect(url_for("imports.columns", key=key))


@blueprint.route("/imports/<key>/columns", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def columns(key: str) -> ResponseReturnValue:
    """What the headings of somebody else's spreadsheet mean: guessed, and put right here; then it is tried."""
    pending = _uploads().get(key)
    headings = _headings(pending)
    if request.method == "GET":
        return _columns(pending, headings)
    chosen = {one.heading: request.form.get(f"column-{at}", "") for at, one in enumerate(headings)}
    if not {*chosen.values()} <= {name for name, _ in choices()}:
        raise Invalid("There is no such column.")
    if "name" not in chosen.values():
        return _columns(pending, [replace(one, column=chosen[one.heading]) for one in headings], NO_NAME)
    remember(_data_dir(), pending.source, chosen)
    forget_tries(session, [key])
    session.commit()
    _uploads().let_go(key)
    run_id = begin(replace(pending, columns=chosen), actor=current_user.email, dry_run=True)
    return redirect(url_for("imports.show", run_id=run_id))


@blueprint.post("/imports/<run_id>/now")
@only(RoleName.CURATOR)
def now(run_id: str) -> ResponseReturnValue:
    """Import what was tried, or go on with what was stopped."""
    tried = get_run(session, run_id).id
    pending = _uploads().get(tried)
    # Before it begins: a second press of the button finds nothing.
    _uploads().let_go(tried)
    begun = begin(pending, actor=current_user.email, dry_run=False)
    return redirect(url_for("imports.show", run_id=begun))


@blueprint.post("/imports/<run_id>/forget")
@only(RoleName.CURATOR)
def forget(run_id: str) -> ResponseReturnValue:
    """Do not import what was tried."""
    run = get_run(session, run_id)
    if not run.dry_run or run.status is RunStatus.RUNNING:
        raise Invalid("Only what was tried can be thrown away. An import can be taken back.")
    _uploads().forget(run.id)
    forget_tries(session, [run.id])
    flash("Thrown away. Nothing of it was imported.")
    return redirect(url_for("imports.index"))


@blueprint.get("/imports/<run_id>")
@only(RoleName.CURATOR)
def show(run_id: str) -> ResponseReturnValue:
    """How a try or an import goes, and then what it would do, or did."""
    run = get_run(session, run_id)
    if run.status is RunStatus.RUNNING:
        if any(one.id == run.id for one in list_running(catalogue)):
            return render_template("pages/imports/progress.html", run=run, told=told_of(run), say_who=say_who)
        session.rollback()
        run = get_run(session, run_id)
    pending = _uploads().find(run.id)
    # Nobody else has anything to do with a run that has ended.
    being_undone = run.status in (RunStatus.DONE, RunStatus.FAILED) and is_begun(_data_dir(), run.id)
    page = "preview" if run.dry_run else "run"
    return render_template(
        f"pages/imports/{page}.html",
        run=run,
        told=told_of(run),
        pending=pending,
        status=STATUS,
        waiting=count_waiting_pairs(session, run.id),
        is_being_undone=being_undone,
        can_undo=run.status in (RunStatus.DONE, RunStatus.FAILED) and not being_undone,
        can_go_on=pending is not None and was_killed(run),
    )


@blueprint.get("/imports/<run_id>/rejects.csv")
@only(RoleName.CURATOR)
def rejects(run_id: str) -> ResponseReturnValue:
    """The refused rows as a file to be corrected."""
    run = get_run(session, run_id)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rejects.csv"
        write_rejects(path, rejected_of(run))
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
    # Not to be asked for afterwards: reading it would wait for what has begun to write.
    known = run.id
    begin_to_undo(known, actor=current_user.email)
    return redirect(url_for("imports.show", run_id=known))


def _pending(form: ImportForm) -> Pending:
    address = (form.address.data or "").strip()
    about = {"source": form.source.data.strip(), "licence": (form.licence.data or "").strip()}
    if address:
        check_address(address)
        return Pending(name=address, address=address, **about)
    kept, shown = _uploads().keep_file(form.upload.data)
    return Pending(name=shown, file=kept, **about)


def _try(pending: Pending, form: ImportForm) -> ResponseReturnValue:
    """Begin to try it. What fails at once is told beside the field that it was chosen with."""
    run_id = begin(pending, actor=current_user.email, dry_run=True)
    with catalogue.reading() as reading:
        run = get_run(reading, run_id)
    if run.status is not RunStatus.FAILED or run.counts.get("read"):
        return redirect(url_for("imports.show", run_id=run_id))
    (form.address if pending.address else form.upload).errors = [run.message]
    _uploads().forget(run_id)
    forget_tries(session, [run_id])
    session.commit()
    return _form(form, 422)


def _form(form: ImportForm, status: int = 200) -> ResponseReturnValue:
    return render_template("pages/imports/new.html", form=form, accept=READABLE), status


def _headings(pending: Pending) -> list[Heading]:
    return foreign_headings(_uploads().location(pending), _data_dir(), pending.source)


def _columns(pending: Pending, headings: Sequence[Heading], wrong: str | None = None) -> ResponseReturnValue:
    page = render_template(
        "pages/imports/columns.html",
        pending=pending,
        headings=headings,
        choices=choices(),
        wrong=wrong,
        is_known=bool(remembered(_data_dir(), pending.source)),
    )
    return page, 422 if wrong else 200


def _uploads() -> Uploads:
    return Uploads(_data_dir())


def _data_dir() -> Path:
    return catalogue.settings.data_dir
