"""A prescription: the few next steps that a member and her advisor settled on together."""

from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Column, Field, Relationship, SQLModel

from directory.models.base import Json, Moment, new_id, word_of


class PrescriptionStatus(StrEnum):
    DRAFT = "draft"
    ISSUED = "issued"


class Owner(StrEnum):
    """Who sees to it that a step happens."""

    MEMBER = "member"
    ADVISOR = "advisor"
    PARTNER = "partner"


class Step(SQLModel, table=True):
    """One thing to do. Without an `asset_id` it is something of her own, such as ringing a sister."""

    __tablename__ = "step"

    id: str = Field(default_factory=new_id, primary_key=True)
    prescription_id: str = Field(foreign_key="prescription.id", index=True)
    position: int = 0
    asset_id: str | None = Field(default=None, index=True)
    title: str
    """The asset's name as it was when it was agreed."""
    owner: Owner = Field(default=Owner.MEMBER, sa_type=word_of(Owner))
    due: date | None = None
    first_small_step: str | None = None
    goes_along: str | None = None
    ask_for: str | None = None
    bring: str | None = None
    needs: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    reasons: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))


class Prescription(SQLModel, table=True):
    """`link_token` opens it without an account until `link_expires_at`; None when the link was taken back."""

    __tablename__ = "prescription"

    id: str = Field(default_factory=new_id, primary_key=True)
    member_id: str = Field(foreign_key="member.id", index=True)
    advisor_id: str = Field(index=True)
    advisor_name: str = ""
    status: PrescriptionStatus = Field(default=PrescriptionStatus.DRAFT, sa_type=word_of(PrescriptionStatus))
    started_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    issued_at: datetime | None = Field(default=None, sa_column=Column(Moment))
    note: str | None = None
    """A few words for the member, on paper and behind the link."""
    ring: str | None = None
    """Whom she rings when it does not work out, with the number."""
    link_token: str | None = Field(default=None, unique=True)
    link_expires_at: datetime | None = Field(default=None, sa_column=Column(Moment))
    version: int = 1

    steps: list[Step] = Relationship(
        sa_relationship_kwargs={"cascade": "all, delete-orphan", "order_by": "Step.position"}
    )
