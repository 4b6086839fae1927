"""What a plan asks of an ordinary week: how often one goes out, how long one is on the way, what falls together."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from directory.asset import Asset
from directory.geography import Place, distance_miles, travel_minutes
from directory.schedules import clash


@dataclass(frozen=True, slots=True)
class Week:
    """`outings`: assets one goes to. `minutes` there and back to all of them, roughly; None when not known.

    `clashes` are pairs of names that only ever meet at the same time.
    """

    outings: int
    minutes: int | None
    clashes: tuple[tuple[str, str], ...]


def week_of_plan(assets: Sequence[Asset], home: Place | None, travel: str | None) -> Week:
    """The week if each is gone to once. Without `travel` it is reckoned by bus."""
    going = [asset for asset in assets if asset.venues]
    miles = [_miles(asset, home) for asset in going]
    known = [one for one in miles if one is not None]
    minutes = round(sum(2 * travel_minutes(one, travel or "bus") for one in known))
    return Week(
        outings=len(going),
        minutes=minutes if going and len(known) == len(going) else None,
        clashes=tuple((a.name, b.name) for a, b in combinations(assets, 2) if clash(a, b)),
    )


def _miles(asset: Asset, home: Place | None) -> float | None:
    """To the nearest of its venues."""
    if home is None:
        return None
    return min(
        (
            distance_miles(home, Place(venue.latitude, venue.longitude, ""))
            for venue in asset.venues
            if venue.latitude is not None and venue.longitude is not None
        ),
        default=None,
    )
