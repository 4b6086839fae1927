"""What became of suggestions, as the recommender may learn from it: without names, ids or words of anybody.

Nobody writes down yet who went: an outcome goes no further than AGREED until that is kept.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import selectinload
from sqlmodel import Session, col, select

from casework.members import age_of
from casework.models import Consent, Conversation, Member, NotRelevant, Prescription, PrescriptionStatus, Purpose
from casework.models import SuggestionShown as Shown
from directory.clock import LONDON
from recommender.outcomes import AgeGroup, Became, Outcome, age_group

PAGE = 400


@dataclass
class _Course:
    """For each asset what became of it with one member: when, and with which reason."""

    ends: dict[str, list[tuple[date, Became, str | None]]] = field(default_factory=lambda: defaultdict(list))

    def note(self, asset_id: str, on: date, became: Became, reason: str | None = None) -> None:
        self.ends[asset_id].append((on, became, reason))

    def of(self, asset_id: str, shown: date, again: date | None) -> tuple[Became, str | None]:
        """What became of it after it was shown, until it was shown again; what went furthest counts."""
        since = [end for end in self.ends[asset_id] if end[0] >= shown and (again is None or end[0] < again)]
        _, became, reason = max(since, key=lambda end: _FURTHEST.index(end[1]), default=(shown, Became.SHOWN, None))
        return became, reason


_FURTHEST = (Became.SHOWN, Became.DECLINED, Became.ADDED, Became.AGREED, Became.ATTENDED, Became.GOING, Became.HELPED)


def collect_outcomes(session: Session, *, today: date) -> list[Outcome]:
    """Every suggestion that was noted, of members who say now that it may be learnt from, in the order of days."""
    talks = _talks(session)
    found: list[Outcome] = []
    for page in _pages(list(talks)):
        members = [talks[conversation][0] for conversation in page]
        courses = _courses(session, [member.id for member in members], today)
        for conversation, rows in _shown(session, page).items():
            member, talk = talks[conversation]
            group = age_group(age_of(member, today))
            found += _outcomes(rows, courses.get(member.id, _Course()), talk, group)
    return sorted(found, key=lambda one: (one.at, one.talk, one.position, one.asset_id))


def _outcomes(rows: Sequence[Shown], course: _Course, talk: int, group: AgeGroup | None) -> Iterator[Outcome]:
    days: dict[str, list[date]] = defaultdict(list)
    for row in rows:
        days[row.asset_id].append(row.shown_on)
    for row in rows:
        again = min((day for day in days[row.asset_id] if day > row.shown_on), default=None)
        became, reason = course.of(row.asset_id, row.shown_on, again)
        yield Outcome(
            asset_id=row.asset_id,
            needs=tuple(row.needs),
            position=row.position,
            readings=row.readings,
            became=became,
            at=row.shown_on,
            talk=talk,
            reason=reason,
            group=group,
        )


def _talks(session: Session) -> dict[str, tuple[Member, int]]:
    """The member of each conversation that may be learnt from, and its number."""
    agreed = _agreed(session)
    wanted = (
        select(Conversation.id, Member)
        .join(Member, col(Conversation.member_id) == Member.id)
        .where(col(Conversation.id).in_(select(Shown.conversation_id)))
        .order_by(Conversation.id)
    )
    learnt_from = [(conversation, member) for conversation, member in session.exec(wanted) if member.id in agreed]
    return {conversation: (member, number) for number, (conversation, member) in enumerate(learnt_from)}


def _agreed(session: Session) -> set[str]:
    """The members whose last word on research is yes."""
    lines = select(Consent.member_id, Consent.given).where(Consent.purpose == Purpose.RESEARCH)
    last = dict(session.exec(lines.order_by(col(Consent.at), col(Consent.id).desc())).all())
    return {member_id for member_id, given in last.items() if given}


def _shown(session: Session, conversations: Sequence[str]) -> Mapping[str, list[Shown]]:
    found: dict[str, list[Shown]] = defaultdict(list)
    for row in session.exec(select(Shown).where(col(Shown.conversation_id).in_(conversations)).order_by(Shown.id)):
        found[row.conversation_id].append(row)
    return found


def _courses(session: Session, member_ids: Sequence[str], today: date) -> Mapping[str, _Course]:
    courses: dict[str, _Course] = defaultdict(_Course)
    for mark in session.exec(select(NotRelevant).where(col(NotRelevant.member_id).in_(member_ids))):
        on = mark.at.astimezone(LONDON).date()
        courses[mark.member_id].note(mark.asset_id, on, Became.DECLINED, mark.reason)
    # To the type checker a relationship is the list that it gives.
    with_steps = selectinload(Prescription.steps)  # type: ignore[arg-type]
    for plan in session.exec(
        select(Prescription).where(col(Prescription.member_id).in_(member_ids)).options(with_steps)
    ):
        # When a step came into a plan that is still being made is not kept: it is there today.
        issued = plan.issued_at if plan.status is PrescriptionStatus.ISSUED else None
        on, became = (issued.astimezone(LONDON).date(), Became.AGREED) if issued else (today, Became.ADDED)
        for step in plan.steps:
            if step.asset_id:
                courses[plan.member_id].note(step.asset_id, on, became)
    return courses


def _pages(ids: list[str]) -> list[list[str]]:
    return [ids[start : start + PAGE] for start in range(0, len(ids), PAGE)]
