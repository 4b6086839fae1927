"""Who looked at a member's record, and when, so that she can be told."""

from datetime import datetime

from sqlmodel import Column, Field, SQLModel

from directory.models.base import Moment, new_id


class Look(SQLModel, table=True):
    __tablename__ = "look"

    id: str = Field(default_factory=new_id, primary_key=True)
    member_id: str = Field(foreign_key="member.id", index=True)
    account: str
    page: str
    at: datetime = Field(sa_column=Column(Moment, nullable=False))
