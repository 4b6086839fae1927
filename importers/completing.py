"""What a listing says in words, turned into structure where the source gave none: one way for all sources.

Structure that the source gave is never touched.
"""

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


class Completer:
    """Fills in what is only said in words: places, times, prices, ages, who it is for, access, needs."""

    def __init__(self, gazetteer: Gazetteer, needs: NeedReader) -> None:
        self._gazetteer = gazetteer
        self._needs = needs
        self._find = lru_cache(maxsize=20_000)(gazetteer.find_place)

    def complete(self, listing: Listing) -> Listing:
        """The listing with all that its own words surely say."""
        listing = listing.model_copy(update=read_words(listing))
        found: dict[str, Any] = {"venues": tuple(self._placed(venue) for venue in listing.venues)}
        if not listing.needs:
            found["needs"] = self._needs.read(listing.categories, listing.name, listing.description or "")
        return listing.model_copy(update=found)

    def _placed(self, venue: Venue) -> Venue:
        """With a point and its precision, and the local authority, as far as postcode, point and town give them."""
        place = self._place_of(venue)
        if plausible_point(venue.latitude, venue.longitude) and not _disputed(venue, place):
            found = {"precision": venue.precision or Precision.EXACT}
            if venue.local_authority is None:
                found["local_authority"] = place.local_authority if place else self._authority_at(venue)
            return venue.model_copy(update=found)
        return venue.model_copy(update=_point_of(place, venue))

    def _place_of(self, venue: Venue) -> Place | None:
        if venue.postcode:
            return self._find(venue.postcode)
        # By the very name alone: a street may sound like a town.
        named = (venue.town, *reversed((venue.address or "").split(", ")), venue.name)
        return next((self._find(name) for name in named if name and is_town(name)), None)

    def _authority_at(self, venue: Venue) -> str | None:
        assert venue.latitude is not None and venue.longitude is not None  # noqa: S101
        return self._gazetteer.place_at(venue.latitude, venue.longitude).local_authority


def _disputed(venue: Venue, place: Place | None) -> bool:
    """Whether the point lies far from its own postcode: then one of them is wrong, and letters go by the postcode."""
    if place is None or place.precision is not Precision.POSTCODE:
        return False
    assert venue.latitude is not None and venue.longitude is not None  # noqa: S101
    return distance_miles(place, Place(venue.latitude, venue.longitude, "")) > FARTHEST


def _point_of(place: Place | None, venue: Venue) -> dict[str, Any]:
    if place is None:
        return {"latitude": None, "longitude": None, "precision": None}
    return {
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
        "local_authority": venue.local_authority or place.local_authority,
    }
