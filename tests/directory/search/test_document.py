"""What the index is told about an asset: never more than the public may see."""

from datetime import UTC, datetime, time
from decimal import Decimal

import pytest

from directory.asset import Asset
from directory.kinds import Access, Attending, Known, Sector, Status
from directory.listing import Contact, Cost, Listing, NeedLink, Organization, Slot, Venue
from directory.search.document import Document, document_of
from directory.taxonomies import Term
from tests.harbourside import LISTINGS

TERMS = {
    "MON": Term(code="MON", name="Money and bills", words=("skint",)),
    "MON1": Term(code="MON1", name="Debt", parent_code="MON", words=("bailiffs", "loan shark")),
}


def document(listing: Listing) -> Document | None:
    asset = Asset(id="a1", version=3, last_modified=datetime(2026, 11, 1, tzinfo=UTC), **dict(listing))
    return document_of(asset, TERMS)


def sure(listing: Listing) -> Document:
    made = document(listing)
    assert made is not None
    return made


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_drafts_and_withdrawn_ones_have_no_document(status: Status) -> None:
    assert document(LISTINGS["debt"].model_copy(update={"status": status})) is None


def test_what_is_closed_for_now_is_still_found_and_marked() -> None:
    assert "status:paused" in sure(LISTINGS["debt"].model_copy(update={"status": Status.PAUSED})).flags


def test_a_secret_address_is_nowhere_in_it() -> None:
    made = sure(LISTINGS["refuge"])
    for secret in ("Hidden", "Secret", "Crosby", "L23"):
        assert secret not in repr(made)
    assert made.points == ()
    assert "Sefton" in made.places


def test_contacts_are_not_in_it() -> None:
    listing = Listing(name="Choir", contacts=(Contact(name="Maureen", public=False), Contact(name="Agnieszka")))
    assert "Maureen" not in repr(sure(listing))


def test_needs_bring_their_domain_and_their_words() -> None:
    made = sure(Listing(name="Advice", needs=(NeedLink(id="MON1"),)))
    assert {"need:MON1", "need:MON"} <= set(made.flags)
    assert made.needs == "Debt Money and bills"
    assert made.everyday == (("MON1", "bailiffs loan shark"), ("MON", "skint"))


def test_free_means_that_anybody_comes_for_nothing() -> None:
    for_all, for_some = Cost(amount=Decimal(0)), Cost(amount=Decimal(0), option="concessions")
    assert "free:yes" in sure(Listing(name="A", costs=(for_all,))).flags
    assert "free:yes" not in sure(Listing(name="A", costs=(Cost(amount=Decimal(3)), for_some))).flags
    assert "free:yes" not in sure(Listing(name="A")).flags


def test_only_access_that_is_known_to_be_there_counts() -> None:
    venue = Venue(name="Hall", access=((Access.STEP_FREE, Known.YES), (Access.LIFT, Known.NO)))
    flags = sure(Listing(name="A", venues=(venue,), access=((Access.BSL, Known.NOT_KNOWN),))).flags
    assert [flag for flag in flags if flag.startswith("access:")] == ["access:step_free"]


def test_days_and_times_stay_together() -> None:
    morning = Slot(days=("MO",), opens_at=time(10), closes_at=time(11))
    evening = Slot(days=("1TU",), opens_at=time(19), closes_at=time(21))
    flags = sure(Listing(name="A", times=(morning,), venues=(Venue(name="Hall", times=(evening,)),))).flags
    assert {"day:MO", "day:TU", "time:morning", "time:evening"} <= set(flags)
    assert [flag for flag in flags if flag.startswith("when:")] == ["when:MO morning", "when:TU evening"]


def test_a_door_means_that_one_goes_there() -> None:
    assert "attending:in_person" in sure(Listing(name="A", venues=(Venue(name="Hall"),))).flags
    online = Listing(name="A", attending=(Attending.ONLINE,), venues=(Venue(name="Hall"),))
    assert "attending:in_person" not in sure(online).flags


def test_languages_are_found_by_their_first_part_too() -> None:
    assert {"language:pt-br", "language:pt"} <= set(sure(Listing(name="A", languages=("pt-BR",))).flags)


def test_every_venue_with_a_point_is_kept() -> None:
    venues = (
        Venue(latitude=53.4, longitude=-2.9),
        Venue(name="Somewhere"),
        Venue(latitude=53.5, longitude=-3.0),
    )
    assert sure(Listing(name="A", venues=venues)).points == ((53.4, -2.9), (53.5, -3.0))


def test_who_runs_it_is_found_by_name_and_sector() -> None:
    made = sure(Listing(name="A", organization=Organization(name="Dockside Makers", sector=Sector.COMMUNITY)))
    assert made.organization == "Dockside Makers"
    assert "sector:community" in made.flags


def test_what_differs_from_venue_to_venue_is_told_of_each() -> None:
    tuesday = Slot(days=("TU",), opens_at=time(10))
    friday = Slot(days=("FR",), opens_at=time(14))
    walton = Venue(name="Walton", latitude=53.44, longitude=-2.96, times=(tuesday,))
    bootle = Venue(name="Bootle", latitude=53.45, longitude=-2.99, access=((Access.STEP_FREE, Known.YES),))
    made = sure(Listing(name="Job club", venues=(walton, bootle), times=(friday,)))
    assert [site.point for site in made.sites] == list(made.points)
    assert [set(site.flags) for site in made.sites] == [
        {"day:TU", "time:morning", "when:TU morning", "day:FR", "time:afternoon", "when:FR afternoon"},
        {"day:FR", "time:afternoon", "when:FR afternoon", "access:step_free"},
    ]
    assert {flag for site in made.sites for flag in site.flags} <= set(made.flags)


def test_venues_at_which_all_is_the_same_are_not_told_apart() -> None:
    venues = (Venue(latitude=53.44, longitude=-2.96), Venue(latitude=53.45, longitude=-2.99))
    made = sure(Listing(name="Walks", venues=venues, times=(Slot(days=("TU",)),)))
    assert made.sites == ()
    assert len(made.points) == 2


@pytest.mark.parametrize(
    ("costs", "price", "flags"),
    [
        ((Cost(amount=Decimal(0)),), 0, {"cost:free", "cost:5", "cost:10"}),
        ((Cost(amount=Decimal("3.50")), Cost(amount=Decimal(2), option="concessions")), 3.5, {"cost:5", "cost:10"}),
        ((Cost(amount=Decimal(48), per="course"),), 8, {"cost:10"}),
        ((Cost(amount=Decimal(2), option="members"),), None, set()),
        ((Cost(amount=Decimal(60)),), 60, set()),
        ((), None, set()),
    ],
)
def test_the_price_is_what_anybody_pays_for_one_time(
    costs: tuple[Cost, ...], price: float | None, flags: set[str]
) -> None:
    made = sure(Listing(name="Class", costs=costs))
    assert made.price == price
    assert {flag for flag in made.flags if flag.startswith("cost:")} == flags
