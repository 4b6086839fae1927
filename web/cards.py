"""From an asset to what a result card shows: the same few facts, in the same words, on every page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import request, url_for

from directory.asset import Asset
from directory.clock import local_now, today
from directory.freshness import Band, Freshness, how_fresh
from directory.geography import Place, describe_distance, distance_miles
from directory.kinds import Access, Attending, Known, Room, Status
from directory.listing import Venue
from directory.phrases import (
    ACCESS,
    ATTENDING,
    describe_attending,
    describe_audience,
    describe_cost,
    describe_place,
    describe_room,
    describe_start,
    one_line,
)
from directory.schedule_words import describe_doubt, describe_next, describe_now, describe_times, say_time
from directory.schedules import Occurrence, next_occurrence, occurrences
from directory.schedules.slot import is_always
from directory.search.marking import Marks
from directory.search.query import Found
from directory.search.reasons import OPEN_NOW
from web.marked import marked
from web.shortlist import saved_ids

WHAT_LENGTH, PIECE_LENGTH = 110, 160
MOST_WORDS = 8
A_MOMENT = timedelta(seconds=1)
COST_LENGTH = 60
TIMES_LENGTH = 80
MOST_TAGS = 4
Tag = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Save:
    """The form behind "Save": where it is sent, with what, and whether it is on the list already."""

    url: str
    saved: bool
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """What `asset_card` of components/asset_card.html draws, and the venue that its pin stands on."""

    id: str
    anchor: str
    name: str
    url: str
    title: str
    """The name, with the words marked that were looked for; `what` likewise."""
    what: str
    on_now: str | None
    next_time: str | None
    times: str | None
    place: str | None
    distance: str | None
    cost: str
    tags: tuple[Tag, ...]
    why: str | None
    checked: str
    doubtful: bool
    paused: str | None
    save: Save
    venue: Venue | None


def found_cards(found: Iterable[Found], near: Place | None, asked: Sequence[Access] = ()) -> list[Card]:
    """A card for each answer of a search. `asked`: what access was asked for, so that a gap is said."""
    saved = set(saved_ids())
    return [_card(one.asset, near, asked, one, one.asset.id in saved) for one in found]


def asset_cards(assets: Iterable[Asset], near: Place | None = None) -> list[Card]:
    """A card for each asset, without a reason."""
    saved = set(saved_ids())
    return [_card(asset, near, (), None, asset.id in saved) for asset in assets]


def save_form(asset_id: str, saved: bool, anchor: str = "") -> Save:
    """The form that puts an asset on the visitor's list or takes it off, and comes back to this page."""
    endpoint = "shortlist.remove" if saved else "shortlist.add"
    back = request.full_path.rstrip("?") + (f"#{anchor}" if anchor else "")
    return Save(url_for(endpoint), saved, {"id": asset_id, "back": back})


def nearest_venue(asset: Asset, near: Place | None) -> Venue | None:
    """The venue that is nearest to a place; without one the first. None for what has no venue."""
    placed = [(miles, at) for at, venue in enumerate(asset.venues) if (miles := venue_miles(venue, near)) is not None]
    if placed:
        return asset.venues[min(placed)[1]]
    return asset.venues[0] if asset.venues else None


def venue_miles(venue: Venue, near: Place | None) -> float | None:
    """Miles from there to a venue; None where either is not known."""
    if near is None or venue.latitude is None or venue.longitude is None:
        return None
    return distance_miles(near, Place(venue.latitude, venue.longitude, ""))


def asset_url(asset_id: str, near: Place | None = None, words: Sequence[str] = ()) -> str:
    """Its page; with the place that was searched from as it was typed, so that distances stay, and words to be marked."""
    typed = request.args.get("near") if near else None
    return url_for("asset.show", asset_id=asset_id, near=typed, words=" ".join(words[:MOST_WORDS]) or None)


def say_checked(fresh: Freshness) -> str:
    """ "Checked 3 weeks ago by the organiser"; with what to do when that is long ago."""
    return f"{fresh.sentence}. {fresh.caution}" if fresh.caution else fresh.sentence


def _card(asset: Asset, near: Place | None, asked: Sequence[Access], found: Found | None, saved: bool) -> Card:
    venue = (found and found.venue) or nearest_venue(asset, near)
    fresh, anchor = how_fresh(asset, today()), f"a-{asset.id[:8]}"
    about = " ".join((asset.description or "").split())
    marks = Marks(found.matched if found else (), asset.name, about)
    on_now, coming = say_now_and_next(asset, venue)
    return Card(
        id=asset.id,
        anchor=anchor,
        name=asset.name,
        title=marked(asset.name, marks),
        url=asset_url(asset.id, near, found.matched if found else ()),
        what=marked(_what(about, marks), marks),
        on_now=on_now,
        next_time=coming,
        times=None if on_now or coming else _times(asset),
        place=_place(asset, venue),
        distance=say_distance(venue, near),
        cost=one_line(describe_cost(asset), COST_LENGTH),
        tags=tuple(_tags(asset, venue, asked)),
        why=_why(found) if found else None,
        checked=say_checked(fresh),
        doubtful=fresh.band in (Band.STALE, Band.UNKNOWN),
        paused="Closed for now" if asset.status is Status.PAUSED else None,
        save=save_form(asset.id, saved, anchor),
        venue=venue,
    )


