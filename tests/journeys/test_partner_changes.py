"""A partner changes when her group meets, and a curator approves it."""

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser


def test_a_new_time_is_sent_approved_and_published(
    visitor: Visitor, browser: Browser, harbourside: dict[str, str]
) -> None:
    asset = f"/asset/{harbourside['debt']}"
    visitor.sign_in("partner")
    visitor.follow("Quayside Debt Advice")
    visitor.press("Still right")
    assert "today" in visitor.text()

    visitor.open(f"/listings/{harbourside['debt']}/edit/when")
    visitor.page.locator("textarea").first.fill("Thursdays 2pm to 4pm")
    visitor.press("Continue")
    assert "Thursdays, 2pm to 4pm" in visitor.text()
    visitor.page.locator("button[name=send]").click()
    visitor.see()
    assert "waits for approval" in visitor.text()

    curator = Visitor(browser.new_context(viewport={"width": 1280, "height": 900}).new_page(), visitor.address)
    curator.sign_in("curator")
    curator.open("/changes")
    curator.follow("Quayside Debt Advice", exact=False)
    expect(curator.page.locator("main")).to_contain_text("Thursdays, 2pm to 4pm")
    curator.press("Publish")

    visitor.open(asset)
    assert "Thursdays, 2pm to 4pm" in visitor.text()
