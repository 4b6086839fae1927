"""The desk, the worklists behind it, and one listing with all that can be done to it."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from directory.asset import Asset
from directory.assets import (
    assure_asset,
    change_asset,
    close_asset,
    count_assets,
    get_asset,
    list_assets,
)
from directory.clock import today
from directory.duplicates.merging import list_merged_into, other_of
from directory.duplicates.names import names_of
from directory.errors import Invalid, NotFound
from directory.freshness import how_fresh
from directory.history import list_revisions
from directory.listing import Listing
from directory.mistakes import list_mistakes, settle_mistake
from directory.models import Revision
from directory.search.misses import WEEKS_SHOWN
from directory.worklist import Doubt, count_doubtful, find_entries, list_doubtful
from web.access import only
from web.accounts.models import RoleName
from web.database import session
from web.difference_words import SaidDifference, say_differences
from web.pages.desk.form import ClosingForm
from web.pages.desk.saying import list_needs, list_sayers
from web.pages.desk.tasks import DOUBTS, checked_words, list_tasks
from web.pages.listings.editing import Editing
from web.pages.misses.shown import show_missed

blueprint = Blueprint("desk", __name__)

SHOWN = 100


@blueprint.get("/desk")
@only(RoleName.CURATOR)
def show() -> ResponseReturnValue:
    """The work first, then a way to any listing."""
    return render_template(
        "pages/desk/desk.html",
        tasks=list_tasks(),
        count=count_assets(session),
        missed=show_missed().count,
        weeks=WEEKS_SHOWN,
    )


@blueprint.get("/desk/listings")
@only(RoleName.CURATOR)
def find() -> ResponseReturnValue:
    """Listings by name, closed ones too."""
    words = request.args.get("name", "")[:200].strip()
    entries = find_entries(session, words) if words else []
    return render_template("pages/desk/find.html", words=words, entries=entries, checked_words=checked_words)


@blueprint.get("/desk/doubtful/<doubt>")
@only(RoleName.CURATOR)
def doubtful(doubt: str) -> ResponseReturnValue:
    """The listings with one kind of doubt."""
    if doubt not in list(Doubt):
        raise NotFound("There is no such list.")
    title, why = DOUBTS[Doubt(doubt)]
    entries = list_doubtful(session, Doubt(doubt), limit=SHOWN)
    return render_template(
        "pages/desk/doubtful.html",
        title=title,
        why=why,
        entries=entries,
        count=count_doubtful(session, Doubt(doubt)),
        checked_words=checked_words,
    )


@blueprint.get("/desk/mistakes")
@only(RoleName.CURATOR)
def mistakes() -> ResponseReturnValue:
    """What readers say is wrong, oldest first."""
    reports = list_mistakes(session)
    assets = {asset.id: asset for asset in list_assets(session, [one.service_id for one in reports], staff=True)}
    return render_template("pages/desk/mistakes.html", reports=reports, assets=assets)


@blueprint.post("/desk/mistakes/<report_id>/settle")
@only(RoleName.CURATOR)
def settle(report_id: str) -> ResponseReturnValue:
    """It was looked at."""
    settle_mistake(session, report_id)
    flash("Settled.")
    return redirect(url_for("desk.mistakes"))


@blueprint.get("/desk/listings/<asset_id>")
@only(RoleName.CURATOR)
def listing(asset_id: str) -> ResponseReturnValue:
    """One listing: how it stands, what can be done, and its whole history."""
    asset = get_asset(session, asset_id, staff=True)
    history = [(revision, _said(revision)) for revision in list_revisions(session, asset_id)]
    merged = list_merged_into(session, asset_id)
    return render_template(
        "pages/desk/listing.html",
        asset=asset,
        fresh=how_fresh(asset, today()),
        history=history,
        sayers=list_sayers(asset),
        needs=list_needs(asset),
        unsure=any(need.confidence < 1 for need in asset.needs),
        merged=merged,
        names=names_of(session, [other_of(pair, asset.id) for pair in merged]),
        other_of=other_of,
        mistakes=list_mistakes(session, asset_id),
    )


@blueprint.route("/desk/listings/<asset_id>/edit", methods=["GET", "POST"])
@blueprint.route("/desk/listings/<asset_id>/edit/<part>", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def edit(asset_id: str, part: str | None = None) -> ResponseReturnValue:
    """The partner's form, or one part of it, published at once."""
    asset = get_asset(session, asset_id, staff=True)

    def keep(listing: Listing) -> ResponseReturnValue:
        if part == "needs" or listing.need_ids != asset.need_ids:
            # A person has looked at them: nothing of them is a guess any more.
            listing = _with_sure_needs(listing)
        change_asset(session, asset.id, listing, actor=current_user.email, expected_version=asset.version)
        flash("Published.")
        return _back(asset)

    return Editing(
        asset=asset,
        start=asset.listing,
        keep=keep,
        back=(asset.name, url_for("desk.listing", asset_id=asset.id)),
        send_words="Publish",
        note="The public sees it at once. It can be put back from the listing’s history.",
        part=part,
    ).answer()


