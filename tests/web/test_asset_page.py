"""One asset's page: what a person wants to know before she goes."""

from collections.abc import Iterator
from datetime import date, datetime, time

import pytest
import time_machine

from directory.assets import add_asset, change_asset, close_asset
from directory.catalogue import Catalogue
from directory.clock import LONDON
from directory.kinds import Room, Status
from directory.listing import Listing, Slot
from directory.mistakes import list_mistakes
from tests.harbourside import BOOTLE_HALL, LIBRARY, LISTINGS
from tests.pages import Browser
from web.security import limiter

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=LONDON)
SECRETS = ("Hidden House", "Secret Street", "L23 5SA", "53.487", "-3.035", "Crosby")


@pytest.fixture(autouse=True)
def unthrottled(app: object) -> Iterator[None]:
    """Other tests' reports do not count."""
    limiter.reset()
    yield
    limiter.reset()


@time_machine.travel(MONDAY, tick=False)
def test_maureen_reads_all_she_needs_to_go(public: Browser, harbourside: dict[str, str]) -> None:
    page = public.open(f"/asset/{harbourside['debt']}?near=L3+4AA")
    assert page.h1 == "Quayside Debt Advice"
    for words in (
        "Is it for me?", "What happens when I come?", "When is it?", "What will it cost me?",
        "How do I get there, and can I get in?", "Whom do I ring?", "Who says so?",
        "today, 10am", "Mon 23 Nov, 10am to 12 noon", "Wed 25 Nov, 10am to 12 noon",
        "Mondays and Wednesdays, 10am to 12 noon", "Free", "1 Quay Street", "Step-free access",
        "Ask for Sue, Coordinator", "Checked 4 weeks ago by the organiser", "Just turn up",
    ):  # fmt: skip
        assert words in page.main.replace("\N{NO-BREAK SPACE}", " "), words
    assert page.links()["0151 496 0001"] == "tel:01514960001"
    assert "from L3 4AA" in page.main


def test_what_is_not_known_is_said_and_is_not_no(public: Browser, harbourside: dict[str, str]) -> None:
    page = public.open(f"/asset/{harbourside['choir']}")
    assert "No step-free access" in page.main
    assert "Not known: room for wheelchairs, accessible toilet" in page.main
    page = public.open(f"/asset/{harbourside['gym']}")
    assert "The times are not stated. Ask before you go." in page.main
    assert "No telephone or e-mail is listed" in page.main


@pytest.mark.parametrize("more", ["", "?near=L23+4AA", "/calendar.ics"])
def test_nothing_leads_to_the_refuges_door(public: Browser, harbourside: dict[str, str], more: str) -> None:
    url = f"/asset/{harbourside['refuge']}"
    if more == "/calendar.ics":
        shown = public.client.get(url + more).get_data(as_text=True)
    else:
        page = public.open(url + more)
        shown = page.html
        assert "Address is not public (Sefton)" in page.main
        assert "0151 496 0003" in page.main
        assert "wm-map" not in shown
    assert not [secret for secret in SECRETS if secret in shown]


