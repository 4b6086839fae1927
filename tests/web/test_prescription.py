"""A plan is looked over, issued, printed, opened by its link without an account, and taken back."""

from datetime import time

import pytest
from flask import Flask

from casework.text_messages import LONGEST, length
from directory.assets import change_asset, close_asset, get_asset
from directory.catalogue import Catalogue
from directory.listing import Slot
from tests.pages import Browser, Page, text_of


@pytest.fixture
def planning(advisor: Browser) -> Browser:
    """An advisor with Maureen's plan of two steps in the making."""
    advisor.open("/members/new")
    advisor.send("Save and talk", preferred_name="Maureen", care="yes", postcode="L4 3TH")
    advisor.send("What might help", what_matters="The letters about my debt frighten me. I used to love singing.")
    advisor.send("Add to plan: Walton Waterfront Choir")
    advisor.send("Add it as a step", own_step="Ring my sister Joan")
    return advisor


@pytest.fixture
def issued(planning: Browser) -> Browser:
    planning.send("Look it over and issue")
    planning.send("Issue this plan", note="You sang to me today.", ring="Ann on 0151 496 0100")
    return planning


def page_of(browser: Browser) -> Page:
    assert browser.page
    return browser.page


def link_of(browser: Browser) -> str:
    """The member's link, as it stands on the page of the plan."""
    shown = next(one for one in page_of(browser).tree.iter("a") if one.get("class") == "wm-address")
    return str(shown.get("href")).removeprefix("http://localhost")


def test_it_is_looked_over_before_it_is_issued(planning: Browser) -> None:
    page = planning.send("Look it over and issue")
    assert page.h1 == "Plan for Maureen"
    assert "Not issued yet" in page.main
    assert "Tuesdays, 7pm to 9pm" in page.main
    page = planning.send("Issue this plan", note="You sang to me today.", ring="Ann on 0151 496 0100")
    assert "The plan is issued" in page.main
    assert "You sang to me today." in page.main


def test_issued_twice_is_issued_once(planning: Browser) -> None:
    form = planning.send("Look it over and issue")
    planning.send("Issue this plan")
    first = link_of(planning)
    planning.page = form
    planning.send("Issue this plan")
    assert link_of(planning) == first


def test_what_changed_meanwhile_is_looked_over_again(planning: Browser) -> None:
    conversation = page_of(planning)
    form = planning.send("Look it over and issue")
    planning.page = conversation
    planning.send("Add it as a step", own_step="Sing at home")
    planning.page = form
    page = planning.send("Issue this plan", status=422, note="Kept")
    assert "Look at it again" in page.main
    assert "Kept" in page.main
    assert "Sing at home" in page.main


def test_paper_says_all_one_needs_to_go_and_not_who_she_is(issued: Browser) -> None:
    page = issued.follow("On one page")
    for words in (
        "Your plan",
        "Made together on",
        "Tuesdays, 7pm to 9pm",
        "Walton Mission Hall, 12 Church Row, Liverpool, L4 3TH",
        "£3.50",
        "0151 496 0002",
        "Your first small step",
        "Ring my sister Joan",
        "Ring Ann on 0151 496 0100",
        "116 123",
    ):
        assert words in page.main, words
    assert "Maureen" not in page.main
    assert "<title>Code that opens this plan</title>" in page.html
    assert "large" in page.links()["Large print"]
    assert "wm-sheet--large" in issued.follow("Large print").html


def test_each_step_is_a_short_text_message(issued: Browser) -> None:
    found = [one for one in page_of(issued).tree.iter("div") if one.get("class") == "wm-message"]
    messages = [text_of(one.find("p")) for one in found]
    assert len(messages) == 2
    assert messages[0].startswith("1. Walton Waterfront Choir. Tuesdays, 7pm to 9pm.")
    assert all(length(message) <= LONGEST for message in messages)
    assert "Ask before you send any" in page_of(issued).main


