"""What matters to a member in her own words, and what was set aside while talking about it."""

from datetime import datetime

from sqlmodel import Column, Field, SQLModel, UniqueConstraint

from directory.models.base import Json, Moment, new_id


class Conversation(SQLModel, table=True):
    """One for each member, growing. `version` goes up when her words change.

    `needs` were chosen by hand. `not_meant` are needs, barriers and facts that her words seemed to show and that she
    did not mean. `pathway_choices` are what was chosen of the pathway proposed for the plan in the making.
    """

    __tablename__ = "conversation"

    id: str = Field(default_factory=new_id, primary_key=True)
    member_id: str = Field(foreign_key="member.id", unique=True)
    what_matters: str = ""
    strengths: str = ""
    needs: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    not_meant: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    pathway_choices: dict[str, list[str]] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))
    saved_at: datetime | None = Field(default=None, sa_column=Column(Moment))
    saved_by: str | None = None
    version: int = 1


class NotRelevant(SQLModel, table=True):
    """An asset that is not for this member, and why."""

    __tablename__ = "not_relevant"
    __table_args__ = (UniqueConstraint("member_id", "asset_id"),)

    id: str = Field(default_factory=new_id, primary_key=True)
    member_id: str = Field(foreign_key="member.id", index=True)
    asset_id: str
    reason: str
    said_by: str
    at: datetime = Field(sa_column=Column(Moment, nullable=False))
