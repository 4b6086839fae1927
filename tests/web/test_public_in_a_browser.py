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
    "/search?q=skint+tuesday+open+now+in+bootle&only=skint&language=pl&audience=carer&sector=public&cost=5",
    "/search?q=advice+tuesday+afternoon&near=L4+3TH",
    "/search?q=i+want+to+die",
    "/asset/{choir}?near=L4+3TH&words=walton+sing",
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


def test_with_a_chip_for_what_was_meant_the_first_result_is_still_seen_at_once(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/search?q=skint+and+lonely+on+tuesday&near=L4+3TH")
    expect(page.get_by_role("list", name="What you asked for").get_by_role("link").first).to_be_visible()
    first = page.locator(".wm-card").first.bounding_box()
    assert first
    assert first["y"] + first["height"] <= PHONE["height"]


def test_what_was_meant_is_undone_and_put_back(page: Page, address: str) -> None:
    page.goto(f"{address}/search")
    page.locator("#header-search").fill("skint")
    page.locator("#header-search").press("Enter")
    page.get_by_role("link", name="skint: Money and bills").click()
    expect(page.get_by_role("link", name="skint: only the words")).to_be_visible()
    expect(page.get_by_text("Nothing matches “skint”")).to_be_visible()
    page.get_by_role("link", name="skint: only the words").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 result for “skint”")
    page.go_back()
    expect(page.get_by_role("link", name="skint: only the words")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_filters_on_a_phone_are_chosen_and_taken_off(browser: Browser, address: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/search?q=&near=L20+3EF")
    page.locator("summary", has_text="Filters").click()
    page.get_by_label("Up to £5").check()
    page.locator("summary", has_text="Run by").click()
    page.get_by_label("Community groups").check()
    page.get_by_role("button", name="Show results").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 results near L20 3EF")
    page.get_by_role("link", name="Remove Community groups").click()
    expect(page.get_by_role("link", name="Remove Up to £5")).to_be_visible()
    expect(page.get_by_role("link", name="Remove Community groups")).to_have_count(0)
    page.locator("summary", has_text="Filters").click()
    expect(page.get_by_label("Up to £5")).to_be_checked()
    context.close()


def test_marked_words_can_be_seen_in_forced_colours_and_are_quiet_on_paper(page: Page, address: str) -> None:
    page.goto(f"{address}/search?q=choir")
    mark = page.locator("mark").first
    ground = "getComputedStyle(document.querySelector('mark')).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 245, 214)"
    page.emulate_media(forced_colors="active")
    expect(mark).to_be_visible()
    assert page.evaluate(ground) != "rgb(255, 255, 255)"
    page.emulate_media(forced_colors="none", media="print")
    assert page.evaluate(ground) == "rgba(0, 0, 0, 0)"


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
