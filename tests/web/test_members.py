"""An advisor adds, finds and looks up members; what they agreed to and who looked is written down."""

import re
from typing import Any

import pytest

from casework.audit import list_looks
from casework.members import get_member, list_members
from casework.models import Member
from directory.catalogue import Catalogue
from tests.pages import Browser, Page


def add(advisor: Browser, **values: object) -> Page:
    """Add a member with a name and consent, and whatever else."""
    advisor.open("/members/new")
    return advisor.send("Save and talk", **{"preferred_name": "Maureen", "care": "yes", **values})


def members(catalogue: Catalogue) -> list[Member]:
    with catalogue.reading() as session:
        return list_members(session)


def test_a_name_and_a_yes_lead_straight_to_the_conversation(advisor: Browser, catalogue: Catalogue) -> None:
    page = add(advisor)
    assert page.h1 == "Talking with Maureen"
    assert [member.preferred_name for member in members(catalogue)] == ["Maureen"]


def test_everything_that_was_said_stands_on_her_page(advisor: Browser) -> None:
    add(
        advisor,
        postcode="L4 3TH",
        safe_contact="Ring in the morning",
        travel="bus",
        max_distance_miles="2.5",
        max_cost="0",
        access_needs=["step_free"],
        languages=["en", "pl"],
        birth_date=["27", "3", "1958"],
        circumstances=["carer"],
        barriers=["confidence"],
        sharing="no",
    )
    page = advisor.follow("Maureen")
    for words in (
        "L4 3TH",
        "Up to 2.5 miles",
        "Free things only",
        "Step-free access",
        "Polish",
        "27 Mar 1958",
        "Look after",
    ):
        assert words.replace(" ", "") in page.main.replace("\xa0", "").replace(" ", ""), words
    assert "Not agreed" in page.main


def test_without_consent_nothing_is_saved_and_there_is_another_way(advisor: Browser, catalogue: Catalogue) -> None:
    advisor.open("/members/new")
    page = advisor.send("Save and talk", status=422, preferred_name="Tommy", care="no")
    assert "Nothing was saved" in page.main
    assert "search together" in page.main
    assert members(catalogue) == []


def test_what_is_missing_is_said_and_what_was_typed_is_kept(advisor: Browser, catalogue: Catalogue) -> None:
    advisor.open("/members/new")
    page = advisor.send("Save and talk", status=422, safe_contact="Not on Sundays", birth_date=["31", "2", "1960"])
    assert "Enter a name to be called by" in page.main
    assert "Ask whether you may keep a record" in page.main
    assert "Enter a whole date of birth" in page.main
    assert "Not on Sundays" in page.main
    assert members(catalogue) == []


def test_a_postcode_that_we_do_not_know_is_asked_about_kindly(advisor: Browser, catalogue: Catalogue) -> None:
    advisor.open("/members/new")
    page = advisor.send("Save and talk", status=422, preferred_name="Dev", care="yes", postcode="L4 3ZZ")
    assert "Did you mean" in page.main
    likely = re.search(r"Use (L4 3\w\w)", page.main)
    assert likely
    advisor.send(f"Use {likely[1]}")
    assert [member.postcode for member in members(catalogue)] == [likely[1]]


def test_a_postcode_can_be_kept_as_it_is(advisor: Browser, catalogue: Catalogue) -> None:
    advisor.open("/members/new")
    advisor.send("Save and talk", status=422, preferred_name="Dev", care="yes", postcode="L4 3ZZ")
    advisor.send("Keep L4 3ZZ as it is")
    assert [member.postcode for member in members(catalogue)] == ["L4 3ZZ"]


@pytest.mark.parametrize(("typed", "kept"), [("no fixed address", None), ("NFA", None), ("Bootle", "Bootle")])
def test_no_fixed_address_is_fine(advisor: Browser, catalogue: Catalogue, typed: str, kept: str | None) -> None:
    add(advisor, postcode=typed)
    assert [member.postcode for member in members(catalogue)] == [kept]


