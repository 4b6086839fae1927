"""The words that people use, as a curator hears them."""

from datetime import datetime

from sqlmodel import Column, Field, SQLModel

from directory.models.base import Json, Moment, new_id


class EverydayWord(SQLModel, table=True):
    """A phrase, the needs (by their codes) that people mean by it, and the words that are as good as it."""

    __tablename__ = "everyday_word"

    id: str = Field(default_factory=new_id, primary_key=True)
    phrase: str
    stems: str = Field(unique=True)
    """By which it is told from others: "head's a mess" and "heads a mess" are one."""
    needs: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    same_as: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    added_by: str
    added_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    changed_by: str | None = None
    changed_at: datetime | None = Field(default=None, sa_column=Column(Moment))


class EverydayVersion(SQLModel, table=True):
    """One row, made new by every change of the list: by it each process sees that it has to read again."""

    __tablename__ = "everyday_version"

    id: int = Field(default=1, primary_key=True)
    version: str
