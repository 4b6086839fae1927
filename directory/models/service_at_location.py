"""HSDS service_at_location: a service where it meets."""

from typing import TYPE_CHECKING

from sqlmodel import Field, Relationship, SQLModel

from directory.models.base import new_id
from directory.models.location import Location

if TYPE_CHECKING:
    from directory.models.schedule import Schedule
    from directory.models.service import Service


class ServiceAtLocation(SQLModel, table=True):
    __tablename__ = "service_at_location"

    id: str = Field(default_factory=new_id, primary_key=True)
    service_id: str = Field(foreign_key="service.id", index=True)
    location_id: str = Field(foreign_key="location.id", index=True)
    position: int = 0

    service: "Service" = Relationship(back_populates="service_at_locations")
    location: Location = Relationship(sa_relationship_kwargs={"cascade": "all, delete-orphan", "single_parent": True})
    schedules: list["Schedule"] = Relationship(
        sa_relationship_kwargs={"cascade": "all, delete-orphan", "order_by": "Schedule.position"}
    )
