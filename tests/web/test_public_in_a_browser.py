"""The public pages in a real browser: they fit, they break no rule, and they work without scripts."""

from collections.abc import Iterator
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PATHS = (
    "/",
    "/search?near=L4+3TH&free=yes&within=5",
    "/search?q=choir&near=Nowhere+upon+Nothing",
    "/search?q=i+want+to+die",
    "/asset/{choir}?near=L4+3TH",
    "/asset/{refuge}",
    "/guide/what",
    "/guide/where?near=Nowhere+upon+Nothing&wrong=yes",
    "/guide/how",
    "/guide/answers?need=MON",
    "/shortlist",
    "/accessibility",
    "/privacy",
    "/how-suggestions-are-made",
)


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """The address of the town's directory while a test lasts."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_every_page_fits_and_breaks_no_rule(page: Page, address: str, harbourside: dict[str, str]) -> None:
    for path in PATHS:
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address + path.format(**harbourside))
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} at {width}"
            found = Axe().run(page, options={"runOnly": RULES})
            assert found.violations_count == 0, f"{path} at {width}: {found.generate_report()}"


def test_two_results_stand_on_a_phones_first_screen(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/search?q=advice&near=L4+3TH")
    second = page.locator(".wm-card").nth(1).bounding_box()
    assert second
    assert second["y"] + second["height"] <= PHONE["height"]


def test_what_was_saved_comes_out_on_paper_without_scripts(
    browser: Browser, address: str, harbourside: dict[str, str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/asset/{harbourside['women']}")
    page.get_by_role("button", name="Save Harbour Women's Circle").click()
    expect(page.get_by_role("button", name="Saved Harbour Women's Circle")).to_be_visible()
    page.get_by_role("link", name="Your list").click()
    expect(page.get_by_text("1 Quay Street")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_text("1 Quay Street")).to_be_visible()
    expect(page.get_by_role("button", name="Empty this list")).to_be_hidden()
    context.close()


def test_words_are_offered_while_typing_and_can_be_left(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("In your own words").press_sequentially("deb", delay=20)
    option = page.locator("#q-suggestions option").first
    expect(option).to_have_attribute("value", "Debt and letters I'm scared to open")
