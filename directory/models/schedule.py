"""HSDS schedule: RFC 5545 recurrence with opening times on the wall clock of Europe/London."""

from datetime import date, time

from sqlmodel import Field, SQLModel

from directory.models.base import new_id


class Schedule(SQLModel, table=True):
    """`byday` is comma separated ("MO,WE" weekly, "1SA" monthly); no `freq` is a single dated time."""

    __tablename__ = "schedule"

    id: str = Field(default_factory=new_id, primary_key=True)
    service_id: str | None = Field(default=None, foreign_key="service.id", index=True)
    service_at_location_id: str | None = Field(default=None, foreign_key="service_at_location.id", index=True)
    freq: str | None = None
    interval: int = 1
    byday: str | None = None
    opens_at: time | None = None
    closes_at: time | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    term_time: bool = False
    description: str | None = None
    position: int = 0
