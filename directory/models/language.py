"""HSDS language: spoken there."""

from sqlmodel import Field, SQLModel

from directory.models.base import new_id


class Language(SQLModel, table=True):
    """`code` is BCP 47; `bfi` is British Sign Language."""

    __tablename__ = "language"

    id: str = Field(default_factory=new_id, primary_key=True)
    service_id: str = Field(foreign_key="service.id", index=True)
    code: str
    position: int = 0
