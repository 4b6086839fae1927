"""HSDS cost_option."""

from decimal import Decimal

from sqlalchemy import Numeric
from sqlmodel import Column, Field, SQLModel

from directory.models.base import new_id


class CostOption(SQLModel, table=True):
    """A price in pounds; `option` is who pays it, `amount_description` for what ("session")."""

    __tablename__ = "cost_option"

    id: str = Field(default_factory=new_id, primary_key=True)
    service_id: str = Field(foreign_key="service.id", index=True)
    option: str | None = None
    currency: str = Field(default="GBP")
    amount: Decimal | None = Field(default=None, sa_column=Column(Numeric(10, 2)))
    amount_description: str | None = None
    position: int = 0
