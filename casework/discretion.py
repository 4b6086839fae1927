"""What is nobody else's business: needs that paper, links and text messages never name."""

from collections.abc import Sequence

from directory.asset import Asset
from directory.kinds import Attending
from recommender.needs import vocabulary

DISCREET_TITLE = "A private appointment"
DISCREET_CALL = "A private call"
"""What such a step is called until the two of them find a better name."""


def is_sensitive(needs: Sequence[str], asset: Asset | None) -> bool:
    """Whether a step tells more than a stranger should read: by what it is there for, else by all the asset serves."""
    known = {need.id: need for need in vocabulary()}
    there_for = needs or (asset.need_ids if asset else ())
    return any(known[need].sensitive for need in there_for if need in known)


def paper_title(needs: Sequence[str], asset: Asset) -> str:
    """What a new step is called on paper: the asset's name, unless that would tell a sensitive need."""
    if not is_sensitive(needs, asset):
        return asset.name
    return DISCREET_CALL if set(asset.attending) == {Attending.PHONE} else DISCREET_TITLE
