"""Who may see which field. Everything that leaves us for the public passes through here."""

from directory.asset import Asset
from directory.listing import Listing, Venue

CONFIDENTIAL = ("name", "address", "town", "postcode", "latitude", "longitude", "precision", "getting_there")
"""What would lead a stranger to the door."""


def public_venue(venue: Venue) -> Venue:
    """The venue without its whereabouts when they are confidential; its local authority stays."""
    if not venue.confidential:
        return venue
    return venue.model_copy(update=dict.fromkeys(CONFIDENTIAL))


def public_asset(asset: Asset) -> Asset:
    """The asset as anybody may see it."""
    return asset.model_copy(update=_public_parts(asset))


def public_listing(listing: Listing) -> Listing:
    """A listing as anybody may see it."""
    return listing.model_copy(update=_public_parts(listing))


def _public_parts(listing: Listing) -> dict[str, object]:
    return {
        "venues": tuple(public_venue(venue) for venue in listing.venues),
        "contacts": tuple(contact for contact in listing.contacts if contact.public),
    }
