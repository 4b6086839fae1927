"""One listing of what several sources say about the same service.

Part by part the source with the highest precedence counts; where it says nothing, the next. A source whose licence
must stay separable lends its words to nobody, and takes none: it counts alone, or beside others of its licence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from directory.kinds import Status
from directory.listing import Listing, Venue


@dataclass(frozen=True)
class Saying:
    """What one source says, and how much its word counts."""

    listing: Listing
    precedence: int = 60
    licence: str | None = None
    separable: bool = False


ALONE = ("name", "status")
"""Parts that are never taken from a lesser source: every listing says them."""


def combined(sayings: Sequence[Saying]) -> Listing:
    """The listing that they make together. Those of the same precedence count in the order given."""
    ranked = sorted(sayings, key=lambda saying: -saying.precedence)
    first = ranked[0]
    listing = first.listing
    for saying in ranked[1:]:
        if _may_lend(saying, first):
            listing = filled(listing, saying.listing)
    return listing


def filled(listing: Listing, other: Listing) -> Listing:
    """`listing`, and in the parts of which it says nothing what `other` says."""
    lent = {
        name: getattr(other, name)
        for name in Listing.model_fields
        if name not in ALONE and getattr(listing, name) in (None, ()) and getattr(other, name) not in (None, ())
    }
    if len(listing.venues) == len(other.venues) == 1:
        lent["venues"] = (_filled_venue(listing.venues[0], other.venues[0]),)
    if listing.status is not Status.ACTIVE:
        # What is closed for now says so in its own words alone.
        lent.pop("alert", None)
    return listing.model_copy(update=lent)


def _filled_venue(venue: Venue, other: Venue) -> Venue:
    if venue.confidential or other.confidential:
        return venue.model_copy(update={"confidential": True})
    lent = {
        name: getattr(other, name)
        for name in Venue.model_fields
        if getattr(venue, name) in (None, ()) and getattr(other, name) not in (None, ())
    }
    return venue.model_copy(update=lent)


def _may_lend(saying: Saying, first: Saying) -> bool:
    return not (saying.separable or first.separable) or saying.licence == first.licence
