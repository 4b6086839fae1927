"""Feeds: how each is, add one, read one now, pause, change how often, take its new address, remove."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from directory.clock import now
from directory.errors import Refusal
from directory.models import Feed
from importers.feed_health import is_clock_stopped, list_health
from importers.feeds import (
    accept_move,
    add_feed,
    change_interval,
    get_feed,
    hasten_feed,
    pause_feed,
    remove_feed,
    resume_feed,
)
from importers.intervals import read_interval, say_interval
from web.access import only
from web.accounts.models import RoleName
from web.database import session
from web.pages.feeds.background import read_in_background
from web.pages.feeds.form import FeedForm, feed_form, format_names, interval_form
from web.pages.imports.addresses import FeedSettings, check_address

blueprint = Blueprint("feeds", __name__)


@blueprint.get("/feeds")
@only(RoleName.CURATOR)
def index() -> ResponseReturnValue:
    """How each is; those that fail come first."""
    feeds = list_health(session, now())
    stopped = is_clock_stopped(feeds, now())
    return render_template("pages/feeds/index.html", feeds=feeds, formats=format_names(), clock_stopped=stopped)


@blueprint.route("/feeds/add", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def add() -> ResponseReturnValue:
    """A new feed, read at once in the background."""
    form = feed_form()
    if not form.is_submitted():
        return render_template("pages/feeds/add.html", form=form)
    if not form.validate():
        return render_template("pages/feeds/add.html", form=form), 422
    try:
        check_address(form.address.data.strip())
        feed = _add(form)
    except Refusal as refusal:
        form[refusal.field or "address"].errors = [refusal.message]
        return render_template("pages/feeds/add.html", form=form), 422
    flash(f"{feed.source} is a feed now, and is being read for the first time. Look again in a minute.")
    return _begin_reading(feed.id)


@blueprint.post("/feeds/<feed_id>/read")
@only(RoleName.CURATOR)
def read_now(feed_id: str) -> ResponseReturnValue:
    """Read it in the background, whatever its server says of having changed."""
    feed = get_feed(session, feed_id)
    if feed.enabled:
        # Should this server end before it is read, the clock reads it.
        hasten_feed(session, feed.id)
    flash(f"{feed.source} is being read. You need not wait: look again in a minute.")
    return _begin_reading(feed.id)


@blueprint.post("/feeds/<feed_id>/pause")
@only(RoleName.CURATOR)
def pause(feed_id: str) -> ResponseReturnValue:
    """Do not read it by itself."""
    flash(f"{pause_feed(session, feed_id).source} is paused. What it brought stays.")
    return _back()


@blueprint.post("/feeds/<feed_id>/resume")
@only(RoleName.CURATOR)
def resume(feed_id: str) -> ResponseReturnValue:
    """Read it by itself again."""
    flash(f"{resume_feed(session, feed_id).source} is read again, and soon.")
    return _back()


@blueprint.route("/feeds/<feed_id>/change", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def change(feed_id: str) -> ResponseReturnValue:
    """How often it is read."""
    feed = get_feed(session, feed_id)
    form = interval_form(feed)
    if not form.is_submitted():
        return render_template("pages/feeds/change.html", form=form, feed=feed)
    if not form.validate():
        return render_template("pages/feeds/change.html", form=form, feed=feed), 422
    change_interval(session, feed.id, read_interval(form.every.data))
    flash(f"{feed.source} is read {say_interval(feed.every_minutes)}.")
    return _back()


@blueprint.post("/feeds/<feed_id>/move")
@only(RoleName.CURATOR)
def move(feed_id: str) -> ResponseReturnValue:
    """Take the address that its server says it has for good."""
    feed = get_feed(session, feed_id)
    if feed.moved_to:
        check_address(feed.moved_to)
    flash(f"{feed.source} is read from {accept_move(session, feed.id).url}")
    return _back()


@blueprint.route("/feeds/<feed_id>/remove", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def remove(feed_id: str) -> ResponseReturnValue:
    """Ask whether it is meant; then read it no more."""
    feed = get_feed(session, feed_id)
    if request.method == "GET":
        return render_template("pages/feeds/remove.html", feed=feed)
    flash(f"{remove_feed(session, feed.id).source} is read no more. What it brought stays in the directory.")
    return _back()


def _add(form: FeedForm) -> Feed:
    return add_feed(
        session,
        source=form.source.data,
        url=form.address.data,
        every=read_interval(form.every.data),
        actor=current_user.email,
        format=form.format.data or None,
        licence=(form.licence.data or "").strip(),
        public_only=not FeedSettings().private_feeds,
    )


def _begin_reading(feed_id: str) -> ResponseReturnValue:
    # Kept before the thread looks for it; SQLite lets one write at a time.
    session.commit()
    read_in_background(current_app.extensions["waymark-catalogue"], feed_id, actor=current_user.email)
    return _back()


def _back() -> ResponseReturnValue:
    return redirect(url_for("feeds.index"))
