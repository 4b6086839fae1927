"""Times of many assets at once, and nothing else of them: what is open is asked of hundreds to show twenty."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from directory.kinds import Status
from directory.listing import Slot
from directory.models import Location, Schedule, Service, ServiceAtLocation
from directory.rows.columns import core_table
from directory.rows.fetching import slot_of

PAGE = 400


class Time(NamedTuple):
    """One time of an asset. `point` is of the venue whose own time it is, None where it is everybody's."""

    asset_id: str
    slot: Slot
    point: tuple[float, float] | None = None


def each_time(session: Session, asset_ids: Sequence[str]) -> Iterator[Time]:
    """Every time of those of these that are not closed for now, their venues' own among them."""
    session.flush()
    for start in range(0, len(asset_ids), PAGE):
        yield from _own(session, asset_ids[start : start + PAGE])
        yield from _of_venues(session, asset_ids[start : start + PAGE])


def _own(session: Session, asset_ids: Sequence[str]) -> Iterator[Time]:
    service, schedule = core_table(Service), core_table(Schedule)
    wanted = (
        select(service.c.id.label("asset_id"), schedule)
        .join_from(service, schedule, schedule.c.service_id == service.c.id)
        .where(service.c.id.in_(asset_ids), service.c.status == Status.ACTIVE)
    )
    yield from (Time(row.asset_id, slot_of(row)) for row in session.connection().execute(wanted))


def _of_venues(session: Session, asset_ids: Sequence[str]) -> Iterator[Time]:
    service, site, schedule = core_table(Service), core_table(ServiceAtLocation), core_table(Schedule)
    location = core_table(Location)
    wanted = (
        select(service.c.id.label("asset_id"), location.c.latitude, location.c.longitude, schedule)
        .join_from(service, site, site.c.service_id == service.c.id)
        .join(schedule, schedule.c.service_at_location_id == site.c.id)
        .join(location, site.c.location_id == location.c.id)
        .where(service.c.id.in_(asset_ids), service.c.status == Status.ACTIVE)
    )
    for row in session.connection().execute(wanted):
        known = row.latitude is not None and row.longitude is not None
        yield Time(row.asset_id, slot_of(row), (row.latitude, row.longitude) if known else None)
