"""Who is shown how much: over assets, over small and large providers, over neighbourhoods, over groups of members.

What stands further down is seen less: an asset at rank r has 1 / log2(1 + r) of the exposure of the first.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2

from directory.asset import Asset
from directory.kinds import Room
from directory.postcodes.postcode import district_of
from recommender.outcomes import AgeGroup

FLOOR = 0.8
"""A group that has less than this of what would be its due is too little seen (the four-fifths rule)."""
FEW_PLACES = 3
"""What a waiting list leaves: nobody says how many."""
TAKEN_UP = 0.1
"""How many of those who are shown something come to it."""
MOST_EASED = 0.7
SIZES = ((1, "one listing"), (5, "2 to 5 listings"), (20, "6 to 20 listings"))


@dataclass(frozen=True)
class Listed:
    """What one seeker was shown, best first, and the coarse group she belongs to."""

    asset_ids: tuple[str, ...]
    group: AgeGroup | None = None


@dataclass(frozen=True)
class Share:
    """`share` of all exposure that a group has; `due` is its share of what there is to be shown (or of the seekers)."""

    name: str
    share: float
    due: float

    @property
    def is_below_floor(self) -> bool:
        return self.share < FLOOR * self.due


@dataclass(frozen=True)
class Exposure:
    """`gini` is 0 where every asset is shown alike and near 1 where a few have it all; `never` counts those unseen."""

    gini: float
    never: int
    by_provider: tuple[Share, ...]
    by_claim: tuple[Share, ...]
    by_neighbourhood: tuple[Share, ...]
    by_group: tuple[Share, ...]

    @property
    def below_floor(self) -> tuple[Share, ...]:
        """Providers that are seen less than the floor: the small, and those that have not claimed their listing."""
        return tuple(one for one in (*self.by_provider, *self.by_claim) if one.is_below_floor)


def measure_exposure(lists: Sequence[Listed], assets: Sequence[Asset]) -> Exposure:
    """The exposure that these lists give; `assets` is everything that could have been shown."""
    seen = exposures(lists)
    values = [seen.get(asset.id, 0.0) for asset in assets]
    size = _sizes(assets)
    return Exposure(
        gini=gini(values),
        never=sum(value == 0 for value in values),
        by_provider=_shares(seen, assets, lambda asset: size[_provider(asset)]),
        by_claim=_shares(seen, assets, _claim),
        by_neighbourhood=_shares(seen, assets, _neighbourhood),
        by_group=_by_group(lists),
    )


def exposures(lists: Iterable[Listed]) -> dict[str, float]:
    """The exposure over all lists of each asset that was shown."""
    seen: dict[str, float] = defaultdict(float)
    for one in lists:
        for rank, asset_id in enumerate(one.asset_ids, start=1):
            seen[asset_id] += 1 / log2(1 + rank)
    return seen


def gini(values: Sequence[float]) -> float:
    """The Gini coefficient: half the mean difference between any two, over the mean. 0 where all is 0."""
    ordered, total, count = sorted(values), sum(values), len(values)
    if not total:
        return 0.0
    return (
        2 * sum(place * value for place, value in enumerate(ordered, start=1)) / (count * total) - (count + 1) / count
    )


def places_of(asset: Asset, today: date, upper: int | None = None) -> int | None:
    """For how many there is room: `upper` where that is known, few where there is a waiting list, else None."""
    waiting = asset.room is Room.WAITING_LIST and not (asset.room_until and asset.room_until < today)
    return min(FEW_PLACES, upper or FEW_PLACES) if waiting else upper


def ease(places: int | None, shown_lately: int) -> float:
    """What is left of the score of an asset with few places that was suggested to so many lately, MOST_EASED to 1.

    It keeps its score as long as those who may be expected to come find room, so that a small group is not flooded.
    """
    if places is None:
        return 1.0
    expected = shown_lately * TAKEN_UP
    return 1.0 if expected <= places else max(MOST_EASED, places / expected)


def _shares(seen: Mapping[str, float], assets: Sequence[Asset], group_of: Callable[[Asset], str]) -> tuple[Share, ...]:
    """The shares of each group of assets, by name."""
    shown: dict[str, float] = defaultdict(float)
    there: Counter[str] = Counter()
    for asset in assets:
        shown[group_of(asset)] += seen.get(asset.id, 0.0)
        there[group_of(asset)] += 1
    total = sum(shown.values()) or 1
    return tuple(Share(name, shown[name] / total, there[name] / len(assets)) for name in sorted(there))


def _by_group(lists: Sequence[Listed]) -> tuple[Share, ...]:
    """What each group of seekers is shown beside how many they are: whose lists are short."""
    shown: dict[str, float] = defaultdict(float)
    there = Counter(one.group or "not known" for one in lists)
    for one in lists:
        shown[one.group or "not known"] += sum(exposures([one]).values())
    total = sum(shown.values()) or 1
    return tuple(Share(name, shown[name] / total, there[name] / len(lists)) for name in sorted(there))


def _sizes(assets: Sequence[Asset]) -> dict[str, str]:
    counted = Counter(map(_provider, assets))
    return {
        provider: next((name for most, name in SIZES if count <= most), "more than 20 listings")
        for provider, count in counted.items()
    }


def _provider(asset: Asset) -> str:
    return asset.organization_id or asset.id


def _claim(asset: Asset) -> str:
    return "confirmed by its organiser" if asset.assured_by == "organiser" else "not claimed"


def _neighbourhood(asset: Asset) -> str:
    """The postcode district of its first venue whose place may be known."""
    for venue in asset.venues:
        if venue.postcode and not venue.confidential and (district := district_of(venue.postcode)):
            return district
    return "no one place"
