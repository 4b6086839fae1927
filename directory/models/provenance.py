"""Where records came from: runs of importing, and which foreign record stands behind which of ours."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Column, Field, SQLModel, UniqueConstraint

from directory.models.base import Json, Moment, new_id, word_of


class RunStatus(StrEnum):
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    UNDONE = "undone"


class ImportRun(SQLModel, table=True):
    """One run of importing. `counts` is the report of CONTRACT.md; `rejects` all rows refused, with reasons."""

    __tablename__ = "import_run"

    id: str = Field(default_factory=new_id, primary_key=True)
    source: str = Field(index=True)
    format: str
    origin: str
    """The file's name or the address it was read from."""
    licence: str | None = None
    status: RunStatus = Field(default=RunStatus.RUNNING, sa_type=word_of(RunStatus))
    started_at: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))
    finished_at: datetime | None = Field(default=None, sa_column=Column(Moment))
    started_by: str | None = None
    counts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))
    rejects: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    message: str | None = None


class SourceRecord(SQLModel, table=True):
    """A foreign record and the service it became. `fingerprint` tells whether it changed since last read.

    `listing` is what it said when last read: what differs from it in our record, somebody here has edited.
    `raw` keeps the columns that we do not know, as they came.
    """

    __tablename__ = "source_record"
    __table_args__ = (UniqueConstraint("source", "source_id"),)

    id: str = Field(default_factory=new_id, primary_key=True)
    source: str
    source_id: str = Field(index=True)
    service_id: str = Field(foreign_key="service.id", index=True)
    run_id: str = Field(foreign_key="import_run.id", index=True)
    fingerprint: str
    listing: dict[str, Any] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))
    licence: str | None = None
    retrieved_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    raw: dict[str, Any] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))
