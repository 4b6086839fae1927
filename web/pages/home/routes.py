"""The first page."""

from flask import Blueprint, Response, current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from directory.search.coming_up import coming_up
from recommender.needs import vocabulary
from web.access import anyone
from web.cards import asset_cards
from web.database import catalogue, session
from web.design import asset_url
from web.near import read_near
from web.settings import WebSettings

blueprint = Blueprint("home", __name__)

NOT_FOR_ROBOTS = ("/search", "/suggest", "/guide", "/shortlist", "/sign-in", "/my-work")


@blueprint.get("/")
@anyone
def show() -> ResponseReturnValue:
    """What would help, the twelve needs, and what is on this week."""
    near = read_near()
    tiles = [
        {"name": need.name, "domain": need.id, "url": url_for("results.show", need=need.id, near=near.text or None)}
        for need in vocabulary().list_domains()
    ]
    coming = coming_up(session, catalogue.index, near.place)
    return render_template(
        "pages/home/home.html", tiles=tiles, near=near.text, place=near.place, coming=asset_cards(coming, near.place)
    )


@blueprint.get("/robots.txt")
@anyone
def robots() -> ResponseReturnValue:
    """What search engines may keep: the pages of assets, and of a demonstration nothing."""
    settings: WebSettings = current_app.extensions["waymark-settings"]
    closed = ("/",) if settings.demonstration else NOT_FOR_ROBOTS
    return Response("\n".join(["User-agent: *", *(f"Disallow: {path}" for path in closed), ""]), mimetype="text/plain")


@blueprint.get("/favicon.ico")
@anyone
def favicon() -> ResponseReturnValue:
    """For browsers that ask without being told where it is."""
    return redirect(asset_url("mark.svg"))
