"""Possible duplicates: what waits, two side by side, decide, go on to the next, take back."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from directory.assets import find_asset
from directory.duplicates.merging import merge_pair, part_pair
from directory.duplicates.names import names_of
from directory.duplicates.pairs import (
    count_waiting_pairs,
    decide_different,
    find_pair,
    get_pair,
    list_decided_pairs,
    list_waiting_pairs,
    next_waiting_pair,
    reconsider,
)
from directory.models import DuplicatePair, PairStatus
from web.access import only
from web.accounts.models import RoleName
from web.database import session
from web.pages.duplicates.pair import compare, say_how_sure

blueprint = Blueprint("duplicates", __name__)

SHOWN = 50


@blueprint.get("/duplicates")
@only(RoleName.CURATOR)
def index() -> ResponseReturnValue:
    """The pairs that wait, the most doubtful first."""
    pairs = list_waiting_pairs(session, SHOWN)
    return render_template(
        "pages/duplicates/index.html",
        pairs=pairs,
        names=_names(pairs),
        count=count_waiting_pairs(session),
        say_how_sure=say_how_sure,
        decided=_decided(),
    )


@blueprint.get("/duplicates/first")
@only(RoleName.CURATOR)
def first() -> ResponseReturnValue:
    """On to the pair that should be looked at first."""
    return _on_to(next_waiting_pair(session))


@blueprint.get("/duplicates/decided")
@only(RoleName.CURATOR)
def decided() -> ResponseReturnValue:
    """What was decided, newest first, each to be taken back."""
    pairs = list_decided_pairs(session)
    there = {pair.id for pair in pairs if pair.kept_id is None or find_asset(session, pair.kept_id, staff=True)}
    return render_template("pages/duplicates/decided.html", pairs=pairs, names=_names(pairs), there=there)


@blueprint.get("/duplicates/<pair_id>")
@only(RoleName.CURATOR)
def show(pair_id: str) -> ResponseReturnValue:
    """Two records side by side."""
    pair = get_pair(session, pair_id)
    if pair.status is not PairStatus.WAITING:
        return redirect(url_for("duplicates.decided"))
    return render_template(
        "pages/duplicates/show.html",
        compared=compare(pair),
        count=count_waiting_pairs(session),
        decided=_decided(),
    )


@blueprint.get("/duplicates/<pair_id>/later")
@only(RoleName.CURATOR)
def later(pair_id: str) -> ResponseReturnValue:
    """Leave it, and on to the next."""
    return _on_to(next_waiting_pair(session, pair_id))


@blueprint.post("/duplicates/<pair_id>")
@only(RoleName.CURATOR)
def decide(pair_id: str) -> ResponseReturnValue:
    """The same, or not; on to the next."""
    following = next_waiting_pair(session, pair_id)
    if "different" in request.form:
        decide_different(session, pair_id, by=current_user.email)
    else:
        merge_pair(session, pair_id, by=current_user.email, kept_id=request.form.get("keep", ""))
    if following and not _still_waits(following):
        # It was about the one that has just been merged away.
        following = next_waiting_pair(session)
    return _on_to(following, pair_id)


@blueprint.post("/duplicates/<pair_id>/take-back")
@only(RoleName.CURATOR)
def take_back(pair_id: str) -> ResponseReturnValue:
    """It was a mistake: the two are two again, and wait."""
    if get_pair(session, pair_id).status is PairStatus.SAME:
        part_pair(session, pair_id, by=current_user.email)
    else:
        reconsider(session, pair_id)
    flash("Taken back. Decide again, or leave it for later.")
    return _on_to(pair_id)


def _still_waits(pair_id: str) -> bool:
    pair = get_pair(session, pair_id)
    return all(find_asset(session, one, staff=True) for one in (pair.left_id, pair.right_id))


def _on_to(pair_id: str | None, after: str | None = None) -> ResponseReturnValue:
    """To a pair, or to the list where there is none; `after` is what was just decided."""
    if pair_id is None or not _still_waits(pair_id):
        return redirect(url_for("duplicates.index", decided=after))
    return redirect(url_for("duplicates.show", pair_id=pair_id, decided=after))


def _decided() -> tuple[DuplicatePair, dict[str, str]] | None:
    """What was just decided, to be said and to be taken back."""
    pair = find_pair(session, request.args.get("decided", ""))
    return (pair, _names([pair])) if pair and pair.status is not PairStatus.WAITING else None


def _names(pairs: list[DuplicatePair]) -> dict[str, str]:
    return names_of(session, [key for pair in pairs for key in (pair.left_id, pair.right_id)])
