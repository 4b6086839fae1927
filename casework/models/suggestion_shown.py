"""What was suggested in a conversation: the place it stood at and why, so that outcomes can be learnt from."""

from datetime import date

from sqlmodel import Column, Field, SQLModel, UniqueConstraint

from directory.models.base import Json, new_id


class SuggestionShown(SQLModel, table=True):
    """Once for a conversation and day. `readings` are the values of the signals, None where one was not known."""

    __tablename__ = "suggestion_shown"
    __table_args__ = (UniqueConstraint("conversation_id", "shown_on", "asset_id"),)

    id: str = Field(default_factory=new_id, primary_key=True)
    conversation_id: str = Field(foreign_key="conversation.id", index=True)
    shown_on: date = Field(index=True)
    asset_id: str = Field(index=True)
    position: int
    needs: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    readings: dict[str, float | None] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))
