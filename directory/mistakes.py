"""Mistakes that readers report: said on the public page, looked at by a curator, then settled."""

from sqlmodel import Session, col, select

from directory.assets import get_asset
from directory.clock import now
from directory.errors import Invalid, NotFound
from directory.models import MistakeReport

LONGEST = 2000
"""Characters that are kept of a report."""


def report_mistake(session: Session, asset_id: str, words: str) -> str:
    """Keep what somebody says is wrong with this listing; gives the id of the report.

    Invalid when nothing is said; NotFound for a listing that the public cannot see.
    """
    said = words.strip()
    if not said:
        raise Invalid("Say what is wrong, in a few words", field="words")
    if len(said) > LONGEST:
        raise Invalid(f"Say it in {LONGEST:,} characters or fewer", field="words")
    report = MistakeReport(service_id=get_asset(session, asset_id).id, words=said, at=now())
    session.add(report)
    session.flush()
    return report.id


def list_mistakes(session: Session, asset_id: str | None = None) -> list[MistakeReport]:
    """What waits to be looked at, oldest first; of one listing, or of all."""
    waiting = select(MistakeReport).order_by(col(MistakeReport.at), MistakeReport.id)
    return list(session.exec(waiting.where(MistakeReport.service_id == asset_id) if asset_id else waiting))


def settle_mistake(session: Session, report_id: str) -> None:
    """A curator has looked at it: the report goes. NotFound when somebody else was quicker."""
    report = session.get(MistakeReport, report_id)
    if report is None:
        raise NotFound("This report has been settled already.", field="report")
    session.delete(report)
    session.flush()
