"""HSDS location with its address and what is known of access."""

from sqlmodel import Field, Relationship, SQLModel

from directory.kinds import Access, Known, Precision
from directory.models.base import new_id, word_of


class Location(SQLModel, table=True):
    """A place. Each service has its own row for it, so that one partner's edit never changes another's listing.

    `confidential`: address and point are for staff alone. A registered address is never a venue.
    """

    __tablename__ = "location"

    id: str = Field(default_factory=new_id, primary_key=True)
    location_type: str = Field(default="physical")
    name: str | None = None
    transportation: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision | None = Field(default=None, sa_type=word_of(Precision))
    local_authority: str | None = Field(default=None, index=True)
    confidential: bool = False

    addresses: list["Address"] = Relationship(sa_relationship_kwargs={"cascade": "all, delete-orphan"})
    accessibility: list["Accessibility"] = Relationship(
        sa_relationship_kwargs={"cascade": "all, delete-orphan", "order_by": "Accessibility.position"}
    )


class Address(SQLModel, table=True):
    __tablename__ = "address"

    id: str = Field(default_factory=new_id, primary_key=True)
    location_id: str = Field(foreign_key="location.id", index=True)
    address_1: str | None = None
    city: str | None = None
    state_province: str | None = None
    postal_code: str | None = Field(default=None, index=True)
    country: str = Field(default="GB")
    address_type: str = Field(default="physical")


class Accessibility(SQLModel, table=True):
    """One fact of access, of a location or of a service wherever it meets. No row: not known."""

    __tablename__ = "accessibility"

    id: str = Field(default_factory=new_id, primary_key=True)
    location_id: str | None = Field(default=None, foreign_key="location.id", index=True)
    service_id: str | None = Field(default=None, foreign_key="service.id", index=True)
    feature: Access = Field(sa_type=word_of(Access))
    known: Known = Field(sa_type=word_of(Known))
    position: int = 0
