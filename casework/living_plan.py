"""An issued plan as it is true today: every step with the facts of now, and what has changed since it was agreed."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from casework.discretion import is_sensitive
from casework.models import Owner, Prescription, Step
from directory.asset import Asset
from directory.assets import list_assets
from directory.differences import differences
from directory.duplicates.merging import successors_of
from directory.history import list_revisions
from directory.listing import Listing
from directory.visibility import public_listing

TOLD = (
    "Notice",
    "When",
    "When, as written",
    "How to take part",
    "Where",
    "Getting there",
    "Cost",
    "Cost, as written",
    "How to start",
    "Room for new people",
    "Phone",
    "Whom to ask for",
)
"""The parts of a listing whose change somebody on her way must hear of, as `directory.differences` calls them."""


@dataclass(frozen=True, slots=True)
class LivingStep:
    """One step. `asset` is as anybody may see it now; None for a step of her own, or when it is `gone`.

    `renamed`: the plan calls it otherwise than the directory does, so nothing else may name it.
    """

    number: int
    id: str
    title: str
    owner: Owner
    due: date | None
    first_small_step: str | None
    goes_along: str | None
    ask_for: str | None
    bring: str | None
    sensitive: bool
    asset: Asset | None
    gone: bool
    changed: tuple[str, ...]

    @property
    def renamed(self) -> bool:
        return self.asset is not None and self.asset.name != self.title


def living_steps(session: Session, prescription: Prescription) -> list[LivingStep]:
    """The steps in order with what is true of each now."""
    steps = list(prescription.steps)
    ids = [step.asset_id for step in steps if step.asset_id]
    # What was found to be the same as another goes on under the other's name.
    now = {asset_id: asset_id for asset_id in ids} | successors_of(session, ids)
    assets = {asset.id: asset for asset in list_assets(session, list(now.values()))}
    return [
        _living(session, number, step, assets.get(now.get(step.asset_id or "", "")), prescription.issued_at)
        for number, step in enumerate(steps, start=1)
    ]


def _living(session: Session, number: int, step: Step, asset: Asset | None, since: datetime | None) -> LivingStep:
    told = {name: getattr(step, name) for name in ("id", "title", "owner", "due", "first_small_step")}
    told |= {name: getattr(step, name) for name in ("goes_along", "ask_for", "bring")}
    return LivingStep(
        number=number,
        asset=asset,
        sensitive=is_sensitive(step.needs, asset),
        gone=step.asset_id is not None and asset is None,
        changed=_changed(session, asset, since) if asset and since else (),
        **told,
    )


def _changed(session: Session, asset: Asset, since: datetime) -> tuple[str, ...]:
    """The parts that say something else than when the plan was issued."""
    later = [revision for revision in list_revisions(session, asset.id) if revision.at > since and revision.before]
    if not later:
        return ()
    before = public_listing(Listing.model_validate(later[-1].before))
    return tuple(one.part for one in differences(before, asset.listing) if one.part in TOLD)
