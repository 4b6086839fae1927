"""Seekers of Harbourside, and assets as the recommender sees them."""

from datetime import UTC, date, datetime
from typing import Any

from directory.asset import Asset
from directory.geography import Gazetteer
from directory.listing import Listing
from directory.visibility import public_asset
from recommender.needs import vocabulary
from recommender.recommend import Recommender
from recommender.seeker import Seeker
from recommender.sought import Sought, understand
from tests.harbourside import LISTINGS

TODAY = date(2026, 11, 23)
GAZETTEER = Gazetteer()


def asset(listing: Listing, key: str = "one") -> Asset:
    """The listing as an asset with a readable id, as the public sees it."""
    parts = {name: getattr(listing, name) for name in Listing.model_fields}
    return public_asset(Asset(id=key, last_modified=datetime(2026, 11, 1, tzinfo=UTC), **parts))


def town(**more: Listing) -> list[Asset]:
    """Every public asset of Harbourside, and some more."""
    assets = [asset(listing, key) for key, listing in (LISTINGS | more).items()]
    return [one for one in assets if one.is_public]


def seeker(**said: Any) -> Seeker:
    return Seeker.model_validate({"id": "m1", **said})


def sought(**said: Any) -> Sought:
    """What a seeker who says this seeks."""
    return understand(seeker(**said), vocabulary(), GAZETTEER, TODAY)


def recommender(**more: Listing) -> Recommender:
    return Recommender.over(town(**more), GAZETTEER)
