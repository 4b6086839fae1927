"""What was looked for and not found, counted."""

from datetime import date

from sqlmodel import Field, SQLModel


class SearchMiss(SQLModel, table=True):
    """How often in one week questions without an answer had one thing in them.

    Nothing else is known of a question: no row says which others belong to it.
    """

    __tablename__ = "search_miss"

    week: date = Field(primary_key=True)
    """Its Monday."""
    kind: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    area: str = Field(primary_key=True)
    """A local authority or a postcode district; empty where none is known, or none is to be kept."""
    times: int
