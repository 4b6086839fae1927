"""Members as an advisor looks for one: by name, with when they last talked and how far the plan is."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import selectinload
from sqlmodel import Session, col, select

from casework.members import list_members
from casework.models import Conversation, Member, Prescription
from directory.understanding.wording import without_accents

PAGE = 400


@dataclass(frozen=True, slots=True)
class CaseloadEntry:
    """One member, when her words were last written down, and her newest plan (None: there was never one)."""

    member_id: str
    preferred_name: str
    talked_at: datetime | None
    plan: Prescription | None
    advisor_id: str


def list_caseload(session: Session, *, advisor_id: str | None = None, name: str = "") -> list[CaseloadEntry]:
    """Those whose name has all the words of `name` in it, talked with last first; all advisors' without one."""
    wanted = _plain(name).split()
    members = [
        member
        for member in list_members(session, advisor_id=advisor_id)
        if all(word in _plain(member.preferred_name) for word in wanted)
    ]
    talked, plans = _talked(session, members), _newest_plans(session, members)
    members.sort(key=lambda member: talked[member.id] or member.created_at, reverse=True)
    return [
        CaseloadEntry(
            member_id=member.id,
            preferred_name=member.preferred_name,
            talked_at=talked[member.id],
            plan=plans.get(member.id),
            advisor_id=member.advisor_id,
        )
        for member in members
    ]


def _talked(session: Session, members: list[Member]) -> dict[str, datetime | None]:
    found: dict[str, datetime | None] = {member.id: None for member in members}
    for ids in _pages(members):
        wanted = select(Conversation.member_id, Conversation.saved_at).where(col(Conversation.member_id).in_(ids))
        found.update(session.exec(wanted).all())
    return found


def _newest_plans(session: Session, members: list[Member]) -> dict[str, Prescription]:
    newest: dict[str, Prescription] = {}
    for ids in _pages(members):
        wanted = select(Prescription).where(col(Prescription.member_id).in_(ids))
        ordered = wanted.order_by(col(Prescription.started_at), Prescription.id)
        # To the type checker a relationship is the list that it gives.
        with_steps = ordered.options(selectinload(Prescription.steps))  # type: ignore[arg-type]
        newest |= {plan.member_id: plan for plan in session.exec(with_steps)}
    return newest


def _pages(members: list[Member]) -> list[list[str]]:
    ids = [member.id for member in members]
    return [ids[start : start + PAGE] for start in range(0, len(ids), PAGE)]


def _plain(name: str) -> str:
    """Small letters without accents: "zoe" finds Zoë."""
    return without_accents(name.casefold())
