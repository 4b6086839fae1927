"""HSDS service_area: whose residents may come."""

from sqlmodel import Field, SQLModel

from directory.models.base import new_id


class ServiceArea(SQLModel, table=True):
    """A local authority whose residents alone are served (`extent_type` local_authority)."""

    __tablename__ = "service_area"

    id: str = Field(default_factory=new_id, primary_key=True)
    service_id: str = Field(foreign_key="service.id", index=True)
    name: str = Field(index=True)
    extent_type: str = Field(default="local_authority")
    position: int = 0
