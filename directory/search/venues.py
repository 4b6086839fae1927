"""Which of several venues an answer is about: the nearest that has what was asked of one visit."""

from directory.asset import Asset
from directory.clock import local_now
from directory.geography import Place, distance_miles
from directory.listing import Venue
from directory.schedules import is_on
from directory.search.document import holding_at
from directory.search.query import Query


def venue_asked(asset: Asset, query: Query) -> Venue | None:
    """The venue to name beside an answer. None for what has none; where none has all that was asked, the nearest."""
    fitting = [venue for venue in asset.venues if _fits(venue, asset, query)] or list(asset.venues)
    return min(fitting, key=lambda venue: _miles(venue, query.near), default=None)


def _fits(venue: Venue, asset: Asset, query: Query) -> bool:
    if len(asset.venues) == 1:
        return True
    flags = set(holding_at(venue, asset))
    any_of = (
        {f"day:{day}" for day in query.days},
        {f"time:{part}" for part in query.times_of_day},
        {f"when:{day} {part}" for day in query.days for part in query.times_of_day},
    )
    if query.open_now and not any(is_on(slot, local_now()) for slot in (*asset.times, *venue.times)):
        return False
    every = {f"access:{feature}" for feature in query.access}
    return every <= flags and all(not wanted or not wanted.isdisjoint(flags) for wanted in any_of)


def _miles(venue: Venue, near: Place | None) -> float:
    if near is None:
        return 0.0
    if venue.latitude is None or venue.longitude is None:
        return float("inf")
    return distance_miles(near, Place(venue.latitude, venue.longitude, ""))
