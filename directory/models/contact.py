"""HSDS contact and phone."""

from sqlmodel import Field, SQLModel

from directory.models.base import new_id


class Contact(SQLModel, table=True):
    """Whom to ask for. `public` false is for staff alone."""

    __tablename__ = "contact"

    id: str = Field(default_factory=new_id, primary_key=True)
    service_id: str = Field(foreign_key="service.id", index=True)
    name: str | None = None
    title: str | None = None
    email: str | None = None
    phone: str | None = None
    public: bool = True
    position: int = 0


class Phone(SQLModel, table=True):
    __tablename__ = "phone"

    id: str = Field(default_factory=new_id, primary_key=True)
    service_id: str = Field(foreign_key="service.id", index=True)
    number: str = Field(index=True)
    description: str | None = None
    position: int = 0
