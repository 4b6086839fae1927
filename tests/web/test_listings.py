"""Sue keeps the listing of Quayside Debt Advice; a curator reads what she sends before the public does."""

from typing import Any

import pytest
import time_machine

from directory.assets import get_asset
from directory.catalogue import Catalogue
from directory.kinds import Room
from tests.pages import Browser, Page, text_of

Town = dict[str, str]


def button_of(page: Page, begins: str) -> str:
    """The words of the first button that begins so."""
    words = (text_of(one) for one in page.tree.iter("button"))
    return next(one for one in words if one.startswith(begins))


def send_times(partner: Browser, town: Town, when: str = "Tuesdays 2pm to 4pm") -> None:
    """Write other times and send them for approval."""
    partner.open(f"/listings/{town['debt']}/edit/when")
    partner.send("Continue", when=when)
    partner.send("Send for approval")


def test_a_partner_changes_the_times_and_a_curator_approves(
    partner: Browser, curator: Browser, public: Browser, harbourside: Town
) -> None:
    partner.open("/listings")
    partner.follow("Quayside Debt Advice")
    partner.follow("Change: When")
    read = partner.send("Continue", when="Mon & Weds 10-12, Tues 2pm-4pm")
    assert "We read when it happens as" in read.main
    assert "Tuesdays, 2pm to 4pm" in read.main
    kept = partner.send("Send for approval")
    assert "It waits for approval" in kept.main
    assert "Tuesdays" not in public.open(f"/asset/{harbourside['debt']}").main

    curator.open("/desk")
    page = curator.follow("Look at the oldest: Changes to approve")
    assert "Was Mondays and Wednesdays, 10am to 12 noon" in page.main
    assert "Tuesdays, 2pm to 4pm" in page.main
    curator.send("Publish", note="Thank you, Sue")

    assert "Tuesdays, 2pm to 4pm" in public.open(f"/asset/{harbourside['debt']}").main
    assert "Thank you, Sue" in partner.open(f"/listings/{harbourside['debt']}").main


def test_a_declined_change_says_why_and_changes_nothing(
    partner: Browser, curator: Browser, public: Browser, harbourside: Town
) -> None:
    send_times(partner, harbourside)
    page = curator.open("/changes")
    curator.follow(next(words for words in page.links() if words.startswith("Quayside")))
    assert "Say why it is not published" in curator.send("Do not publish", status=422).main
    curator.send("Do not publish", note="The library is shut on Tuesdays.")
    page = partner.open(f"/listings/{harbourside['debt']}")
    assert "not published: “The library is shut on Tuesdays.”" in page.main
    assert "Tuesdays" not in public.open(f"/asset/{harbourside['debt']}").main


def test_what_was_sent_can_be_taken_back(partner: Browser, curator: Browser, harbourside: Town) -> None:
    send_times(partner, harbourside)
    assert partner.page
    partner.send(button_of(partner.page, "Take it back"))
    assert "Nothing you sent is waiting" in partner.page.main  # type: ignore[union-attr]
    assert "Nothing waits" in curator.open("/changes").main


def test_still_right_is_published_at_once(partner: Browser, public: Browser, harbourside: Town) -> None:
    partner.open(f"/listings/{harbourside['debt']}")
    assert "Checked today by the organiser" in partner.send("Still right").main
    assert "Checked today by the organiser" in public.open(f"/asset/{harbourside['debt']}").main


def test_still_right_does_not_stand_in_the_way_of_a_change(
    partner: Browser, curator: Browser, catalogue: Catalogue, harbourside: Town
) -> None:
    send_times(partner, harbourside)
    partner.open(f"/listings/{harbourside['debt']}")
    partner.send("Still right")
    curator.open("/desk")
    page = curator.follow("Look at the oldest: Changes to approve")
    assert "Checked" not in page.main.split("What would change")[1]
    curator.send("Publish")
    with catalogue.reading() as session:
        asset = get_asset(session, harbourside["debt"])
    assert asset.times[0].days == ("TU",)
    assert asset.assured_by == "organiser"
    assert asset.assured_date is not None


def test_a_claim_of_room_ends_by_itself(partner: Browser, catalogue: Catalogue, harbourside: Town) -> None:
    partner.open(f"/listings/{harbourside['debt']}")
    page = partner.send("Has a waiting list")
    assert "People see “Has a waiting list”, until" in page.main
    with catalogue.reading() as session:
        asset = get_asset(session, harbourside["debt"])
    assert asset.room is Room.WAITING_LIST
    assert asset.room_until
    with time_machine.travel(asset.room_until.replace(year=asset.room_until.year + 1), tick=True):
        later = Browser(partner.client.application)
        later.sign_in("partner@example.org", "correct horse battery")
        assert "Nobody has said lately" in later.open(f"/listings/{harbourside['debt']}").main


