"""The first small step towards an asset: what one does this week, in words an advisor can better."""

from casework.models import Owner
from directory.asset import Asset
from directory.clock import local_now
from directory.kinds import HowToStart
from directory.schedule_words.moments import say_short_date, say_time
from directory.schedules import next_occurrence


def suggest_first_step(asset: Asset) -> str | None:
    """ "Ring 0151 496 0001 and ask for Sue"; None where the listing says nothing to go by."""
    if asset.how_to_start is HowToStart.REFERRAL:
        return "Your advisor sends word first, and they get in touch with you"
    ring = _ring(asset)
    if asset.how_to_start is HowToStart.BOOK and ring:
        return f"{ring}, to book a place"
    if asset.how_to_start is HowToStart.DROP_IN or not ring:
        return _turn_up(asset) or ring
    return f"{ring}, and say that you would like to come"


def first_owner(asset: Asset) -> Owner:
    """Who takes it: the member, unless it takes a referral."""
    return Owner.ADVISOR if asset.how_to_start is HowToStart.REFERRAL else Owner.MEMBER


def whom_to_ask_for(asset: Asset) -> str | None:
    """The first person or post that the listing names for the public."""
    names = (contact.name or contact.title for contact in asset.contacts if contact.public)
    return next((name for name in names if name), None)


def _ring(asset: Asset) -> str | None:
    if not asset.phones:
        return None
    who = whom_to_ask_for(asset)
    return f"Ring {asset.phones[0].number}" + (f" and ask for {who}" if who else "")


def _turn_up(asset: Asset) -> str | None:
    coming = next_occurrence(asset, local_now())
    if coming is None:
        return None
    at = f" at {say_time(coming.starts.time())}" if coming.has_time else ""
    return f"Look in on {say_short_date(coming.starts.date())}{at}"
