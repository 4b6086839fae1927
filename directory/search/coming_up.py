"""What is on this week: a few real sessions that one could still go to."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlmodel import Session

from directory.asset import Asset
from directory.clock import local_now
from directory.geography import Place
from directory.kinds import Attending, Status
from directory.schedules import Occurrence, next_occurrence
from directory.schedules.slot import days
from directory.search.find import find_assets
from directory.search.port import SearchIndex
from directory.search.query import Query

LOOKED_AT = 60
"""The nearest and most recently checked so many are looked through for something to go to."""
A_WEEK = timedelta(days=7)
NEAR_MILES = 5.0
A_DAY_OR_TWO = 2
"""What opens on more days of the week than these is an office, not an occasion."""
GOING = (Attending.IN_PERSON, Attending.PERIPATETIC)


def coming_up(session: Session, index: SearchIndex, place: Place | None, limit: int = 4) -> list[Asset]:
    """Assets with a session this week, soonest first, one of an organization, near a place if one is given.

    Sessions that are in doubt, or already going on, are left out. One a day comes first, so that it is a week.
    """
    within = NEAR_MILES if place else None
    query = Query(near=place, within_miles=within, attending=GOING, limit=LOOKED_AT, counting=False)
    found = find_assets(session, index, query)
    if found.relaxed:
        return []
    return _spread(list(_occasions([one.asset for one in found.found], local_now())), limit)


def _spread(occasions: list[tuple[datetime, Asset]], limit: int) -> list[Asset]:
    """The first of each day, then what is left, at most so many; soonest first."""
    of_days: dict[date, int] = {}
    for at, (when, _) in enumerate(occasions):
        of_days.setdefault(when.date(), at)
    chosen = list(dict.fromkeys([*of_days.values(), *range(len(occasions))]))[:limit]
    return [occasions[at][1] for at in sorted(chosen)]


def _occasions(assets: list[Asset], now: datetime) -> Iterator[tuple[datetime, Asset]]:
    """(when, what), soonest first, one of an organization."""
    coming = ((next_occurrence(asset, now), asset) for asset in assets)
    fitting = [(one.starts, asset) for one, asset in coming if one and _worth_saying(asset, one, now)]
    seen: set[str | None] = set()
    for starts, asset in sorted(fitting, key=lambda one: (one[0], one[1].id)):
        if asset.organization_id not in seen:
            seen.add(asset.organization_id)
            yield starts, asset


def _worth_saying(asset: Asset, coming: Occurrence, now: datetime) -> bool:
    soon = now < coming.starts < now + A_WEEK
    occasional = len(days(coming.slot)) <= A_DAY_OR_TWO
    return soon and occasional and coming.has_time and not coming.uncertain and asset.status is Status.ACTIVE
