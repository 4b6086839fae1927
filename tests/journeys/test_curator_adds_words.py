"""People look for something under a word that nobody here writes, until a curator says what they mean."""

import pytest
from flask import Flask
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser


def look_for(visitor: Visitor, words: str) -> None:
    visitor.open("/")
    visitor.fill("In your own words", words)
    visitor.page.locator("main form").first.get_by_role("button").click()
    visitor.page.wait_for_load_state()
    visitor.see()


def test_a_word_is_missed_three_times_then_added_then_found(visitor: Visitor, app: Flask) -> None:
    for words in ("lido", "lido in bootle", "the lido"):
        look_for(visitor, words)
        expect(visitor.page.locator("main")).to_contain_text("Nothing matches")
    app.extensions["waymark-notes"].settle()

    visitor.sign_in("curator")
    visitor.open("/desk")
    expect(visitor.page.locator("main")).to_contain_text("1 need or word that people looked for in vain")
    visitor.follow("Not found")
    visitor.follow("Add as a word people use", exact=False)
    expect(visitor.page.get_by_label("Words that people use")).to_have_value("lido")
    visitor.page.locator("summary", has_text="Body and habits").click()
    visitor.page.get_by_label("Move more").check()
    visitor.press("Save")
    expect(visitor.page.locator("main")).to_contain_text("“lido” means Move more")
    visitor.page.get_by_role("button", name="Sign out").first.click()

    look_for(visitor, "lido")
    expect(visitor.page.locator("ol.wm-cards > li").first).to_contain_text("Dock Road Gym")


@pytest.mark.phone
@pytest.mark.no_scripts
def test_words_are_kept_on_a_phone_without_scripts(visitor: Visitor) -> None:
    visitor.sign_in("curator")
    visitor.open("/words/add")
    visitor.fill("Words that people use", "warbling")
    visitor.fill("The same as", "choir")
    visitor.press("Save")
    assert "as good as “choir” (in 1\u00a0listing)" in visitor.text()
    visitor.follow("Remove warbling")
    visitor.press("Remove it")
    assert "The list is empty" in visitor.text()
