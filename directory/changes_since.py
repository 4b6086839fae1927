"""What changed in the catalogue since somebody last looked: for whatever is made from all assets and kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from directory.models import Revision

OVERLAP = timedelta(minutes=10)
"""A change that was begun earlier may be committed later: so long before the newest one is looked again."""


@dataclass(frozen=True)
class Mark:
    """How far somebody has looked: the newest change, and how many there were within `OVERLAP` before it."""

    newest: datetime | None
    recent: int

    def as_json(self) -> dict[str, Any]:
        return {"newest": self.newest.isoformat() if self.newest else None, "recent": self.recent}

    @classmethod
    def read(cls, said: dict[str, Any]) -> "Mark":
        """From `as_json`. KeyError, TypeError or ValueError where it is none."""
        return cls(datetime.fromisoformat(said["newest"]) if said["newest"] else None, int(said["recent"]))


def mark_of(session: Session) -> Mark:
    """The mark of the catalogue as it is now; it differs whenever any asset has changed."""
    newest = session.exec(select(func.max(Revision.at))).one()
    if newest is None:
        return Mark(None, 0)
    since = select(func.count()).select_from(Revision).where(col(Revision.at) >= newest - OVERLAP)
    return Mark(newest, session.exec(since).one())


def list_changed(session: Session, since: Mark, *, most: int) -> list[str] | None:
    """The ids of assets that changed since this mark; None where those may be more than `most`, or nobody knows."""
    if since.newest is None:
        return None
    wanted = select(Revision.service_id).where(col(Revision.at) >= since.newest - OVERLAP).distinct().limit(most + 1)
    found = list(session.exec(wanted))
    return found if len(found) <= most else None
