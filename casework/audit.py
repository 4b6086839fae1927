"""Who looked at a member's record."""

from datetime import timedelta

from sqlmodel import Session, col, select

from casework.models import Look
from directory.clock import now

ONE_LOOK = timedelta(minutes=15)
"""Opening the same page again within this time is the same look."""


def record_look(session: Session, member_id: str, *, account: str, page: str) -> None:
    """Note that this account opened this page of the record."""
    if has_just_looked(session, member_id, account=account, page=page):
        return
    session.add(Look(member_id=member_id, account=account, page=page, at=now()))
    session.flush()


def has_just_looked(session: Session, member_id: str, *, account: str, page: str) -> bool:
    """Whether this look would be the same as one that is noted."""
    recent = select(Look).where(
        Look.member_id == member_id,
        Look.account == account,
        Look.page == page,
        col(Look.at) > now() - ONE_LOOK,
    )
    return session.exec(recent).first() is not None


def list_looks(session: Session, member_id: str, limit: int = 200) -> list[Look]:
    """Who looked, newest first."""
    looks = select(Look).where(Look.member_id == member_id)
    return list(session.exec(looks.order_by(col(Look.at).desc(), Look.id).limit(limit)))
