"""What only a browser can tell: that it fits, that it can be used by everyone, and what the scripts do."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from tests.web.component_pages.app import create_pages

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def kept() -> list[str]:
    return []


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address of an application while the block lasts."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def address(kept: list[str]) -> Iterator[str]:
    with served(create_pages(kept)) as address:
        yield address


def test_two_whole_results_stand_on_a_phones_first_screen(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/results")
    second = page.locator(".wm-card").nth(1).bounding_box()
    assert second
    assert second["y"] + second["height"] <= PHONE["height"]


@pytest.mark.parametrize("path", ["/results", "/parts", "/talk"])
def test_nothing_runs_off_a_narrow_screen(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}{path}")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("path", ["/results", "/parts", "/talk"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_breaks_no_rule_of_wcag(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{path}")
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": rules})
    assert found.violations_count == 0, found.generate_report()


def test_the_map_stands_beside_the_list_on_a_wide_screen(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}/results")
    card, drawing = page.locator(".wm-card").first.bounding_box(), page.locator(".wm-map").bounding_box()
    assert card
    assert drawing
    assert drawing["x"] >= card["x"] + card["width"]
    assert abs(drawing["y"] - card["y"]) < 20


def test_with_tiles_the_same_pins_stand_on_leaflet(page: Page) -> None:
    with served(create_pages(tiles={"url": "/tile/{z}/{x}/{y}.png", "attribution": "© somebody"})) as address:
        page.goto(f"{address}/results")
        pins = page.locator(".wm-map .wm-map__disc")
        expect(pins).to_have_text(["1", "2", "3"])
        expect(page.locator(".wm-map svg[role=group]")).to_have_count(0)
        pins.nth(1).focus()
        page.keyboard.press("Enter")
        expect(page.locator(".leaflet-popup").get_by_role("link")).to_have_text(["Harbourside Community Pantry"])


def test_filters_stand_open_where_there_is_room_and_closed_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}/results")
    expect(page.get_by_label("3 miles")).to_be_visible()
    page.set_viewport_size(PHONE)
    expect(page.get_by_label("3 miles")).to_be_hidden()


def test_three_escapes_leave_and_back_does_not_return(page: Page, address: str) -> None:
    page.goto(f"{address}/talk")
    page.goto(f"{address}/results")
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url("**/weather")
    page.go_back()
    assert page.url.endswith("/talk")


def test_the_way_out_stays_in_reach_down_a_long_page(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/parts")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    expect(page.get_by_role("link", name="Leave now")).to_be_in_viewport()


def test_what_is_typed_saves_itself_and_says_so(page: Page, address: str, kept: list[str]) -> None:
    page.goto(f"{address}/talk")
    page.get_by_label("Words").press_sequentially("I am lonely")
    expect(page.get_by_role("status")).to_have_text("Saved")
    assert kept[-1] == "I am lonely"


def test_without_a_connection_it_says_that_nothing_is_lost(page: Page, address: str) -> None:
    page.goto(f"{address}/talk")
    page.context.set_offline(True)
    page.get_by_label("Words").fill("Still here")
    expect(page.get_by_role("status")).to_contain_text("Not saved")
    expect(page.get_by_label("Words")).to_have_value("Still here")


def test_the_summary_of_errors_takes_the_focus(page: Page, address: str) -> None:
    page.goto(f"{address}/parts")
    expect(page.locator(".nhsuk-error-summary")).to_be_focused()


def test_paper_has_the_words_and_no_addresses(page: Page, address: str) -> None:
    page.goto(f"{address}/results")
    page.emulate_media(media="print")
    expect(page.locator(".wm-header")).to_be_hidden()
    expect(page.locator(".wm-pager")).to_be_hidden()
    expect(page.get_by_role("link", name="Harbourside Money Advice").first).to_be_visible()
    after = page.evaluate("getComputedStyle(document.querySelector('.wm-card a'), '::after').content")
    assert after == "none"
