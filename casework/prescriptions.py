"""Prescriptions: the draft that is being made with a member, and the plans she has had."""

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from casework.consent import require_consent
from casework.members import get_member
from casework.models import Prescription, PrescriptionStatus
from directory.clock import now
from directory.errors import Invalid, NotFound


def open_draft(session: Session, member_id: str, *, advisor_id: str, advisor_name: str) -> Prescription:
    """The plan being made with this member: the draft there is, or a new, empty one."""
    require_consent(session, member_id)
    get_member(session, member_id, for_change=True)  # two who start at once get one draft
    draft = find_draft(session, member_id)
    if draft is None:
        draft = Prescription(member_id=member_id, advisor_id=advisor_id, advisor_name=advisor_name, started_at=now())
        session.add(draft)
        session.flush()
    return draft


def find_draft(session: Session, member_id: str) -> Prescription | None:
    """The plan being made with this member, or None."""
    return session.exec(plans_of(member_id).where(Prescription.status == PrescriptionStatus.DRAFT)).first()


def get_prescription(session: Session, prescription_id: str) -> Prescription:
    """The prescription; NotFound when there is none."""
    found = session.get(Prescription, prescription_id)
    if found is None:
        raise NotFound("There is no such plan.")
    return found


def list_prescriptions(session: Session, member_id: str) -> list[Prescription]:
    """All plans of a member, newest first."""
    return list(session.exec(plans_of(member_id)))


def last_ring(session: Session, advisor_id: str) -> str | None:
    """Whom this advisor last said to ring, to be offered again."""
    issued = select(Prescription.ring).where(Prescription.advisor_id == advisor_id, col(Prescription.ring).is_not(None))
    return session.exec(issued.order_by(col(Prescription.issued_at).desc()).limit(1)).first()


def hold_draft(session: Session, prescription: Prescription) -> None:
    """The plan as it is now, kept from others until the end; Invalid when it was issued."""
    session.refresh(prescription, with_for_update=True)
    if prescription.status is not PrescriptionStatus.DRAFT:
        raise Invalid("This plan was issued and stays as it is. Make a new version to change it.")


def touch(session: Session, prescription: Prescription) -> None:
    """It was changed: whoever opened it before has an old version."""
    prescription.version += 1
    session.add(prescription)
    session.flush()


def plans_of(member_id: str) -> SelectOfScalar[Prescription]:
    """All plans of a member, newest first, to be asked for further."""
    wanted = select(Prescription).where(Prescription.member_id == member_id)
    return wanted.order_by(col(Prescription.started_at).desc(), Prescription.id)
