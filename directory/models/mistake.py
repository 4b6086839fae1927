"""What readers say is wrong with a listing, for a curator to look at."""

from datetime import datetime

from sqlmodel import Column, Field, SQLModel

from directory.models.base import Moment, new_id


class MistakeReport(SQLModel, table=True):
    """One reader's words about one listing. Nothing about the reader is kept.

    No foreign key: the report outlives the record it is about, as its revisions do.
    """

    __tablename__ = "mistake_report"

    id: str = Field(default_factory=new_id, primary_key=True)
    service_id: str = Field(index=True)
    words: str
    at: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))
