"""What a listing says in words, turned into structure where the source gave none: one way for all sources.

Structure that the source gave is never touched.
"""

import re
from functools import lru_cache
from typing import Any

from directory.geography import Gazetteer, Place, distance_miles, plausible_point
from directory.kinds import Precision
from directory.listing import Listing, Venue
from importers.addresses import is_town
from importers.needs_of import NeedReader
from importers.words import read_words

FARTHEST = 5.0
"""Miles that a point may lie from its own postcode before the postcode is believed instead."""

HOME_ABUSE = "SAF1"
_REFUGE = re.compile(r"\brefuges?\b|\bsafe (?:house|accommodation)\b", re.IGNORECASE)


class Completer:
    """Fills in what is only said in words: places, times, prices, ages, who it is for, access, needs."""

    def __init__(self, gazetteer: Gazetteer, needs: NeedReader) -> None:
        self._gazetteer = gazetteer
        self._needs = needs
        self._find = lru_cache(maxsize=8_000)(gazetteer.find_place)

    def complete(self, listing: Listing) -> Listing:
        """The listing with all that its own words surely say."""
        listing = listing.model_copy(update=read_words(listing))
        found: dict[str, Any] = {"venues": tuple(self._placed(venue) for venue in listing.venues)}
        if not listing.needs:
            found["needs"] = self._needs.read(listing.categories, listing.name, listing.description or "")
        return _hidden(listing.model_copy(update=found))

    def _placed(self, venue: Venue) -> Venue:
        """With a point, its precision and the local authority, as far as point, postcode and town give them."""
        named, point = self._place_of(venue), _point_of(venue)
        if point and not _disputed(point, named):
            place = named or self._gazetteer.place_at(point.latitude, point.longitude)
            return _at(venue, point, venue.precision or Precision.EXACT, place.local_authority)
        if named:
            return _at(venue, named, named.precision, named.local_authority)
        return venue.model_copy(update={"latitude": None, "longitude": None, "precision": None})

    def _place_of(self, venue: Venue) -> Place | None:
        if venue.postcode and (place := self._find(venue.postcode)):
            return place
        # By the very name alone: a street may sound like a town.
        named = (venue.town, *reversed((venue.address or "").split(", ")), venue.name)
        return next((self._find(name) for name in named if name and is_town(name)), None)


def _hidden(listing: Listing) -> Listing:
    """A refuge from violence is somewhere that nobody must find, whether or not the source thought of saying so."""
    if HOME_ABUSE not in listing.need_ids or not _REFUGE.search(" ".join((listing.name, *listing.categories))):
        return listing
    hidden = tuple(venue.model_copy(update={"confidential": True}) for venue in listing.venues)
    return listing.model_copy(update={"venues": hidden})


def _point_of(venue: Venue) -> Place | None:
    """The point that the source gave, unless it cannot be one: 0,0, or swapped, or in another country."""
    if venue.latitude is None or venue.longitude is None:
        return None
    possible = plausible_point(venue.latitude, venue.longitude)
    return Place(venue.latitude, venue.longitude, "given") if possible else None


def _disputed(point: Place, named: Place | None) -> bool:
    """Whether the point lies far from its own postcode: then one is wrong, and letters go by the postcode."""
    if named is None or named.precision is not Precision.POSTCODE:
        return False
    return distance_miles(named, point) > FARTHEST


def _at(venue: Venue, place: Place, precision: Precision, authority: str | None) -> Venue:
    found = {"latitude": place.latitude, "longitude": place.longitude, "precision": precision}
    return venue.model_copy(update=found | {"local_authority": venue.local_authority or authority})
