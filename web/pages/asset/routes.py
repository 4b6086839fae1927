"""One asset: its page, its calendar file, and a way to say that something in it is wrong."""

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from directory.asset import Asset
from directory.assets import find_asset
from directory.clock import today
from directory.duplicates.merging import successor_of
from directory.freshness import how_fresh
from directory.geography import Place
from directory.kinds import Room, Status
from directory.listing import Venue
from directory.mistakes import report_mistake
from directory.phrases import describe_attending, describe_cost, describe_room, describe_start, one_line
from directory.schedule_words import describe_times
from directory.schedule_words.moments import list_words
from directory.search.find import find_assets
from directory.search.marking import Marks
from directory.search.query import Query
from directory.understanding.languages import language_name
from recommender.needs import vocabulary
from recommender.urgent import Urgent, read_urgent
from web.access import anyone
from web.cards import found_cards, nearest_venue, save_form, say_checked, say_now_and_next
from web.database import catalogue, session
from web.map import draw_map
from web.marked import marked
from web.near import printable, read_near
from web.pages.asset.answers import (
    audience_of,
    credits_of,
    dates_of,
    is_from_openstreetmap,
    own_words,
    tel,
    website,
)
from web.pages.asset.calendar_file import coming_times, write_calendar
from web.pages.asset.form import MistakeForm
from web.pages.asset.visits import points_of, visits_of
from web.security import limiter
from web.shortlist import saved_ids

blueprint = Blueprint("asset", __name__)

SIMILAR = 3
PLAIN_LENGTH = 160
LONGEST = 200
"""Characters of words to be marked."""


@blueprint.get("/asset/<asset_id>")
@anyone
def show(asset_id: str) -> ResponseReturnValue:
    """The whole answer; where it was merged into another, that one; or that it is no longer listed."""
    asset = find_asset(session, asset_id)
    if asset is None and (other := successor_of(session, asset_id)) and find_asset(session, other):
        return _moved(other)
    return _show(asset, MistakeForm(formdata=None)) if asset else _gone(asset_id)


@blueprint.post("/asset/<asset_id>/mistake")
@anyone
@limiter.limit("10 per hour")
def mistake(asset_id: str) -> ResponseReturnValue:
    """Keep what somebody says is wrong, for a curator."""
    asset = find_asset(session, asset_id) or abort(404)
    form = MistakeForm()
    if not form.validate_on_submit():
        return _show(asset, form), 422
    if not form.subject.data:
        report_mistake(session, asset_id, form.words.data or "")
    if urgent := read_urgent(form.words.data or ""):
        # Perhaps a mistake about help is what is reported: it is kept, and help stands first all the same.
        return _show(asset, MistakeForm(formdata=None), urgent)
    return redirect(url_for("asset.show", asset_id=asset_id, near=request.args.get("near"), told="yes"))


@blueprint.get("/asset/<asset_id>/calendar.ics")
@anyone
def calendar(asset_id: str) -> ResponseReturnValue:
    """The next times for a calendar; 404 where none are known."""
    asset = find_asset(session, asset_id) or abort(404)
    times = coming_times(asset) or abort(404)
    text = write_calendar(asset, times, url_for("asset.show", asset_id=asset_id, _external=True))
    headers = {"Content-Disposition": 'attachment; filename="session.ics"'}
    return Response(text, mimetype="text/calendar", headers=headers)


def _moved(other: str) -> ResponseReturnValue:
    """To the one that it was merged into: for good, but browsers look again, for it may be parted."""
    answer = redirect(url_for("asset.show", asset_id=other, near=request.args.get("near")), 301)
    answer.headers["Cache-Control"] = "max-age=600"
    return answer


def _show(asset: Asset, form: MistakeForm, urgent: Urgent | None = None) -> str:
    near = read_near()
    visits = visits_of(asset, near.place)
    points = points_of(asset, visits, near.place)
    room = describe_room(asset, today())
    words = printable(request.args.get("words", ""))[:LONGEST].split()
    marks = Marks(words, asset.name, asset.description)
    on_now, next_time = say_now_and_next(asset)
    return render_template(
        "pages/asset/asset.html",
        asset=asset,
        form=form,
        told=urgent is not None or request.args.get("told") == "yes",
        urgent=urgent,
        near=near.text,
        place=near.place,
        what=one_line(asset.description, PLAIN_LENGTH),
        mark=lambda text: marked(text, marks),
        on_now=on_now,
        next_time=next_time,
        times=describe_times(asset, today()),
        dates=dates_of(asset),
        has_calendar=bool(coming_times(asset)),
        cost=describe_cost(asset),
        own_words=own_words(asset),
        attending=describe_attending(asset),
        audience=audience_of(asset),
        start=describe_start(asset),
        room=room,
        open_to_new=asset.room in (None, Room.TAKING_PEOPLE),
        paused=asset.status is Status.PAUSED,
        visits=visits,
        drawing=draw_map(points, near.place, width=360, height=260) if points else None,
        needs=[need for code in asset.need_ids if (need := _need(code))],
        languages=list_words([language_name(code) for code in asset.languages]),
        phones=[(phone, tel(phone)) for phone in asset.phones],
        website=website(asset.url or (asset.organization.website if asset.organization else None)),
        fresh=how_fresh(asset, today()),
        checked=say_checked(how_fresh(asset, today())),
        credits=credits_of(asset),
        from_openstreetmap=is_from_openstreetmap(asset),
        save={"name": asset.name, "save": save_form(asset.id, asset.id in saved_ids())},
        similar=_similar(asset, near.place),
        link=url_for("asset.show", asset_id=asset.id, _external=True),
    )


def _gone(asset_id: str) -> ResponseReturnValue:
    """410 for what was listed once, 404 for what never was; the needs of the first lead on, nothing else of it."""
    before = find_asset(session, asset_id, staff=True)
    withdrawn = before is not None and before.status is Status.WITHDRAWN
    needs = [need for code in (before.need_ids if before and withdrawn else ()) if (need := _need(code))]
    page = render_template("pages/asset/gone.html", withdrawn=withdrawn, needs=needs)
    return page, 410 if withdrawn else 404


def _need(code: str) -> tuple[str, str] | None:
    """(name, address of what else serves it) of a need that may be searched for."""
    need = next((one for one in vocabulary() if one.id == code and one.ranked), None)
    return (need.name, url_for("results.show", need=need.id, near=request.args.get("near"))) if need else None


def _similar(asset: Asset, near: Place | None) -> list[object]:
    """A few others for the same needs, near to where she is or else to where this is."""
    if not asset.need_ids:
        return []
    around = near or _spot(nearest_venue(asset, None))
    query = Query(needs=asset.need_ids, near=around, limit=SIMILAR + 1, counting=False)
    found = find_assets(session, catalogue.index, query)
    others = [one for one in found.found if one.asset.id != asset.id][:SIMILAR]
    return list(found_cards(others, near)) if not found.relaxed else []


def _spot(venue: Venue | None) -> Place | None:
    if venue is None or venue.latitude is None or venue.longitude is None:
        return None
    return Place(venue.latitude, venue.longitude, venue.town or "")