def say_now_and_next(asset: Asset, shown: Venue | None = None) -> tuple[str | None, str | None]:
    """("Open now until 4pm", None), or (None, what `say_next` says); None twice when it never closes or nobody knows.

    Where it is at another venue than the one `shown` beside it, that is said.
    """
    now = local_now()
    coming = next_occurrence(asset, now)
    if coming is None or is_always(coming.slot):
        return None, None
    if coming.under_way(now) and (said := _say_now(asset, coming, now, shown)):
        return said, None
    return None, _say_next(asset, coming, now, shown)


def say_next(asset: Asset) -> str | None:
    """The next time with what makes it doubtful; None when no times are known, or when it never closes."""
    now = local_now()
    coming = next_occurrence(asset, now)
    return None if coming is None or is_always(coming.slot) else _say_next(asset, coming, now)


def _say_now(asset: Asset, first: Occurrence, now: datetime, shown: Venue | None) -> str | None:
    """Until when, if that is known. What may not meet is only perhaps open; None where only the day is known."""
    sure = [one for one in occurrences(asset, now, now + A_MOMENT) if one.sure and one.under_way(now)]
    if sure:
        last = max(sure, key=lambda one: one.over_by.timestamp())
        return f"Open {describe_now(last)}{_at_which(asset, last, shown)}"
    if not first.has_time:
        return None
    where, doubt = _at_which(asset, first, shown), describe_doubt(first) or "when it ends is not stated"
    if first.ends is None:
        return f"Began today, {say_time(first.starts.time())}{where} ({doubt})"
    return f"Perhaps open {describe_now(first)}{where} ({doubt})"


def _say_next(asset: Asset, coming: Occurrence, now: datetime, shown: Venue | None = None) -> str:
    doubt = describe_doubt(coming)
    said = f"{describe_next(coming, now)}{_at_which(asset, coming, shown)}"
    return f"{said} ({doubt})" if doubt else said


def _at_which(asset: Asset, when: Occurrence, shown: Venue | None) -> str:
    """ " at Walton Mission Hall", where it is not always at the same place, and not at the one that is shown."""
    if when.venue_index is None or len(asset.venues) == 1:
        return ""
    venue = asset.venues[when.venue_index]
    return f" at {venue.name}" if venue.name and venue != shown else ""


def _what(about: str, marks: Marks) -> str:
    """One line of what happens there: the first sentence, or where more of the words stand that were looked for."""
    first = one_line(about, WHAT_LENGTH)
    piece = marks.piece_of(about, PIECE_LENGTH)
    return piece if marks.count(piece) > marks.count(first) else first


def say_distance(venue: Venue | None, near: Place | None) -> str | None:
    """ "0.8 miles", or None."""
    miles = venue_miles(venue, near) if venue else None
    return None if miles is None else describe_distance(miles)


def _times(asset: Asset) -> str | None:
    said = next(iter(describe_times(asset, today())), None) or asset.times_text or describe_start(asset)
    return _capital(one_line(said, TIMES_LENGTH)) or None


def _place(asset: Asset, venue: Venue | None) -> str | None:
    """Where, and for several venues that there are more; without one how to take part instead."""
    if venue is None:
        return describe_attending(asset)
    more = len(asset.venues) - 1
    return describe_place(venue) + (f" and {more} more place{'s' if more > 1 else ''}" if more else "")


def _tags(asset: Asset, venue: Venue | None, asked: Sequence[Access]) -> Iterator[Tag]:
    room = describe_room(asset, today())
    if room and asset.room is not Room.TAKING_PEOPLE:
        yield room, "care"
    known = dict([*(venue.access if venue else ()), *asset.access])
    unknown = [_capital(ACCESS[feature]) for feature in asked if known.get(feature) is not Known.YES]
    yield from ((f"{words}: ask", "unknown") for words in unknown)
    has = [_capital(ACCESS[feature]) for feature in Access if known.get(feature) is Known.YES]
    ways = [_capital(ATTENDING[way]) for way in asset.attending if way is not Attending.IN_PERSON]
    yield from [*describe_audience(asset), *(ways if venue else ()), *has][:MOST_TAGS]


def _why(found: Found) -> str | None:
    """The two most telling reasons that the card does not show anyhow."""
    telling = [reason for reason in found.why if not reason.endswith(" away") and reason not in ("Free", OPEN_NOW)]
    telling = [reason for reason in telling if not reason.startswith("Checked")]
    return ". ".join(telling[:2]) or None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
