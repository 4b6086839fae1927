"""The sources, and one of them to change."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from directory.sources import change_source, get_source, list_source_use
from web.access import only
from web.accounts.models import RoleName
from web.database import session
from web.pages.sources.form import SourceForm

blueprint = Blueprint("sources", __name__)


@blueprint.get("/sources")
@only(RoleName.CURATOR)
def index() -> ResponseReturnValue:
    """Every source, the one whose word counts most first."""
    return render_template("pages/sources/index.html", sources=list_source_use(session))


@blueprint.route("/sources/change", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def change() -> ResponseReturnValue:
    """How much a source's word counts, and its licence."""
    source = get_source(session, request.args.get("source", ""))
    form = SourceForm(obj=source)
    if not form.is_submitted():
        return render_template("pages/sources/change.html", source=source, form=form)
    if not form.validate():
        return render_template("pages/sources/change.html", source=source, form=form), 422
    change_source(session, source.name, precedence=form.precedence.data, licence=form.licence.data or "")
    flash(f"{source.name} now counts {source.precedence}. Listings follow when one of their sources is read again.")
    return redirect(url_for("sources.index"))
