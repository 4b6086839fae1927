"""HSDS organization and its identifiers."""

from typing import TYPE_CHECKING

from sqlmodel import Field, Relationship, SQLModel

from directory.kinds import Sector
from directory.models.base import new_id, word_of

if TYPE_CHECKING:
    from directory.models.service import Service


class Organization(SQLModel, table=True):
    __tablename__ = "organization"

    id: str = Field(default_factory=new_id, primary_key=True)
    name: str = Field(index=True)
    alternate_name: str | None = None
    description: str | None = None
    sector: Sector | None = Field(default=None, sa_type=word_of(Sector))
    email: str | None = None
    website: str | None = None
    uri: str | None = None
    legal_status: str | None = None
    parent_organization_id: str | None = Field(default=None, foreign_key="organization.id")

    identifiers: list["OrganizationIdentifier"] = Relationship(
        sa_relationship_kwargs={
            "cascade": "all, delete-orphan",
            "order_by": "OrganizationIdentifier.identifier_scheme",
        }
    )
    services: list["Service"] = Relationship(back_populates="organization")


class OrganizationIdentifier(SQLModel, table=True):
    """A number in a register: scheme GB-CHC is the charity register, GB-COH Companies House."""

    __tablename__ = "organization_identifier"

    id: str = Field(default_factory=new_id, primary_key=True)
    organization_id: str = Field(foreign_key="organization.id", index=True)
    identifier_scheme: str
    identifier_type: str | None = None
    identifier: str = Field(index=True)
