"""A member is added with her consent, changed by one hand at a time, and found by her name."""

from datetime import date

import pytest
from pydantic import ValidationError
from sqlmodel import Session

from casework.caseload import list_caseload
from casework.consent import record_consent
from casework.conversations import save_words
from casework.members import (
    MemberDetails,
    add_member,
    age_of,
    change_member,
    choose_barriers,
    details_of,
    get_member,
    list_members,
)
from casework.models import Member, Purpose
from casework.prescriptions import open_draft
from casework.steps import add_step
from directory.errors import Conflict, Duplicate, Invalid, NotFound
from tests.casework.conftest import ANN, new_member


@pytest.mark.parametrize("answers", [{}, {Purpose.CARE: False}, {Purpose.SHARING: True}])
def test_without_consent_to_keep_a_record_there_is_none(session: Session, answers: dict[Purpose, bool]) -> None:
    with pytest.raises(Invalid, match="plan on paper") as refusal:
        add_member(session, MemberDetails(preferred_name="Tommy"), advisor_id="ann", by=ANN, consents=answers)
    assert refusal.value.field == "care"
    assert list_members(session) == []


def test_a_form_that_was_sent_twice_is_one_member(session: Session) -> None:
    once = "5ba0a1a3-3f0c-4a0e-9f0a-000000000001"
    agreed = {Purpose.CARE: True}
    dev = MemberDetails(preferred_name="Dev")
    assert add_member(session, dev, advisor_id="ann", by=ANN, consents=agreed, member_id=once) == once
    with pytest.raises(Duplicate):
        add_member(session, dev, advisor_id="ann", by=ANN, consents=agreed, member_id=once)
    assert [member.id for member in list_members(session)] == [once]


def test_what_is_known_is_kept_and_what_is_only_space_is_not(session: Session) -> None:
    known = {"postcode": " L4 3TH ", "phone": "   ", "safe_contact": "Mornings\r\nNot Sundays\x00", "languages": ["pl"]}
    member = get_member(session, new_member(session, " Agnieszka ", **known))
    assert (member.preferred_name, member.postcode, member.phone) == ("Agnieszka", "L4 3TH", None)
    assert member.safe_contact == "Mornings\nNot Sundays"
    assert details_of(member).languages == ["pl"]


@pytest.mark.parametrize(
    "wrong", [{"preferred_name": " "}, {"max_distance_miles": 0}, {"languages": ["Polish!"]}, {"phone": "0" * 201}]
)
def test_what_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        MemberDetails.model_validate({"preferred_name": "Dev", **wrong})


def test_the_second_of_two_who_change_at_once_is_told(session: Session, maureen: str) -> None:
    opened = get_member(session, maureen).version
    change_member(session, maureen, MemberDetails(preferred_name="Mo"), expected_version=opened)
    with pytest.raises(Conflict):
        change_member(session, maureen, MemberDetails(preferred_name="Maureen B"), expected_version=opened)
    assert get_member(session, maureen).preferred_name == "Mo"


def test_nobody_is_nobody(session: Session) -> None:
    with pytest.raises(NotFound):
        get_member(session, "nobody")


def test_barriers_come_and_go(session: Session, maureen: str) -> None:
    choose_barriers(session, maureen, add=["confidence", "cost", "cost"])
    choose_barriers(session, maureen, remove=["confidence"])
    assert get_member(session, maureen).barriers == ["cost"]


def test_age_counts_whole_years() -> None:
    def born(day: date) -> Member:
        return Member(preferred_name="Dev", birth_date=day)

    assert age_of(born(date(1960, 11, 24)), date(2026, 11, 23)) == 65
    assert age_of(born(date(1960, 11, 23)), date(2026, 11, 23)) == 66
    assert age_of(Member(preferred_name="Dev"), date(2026, 11, 23)) is None


def test_a_caseload_is_found_by_name_and_whose_it_is(session: Session) -> None:
    for name, advisor in (("Zoë Bright", "ann"), ("Maureen", "ann"), ("Maurice", "bob")):
        new_member(session, name, advisor)

    def names(**asked: str) -> set[str]:
        return {entry.preferred_name for entry in list_caseload(session, **asked)}  # type: ignore[arg-type]

    assert names(name="mau") == {"Maureen", "Maurice"}
    assert names(name="mau", advisor_id="ann") == {"Maureen"}
    assert names(name="bright zoe") == {"Zoë Bright"}
    assert names(name="100%") == set()


def test_who_was_talked_with_last_comes_first_with_her_newest_plan(session: Session, maureen: str) -> None:
    new_member(session, "Dev")
    save_words(session, maureen, what_matters="I miss singing", strengths="", by=ANN)
    add_step(session, open_draft(session, maureen, advisor_id="ann", advisor_name="Ann"), None, title="Sing at home")
    first, second = list_caseload(session)
    assert first.preferred_name == "Maureen"
    assert first.plan is not None
    assert [step.title for step in first.plan.steps] == ["Sing at home"]
    assert (second.preferred_name, second.talked_at, second.plan) == ("Dev", None, None)


def test_when_consent_is_taken_back_nothing_more_is_written(session: Session, maureen: str) -> None:
    record_consent(session, maureen, Purpose.CARE, False, how="spoken", by=ANN)
    for write in (
        lambda: save_words(session, maureen, what_matters="More", strengths="", by=ANN),
        lambda: change_member(session, maureen, MemberDetails(preferred_name="Mo"), expected_version=1),
        lambda: open_draft(session, maureen, advisor_id="ann", advisor_name="Ann"),
        lambda: choose_barriers(session, maureen, add=["cost"]),
    ):
        with pytest.raises(Invalid, match="taken back"):
            write()
