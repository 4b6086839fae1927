"""A curator decides whether two records are the same, one after another, and takes it back."""

from typing import Any

import pytest

from directory.assets import add_asset, change_asset, find_asset, get_asset
from directory.catalogue import Catalogue
from directory.duplicates.merging import successor_of
from directory.duplicates.pairs import count_waiting_pairs, hold_pair, pair_id
from directory.kinds import Attending
from directory.listing import Listing, Phone
from directory.matching.judgement import Decision, Judgement
from tests.harbourside import WALTON_HALL
from tests.pages import Browser

Town = dict[str, str]
TWIN = Listing(
    name="Waterfront Choir",
    description="A friendly singing group. No auditions, tea at half time.",
    attending=(Attending.IN_PERSON,),
    venues=(WALTON_HALL,),
    phones=(Phone(number="0151 496 0002"),),
    email="choir@example.org",
)


def hold(catalogue: Catalogue, one: str, other: str, probability: float, *reasons: str) -> str:
    judged = Judgement(probability, Decision.PERHAPS, reasons)
    with catalogue.writing() as session:
        hold_pair(session, one, other, judged, model_version="1.0", run_id=None)
    return pair_id(one, other)


@pytest.fixture
def twin(catalogue: Catalogue, harbourside: Town) -> str:
    """The id of a second record of the choir; the pair waits."""
    with catalogue.writing() as session:
        twin = add_asset(session, TWIN, actor="Sefton CVS")
    hold(catalogue, harbourside["choir"], twin, 0.6, "same phone", "40 m apart")
    return twin


def keeping(page: Any, asset_id: str) -> str:
    """The words of the button that keeps this one."""
    for button in page.tree.iter("button"):
        if button.get("value") == asset_id:
            return " ".join("".join(button.itertext()).split())
    raise AssertionError(f"no button keeps {asset_id}")


def test_the_desk_leads_to_the_pair_and_both_stand_side_by_side(curator: Browser, twin: str) -> None:
    page = curator.open("/desk")
    assert "1 Possible duplicates" in page.main
    page = curator.follow("Look at the first: Possible duplicates")
    assert page.h1 == "Are these the same?"
    assert "As likely the same as not (about 6 in 10): same phone, 40 m apart." in page.main
    assert "Name differs" in page.main
    assert "Phone Both: 0151 496 0002" in page.main
    assert "Email differs" in page.main
    assert "<mark>cake</mark>" in page.html
    assert "<mark>tea</mark>" in page.html
    assert "the better one" in page.main


def test_the_same_leads_from_the_one_that_goes_to_the_one_that_stays(
    curator: Browser, public: Browser, catalogue: Catalogue, harbourside: Town, twin: str
) -> None:
    public.open(f"/asset/{twin}")
    public.send("Save Waterfront Choir")
    page = curator.open("/duplicates/first")
    page = curator.send(keeping(page, harbourside["choir"]))
    assert "“Waterfront Choir” was merged into “Walton Waterfront Choir”" in page.main
    answer = public.client.get(f"/asset/{twin}?near=L4")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"/asset/{harbourside['choir']}?near=L4"
    kept = public.open(f"/asset/{harbourside['choir']}")
    assert "choir@example.org" in kept.main, "what only the other said is kept"
    assert "cake at half time" in kept.main, "and where both say something the kept one counts"
    assert "Walton Waterfront Choir" in public.open("/shortlist").main
    assert "Waterfront Choir" in curator.open(f"/desk/listings/{harbourside['choir']}").main


def test_undo_makes_them_two_again_as_they_were(
    curator: Browser, catalogue: Catalogue, harbourside: Town, twin: str
) -> None:
    with catalogue.reading() as session:
        before = [get_asset(session, key).listing for key in (harbourside["choir"], twin)]
    page = curator.open("/duplicates/first")
    curator.send(keeping(page, harbourside["choir"]))
    page = curator.send("UndoU")
    assert "Taken back" in page.main
    assert page.h1 == "Are these the same?"
    with catalogue.reading() as session:
        assert [get_asset(session, key).listing for key in (harbourside["choir"], twin)] == before
        assert successor_of(session, twin) is None
        assert count_waiting_pairs(session) == 1


def test_not_the_same_is_never_asked_again_until_it_is_taken_back(
    curator: Browser, catalogue: Catalogue, harbourside: Town, twin: str
) -> None:
    curator.open("/duplicates/first")
    page = curator.send("Not the sameN")
    assert "are not the same" in page.main
    assert "No pair waits" in page.main
    hold(catalogue, harbourside["choir"], twin, 0.9)
    assert "No pair waits" in curator.open("/duplicates").main
    page = curator.follow("What was decided before")
    assert "Decided by curator@example.org" in page.main
    button = next(b for b in page.tree.iter("button") if "Take back" in "".join(b.itertext()))
    page = curator.send(" ".join("".join(button.itertext()).split()))
    assert page.h1 == "Are these the same?"


def test_the_most_doubtful_comes_first_and_later_goes_on_to_the_next(
    curator: Browser, catalogue: Catalogue, harbourside: Town, twin: str
) -> None:
    other = hold(catalogue, harbourside["gym"], harbourside["debt"], 0.9, "same postcode")
    page = curator.open("/duplicates/first")
    assert "Waterfront Choir" in page.main
    page = curator.follow("LaterL")
    assert page.url == f"/duplicates/{other}"
    assert "Possible duplicates" in curator.follow("LaterL").h1
    curator.open(f"/duplicates/{pair_id(harbourside['choir'], twin)}")
    assert curator.send("Not the sameN").url.startswith(f"/duplicates/{other}")


def test_what_may_be_the_same_as_the_one_that_goes_may_be_the_same_as_the_one_that_stays(
    curator: Browser, catalogue: Catalogue, harbourside: Town, twin: str
) -> None:
    hold(catalogue, twin, harbourside["gym"], 0.7, "same phone")
    page = curator.open(f"/duplicates/{pair_id(harbourside['choir'], twin)}")
    page = curator.send(keeping(page, harbourside["choir"]))
    assert "Dock Road Gym" in page.main
    assert "Walton Waterfront Choir" in page.main


def test_a_listing_that_was_edited_before_it_went_gives_what_was_written(
    curator: Browser, catalogue: Catalogue, harbourside: Town, twin: str
) -> None:
    with catalogue.writing() as session:
        edited = get_asset(session, twin).listing.model_copy(update={"accreditations": "Sing for Health"})
        change_asset(session, twin, edited, actor="curator@example.org")
    page = curator.open("/duplicates/first")
    curator.send(keeping(page, harbourside["choir"]))
    with catalogue.reading() as session:
        assert get_asset(session, harbourside["choir"]).accreditations == "Sing for Health"
        assert find_asset(session, twin, staff=True) is None


def test_what_was_decided_is_not_decided_again(curator: Browser, harbourside: Town, twin: str) -> None:
    page = curator.open("/duplicates/first")
    words = keeping(page, harbourside["choir"])
    curator.send(words)
    curator.page = page
    assert "decided about this pair already" in curator.send("Not the sameN", status=422).main
    curator.open("/duplicates/nothing", status=404)