def test_a_room_that_there_is_not_is_refused(partner: Browser, harbourside: Town) -> None:
    partner.open(f"/listings/{harbourside['debt']}")
    page = partner.send("Taking new people", status=422, room="standing")
    assert "Say whether you are taking people" in page.main


@pytest.mark.parametrize("path", ["", "/edit", "/edit/when"])
def test_another_organisations_listing_is_not_there(partner: Browser, harbourside: Town, path: str) -> None:
    page = partner.open(f"/listings/{harbourside['choir']}{path}", status=404)
    assert "not one of your listings" in page.main


def test_a_partner_cannot_touch_another_listing_by_hand(
    partner: Browser, catalogue: Catalogue, harbourside: Town
) -> None:
    page = partner.open(f"/listings/{harbourside['debt']}")
    token = page.form("Still right").find("input[@name='csrf_token']").get("value")  # type: ignore[union-attr]
    for path in ("still-right", "room", "edit"):
        url = f"/listings/{harbourside['choir']}/{path}"
        assert partner.client.post(url, data={"csrf_token": token, "room": "full"}).status_code == 404
    with catalogue.reading() as session:
        assert get_asset(session, harbourside["choir"]).version == 1


def test_words_that_cannot_be_read_are_kept_and_it_is_said(partner: Browser, harbourside: Town) -> None:
    partner.open(f"/listings/{harbourside['debt']}/edit/when")
    page = partner.send("Continue", when="Whenever Sue is in")
    assert "We could not read when it happens from your words" in page.main
    assert "Whenever Sue is in" in page.main
    back = partner.send("Go back and change it")
    assert "Whenever Sue is in" in back.main


def test_a_wrong_postcode_gets_a_kind_word_and_keeps_what_was_typed(partner: Browser, harbourside: Town) -> None:
    partner.open(f"/listings/{harbourside['debt']}/edit/where")
    values: dict[str, Any] = {"venues-0-postcode": "L2O 3EF", "venues-0-address": "9 New Street"}
    page = partner.send("Continue", status=422, **values)
    assert "Did you mean L20 3EF?" in page.main
    assert "9 New Street" in page.html


def test_nothing_changed_is_nothing_to_send(partner: Browser, harbourside: Town) -> None:
    partner.open(f"/listings/{harbourside['debt']}/edit")
    assert "Nothing was changed yet" in partner.send("Continue", status=422).main


def test_the_whole_form_is_one_change(partner: Browser, harbourside: Town) -> None:
    partner.open(f"/listings/{harbourside['debt']}")
    partner.follow("Change several things at once")
    values: dict[str, Any] = {"needs": ["MON1", "HOU2"], "phones-0-number": "0151 4960007", "gender": "women"}
    page = partner.send("Continue", name="Quayside Money Help", url="quayside.example.org", **values)
    assert "Was Quayside Debt Advice Now Quayside Money Help" in page.main
    assert "Now Debt and letters I'm scared to open; Might lose my home" in page.main
    assert "0151 496 0007" in page.main
    assert "https://quayside.example.org" in page.main
    sent = partner.send("Send for approval")
    assert "Women only" in sent.main


def test_a_second_change_goes_on_from_the_first(partner: Browser, curator: Browser, harbourside: Town) -> None:
    send_times(partner, harbourside)
    partner.open(f"/listings/{harbourside['debt']}/edit/cost")
    partner.send("Continue", cost="£2")
    partner.send("Send for approval")
    curator.open("/desk")
    page = curator.follow("Look at the oldest: Changes to approve")
    assert "Tuesdays, 2pm to 4pm" in page.main
    assert "Was Free Now £2" in page.main


def test_html_in_a_name_is_only_letters(partner: Browser, curator: Browser, harbourside: Town) -> None:
    partner.open(f"/listings/{harbourside['debt']}/edit/what")
    page = partner.send("Continue", name="<b>Tea</b> & <script>alert(1)</script>")
    assert "<script>alert" not in page.html
    partner.send("Send for approval")
    curator.open("/desk")
    page = curator.follow("Look at the oldest: Changes to approve")
    assert "<b>Tea</b> & <script>alert(1)</script>" in page.main


def test_a_change_under_ones_hands_is_not_written_over(partner: Browser, curator: Browser, harbourside: Town) -> None:
    partner.open(f"/listings/{harbourside['debt']}/edit/cost")
    curator.open(f"/desk/listings/{harbourside['debt']}")
    curator.send("Mark as checked")
    page = partner.send("Continue", status=422, cost="£3")
    assert "Somebody else changed this listing while you were writing" in page.main
    assert "£3" in page.main
    assert "Was Free Now £3" in partner.send("Continue").main
