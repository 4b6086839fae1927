"""HSDS service: the row of which an Asset is the picture."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlmodel import Column, Field, Relationship, SQLModel

from directory.kinds import Gender, HowToStart, Room, Status
from directory.models.base import Json, Moment, new_id, word_of
from directory.models.organization import Organization

if TYPE_CHECKING:
    from directory.models.contact import Contact, Phone
    from directory.models.cost_option import CostOption
    from directory.models.language import Language
    from directory.models.location import Accessibility
    from directory.models.schedule import Schedule
    from directory.models.service_area import ServiceArea
    from directory.models.service_at_location import ServiceAtLocation
    from directory.models.taxonomy import Attribute


def _owned(order_by: str) -> dict[str, str]:
    return {"cascade": "all, delete-orphan", "order_by": order_by}


class Service(SQLModel, table=True):
    """HSDS names where HSDS has the field; below the line what it has not."""

    __tablename__ = "service"

    id: str = Field(default_factory=new_id, primary_key=True)
    organization_id: str | None = Field(default=None, foreign_key="organization.id", index=True)
    name: str = Field(index=True)
    alternate_name: str | None = None
    description: str | None = None
    url: str | None = None
    email: str | None = None
    status: Status = Field(default=Status.ACTIVE, index=True, sa_type=word_of(Status))
    alert: str | None = None
    application_process: str | None = None
    fees_description: str | None = None
    eligibility_description: str | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    accreditations: str | None = None
    assured_date: date | None = None
    last_modified: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))

    assured_by: str | None = None
    times_text: str | None = None
    access_text: str | None = None
    gender: Gender | None = Field(default=None, sa_type=word_of(Gender))
    how_to_start: HowToStart | None = Field(default=None, sa_type=word_of(HowToStart))
    room: Room | None = Field(default=None, sa_type=word_of(Room))
    room_until: date | None = None
    categories: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    attending: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    audiences: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    eligibility: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    version: int = Field(default=1)
    """Goes up with every change; a form that was opened on an older one is refused, not written over."""

    organization: Organization | None = Relationship(back_populates="services")
    service_at_locations: list["ServiceAtLocation"] = Relationship(
        back_populates="service", sa_relationship_kwargs=_owned("ServiceAtLocation.position")
    )
    schedules: list["Schedule"] = Relationship(sa_relationship_kwargs=_owned("Schedule.position"))
    cost_options: list["CostOption"] = Relationship(sa_relationship_kwargs=_owned("CostOption.position"))
    service_areas: list["ServiceArea"] = Relationship(sa_relationship_kwargs=_owned("ServiceArea.position"))
    languages: list["Language"] = Relationship(sa_relationship_kwargs=_owned("Language.position"))
    phones: list["Phone"] = Relationship(sa_relationship_kwargs=_owned("Phone.position"))
    contacts: list["Contact"] = Relationship(sa_relationship_kwargs=_owned("Contact.position"))
    accessibility: list["Accessibility"] = Relationship(sa_relationship_kwargs=_owned("Accessibility.position"))
    attributes: list["Attribute"] = Relationship(sa_relationship_kwargs=_owned("Attribute.position"))
