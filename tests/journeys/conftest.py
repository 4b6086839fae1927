"""A real server over Harbourside and a real browser in front of it. Every page a journey opens goes through axe."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import BrowserContext, Page
from werkzeug.serving import make_server

from recommender import reading_needs
from recommender.serving import serving_model
from recommender.text_space import text_space
from recommender.told import read_told
from tests.conftest import PASSWORD

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def warm() -> None:
    """What a server loads in the background when it starts, before an advisor opens her first conversation."""
    reading_needs.warm_up()
    serving_model()
    text_space()
    read_told("I'm 17")


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """The application, served in threads of this process."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any], request: pytest.FixtureRequest) -> dict[str, Any]:
    """A desktop, unless the test is marked to be on a phone or without scripts."""
    marked = {mark.name for mark in request.node.iter_markers()}
    return {
        **browser_context_args,
        "viewport": PHONE if "phone" in marked else DESKTOP,
        "java_script_enabled": "no_scripts" not in marked,
        "locale": "en-GB",
        "timezone_id": "Europe/London",
    }


class Visitor:
    """A person at a browser. `see` checks the page in hand with axe and that nothing scrolls sideways."""

    def __init__(self, page: Page, address: str, scripts: bool = True) -> None:
        self.page = page
        self.address = address
        self.scripts = scripts
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda message: self.faults.append(message.text) if message.type == "error" else None)

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.see()

    def press(self, words: str, exact: bool = True) -> None:
        """Press the button with these words, and look at where it leads."""
        self.page.get_by_role("button", name=words, exact=exact).first.click()
        self.page.wait_for_load_state()
        self.see()

    def follow(self, words: str, exact: bool = True) -> None:
        """Follow the link with these words."""
        self.page.get_by_role("link", name=words, exact=exact).first.click()
        self.page.wait_for_load_state()
        self.see()

    def fill(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).first.fill(words)

    def sign_in(self, role: str) -> None:
        self.open("/sign-in")
        self.fill("Email address", f"{role}@example.org")
        self.fill("Password", PASSWORD)
        self.press("Sign in")

    def see(self) -> None:
        """The page has no fault that axe finds, no script error, and fits its window. Axe itself needs scripts."""
        assert not self.faults, self.faults
        if not self.scripts:
            return
        found = Axe().run(self.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, f"{self.page.url}\n{found.generate_report()}"
        wide = self.page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{self.page.url} scrolls sideways by {wide} px"

    def text(self) -> str:
        """What stands on the page between header and footer."""
        return self.page.locator("main").inner_text()


@pytest.fixture
def visitor(context: BrowserContext, address: str, request: pytest.FixtureRequest) -> Visitor:
    """Somebody who has just opened a browser."""
    context.set_default_timeout(10_000)
    return Visitor(context.new_page(), address, scripts=request.node.get_closest_marker("no_scripts") is None)
