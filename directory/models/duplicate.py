"""What is needed to find duplicates among services, and what was decided about them."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger
from sqlmodel import Column, Field, SQLModel

from directory.models.base import Json, Moment, word_of


class MatchProfile(SQLModel, table=True):
    """What is compared of a service, one record a venue: derived from the listing, and made again with it."""

    __tablename__ = "match_profile"

    service_id: str = Field(primary_key=True)
    number: int = Field(sa_column=Column(BigInteger, nullable=False, index=True))
    """Stands for the service in `match_key`; made from its id."""
    records: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))


class MatchKey(SQLModel, table=True):
    """A key under which a service is looked up as somebody's duplicate; both as numbers.

    There are a dozen for each service, in no order: the table is its own index, has no other, and is kept narrow.
    """

    __tablename__ = "match_key"
    __table_args__ = {"sqlite_with_rowid": False}

    key: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    number: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))


class PairStatus(StrEnum):
    WAITING = "waiting"
    SAME = "same"
    DIFFERENT = "different"


class DuplicatePair(SQLModel, table=True):
    """Two services that may be one. What somebody decided is kept for ever, whatever becomes of the services.

    No foreign keys: ids of services are derived from their sources, and come back with them.
    """

    __tablename__ = "duplicate_pair"

    id: str = Field(primary_key=True)
    """Derived from both ids in order."""
    left_id: str = Field(index=True)
    right_id: str = Field(index=True)
    probability: float
    reasons: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    model_version: str
    run_id: str | None = Field(default=None, foreign_key="import_run.id", index=True)
    """The run that found it."""
    status: PairStatus = Field(default=PairStatus.WAITING, index=True, sa_type=word_of(PairStatus))
    kept_id: str | None = None
    """Of two that are the same, the service that stays."""
    found_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    decided_by: str | None = None
    decided_at: datetime | None = Field(default=None, sa_column=Column(Moment))
    records: dict[str, Any] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))
    """The two as they were compared when somebody decided: what the matcher learns from."""


class MatchVersion(SQLModel, table=True):
    """By which rules the keys in `match_key` were made: one row, none before they were made at all."""

    __tablename__ = "match_version"

    version: int = Field(primary_key=True)