def test_a_form_that_is_sent_twice_is_one_member(advisor: Browser, catalogue: Catalogue) -> None:
    advisor.open("/members/new")
    form = advisor.page
    advisor.send("Save and talk", preferred_name="Maureen", care="yes")
    advisor.page = form
    page = advisor.send("Save and talk", preferred_name="Maureen", care="yes")
    assert page.h1 == "Talking with Maureen"
    assert len(members(catalogue)) == 1


def test_a_name_is_found_without_standing_in_the_address(advisor: Browser) -> None:
    for name in ("Maureen", "Zoë"):
        add(advisor, preferred_name=name)
    advisor.open("/members")
    page = advisor.send("Find", name="zoe")
    assert "Zoë" in page.main
    assert "Maureen" not in page.main
    assert "zoe" not in page.url
    assert "Nobody of that name" in advisor.send("Find", name="Agnieszka").main


def test_somebody_elses_members_are_among_everyones(advisor: Browser, catalogue: Catalogue) -> None:
    add(advisor)
    with catalogue.writing() as session:
        list_members(session)[0].advisor_id = "another"
    assert "Nobody here yet" in advisor.open("/members").main
    page = advisor.follow("Everyone")
    assert "Maureen" in page.main
    assert "another advisor" in page.main


def test_details_change_and_the_second_who_changes_them_is_told(advisor: Browser, browser_of: Any) -> None:
    add(advisor)
    advisor.follow("Maureen")
    advisor.follow("Change details")
    other = browser_of("advisor")
    other.open(advisor.page.url if advisor.page else "")
    assert "Up to 2 miles" in advisor.send("Save", max_distance_miles="2").main.replace("\xa0", " ")
    page = other.send("Save", status=422, max_distance_miles="9")
    assert "Somebody changed this record" in page.main
    assert 'value="9' in page.html


def test_consent_is_given_and_taken_back_with_a_line_each(advisor: Browser) -> None:
    add(advisor)
    advisor.follow("Maureen")
    advisor.send("Yes to texts and emails")
    page = advisor.send("Taken back to texts and emails", how="in writing")
    assert page.main.count("Texts and emails") >= 3
    assert "in writing" in page.main


def test_when_keeping_a_record_is_taken_back_talking_ends(advisor: Browser) -> None:
    member = add(advisor).url
    advisor.follow("Maureen")
    page = advisor.send("Taken back to keeping a record")
    assert "Nothing more is written down" in page.main
    assert advisor.open(member).h1 == "Maureen"


def test_every_page_of_a_record_leaves_a_look(advisor: Browser, catalogue: Catalogue) -> None:
    add(advisor)
    advisor.follow("Maureen")
    advisor.follow("Change details")
    with catalogue.reading() as session:
        looks = list_looks(session, list_members(session)[0].id)
    assert {look.page for look in looks} == {"Conversation", "Details", "Details, to change them"}
    assert {look.account for look in looks} == {"advisor@example.org"}
    assert "Ann Advisor" in advisor.follow("Maureen").main


def test_her_page_is_for_advisors(browser_of: Any, advisor: Browser) -> None:
    conversation = add(advisor).url
    member = conversation.removesuffix("/conversation")
    for role in ("partner", "curator"):
        browser = browser_of(role)
        for address in (member, conversation, f"{member}/change", "/members", "/members/new"):
            page = browser.open(address, status=403)
            assert "Maureen" not in page.text
        assert browser.client.post(conversation, data={"do": "suggest"}).status_code in (400, 403)
    assert browser_of().open(member).h1 == "Sign in"


def test_there_is_no_such_member(advisor: Browser, catalogue: Catalogue) -> None:
    nobody = "/members/00000000-0000-4000-8000-000000000000"
    for address in (nobody, f"{nobody}/conversation", f"{nobody}/change"):
        assert "There is no such member" in advisor.open(address, status=404).main


def test_scripts_in_a_name_are_only_words(advisor: Browser, catalogue: Catalogue) -> None:
    page = add(advisor, preferred_name="<script>alert(1)</script>")
    assert page.h1 == "Talking with <script>alert(1)</script>"
    with catalogue.reading() as session:
        assert get_member(session, list_members(session)[0].id).preferred_name.startswith("<script>")