def test_the_link_opens_without_an_account_and_without_her_name(issued: Browser, public: Browser) -> None:
    page = public.open(link_of(issued))
    assert page.h1 == "Your plan"
    assert "Walton Waterfront Choir" in page.main
    assert "Maureen" not in page.html
    assert 'name="robots" content="noindex' in page.html
    answer = public.client.get(link_of(issued))
    assert "no-store" in answer.headers["Cache-Control"]
    assert "noindex" in answer.headers["X-Robots-Tag"]


def test_a_link_taken_back_opens_nothing(issued: Browser, public: Browser) -> None:
    link = link_of(issued)
    issued.send("Take the link back")
    assert "no longer opens a plan" in public.open(link, status=404).main
    issued.send("New link")
    assert link_of(issued) != link
    assert public.open(link_of(issued)).h1 == "Your plan"
    issued.send("New link instead")
    assert "no longer opens a plan" in public.open(link, status=404).main


@pytest.mark.parametrize("token", ["None", "x", "../members", "%00"])
def test_a_guess_opens_nothing(public: Browser, issued: Browser, token: str) -> None:
    assert public.client.get(f"/plan/{token}").status_code == 404


def test_what_has_closed_since_is_flagged(
    issued: Browser, public: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    with catalogue.writing() as session:
        close_asset(session, harbourside["choir"], actor="curator")
    page = public.open(link_of(issued))
    assert "This has closed" in page.main
    assert "Church Row" not in page.main
    assert "This has closed" in issued.open(page_of(issued).url).main


def test_what_has_changed_since_is_said_with_what_is_true_now(
    issued: Browser, public: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    with catalogue.writing() as session:
        listing = get_asset(session, harbourside["choir"], staff=True).listing
        times = (Slot(days=("WE",), opens_at=time(18), closes_at=time(20)),)
        change_asset(session, harbourside["choir"], listing.model_copy(update={"times": times}), actor="partner")
    page = public.open(link_of(issued))
    assert "Changed since your plan was made: when" in page.main
    assert "Wednesdays, 6pm to 8pm" in page.main


def test_a_new_version_takes_the_link_over(issued: Browser, public: Browser) -> None:
    link = link_of(issued)
    page = issued.send("Begin a new version")
    assert page.h1 == "Talking with Maureen"
    issued.send("Add it as a step", own_step="Sing at home")
    assert "Sing at home" not in public.open(link).main
    issued.send("Look it over and issue")
    issued.send("Issue this plan")
    assert link_of(issued) == link
    assert "Sing at home" in public.open(link).main


def test_a_sensitive_need_is_named_nowhere_others_may_read(
    planning: Browser, public: Browser, harbourside: dict[str, str]
) -> None:
    planning.send("What might help", what_matters="I need somewhere safe to stay from my husband's temper")
    planning.send("Add what would help", need="SAF1")
    page = planning.send("Look it up", q="refuge")
    planning.send(next(one for one in (text_of(b) for b in page.tree.iter("button")) if "Safe Harbour Refuge" in one))
    assert "A private appointment" in page_of(planning).main
    planning.send("Look it over and issue")
    planning.send("Issue this plan")
    link, plan = link_of(planning), page_of(planning).url
    for page in (public.open(link), planning.open(f"{plan}/paper"), planning.open(f"{plan}/paper?size=large")):
        assert "A private appointment" in page.main
        assert "The address is given when you ring" in page.main
        assert "0151 496 0003" in page.main
        for words in ("Refuge", "Safe Harbour", "Abuse", "abus", "Secret Street", "Hidden House", "L23"):
            assert words not in page.html, words


def test_plans_are_for_advisors_and_every_look_is_noted(
    issued: Browser, partner: Browser, curator: Browser, app: Flask
) -> None:
    plan = page_of(issued).url
    for browser in (partner, curator):
        for address in (plan, f"{plan}/paper"):
            browser.open(address, status=403)
    issued.follow("Maureen")
    looked = page_of(issued).main.split("Who looked")[1]
    assert "Plan" in looked
    assert "There is no such plan" in issued.open("/plans/00000000-0000-4000-8000-000000000000", status=404).main
