"""Consent: what was asked, what was said, and whether it stands now."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from casework.models import Consent, Purpose
from directory.clock import now
from directory.errors import Invalid

WORDING = {
    Purpose.CARE: "Is it all right if I write down what we talk about, so that we can make a plan together?",
    Purpose.SHARING: "May I pass on what is needed to the groups we agree on, so that they expect you?",
    Purpose.MESSAGES: "May we text or e-mail you about your plan?",
    Purpose.RESEARCH: "May we use what we learn, without your name, to make this better for others?",
}


def record_consent(session: Session, member_id: str, purpose: Purpose, given: bool, *, how: str, by: str) -> Consent:
    """Add a line to the ledger: given, or refused or withdrawn. Saying what stands already adds none."""
    last = next((line for line in list_consents(session, member_id) if line.purpose is purpose), None)
    if last is not None and last.given is given:
        return last
    line = Consent(
        member_id=member_id,
        purpose=purpose,
        given=given,
        wording=WORDING[purpose],
        how=how,
        recorded_by=by,
        at=_after(last),
    )
    session.add(line)
    session.flush()
    return line


def list_consents(session: Session, member_id: str) -> list[Consent]:
    """Every line of the ledger for a member, newest first."""
    lines = select(Consent).where(Consent.member_id == member_id)
    return list(session.exec(lines.order_by(col(Consent.at).desc(), Consent.id)))


def standing_consent(session: Session, member_id: str) -> dict[Purpose, bool | None]:
    """For each purpose the last word on it; None when it was never asked."""
    standing: dict[Purpose, bool | None] = dict.fromkeys(Purpose)
    for line in reversed(list_consents(session, member_id)):
        standing[line.purpose] = line.given
    return standing


def require_consent(session: Session, member_id: str) -> None:
    """Invalid unless she agrees that we keep a record: then nothing more is written down about her."""
    if not standing_consent(session, member_id)[Purpose.CARE]:
        raise Invalid("The agreement to keep a record was taken back, so nothing more is written down.", "care")


def _after(last: Consent | None) -> datetime:
    """Now; and after the line before it even where the clock stood still, for the last word counts."""
    return now() if last is None else max(now(), last.at + timedelta(microseconds=1))