def test_a_refuge_with_times_says_no_address_in_a_calendar(
    public: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    with catalogue.writing() as session:
        refuge = LISTINGS["refuge"].model_copy(update={"times": (Slot(days=("MO",), opens_at=time(10)),)})
        change_asset(session, harbourside["refuge"], refuge, actor="tests")
    text = public.client.get(f"/asset/{harbourside['refuge']}/calendar.ics").get_data(as_text=True)
    assert "Safe Harbour Refuge" in text
    assert not [secret for secret in SECRETS if secret in text]


def test_a_withdrawn_place_leads_on_and_says_nothing_else(
    public: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    with catalogue.writing() as session:
        close_asset(session, harbourside["choir"], actor="tests")
    page = public.open(f"/asset/{harbourside['choir']}", status=410)
    assert page.h1 == "This is no longer listed"
    assert "Walton" not in page.main
    assert public.follow("Meet people").h1 == "2 results for Meet people"


def test_a_draft_and_a_made_up_address_are_not_there(
    public: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    with catalogue.writing() as session:
        draft = add_asset(session, Listing(name="Not yet", status=Status.DRAFT), actor="tests")
    for asset_id in (draft, "nothing", "1' OR '1'='1"):
        page = public.open(f"/asset/{asset_id}", status=404)
        assert "Search the directory" in page.links()
        assert "Not yet" not in page.html


def test_tommy_reports_a_mistake_and_a_curator_can_read_it(
    public: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    public.open(f"/asset/{harbourside['sheds']}?near=L20+3EF")
    page = public.send("Tell us", words="It is <b>Fridays</b> now")
    assert "Thank you" in page.main
    assert "near=L20" in page.url
    with catalogue.reading() as session:
        [report] = list_mistakes(session, harbourside["sheds"])
        assert report.words == "It is <b>Fridays</b> now"


@pytest.mark.parametrize("words", ["", "   ", "x" * 2001])
def test_a_report_that_says_nothing_or_too_much_comes_back(
    public: Browser, catalogue: Catalogue, harbourside: dict[str, str], words: str
) -> None:
    public.open(f"/asset/{harbourside['sheds']}")
    page = public.send("Tell us", status=422, words=words)
    assert "There is a problem" in page.main
    with catalogue.reading() as session:
        assert list_mistakes(session) == []


def test_a_program_that_fills_in_every_field_is_thanked_and_not_kept(
    public: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    public.open(f"/asset/{harbourside['sheds']}")
    public.send("Tell us", words="Cheap watches", subject="Cheap watches")
    with catalogue.reading() as session:
        assert list_mistakes(session) == []


def test_a_flood_of_reports_is_slowed_down(public: Browser, harbourside: dict[str, str]) -> None:
    for _ in range(10):
        public.open(f"/asset/{harbourside['sheds']}")
        public.send("Tell us", words="Wrong")
    public.open(f"/asset/{harbourside['sheds']}")
    page = public.send("Tell us", status=429, words="Wrong")
    assert "Please wait a moment" in page.h1


def test_what_is_hostile_in_a_listing_is_only_words(public: Browser, catalogue: Catalogue) -> None:
    listing = Listing(
        name="<script>alert(1)</script>", description="<img src=x onerror=alert(1)>", url="javascript:alert(1)"
    )
    with catalogue.writing() as session:
        asset_id = add_asset(session, listing, actor="tests")
    page = public.open(f"/asset/{asset_id}")
    assert page.h1 == "<script>alert(1)</script>"
    assert "javascript:" not in page.html
    assert "<script>alert" not in page.html
    assert "<img" not in page.html


def test_paused_and_full_are_said_first(public: Browser, catalogue: Catalogue) -> None:
    paused = LISTINGS["choir"].model_copy(update={"status": Status.PAUSED, "alert": "Back in January."})
    full = LISTINGS["debt"].model_copy(update={"room": Room.FULL, "name": "Full House"})
    with catalogue.writing() as session:
        ids = [add_asset(session, one, actor="tests") for one in (paused, full)]
    page = public.open(f"/asset/{ids[0]}")
    assert "It is closed for now. Ring before you go." in page.main
    assert "Back in January." in page.main
    assert "Full at the moment" in public.open(f"/asset/{ids[1]}").main


def test_several_venues_come_nearest_first(public: Browser, harbourside: dict[str, str]) -> None:
    page = public.open(f"/asset/{harbourside['housing']}?near=L4+3TH")
    assert page.main.index("12 Church Row") < page.main.index("1 Quay Street")
    assert "1 more place" in page.main.replace("\N{NO-BREAK SPACE}", " ")


def test_similar_places_are_offered(public: Browser, harbourside: dict[str, str]) -> None:
    page = public.open(f"/asset/{harbourside['sheds']}")
    assert "Similar, nearby" in page.main
    assert "Harbour Women's Circle" in page.links()


def test_doubt_on_a_bank_holiday_is_said(public: Browser, harbourside: dict[str, str]) -> None:
    with time_machine.travel(datetime(2026, 12, 26, 9, 0, tzinfo=LONDON), tick=False):
        page = public.open(f"/asset/{harbourside['debt']}")
    assert "Mon 28 Dec" in page.main.replace("\N{NO-BREAK SPACE}", " ")
    assert "may not meet: bank holiday" in page.main


def test_every_kind_of_listing_has_a_page(public: Browser, harbourside: dict[str, str]) -> None:
    for key, asset_id in harbourside.items():
        if key != "closed":
            assert public.open(f"/asset/{asset_id}").h1 == LISTINGS[key].name


def test_a_single_date_at_one_of_two_venues_names_the_venue(public: Browser, catalogue: Catalogue) -> None:
    on = date(2026, 11, 26)
    there = BOOTLE_HALL.model_copy(
        update={"times": (Slot(opens_at=time(14), closes_at=time(16), valid_from=on, valid_to=on),)}
    )
    with catalogue.writing() as session:
        asset_id = add_asset(session, Listing(name="Autumn Fair", venues=(LIBRARY, there)), actor="tests")
    with time_machine.travel(MONDAY, tick=False):
        page = public.open(f"/asset/{asset_id}")
    assert "Thu 26 Nov, 2pm to 4pm, Bootle Strand Rooms" in page.main.replace("\N{NO-BREAK SPACE}", " ")
