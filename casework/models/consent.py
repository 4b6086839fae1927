"""The ledger of consent: a line is added when it is given or withdrawn, and none is ever changed."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Column, Field, SQLModel

from directory.models.base import Moment, new_id, word_of


class Purpose(StrEnum):
    """Each is asked for by itself."""

    CARE = "care"
    SHARING = "sharing"
    MESSAGES = "messages"
    RESEARCH = "research"


class Consent(SQLModel, table=True):
    __tablename__ = "consent"

    id: str = Field(default_factory=new_id, primary_key=True)
    member_id: str = Field(foreign_key="member.id", index=True)
    purpose: Purpose = Field(sa_type=word_of(Purpose))
    given: bool
    wording: str
    """What she was asked, word for word."""
    how: str
    """spoken, in writing, online"""
    recorded_by: str
    at: datetime = Field(sa_column=Column(Moment, nullable=False))