@blueprint.post("/desk/listings/<asset_id>/needs-right")
@only(RoleName.CURATOR)
def needs_right(asset_id: str) -> ResponseReturnValue:
    """The needs that were read from its words are right."""
    asset = get_asset(session, asset_id, staff=True)
    sure = _with_sure_needs(asset.listing)
    change_asset(session, asset.id, sure, actor=current_user.email, reason="Needs said to be right")
    flash("Thank you. No source changes these needs any more without asking.")
    return _back(asset)


@blueprint.post("/desk/listings/<asset_id>/checked")
@only(RoleName.CURATOR)
def checked(asset_id: str) -> ResponseReturnValue:
    """The directory team has asked, and it is right."""
    asset = get_asset(session, asset_id, staff=True)
    assure_asset(session, asset.id, by="curator", actor=current_user.email, on=today())
    flash("Marked as checked today.")
    return _back(asset)


@blueprint.route("/desk/listings/<asset_id>/close", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def close(asset_id: str) -> ResponseReturnValue:
    """Ask why; then the public no longer sees it."""
    asset, form = get_asset(session, asset_id, staff=True), ClosingForm()
    if not form.is_submitted():
        return render_template("pages/desk/close.html", asset=asset, form=form)
    if not form.validate():
        return render_template("pages/desk/close.html", asset=asset, form=form), 422
    close_asset(session, asset.id, actor=current_user.email, reason=form.reason.data)
    flash("Closed. The public no longer sees it; its history stays.")
    return _back(asset)


@blueprint.post("/desk/listings/<asset_id>/put-back")
@only(RoleName.CURATOR)
def put_back(asset_id: str) -> ResponseReturnValue:
    """Make the listing say what it said before one of its changes."""
    asset = get_asset(session, asset_id, staff=True)
    chosen = request.form.get("revision", "")
    revision = next((one for one in list_revisions(session, asset_id) if one.id == chosen), None)
    if revision is None or revision.before is None:
        raise Invalid("There is nothing before this to put back.")
    before = Listing.model_validate(revision.before)
    change_asset(session, asset.id, before, actor=current_user.email, reason="Put back as it was")
    flash("Put back as it was before that change.")
    return _back(asset)


def _with_sure_needs(listing: Listing) -> Listing:
    needs = tuple(need.model_copy(update={"confidence": 1.0}) for need in listing.needs)
    return listing.model_copy(update={"needs": needs})


def _said(revision: Revision) -> list[SaidDifference]:
    before, after = (Listing.model_validate(one) if one else None for one in (revision.before, revision.after))
    return say_differences(session, before, after)


def _back(asset: Asset) -> ResponseReturnValue:
    return redirect(url_for("desk.listing", asset_id=asset.id))
