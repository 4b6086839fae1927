"""A change that was sent in, set upon the listing as it is now: what others changed since then is not undone."""

from dataclasses import dataclass

from sqlmodel import Session

from directory.asset import Asset
from directory.assets import get_asset
from directory.changes import proposed_listing
from directory.history import list_revisions
from directory.listing import Listing
from directory.models import ProposedChange
from directory.reconciling import changed_parts, disputed_parts, with_parts


@dataclass(frozen=True)
class Rebased:
    """`current` is what is published, `listing` what it becomes; `theirs` what was meant when it was sent in.

    `disputed` is set when both sides changed the same part since: as it is now, and as it was sent in.
    """

    current: Asset
    listing: Listing
    theirs: Listing
    disputed: tuple[Listing, Listing] | None

    @property
    def changes_nothing(self) -> bool:
        """Whether the listing says it already."""
        return self.listing == self.current.listing


def rebase_change(session: Session, change: ProposedChange) -> Rebased:
    """What approving this change now would make of the listing. NotFound when the listing is gone."""
    current, theirs = get_asset(session, change.service_id, staff=True), proposed_listing(change)
    ours = current.listing
    base = _as_it_was(session, current, change.based_on_version) or ours
    listing = with_parts(ours, theirs, changed_parts(base, theirs))
    both = disputed_parts(base, ours, theirs)
    disputed = (with_parts(base, ours, both), with_parts(base, theirs, both)) if both else None
    return Rebased(current, listing, theirs, disputed)


def _as_it_was(session: Session, asset: Asset, version: int) -> Listing | None:
    """The listing at an earlier version, from its history; None when the history does not reach back."""
    if version == asset.version:
        return asset.listing
    history = list_revisions(session, asset.id)
    back = asset.version - version
    if not 0 < back < len(history):
        return None
    after = history[back].after
    return Listing.model_validate(after) if after else None
