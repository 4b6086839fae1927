"""Searching: help first where words ask for it, then the list, the map and the filters."""

from dataclasses import replace
from math import ceil

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from directory.geography import Place
from directory.kinds import Access
from directory.search.find import SOONEST_OF, find_assets
from directory.search.query import Results, Sort
from directory.search.suggestions import suggest as find_suggestions
from recommender.crisis_contacts import list_contacts
from recommender.needs import Vocabulary, vocabulary
from recommender.urgent import Urgent, read_urgent
from web.access import anyone
from web.cards import found_cards
from web.database import catalogue, session
from web.map import draw_map
from web.near import Near, read_near
from web.pages.results.asked import A_PAGE, AFAR, Asked, read_asked
from web.pages.results.chips import chips_of
from web.pages.results.filters import filters_of
from web.pages.results.heading import say_beyond, say_heading, say_precision
from web.pages.results.missed import note_if_missed
from web.pages.results.pins import here, pin_of, towns_of

blueprint = Blueprint("results", __name__)

READ = 5000
"""Characters that are read for a call for help; an address holds no more."""
AFTERWARDS = {
    "suicide": ("MIN1", "MIN2", "CON4"),
    "self_harm": ("MIN1", "MIN2", "CON4"),
    "abuse": ("SAF1", "SAF4", "MIN4"),
    "danger": ("SAF1", "SAF2", "HOU1"),
    "child_safeguarding": ("FAM2", "FAM6", "SAF4"),
}
"""What may be looked at once help has been offered: needs that we choose, never the words that were typed."""
MOST_BEYOND = 6
"""Cards of what fits less, where few fit."""
SORTS = {Sort.BEST: "Best match", Sort.NEAREST: "Nearest", Sort.NEXT: "On soonest"}


@blueprint.get("/search")
@anyone
def show() -> ResponseReturnValue:
    """The answers. Words that ask for help reach help, and go no further."""
    needs = vocabulary()
    asked = read_asked(needs)
    if urgent := _urgent(asked, needs):
        return _help_first(urgent, asked, needs)
    near = read_near()
    shown = replace(asked, within=None) if near.text and not near.place else asked
    shown, results = _ask(shown, near.place)
    note_if_missed(shown, results)
    shown = shown if results.near else replace(shown, within=None)
    return render_template("pages/results/results.html", **_page(shown, near, results, needs))


@blueprint.get("/suggest")
@anyone
def suggest() -> ResponseReturnValue:
    """What somebody may be about to type, for the script of the search box; nothing for a call for help."""
    words = request.args.get("q", "")[:100]
    found = [] if read_urgent(words) else find_suggestions(session, catalogue.index, words)
    urgent = {need.id for need in vocabulary() if not need.ranked}
    return jsonify([{"text": one.text, "kind": one.kind} for one in found if one.id not in urgent])


def _urgent(asked: Asked, needs: Vocabulary) -> Urgent | None:
    """A call for help in what was typed, or a need for which people are led to help and to no list."""
    for words in (request.args.get("q", ""), request.args.get("near", "")):
        if urgent := read_urgent(words[:READ]):
            return urgent
    if all(needs.get_need(one).ranked for one in asked.need):
        return None
    return Urgent("suicide", list_contacts(("suicide", "self_harm")), "")


def _help_first(urgent: Urgent, asked: Asked, needs: Vocabulary) -> ResponseReturnValue:
    near = "" if read_urgent(asked.near) else asked.near
    links = [(needs.get_need(one).name, Asked(near=near, need=(one,)).url) for one in AFTERWARDS[urgent.kind]]
    return render_template("pages/results/help_first.html", urgent=urgent, afterwards=links, near=near, query="")


def _ask(asked: Asked, place: Place | None) -> tuple[Asked, Results]:
    """The answers; a page beyond the last one is the last one."""
    find_place = catalogue.gazetteer.find_place
    query = asked.query(place)
    results = find_assets(session, catalogue.index, query, find_place=find_place, beyond=MOST_BEYOND)
    last = _pages(asked, results)
    if asked.page > last:
        asked = replace(asked, page=last)
        results = find_assets(session, catalogue.index, asked.query(place), find_place=find_place)
    return asked, results


def _pages(asked: Asked, results: Results) -> int:
    """Only so many are put in the order of their next session."""
    reachable = min(results.total, SOONEST_OF) if asked.sort is Sort.NEXT else results.total
    return max(1, ceil(reachable / A_PAGE))


def _page(asked: Asked, near: Near, results: Results, needs: Vocabulary) -> dict[str, object]:
    place = results.near
    fitting = len(results.found) - results.beyond
    cards = found_cards(results.found, place, tuple(Access(one) for one in asked.access))
    first = (asked.page - 1) * A_PAGE + 1
    points = [point for at, card in enumerate(cards) if (point := pin_of(card, first + at))]
    numbers = {point.number for point in points}
    numbered = [(card, first + at if first + at in numbers else None) for at, card in enumerate(cards)]
    return {
        "asked": asked,
        "query": asked.q,
        "near": near.text,
        "place": place,
        "unknown": near,
        "likely": asked.but(near=near.suggestion).url if near.suggestion else None,
        "rough": say_precision(place),
        "heading": say_heading(asked, results, place, needs),
        "results": results,
        "cards": numbered[:fitting],
        "beyond": numbered[fitting:],
        "beyond_why": say_beyond(results.understood),
        "chips": chips_of(asked, results, needs),
        "choices": filters_of(asked, results, needs),
        "sorts": _sorts(asked, place),
        "afar": _afar(asked, results),
        "page": asked.page,
        "pages": _pages(asked, results),
        "page_url": lambda number: replace(asked, page=number).url,
        "drawing": draw_map(points, place, labels=towns_of(cards)) if points else None,
        "points": [point.as_json() for point in points],
        "here": here(place),
    }


def _sorts(asked: Asked, place: Place | None) -> list[tuple[str, str, bool]]:
    """(words, address, whether it is in use) of each order that makes sense."""
    able = [sort for sort in SORTS if place or sort is not Sort.NEAREST]
    used = asked.sort if asked.sort in able else Sort.BEST
    return [(SORTS[sort], asked.but(sort=sort).url, sort is used) for sort in able]


def _afar(asked: Asked, results: Results) -> str | None:
    """The address of what asks for no journey, unless that is what is shown or there is none."""
    known = results.facets.get("attending", {})
    if asked.how or not (results.anywhere or any(known.get(way) for way in AFAR)):
        return None
    return asked.but(how=tuple(str(way) for way in AFAR), within=None).url
