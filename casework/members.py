"""The verbs of members."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Session, col, select

from casework.consent import record_consent, require_consent
from casework.models import Conversation, Member, Purpose
from casework.wording import Tidy
from directory.clock import now
from directory.errors import Conflict, Duplicate, Invalid, NotFound
from recommender.seeker import Language

Short = Annotated[Annotated[str, Field(max_length=200)] | None, Tidy]
Sentence = Annotated[Annotated[str, Field(max_length=1000)] | None, Tidy]
Word = Annotated[str, Field(min_length=1, max_length=60)]


class MemberDetails(BaseModel):
    """What can be said of a member. Only a name to be called by must be there."""

    model_config = ConfigDict(extra="forbid")

    preferred_name: Annotated[str, Tidy, Field(min_length=1, max_length=200)]
    pronouns: Short = None
    birth_date: date | None = None
    gender: Literal["women", "men"] | None = None
    postcode: Short = None
    phone: Short = None
    email: Short = None
    safe_contact: Sentence = None
    access_needs: list[Word] = []
    access_text: Sentence = None
    languages: list[Language] = []
    circumstances: list[Word] = []
    barriers: list[Word] = []
    travel: Literal["walk", "wheel", "bus", "car"] | None = None
    max_distance_miles: float | None = Field(default=None, gt=0, le=500)
    max_cost: float | None = Field(default=None, ge=0, le=10_000)
    online: Literal["yes", "no", "only"] | None = None


def add_member(
    session: Session,
    details: MemberDetails,
    *,
    advisor_id: str,
    by: str,
    consents: Mapping[Purpose, bool],
    how: str = "spoken",
    member_id: str | None = None,
) -> str:
    """Add a member and what she agreed to; gives her id. Without consent to keep a record there is none.

    `member_id` is an id made before she was: the same one twice is a form that was sent twice, a Duplicate.
    """
    if not consents.get(Purpose.CARE):
        raise Invalid("Ask whether you may keep a record. Without that, plan on paper or search together.", "care")
    if member_id and session.get(Member, member_id):
        raise Duplicate("This was saved already.")
    member = Member(**details.model_dump(), advisor_id=advisor_id, created_at=now())
    member.id = member_id or member.id
    session.add(member)
    session.flush()
    session.add(Conversation(member_id=member.id))
    for purpose, given in consents.items():
        record_consent(session, member.id, purpose, given, how=how, by=by)
    return member.id


def change_member(session: Session, member_id: str, details: MemberDetails, *, expected_version: int) -> None:
    """Write down what is known now. Conflict when somebody else changed it after it was opened."""
    require_consent(session, member_id)
    member = get_member(session, member_id, for_change=True)
    if member.version != expected_version:
        raise Conflict("Somebody changed this record after you opened it. Look again; nothing was overwritten.")
    for name, value in details.model_dump().items():
        setattr(member, name, value)
    member.version += 1
    session.flush()


def choose_barriers(session: Session, member_id: str, *, add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
    """Note what stands in her way, or that it does no longer."""
    require_consent(session, member_id)
    member = get_member(session, member_id, for_change=True)
    kept = [barrier for barrier in member.barriers if barrier not in remove]
    member.barriers = kept + [barrier for barrier in dict.fromkeys(add) if barrier not in kept]
    session.flush()


def get_member(session: Session, member_id: str, *, for_change: bool = False) -> Member:
    """The member; NotFound when there is none. `for_change`: as she is now, and nobody else may change her now."""
    member = session.get(Member, member_id, with_for_update=for_change, populate_existing=for_change)
    if member is None:
        raise NotFound("There is no such member.")
    return member


def list_members(session: Session, *, advisor_id: str | None = None) -> list[Member]:
    """Members whose support goes on, newest first; only one advisor's when she is given."""
    wanted = select(Member).where(col(Member.closed_at).is_(None))
    if advisor_id:
        wanted = wanted.where(Member.advisor_id == advisor_id)
    return list(session.exec(wanted.order_by(col(Member.created_at).desc(), Member.id)))


def details_of(member: Member) -> MemberDetails:
    """What is known, as a form shows it."""
    known: dict[str, Any] = {name: getattr(member, name) for name in MemberDetails.model_fields}
    return MemberDetails(**known)


def age_of(member: Member, today: date) -> int | None:
    """Age in whole years, or None."""
    born = member.birth_date
    if born is None:
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
