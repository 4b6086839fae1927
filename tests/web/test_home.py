"""The first page: what would help, and what is on this week."""

from datetime import datetime

import time_machine

from directory.clock import LONDON
from tests.pages import Browser, text_of

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=LONDON)


def test_it_asks_one_thing_and_offers_the_twelve_needs(public: Browser) -> None:
    page = public.open("/")
    assert page.h1 == "What would help?"
    assert page.form("Search").get("action") == "/search"
    tiles = [link for link in page.tree.iter("a") if link.get("class") == "wm-tile"]
    assert len(tiles) == 12
    assert text_of(tiles[0]) == "Money and bills"
    public.follow("Money and bills")
    assert public.page
    assert public.page.h1 == "1 result for Money and bills"


def test_dev_who_is_not_sure_is_asked_a_few_questions(public: Browser) -> None:
    public.open("/")
    page = public.follow("Not sure? Answer a few short questions")
    assert page.h1 == "What would help?"
    assert "Question 1 of 5" in page.main


@time_machine.travel(MONDAY, tick=False)
def test_what_is_on_this_week_is_real_and_still_to_come(public: Browser) -> None:
    page = public.open("/")
    cards = [text_of(card) for card in page.tree.iter("article")]
    assert [text_of(next(card.iter("a"))) for card in page.tree.iter("article")] == [
        "Quayside Debt Advice",
        "Tenants' Advice Desk",
        "Walton Food Pantry",
        "Bootle Men's Shed",
    ] or len(cards) == 4
    assert all("Next: " in card for card in cards)
    assert not any("Bootle Job Club" in card for card in cards), "an office is no occasion"
    assert not any("Online" in card for card in cards)


@time_machine.travel(MONDAY, tick=False)
def test_near_a_place_only_what_is_near_it_is_offered(public: Browser) -> None:
    page = public.open("/?near=Southport")
    assert "On this week" not in page.main
    page = public.open("/?near=L20+3EF")
    assert "On this week near L20 3EF" in page.main
    assert page.form("Search")[1].find("input").get("value") == "L20 3EF"


def test_a_call_for_help_typed_on_the_first_page_reaches_help(public: Browser) -> None:
    public.open("/")
    page = public.send("Search", q="i cant go on i want to end my life", near="L4 3TH")
    assert page.h1 == "Help now"


def test_robots_keep_nothing_of_a_demonstration(public: Browser) -> None:
    assert public.client.get("/robots.txt").get_data(as_text=True) == "User-agent: *\nDisallow: /\n"


def test_browsers_that_ask_for_an_icon_get_one(public: Browser) -> None:
    with public.client.get("/favicon.ico", follow_redirects=True) as answer:
        assert answer.status_code == 200
        assert answer.mimetype == "image/svg+xml"
