"""Sources that are read again on a schedule."""

from datetime import datetime
from typing import Any

from sqlmodel import Column, Field, SQLModel

from directory.models.base import Json, Moment, new_id


class Feed(SQLModel, table=True):
    """An address that is read every so often under the name of one source, and how that went so far.

    No foreign keys: what is known of its last run outlives the run.
    """

    __tablename__ = "feed"

    id: str = Field(default_factory=new_id, primary_key=True)
    source: str = Field(unique=True)
    url: str
    format: str | None = None
    """None: not known yet. What is guessed at the first good reading is kept: another guess would mean other ids."""
    mapping: str | None = None
    """The path of a file that maps its columns to ours."""
    licence: str | None = None
    every_minutes: int
    enabled: bool = True
    public_only: bool = False
    """Somebody at a page added it: nothing inside the deployer's own network may be read through it."""
    added_by: str
    next_due: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))
    last_tried: datetime | None = Field(default=None, sa_column=Column(Moment))
    last_good: datetime | None = Field(default=None, sa_column=Column(Moment))
    """When it was last read to its end, or said that nothing had changed."""
    last_whole: datetime | None = Field(default=None, sa_column=Column(Moment))
    """When it was last read to its end, whatever it says of having changed."""
    last_run_id: str | None = None
    counts: dict[str, Any] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))
    """The report's numbers of the last whole reading."""
    failures: int = 0
    """In a row."""
    failing_since: datetime | None = Field(default=None, sa_column=Column(Moment))
    message: str | None = None
    """What there is to say of the last try, in a sentence; None when all went well."""
    etag: str | None = None
    last_modified: str | None = None
    cursor: str | None = None
    """Where a feed that brings changes alone goes on."""
    moved_to: str | None = None
    """The address that the server says it has for good."""
    ignores: list[str] | None = Field(default=None, sa_column=Column(Json(none_as_null=True)))
    """The filters that it takes and does not heed; None when it was not asked or has none."""
    probed_at: datetime | None = Field(default=None, sa_column=Column(Moment))
