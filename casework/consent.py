"""Consent: what was asked, what was said, and whether it stands now."""

from sqlmodel import Session, col, select

from casework.models import Consent, Purpose
from directory.clock import now

WORDING = {
    Purpose.CARE: "Is it all right if I write down what we talk about, so that we can make a plan together?",
    Purpose.SHARING: "May I pass on what is needed to the groups we agree on, so that they expect you?",
    Purpose.MESSAGES: "May we text or e-mail you about your plan?",
    Purpose.RESEARCH: "May we use what we learn, without your name, to make this better for others?",
}


def record_consent(session: Session, member_id: str, purpose: Purpose, given: bool, *, how: str, by: str) -> Consent:
    """Add a line to the ledger: given, or refused or withdrawn."""
    line = Consent(
        member_id=member_id,
        purpose=purpose,
        given=given,
        wording=WORDING[purpose],
        how=how,
        recorded_by=by,
        at=now(),
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
