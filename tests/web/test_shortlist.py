"""Agnieszka keeps a list without an account and takes it to an advisor."""

import re
from urllib.parse import urlsplit

import pytest

from directory.assets import close_asset
from directory.catalogue import Catalogue
from tests.pages import Browser, text_of
from web.shortlist import MOST, read_ids, way_back, write_ids


def save(browser: Browser, name: str) -> None:
    browser.send(f"Save {name}")


def test_saving_comes_back_to_the_same_place_and_counts(public: Browser) -> None:
    public.open("/search?q=choir&near=L4+3TH")
    save(public, "Walton Waterfront Choir")
    assert public.page
    assert public.page.url.startswith("/search?q=choir")
    assert "Your list (1)" in public.page.text
    save_again = "Saved Walton Waterfront Choir (press to take it off your list)"
    public.send(save_again)
    assert "Your list (1)" not in public.page.text


def test_the_list_holds_what_was_saved_in_that_order(public: Browser, harbourside: dict[str, str]) -> None:
    for key, name in (("debt", "Quayside Debt Advice"), ("choir", "Walton Waterfront Choir")):
        public.open(f"/asset/{harbourside[key]}")
        save(public, name)
    page = public.open("/shortlist")
    assert [text_of(next(card.iter("a"))) for card in page.tree.iter("article")] == [
        "Quayside Debt Advice",
        "Walton Waterfront Choir",
    ]
    assert "Take this to an advisor" in page.main
    # On paper: whole addresses and telephones, without any script.
    assert "Walton Mission Hall, 12 Church Row, Liverpool, L4 3TH" in page.main
    assert "0151 496 0002" in page.main


def test_a_link_carries_it_to_another_device(public: Browser, browser_of: object, harbourside: dict[str, str]) -> None:
    public.open(f"/asset/{harbourside['choir']}")
    save(public, "Walton Waterfront Choir")
    page = public.open("/shortlist")
    link = urlsplit(page.links()["Open it on another device"])
    other: Browser = browser_of()  # type: ignore[operator]
    opened = other.open(f"{link.path}?{link.query}")
    assert opened.h1 == "A list from a link"
    assert "Walton Waterfront Choir" in opened.links()
    assert other.open("/shortlist").h1 == "Your list"
    assert "Nothing is on it yet" in other.open("/shortlist").main
    other.open(f"{link.path}?{link.query}")
    kept = other.send("Keep it on this device")
    assert kept.h1 == "Your list"
    assert "Walton Waterfront Choir" in kept.links()


def test_it_can_be_sent_and_emptied(public: Browser, harbourside: dict[str, str]) -> None:
    public.open(f"/asset/{harbourside['choir']}")
    save(public, "Walton Waterfront Choir")
    page = public.open("/shortlist")
    assert page.links()["Send it by e-mail"].startswith("mailto:?subject=Places%20to%20try&body=Walton%20Waterfront")
    assert page.links()["Send it as a text message"].startswith("sms:")
    assert "Nothing is on it yet" in public.send("Empty this list").main


def test_the_refuge_on_a_list_stays_secret(public: Browser, harbourside: dict[str, str]) -> None:
    public.open(f"/asset/{harbourside['refuge']}")
    save(public, "Safe Harbour Refuge")
    page = public.open("/shortlist")
    assert "Safe Harbour Refuge" in page.main
    assert not [one for one in ("Hidden House", "Secret Street", "L23 5SA", "Crosby") if one in page.html]


def test_what_is_gone_is_said_and_left_out(public: Browser, catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    public.open(f"/asset/{harbourside['choir']}")
    save(public, "Walton Waterfront Choir")
    with catalogue.writing() as session:
        close_asset(session, harbourside["choir"], actor="tests")
    page = public.open("/shortlist")
    assert re.search("1.thing on this list is no longer listed", page.main)
    assert "Walton Waterfront" not in page.html


@pytest.mark.parametrize("letters", ["", "!!!", "AAAA", "x" * 5000, "é", "%00", "AAAAAAAAAAAAAAAAAAAAAA"])
def test_a_broken_link_is_an_empty_list(public: Browser, letters: str) -> None:
    assert "Nothing is on it yet" in public.open(f"/shortlist?list={letters}").main


def test_an_id_that_is_none_is_not_kept(public: Browser, harbourside: dict[str, str]) -> None:
    page = public.open(f"/asset/{harbourside['choir']}")
    token = next(one.get("value") for one in page.tree.iter("input") if one.get("name") == "csrf_token")
    sent = {"csrf_token": token, "id": "<script>", "back": "//evil.example.org/"}
    answer = public.client.post("/shortlist/add", data=sent)
    assert answer.location == "/shortlist"
    assert "Nothing is on it yet" in public.open("/shortlist").main


def test_a_forged_form_changes_nothing(public: Browser, harbourside: dict[str, str]) -> None:
    assert public.client.post("/shortlist/add", data={"id": harbourside["choir"]}).status_code == 400


@pytest.mark.parametrize(
    "path", ["//evil.example.org", "/\\evil.example.org", "https://evil.example.org", "", "x", "/ a"]
)
def test_the_way_back_leads_nowhere_else(path: str) -> None:
    assert way_back(path, "/shortlist") == "/shortlist"


def test_thirty_ids_survive_a_link() -> None:
    ids = [f"00000000-0000-4000-8000-{number:012d}" for number in range(MOST)]
    assert read_ids(write_ids(ids)) == ids
    assert len(write_ids(ids)) <= 640
