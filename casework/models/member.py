"""A member: who she is, where she lives, and what has to be thought of when something is found for her."""

from datetime import date, datetime

from sqlmodel import Column, Field, SQLModel

from directory.models.base import Json, Moment, new_id


def _list() -> list[str]:
    column = Column(Json, nullable=False)
    listed: list[str] = Field(default_factory=list, sa_column=column)
    return listed


class Member(SQLModel, table=True):
    """Whatever is None or empty is not known; nobody has to say more than a name to be called by."""

    __tablename__ = "member"

    id: str = Field(default_factory=new_id, primary_key=True)
    preferred_name: str
    pronouns: str | None = None
    birth_date: date | None = None
    gender: str | None = None
    """women or men, asked only to find groups that are for one of them."""
    postcode: str | None = None
    phone: str | None = None
    email: str | None = None
    safe_contact: str | None = None
    """How and when it is safe to ring or write, in words."""
    access_needs: list[str] = _list()
    access_text: str | None = None
    languages: list[str] = _list()
    circumstances: list[str] = _list()
    barriers: list[str] = _list()
    travel: str | None = None
    max_distance_miles: float | None = None
    max_cost: float | None = None
    online: str | None = None
    advisor_id: str = Field(index=True)
    created_at: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))
    closed_at: datetime | None = Field(default=None, sa_column=Column(Moment))
    version: int = 1
