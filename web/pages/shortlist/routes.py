"""The list: add, take off, show, print, send, and open on another device. Nothing of it is kept with us."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from directory.asset import Asset
from directory.assets import list_assets
from directory.duplicates.merging import successors_of
from web import shortlist
from web.access import anyone
from web.cards import asset_cards
from web.database import session
from web.near import read_near
from web.pages.shortlist.paper import lines_of
from web.pages.shortlist.sending import mail_link, qr_code, text_link
from web.settings import WebSettings

blueprint = Blueprint("shortlist", __name__)


@blueprint.app_context_processor
def count() -> dict[str, int]:
    """How many are on the list, for the header of every page."""
    return {"shortlist_count": len(shortlist.saved_ids())}


@blueprint.get("/shortlist")
@anyone
def show() -> ResponseReturnValue:
    """The visitor's own list, or one that a link holds."""
    letters = request.args.get("list", "")
    from_link = shortlist.read_ids(letters) if letters else []
    near = read_near()
    wanted = from_link or shortlist.saved_ids()
    assets = _still_listed(wanted)
    link = _link([asset.id for asset in assets])
    return render_template(
        "pages/shortlist/shortlist.html",
        near=near.text,
        cards=asset_cards(assets, near.place),
        paper=[lines_of(asset) for asset in assets],
        from_link=letters if from_link else None,
        gone=len(wanted) - len(assets),
        link=link,
        mail=mail_link(assets, link),
        text=text_link(link),
        code=qr_code(link) if assets else None,
        full=request.args.get("full") == "yes",
    )


@blueprint.post("/shortlist/add")
@anyone
def add() -> ResponseReturnValue:
    """Put one on the list and go back to where it was pressed."""
    asset_id = request.form.get("id", "")
    known = [asset.id for asset in list_assets(session, [asset_id])]
    if not shortlist.save(known):
        return redirect(url_for("shortlist.show", full="yes"))
    return redirect(_back())


@blueprint.post("/shortlist/remove")
@anyone
def remove() -> ResponseReturnValue:
    """Take one off the list."""
    shortlist.take_off(request.form.get("id", ""))
    return redirect(_back())


@blueprint.post("/shortlist/keep")
@anyone
def keep() -> ResponseReturnValue:
    """Put what a link holds on this device's list."""
    held = shortlist.read_ids(request.form.get("list", ""))
    room = shortlist.save(asset.id for asset in list_assets(session, held))
    return redirect(url_for("shortlist.show", full=None if room else "yes"))


@blueprint.post("/shortlist/clear")
@anyone
def clear() -> ResponseReturnValue:
    """Forget the list."""
    shortlist.clear()
    return redirect(url_for("shortlist.show"))


def _still_listed(asset_ids: list[str]) -> list[Asset]:
    """The assets of these ids in order; for one that was merged into another, that other."""
    found = {asset.id for asset in list_assets(session, asset_ids)}
    successors = successors_of(session, [one for one in asset_ids if one not in found])
    return list_assets(session, list(dict.fromkeys(successors.get(one, one) for one in asset_ids)))


def _back() -> str:
    return shortlist.way_back(request.form.get("back", ""), url_for("shortlist.show"))


def _link(asset_ids: list[str]) -> str:
    """The address of this list for another device."""
    settings: WebSettings = current_app.extensions["waymark-settings"]
    origin = (settings.public_url or request.url_root).rstrip("/")
    return origin + url_for("shortlist.show", list=shortlist.write_ids(asset_ids))
