"""The history of every listing, and the changes that wait for a curator."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Column, Field, SQLModel

from directory.models.base import Json, Moment, new_id, word_of


class Revision(SQLModel, table=True):
    """One change of one listing: as it was before (None: it was added) and after (None: it was taken out)."""

    __tablename__ = "revision"

    id: str = Field(default_factory=new_id, primary_key=True)
    service_id: str = Field(index=True)
    sequence: int
    at: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))
    actor: str
    """Who did it: an account's e-mail address or the name of a source."""
    reason: str | None = None
    run_id: str | None = Field(default=None, foreign_key="import_run.id", index=True)
    before: dict[str, Any] | None = Field(default=None, sa_column=Column(Json(none_as_null=True)))
    after: dict[str, Any] | None = Field(default=None, sa_column=Column(Json(none_as_null=True)))


class ChangeStatus(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"


class ProposedChange(SQLModel, table=True):
    """A changed listing that somebody without the right to publish has sent in."""

    __tablename__ = "proposed_change"

    id: str = Field(default_factory=new_id, primary_key=True)
    service_id: str = Field(foreign_key="service.id", index=True)
    based_on_version: int
    proposed_by: str
    proposed_at: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))
    note: str | None = None
    listing: dict[str, Any] = Field(sa_column=Column(Json, nullable=False))
    status: ChangeStatus = Field(default=ChangeStatus.WAITING, index=True, sa_type=word_of(ChangeStatus))
    decided_by: str | None = None
    decided_at: datetime | None = Field(default=None, sa_column=Column(Moment))
    decision_note: str | None = None


class SearchChange(SQLModel, table=True):
    """A service that the search index has still to hear about, written with the change itself."""

    __tablename__ = "search_change"

    id: int | None = Field(default=None, primary_key=True)
    service_id: str
