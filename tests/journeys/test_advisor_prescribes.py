"""An advisor talks with Maureen, builds a plan with her, issues it, prints it, and she opens it on her own phone."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("warm")]

WORDS = "The letters about my debt frighten me. I used to love singing."
ONE_SHEET = re.compile(rb"/Type\s*/Page\b")


def begin(visitor: Visitor) -> None:
    """Signed in, with Maureen added and her conversation open."""
    visitor.sign_in("advisor")
    visitor.follow("Add someone new")
    visitor.fill("Name to be called by", "Maureen")
    visitor.fill("Postcode (optional)", "L4 3TH")
    visitor.page.get_by_role("group", name=re.compile("write down")).get_by_label("Yes").check()
    visitor.press("Save and talk")


def test_from_first_words_to_paper_and_her_own_phone(visitor: Visitor, browser: Browser) -> None:
    page = visitor.page
    begin(visitor)
    visitor.fill("What matters to me", WORDS)
    expect(page.locator("[data-saying]")).to_have_text("Saved")
    visitor.press("What might help")
    visitor.press("Quayside Debt Advice", exact=False)
    visitor.press("Walton Waterfront Choir", exact=False)
    visitor.fill("Something of my own", "Ring my sister Joan")
    visitor.press("Add it as a step")
    visitor.press("step 3", exact=False)
    page.locator("summary", has_text="Details of step 2").click()
    page.locator("[id^=goes_along-]").nth(1).fill("Ann comes along")
    expect(page.locator("[data-saying]")).to_have_text("Saved")
    visitor.press("Look it over and issue")
    visitor.fill("Ring, when it does not work out", "Ann on 0151 496 0100")
    visitor.press("Issue this plan")
    assert "Ann comes along" in visitor.text()

    link = str(page.locator(".wm-address").get_attribute("href"))
    visitor.follow("On one page")
    sheet = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(ONE_SHEET.findall(sheet)) == 1

    maureen = Visitor(browser.new_context(viewport=PHONE).new_page(), visitor.address)
    maureen.open(link.removeprefix(visitor.address))
    assert "Ring my sister Joan" in maureen.text()
    assert "Maureen" not in maureen.page.content()


def test_what_was_heard_is_undone_and_the_pathway_is_made_their_own(visitor: Visitor) -> None:
    page = visitor.page
    begin(visitor)
    visitor.fill("What matters to me", f"{WORDS} I'm 17. I can't do Thursdays. I don't see anyone.")
    visitor.press("What might help")
    visitor.press("Take away: Aged 17", exact=False)
    expect(page.get_by_role("button", name="Put back: Aged 17")).to_be_visible()
    expect(page.get_by_role("button", name="Take away: Free except Thursdays")).to_be_visible()

    visitor.fill("Why not others? Name a place or a kind of help", "men's shed")
    visitor.press("Look it up")
    assert "Not suggested because of a rule" in visitor.text()
    visitor.press("Keep it in the pathway", exact=False)
    assert "A rule would have kept it out" in visitor.text()
    expect(page.locator(".wm-pathway").get_by_text("Kept", exact=True)).to_have_count(1)

    swap = page.get_by_role("button", name="Swap", exact=False).first
    taken = str(swap.text_content()).removeprefix("Swap: ").split(" for ")
    swap.click()
    visitor.see()
    pathway = page.locator(".wm-pathway .wm-step__name")
    assert any(taken[0] in name for name in pathway.all_text_contents())
    visitor.press("Later", exact=False)
    order = [name.removesuffix(" (opens in a new tab)") for name in pathway.all_text_contents()]
    visitor.press("Use this pathway")
    expect(page.locator("#plan .wm-step__name")).to_have_text(order)
    expect(page.get_by_text("Left out (1)")).to_be_visible()


def test_a_button_pressed_while_saving_loses_nothing(visitor: Visitor) -> None:
    begin(visitor)
    slow: list[Any] = []
    visitor.page.route("**/conversation", lambda route: (slow.append(route), route.continue_())[1])
    box = visitor.page.get_by_label("What matters to me")
    box.fill(WORDS)
    visitor.page.wait_for_timeout(850)  # the save is on its way
    box.press_sequentially(" And the damp.")
    visitor.press("What might help")
    expect(box).to_have_value(f"{WORDS} And the damp.")
    expect(visitor.page.locator("main")).not_to_contain_text("Not saved")
    assert slow


@pytest.mark.phone
def test_words_of_danger_are_answered_on_the_first_screen(visitor: Visitor) -> None:
    begin(visitor)
    visitor.fill("What matters to me", "I want to die")
    expect(visitor.page.locator("[data-saying]")).to_contain_text("numbers to ring")
    visitor.press("What might help")
    visitor.page.evaluate("window.scrollTo(0, 0)")
    help_ = visitor.page.get_by_role("link", name="Samaritans").first.bounding_box()
    assert help_
    assert help_["y"] < PHONE["height"]


@pytest.mark.phone
def test_it_all_works_on_a_phone(visitor: Visitor) -> None:
    begin(visitor)
    visitor.fill("What matters to me", WORDS)
    visitor.press("What might help")
    visitor.press("Use this pathway")
    visitor.follow("3. Our plan (", exact=False)
    visitor.press("Look it over and issue")
    visitor.press("Issue this plan")
    visitor.follow("In large print")
    visitor.open("/members")
    visitor.follow("Details of Maureen")
    visitor.follow("Change details")
