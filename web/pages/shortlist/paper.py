"""What stands on paper for each thing on a list: enough to go there without a phone."""

from directory.asset import Asset
from directory.clock import today
from directory.freshness import how_fresh
from directory.geography import NO_BREAK
from directory.listing import Venue
from directory.phrases import describe_attending, describe_cost, describe_place, describe_start
from directory.schedule_words import describe_times
from web.cards import say_checked, say_next

Fact = tuple[str, str | list[str] | None]


def lines_of(asset: Asset) -> tuple[str, list[Fact]]:
    """The name, and facts as `key_facts` takes them; what is not known is left out."""
    times = describe_times(asset, today()) or ([asset.times_text] if asset.times_text else [])
    return asset.name, [
        ("Next", say_next(asset)),
        ("When", times or None),
        ("Where", [address_of(venue) for venue in asset.venues] or describe_attending(asset)),
        ("Cost", describe_cost(asset)),
        ("How to start", describe_start(asset)),
        ("Ring", ", ".join(phone.number for phone in asset.phones) or None),
        ("E-mail", asset.email),
        ("How sure", say_checked(how_fresh(asset, today()))),
    ]


def address_of(venue: Venue) -> str:
    """The whole address on one line; of a confidential venue what `describe_place` says."""
    if venue.confidential:
        return describe_place(venue)
    postcode = venue.postcode.replace(" ", NO_BREAK) if venue.postcode else None
    parts = (venue.name, venue.address, venue.town, postcode)
    return ", ".join(dict.fromkeys(part for part in parts if part)) or describe_place(venue)
