"""The curator's desk: work first, any listing, its history, and both sides of a dispute."""

from typing import Any

from directory.assets import change_asset, get_asset
from directory.catalogue import Catalogue
from directory.changes import propose_change
from directory.mistakes import report_mistake
from tests.pages import Browser
from tests.web.test_listings import button_of, send_times

Town = dict[str, str]


def test_the_desk_says_what_waits(curator: Browser, catalogue: Catalogue, harbourside: Town) -> None:
    with catalogue.writing() as session:
        report_mistake(session, harbourside["gym"], "It moved to <Dock> Road in June")
    page = curator.open("/desk")
    assert "Mistakes that readers report" in page.main
    assert "Not checked for a year and a half, or never Ring or write to them" in page.main
    assert "Changes to approve" not in page.main
    assert "It moved to <Dock> Road in June" in curator.follow("Read them: Mistakes that readers report").main
    assert "A reader says" in curator.follow("Dock Road Gym").main


def test_a_settled_mistake_leaves_the_desk(curator: Browser, catalogue: Catalogue, harbourside: Town) -> None:
    with catalogue.writing() as session:
        report_mistake(session, harbourside["gym"], "Closed on Mondays")
    page = curator.open("/desk/mistakes")
    button = button_of(page, "Settled")
    assert "Nothing is reported" in curator.send(button).main


def test_a_stale_listing_is_checked_and_leaves_the_list(curator: Browser, harbourside: Town) -> None:
    page = curator.open("/desk/doubtful/stale")
    assert "Bootle Men's Shed" in page.links()
    curator.follow("Bootle Men's Shed")
    assert "Checked today by the directory team" in curator.send("Mark as checked").main
    assert "Bootle Men's Shed" not in curator.open("/desk/doubtful/stale").links()


def test_the_other_doubts(curator: Browser, catalogue: Catalogue, harbourside: Town) -> None:
    unreachable = curator.open("/desk/doubtful/unreachable").links()
    assert "Harbour Women's Circle" in unreachable
    assert "Quayside Debt Advice" not in unreachable
    with catalogue.writing() as session:
        homeless = get_asset(session, harbourside["choir"]).listing.model_copy(update={"venues": ()})
        change_asset(session, harbourside["choir"], homeless, actor="tests")
    nowhere = curator.open("/desk/doubtful/nowhere").links()
    assert "Walton Waterfront Choir" in nowhere
    assert "Telephone Friends" not in nowhere
    curator.open("/desk/doubtful/ugly", status=404)


def test_any_listing_is_found_by_name_even_a_closed_one(curator: Browser, harbourside: Town) -> None:
    curator.open("/desk")
    page = curator.send("Find", name="lunch harbour")
    assert "Old Harbour Lunch Club" in page.links()
    assert "Closed" in page.main
    assert "Nothing of that name" in curator.send("Find", name="100%_").main


def test_a_curator_changes_a_listing_at_once_and_puts_it_back(
    curator: Browser, public: Browser, harbourside: Town
) -> None:
    choir = harbourside["choir"]
    curator.open(f"/desk/listings/{choir}")
    curator.follow("Change it")
    curator.send("Continue", description="We sing sea shanties.")
    page = curator.send("Publish")
    assert "Now We sing sea shanties." in page.main
    assert "We sing sea shanties." in public.open(f"/asset/{choir}").main
    curator.send(button_of(page, "Put back"))
    assert "No auditions" in public.open(f"/asset/{choir}").main


def test_closing_asks_why_and_opens_again(curator: Browser, public: Browser, harbourside: Town) -> None:
    gym = harbourside["gym"]
    curator.open(f"/desk/listings/{gym}")
    curator.follow("Close it")
    assert "Say why" in curator.send("Close it", status=422).main
    page = curator.send("Close it", reason="Building sold")
    assert "Building sold" in page.main
    public.open(f"/asset/{gym}", status=410)
    curator.send(button_of(page, "Put back"))
    public.open(f"/asset/{gym}")


def test_two_who_changed_the_same_are_both_shown(
    partner: Browser, curator: Browser, catalogue: Catalogue, harbourside: Town
) -> None:
    send_times(partner, harbourside)
    with catalogue.writing() as session:
        listing = get_asset(session, harbourside["debt"], staff=True).listing
        moved = listing.model_copy(update={"times": listing.times[:0], "url": "https://new.example.org"})
        change_asset(session, harbourside["debt"], moved, actor="feed")
    curator.open("/desk")
    page = curator.follow("Look at the oldest: Changes to approve")
    assert "Both sides changed the same since" in page.main
    assert "Published now nothing" in page.main
    assert "As sent in Tuesdays, 2pm to 4pm" in page.main
    curator.send("Publish")
    with catalogue.reading() as session:
        asset = get_asset(session, harbourside["debt"])
    assert asset.times[0].days == ("TU",)
    assert asset.url == "https://new.example.org"


def test_a_listing_changed_while_the_curator_looks_is_shown_again(
    partner: Browser, curator: Browser, catalogue: Catalogue, harbourside: Town
) -> None:
    send_times(partner, harbourside)
    curator.open("/desk")
    curator.follow("Look at the oldest: Changes to approve")
    partner.open(f"/listings/{harbourside['debt']}")
    partner.send("Still right")
    assert "changed while you were looking" in curator.send("Publish", status=409).main
    assert "Published" in curator.send("Publish").main


def test_a_change_that_is_said_already_is_answered_without_a_trace(
    partner: Browser, curator: Browser, catalogue: Catalogue, harbourside: Town
) -> None:
    send_times(partner, harbourside)
    curator.open(f"/desk/listings/{harbourside['debt']}/edit")
    curator.send("Continue", when="Tuesdays 2pm to 4pm")
    curator.send("Publish")
    curator.open("/desk")
    page = curator.follow("Look at the oldest: Changes to approve")
    assert "the listing says it already" in page.main
    assert "nothing was changed" in curator.send("Publish").main


def test_what_a_source_says_otherwise_is_declined_without_a_letter(
    curator: Browser, catalogue: Catalogue, harbourside: Town
) -> None:
    with catalogue.writing() as session:
        says = get_asset(session, harbourside["choir"]).listing.model_copy(update={"description": "We hum."})
        propose_change(session, harbourside["choir"], says, by="Bootle CVS", note="The source says otherwise")
    curator.open("/desk")
    page = curator.follow("Look at the oldest: Changes to approve")
    assert "Read from Bootle CVS" in page.main
    assert "A word to whoever sent it" not in page.main
    assert "the listing stays as it is" in curator.send("Do not publish").main
    with catalogue.reading() as session:
        assert "No auditions" in (get_asset(session, harbourside["choir"]).description or "")


def test_what_is_decided_cannot_be_decided_again(partner: Browser, curator: Browser, harbourside: Town) -> None:
    send_times(partner, harbourside)
    curator.open("/desk")
    first: Any = curator.follow("Look at the oldest: Changes to approve")
    curator.send("Publish")
    assert "This was published by curator@example.org" in curator.open(first.url).main
    curator.page = first
    assert "already approved" in curator.send("Publish", status=422).main
