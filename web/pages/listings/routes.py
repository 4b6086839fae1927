"""A partner's listings: look, say "still right", say whether there is room, send a change, take one back."""

from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from directory.asset import Asset
from directory.assets import assure_asset, change_asset, get_asset, list_assets_of
from directory.changes import decline_change, get_change, list_changes_of, propose_change
from directory.clock import now, today
from directory.errors import Invalid, NotFound
from directory.freshness import how_fresh
from directory.kinds import Room
from directory.listing import Listing
from directory.models import ChangeStatus, ProposedChange
from directory.phrases import ROOM, describe_room
from directory.rebasing import rebase_change
from directory.taxonomies import list_terms
from web.access import only
from web.accounts.models import RoleName
from web.database import session
from web.difference_words import say_differences
from web.formatting import long_date
from web.pages.listings.editing import Editing
from web.pages.listings.page_facts import parts_shown

blueprint = Blueprint("listings", __name__)

ROOM_STANDS = timedelta(weeks=8)
"""How long a claim of room is believed: what nobody says again, nobody knows."""
ANSWERS_SHOWN = timedelta(days=60)
TAKEN_BACK = "Taken back by whoever sent it"


@blueprint.get("/listings")
@only(RoleName.PARTNER)
def index() -> ResponseReturnValue:
    """The partner's own listings, with what waits."""
    assets = list_assets_of(session, current_user.organization_id) if current_user.organization_id else []
    waiting = {asset.id: len(_waiting(asset)) for asset in assets}
    fresh = {asset.id: how_fresh(asset, today()) for asset in assets}
    return render_template("pages/listings/index.html", assets=assets, waiting=waiting, fresh=fresh)


@blueprint.get("/listings/<asset_id>")
@only(RoleName.PARTNER)
def show(asset_id: str) -> ResponseReturnValue:
    """One listing: three questions, then what the public reads of it."""
    asset = _own(asset_id)
    names = {term.code: term.name for term in list_terms(session)}
    return render_template(
        "pages/listings/show.html",
        asset=asset,
        fresh=how_fresh(asset, today()),
        room=describe_room(asset, today()),
        rooms=ROOM,
        room_stands=today() + ROOM_STANDS,
        waiting=[(change, _said(change)) for change in _waiting(asset)],
        answered=_answered(asset),
        parts=parts_shown(asset, names),
    )


@blueprint.post("/listings/<asset_id>/still-right")
@only(RoleName.PARTNER)
def still_right(asset_id: str) -> ResponseReturnValue:
    """Her own word, published at once."""
    asset = _own(asset_id)
    assure_asset(session, asset.id, by="organiser", actor=current_user.email, on=today())
    flash("Thank you. People now see that you checked it today.")
    return _back(asset)


@blueprint.post("/listings/<asset_id>/room")
@only(RoleName.PARTNER)
def say_room(asset_id: str) -> ResponseReturnValue:
    """Whether there is room, published at once; it runs out by itself."""
    asset = _own(asset_id)
    if request.form.get("room") not in list(Room):
        raise Invalid("Say whether you are taking people, have a waiting list, or are full.", field="room")
    room, until = Room(request.form["room"]), today() + ROOM_STANDS
    said = asset.listing.model_copy(update={"room": room, "room_until": until})
    change_asset(session, asset.id, said, actor=current_user.email, reason="Said whether there is room")
    flash(f"People now see “{ROOM[room]}”, until {long_date(until)}.")
    return _back(asset)


@blueprint.route("/listings/<asset_id>/edit", methods=["GET", "POST"])
@blueprint.route("/listings/<asset_id>/edit/<part>", methods=["GET", "POST"])
@only(RoleName.PARTNER)
def edit(asset_id: str, part: str | None = None) -> ResponseReturnValue:
    """Write it, see what would change, send it to be approved."""
    asset = _own(asset_id)
    mine = next((change for change in _waiting(asset) if _is_mine(change)), None)

    def keep(listing: Listing) -> ResponseReturnValue:
        propose_change(session, asset.id, listing, by=current_user.email)
        flash("Sent. It waits for approval; until then people see what they saw before.")
        return _back(asset)

    return Editing(
        asset=asset,
        start=rebase_change(session, mine).listing if mine else asset.listing,
        keep=keep,
        back=(asset.name, url_for("listings.show", asset_id=asset.id)),
        send_words="Send for approval",
        note="Somebody from the directory team reads it before the public does.",
        part=part,
    ).answer()


@blueprint.post("/listings/<asset_id>/changes/<change_id>/withdraw")
@only(RoleName.PARTNER)
def withdraw(asset_id: str, change_id: str) -> ResponseReturnValue:
    """Take back what still waits."""
    asset, change = _own(asset_id), get_change(session, change_id)
    if change.service_id != asset.id or not _is_mine(change):
        raise NotFound("There is no such change.")
    decline_change(session, change.id, by=current_user.email, note=TAKEN_BACK)
    flash("Taken back. The listing stays as it was.")
    return _back(asset)


def _own(asset_id: str) -> Asset:
    """A listing of her own organization; anybody else's is not here for her."""
    asset = get_asset(session, asset_id, staff=True)
    if not current_user.organization_id or asset.organization_id != current_user.organization_id:
        raise NotFound("This is not one of your listings.")
    return asset


def _back(asset: Asset) -> ResponseReturnValue:
    return redirect(url_for("listings.show", asset_id=asset.id))


def _waiting(asset: Asset) -> list[ProposedChange]:
    return [change for change in list_changes_of(session, asset.id) if change.status is ChangeStatus.WAITING]


def _answered(asset: Asset) -> list[ProposedChange]:
    """What she sent in and somebody decided lately."""
    since = now() - ANSWERS_SHOWN
    return [
        change
        for change in list_changes_of(session, asset.id)
        if _is_mine(change)
        and change.decided_at
        and change.decided_at > since
        and change.decided_by != change.proposed_by
    ][:3]


def _said(change: ProposedChange) -> object:
    rebased = rebase_change(session, change)
    return say_differences(session, rebased.current.listing, rebased.listing)


def _is_mine(change: ProposedChange) -> bool:
    return bool(change.proposed_by == current_user.email)
