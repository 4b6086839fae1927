"""What is open at this moment: the index says what may be (`may_be_open`), and the timetables decide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlmodel import Session

from directory.geography import distance_miles
from directory.listing import Slot
from directory.place import Place
from directory.rows.timetables import Time, each_time
from directory.schedules import is_on
from directory.schedules.occurrence import utc
from directory.search.port import SearchIndex
from directory.search.query import Query, Sort

LOOKED_AT = 2_000
"""The timetables of so many are looked through at most."""

AT_ONCE = 200

CHOICES = ("needs", "free", "max_cost", "attending", "days", "times_of_day", "languages", "sectors", "audiences")
"""Limits that must not narrow what is looked at: what other choices lead to is counted from it."""


@dataclass(frozen=True)
class Opened:
    """Ids of what is open, and whether they may not be all."""

    ids: tuple[str, ...]
    at_least: bool


def find_open(session: Session, index: SearchIndex, query: Query, now: datetime) -> Opened:
    """What is open of the answers: of few all, so that every choice can be counted; of many the best, until the page is full."""
    plain = {name: getattr(Query(), name) for name in CHOICES}
    every = index.search(
        query.but(**plain, within_miles=None, sort=Sort.BEST, offset=0, limit=LOOKED_AT, counting=False)
    )
    opening = _Opening(session, query, now)
    if every.total <= LOOKED_AT:
        return Opened(tuple(opening.among([hit.asset_id for hit in every.hits])), at_least=False)
    best = index.search(query.but(offset=0, limit=LOOKED_AT, counting=False))
    ids = [hit.asset_id for hit in best.hits]
    found: list[str] = []
    looked_at = 0
    while looked_at < len(ids) and len(found) <= query.offset + query.limit:
        found += opening.among(ids[looked_at : looked_at + AT_ONCE])
        looked_at += AT_ONCE
    return Opened(tuple(found), at_least=looked_at < best.total)


class _Opening:
    """Whether something is on, at a venue that is near enough."""

    def __init__(self, session: Session, query: Query, now: datetime) -> None:
        self._session, self._query = session, query
        # In UTC: one hour of October has every minute twice.
        self._minute = utc(now).replace(second=0, microsecond=0)

    def among(self, asset_ids: Sequence[str]) -> Iterator[str]:
        """Those that are open, in their order."""
        on = {one.asset_id for one in each_time(self._session, asset_ids) if self._is_open(one)}
        return (asset_id for asset_id in asset_ids if asset_id in on)

    def _is_open(self, one: Time) -> bool:
        return _is_on(one.slot, self._minute) and self._is_near(one.point)

    def _is_near(self, point: tuple[float, float] | None) -> bool:
        """An asset may be open at one venue and near by another: what is said of all its venues is both."""
        near, within = self._query.near, self._query.within_miles
        return point is None or near is None or within is None or distance_miles(near, Place(*point, "")) <= within


@lru_cache(maxsize=16_384)
def _is_on(slot: Slot, minute: datetime) -> bool:
    """Many are open at the same hours."""
    return is_on(slot, minute)
