"""What a listing says in words, turned into structure where the source gave none: one way for all sources.

Structure that the source gave is never touched.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from directory.clock import today
from directory.geography import Gazetteer, Place, distance_miles, plausible_point
from directory.kinds import Attending, Precision, Status
from directory.listing import Listing, Venue
from directory.understanding.times import read_times
from importers.needs_of import NeedReader
from importers.paused import read_pause

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
        found = {**read_words(listing), "venues": tuple(self._placed(venue) for venue in listing.venues)}
        if not listing.needs:
            found["needs"] = self._needs.read(listing.categories, listing.name, listing.description or "")
        return listing.model_copy(update=found)
