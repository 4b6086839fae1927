"""A member looks for somebody to help with debt, narrows it down and keeps what she finds."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser


@pytest.mark.phone
@pytest.mark.no_scripts
def test_she_finds_filters_and_saves_on_a_phone_without_scripts(visitor: Visitor) -> None:
    page = visitor.page
    visitor.open("/")
    visitor.fill("In your own words", "bailiffs")
    visitor.fill("Near", "L4 3TH")
    page.locator("main form").first.get_by_role("button").click()
    expect(page.locator("h1")).to_contain_text("L4 3TH")
    first = page.locator("ol.wm-cards > li").first
    expect(first).to_contain_text("Quayside Debt Advice")
    expect(first).to_contain_text("miles")

    page.locator("summary", has_text="filters").first.click()
    page.get_by_label("Free", exact=False).first.check()
    page.locator("details form").first.get_by_role("button").first.click()
    expect(page).to_have_url(re.compile("cost=free"))
    expect(page.locator("main")).to_contain_text("Quayside Debt Advice")

    page.locator("ol.wm-cards > li").first.get_by_role("button", name=re.compile("Save")).click()
    visitor.open("/shortlist")
    assert "Quayside Debt Advice" in visitor.text()

    visitor.follow("Quayside Debt Advice")
    assert "0151 496 0001" in visitor.text()
    assert page.locator('a[href="tel:01514960001"]').count() or page.locator('a[href^="tel:"]').count()


@pytest.mark.phone
def test_somebody_in_danger_sees_help_before_anything_else(visitor: Visitor) -> None:
    visitor.open("/search?q=i+want+to+die")
    help_, first_card = visitor.page.get_by_text("116 123").first, visitor.page.locator(".wm-cards").first
    box = help_.bounding_box()
    assert box
    assert box["y"] < 844, "help is on the first screen of a phone"
    expect(first_card).to_have_count(0)


def test_a_wide_screen_shows_list_and_map_with_the_same_numbers(visitor: Visitor) -> None:
    visitor.open("/search?q=&near=L4+3TH")
    numbers = visitor.page.locator("ol.wm-cards > li").count()
    pins = visitor.page.locator(".wm-finding__map svg a").count()
    assert 0 < pins <= numbers


def test_leaving_quickly_goes_somewhere_else(visitor: Visitor) -> None:
    visitor.open("/help-now")
    way_out = visitor.page.locator("[data-quick-exit]")
    assert str(way_out.get_attribute("href")).startswith("https://www.bbc.co.uk")


@pytest.mark.parametrize(
    "path",
    ["/", "/guide", "/shortlist", "/accessibility", "/privacy", "/how-suggestions-are-made", "/sign-in", "/nowhere"],
)
def test_every_public_page_is_sound(visitor: Visitor, path: str) -> None:
    visitor.page.goto(visitor.address + path)
    visitor.faults.clear()  # a missing page is a console message of the browser's own
    visitor.see()
