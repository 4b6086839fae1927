"""What runs on a clock, and when it last did."""

from datetime import datetime

from sqlmodel import Column, Field, SQLModel

from directory.models.base import Moment


class PeriodicTask(SQLModel, table=True):
    """One task by its name. `message` is what it said of its last turn; `failures` are those in a row."""

    __tablename__ = "periodic_task"

    name: str = Field(primary_key=True)
    last_begun: datetime = Field(sa_column=Column(Moment, nullable=False))
    last_ended: datetime | None = Field(default=None, sa_column=Column(Moment))
    failures: int = 0
    message: str | None = None
