"""Where records came from: who keeps them, runs of importing, and which foreign record stands behind which of ours."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Column, Field, Index, SQLModel, UniqueConstraint

from directory.models.base import Json, Moment, new_id, word_of


class RunStatus(StrEnum):
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    UNDONE = "undone"


class RecordSource(SQLModel, table=True):
    """Somebody whose records we read, by the name under which they are imported.

    Where sources disagree about one service, the higher `precedence` counts. `licence` is what its records are
    published under; those under a licence that must stay separable never lend their words to others' listings.
    """

    __tablename__ = "record_source"

    name: str = Field(primary_key=True)
    licence: str | None = None
    precedence: int = 60
    separable: bool = False


class ImportRun(SQLModel, table=True):
    """One run of importing. `counts` is the report of CONTRACT.md; `rejects` all rows refused, with reasons.

    A dry run keeps nothing but this row: what it would have done, for whoever asked to look at.
    """

    __tablename__ = "import_run"

    id: str = Field(default_factory=new_id, primary_key=True)
    source: str = Field(index=True)
    format: str
    origin: str
    """The file's name or the address it was read from."""
    licence: str | None = None
    status: RunStatus = Field(default=RunStatus.RUNNING, sa_type=word_of(RunStatus))
    dry_run: bool = False
    started_at: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))
    finished_at: datetime | None = Field(default=None, sa_column=Column(Moment))
    started_by: str | None = None
    counts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))
    rejects: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    outcomes: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    """What became of the first records that were added, changed or merged, in words."""
    message: str | None = None


class SourceRecord(SQLModel, table=True):
    """A foreign record and the service it became. `fingerprint` tells whether it changed since last read.

    `listing` is what it said when last read, and `before` what it had said before the run `run_id`: what differs
    from it in our record, somebody here has edited. `raw` keeps the columns that we do not know, as they came.
    """

    __tablename__ = "source_record"
    __table_args__ = (
        UniqueConstraint("source", "source_id"),
        Index("ix_source_record_fingerprint", "source", "fingerprint"),
    )

    id: str = Field(default_factory=new_id, primary_key=True)
    source: str
    source_id: str = Field(index=True)
    service_id: str = Field(foreign_key="service.id", index=True)
    own_id: str
    """The service that it is, or was before it was found to describe the same as another."""
    run_id: str = Field(foreign_key="import_run.id", index=True)
    added_run_id: str = Field(foreign_key="import_run.id", index=True)
    fingerprint: str
    listing: dict[str, Any] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))
    before: dict[str, Any] | None = Field(default=None, sa_column=Column(Json(none_as_null=True)))
    licence: str | None = None
    retrieved_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    missing_since: datetime | None = Field(default=None, sa_column=Column(Moment, index=True))
    """When a complete reading of the source no longer had it."""
    withdrawn: bool = False
    """The source says that it is no more, or has not had it for so long that we say so."""
    raw: dict[str, Any] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))
