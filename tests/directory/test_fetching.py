"""Pictures that are fetched by the hundred say what the rows say, part by part and in the order written."""

from datetime import date, time
from decimal import Decimal

from sqlmodel import Session

from directory.assets import add_asset, each_asset, get_asset, list_assets
from directory.kinds import Access, Attending, Gender, HowToStart, Known, Precision, Requires, Room, Sector
from directory.listing import Contact, Cost, Listing, NeedLink, Organization, Phone, Requirement, Slot, Venue
from tests.harbourside import LISTINGS

WEEKLY = Slot(days=("MO", "WE"), opens_at=time(10), closes_at=time(12, 30), term_time=True, description="not August")
MONTHLY = Slot(days=("1TU",), opens_at=time(19), interval=2, valid_from=date(2026, 1, 6), valid_to=date(2026, 12, 1))

EVERYTHING = Listing(
    name="Dockside Repair Morning",
    alternate_name="Fix It",
    organization=Organization(name="Lighthouse Menders", sector=Sector.COMMUNITY, charity_number="1234567"),
    description="Bring what is broken.",
    url="https://lighthouse-menders.example.org",
    email="hello@lighthouse-menders.example.org",
    alert="Closed on Monday",
    needs=(NeedLink(id="MON1", confidence=0.5), NeedLink(id="CON6")),
    categories=("repair", "craft"),
    attending=(Attending.IN_PERSON, Attending.ONLINE),
    venues=(
        Venue(
            name="Strand Rooms",
            address="1 Strand Road",
            town="Bootle",
            postcode="L20 3EF",
            latitude=53.4515,
            longitude=-2.9933,
            precision=Precision.POSTCODE,
            local_authority="Sefton",
            access=((Access.LIFT, Known.NO), (Access.STEP_FREE, Known.YES)),
            getting_there="Bus 51 stops outside.",
            times=(MONTHLY, WEEKLY),
        ),
        Venue(name="Walton Mission Hall", confidential=True),
    ),
    times=(WEEKLY, MONTHLY),
    times_text="Mon & Weds",
    costs=(Cost(amount=Decimal("3.50"), per="session"), Cost(amount=Decimal(0), option="concessions")),
    cost_text="£3.50",
    minimum_age=18,
    maximum_age=99.5,
    gender=Gender.WOMEN,
    audiences=("carer", "veteran"),
    residents_of=("Sefton", "Liverpool"),
    eligibility_text="Adults",
    eligibility=(Requirement(kind=Requires.REFERRED_BY, any_of=("gp",), words="Your GP has to send the form."),),
    access=((Access.QUIET, Known.YES),),
    languages=("pl", "en"),
    how_to_start=HowToStart.DROP_IN,
    room=Room.FULL,
    room_until=date(2026, 12, 24),
    phones=(Phone(number="0151 496 0123", description="mornings"), Phone(number="0151 496 0124")),
    contacts=(Contact(name="Agnieszka"), Contact(name="Tommy", public=False)),
    assured_date=date(2026, 11, 1),
    assured_by="curator",
)


def test_everything_that_can_be_said_comes_back_as_it_was_said(session: Session) -> None:
    asset_id = add_asset(session, EVERYTHING, actor="tests")
    assert get_asset(session, asset_id, staff=True).listing == EVERYTHING


def test_a_bare_name_is_enough(session: Session) -> None:
    asset_id = add_asset(session, Listing(name="Telephone Friends"), actor="tests")
    assert get_asset(session, asset_id, staff=True).listing == Listing(name="Telephone Friends")


def test_many_together_are_each_as_alone(session: Session) -> None:
    """Whatever hangs on one never ends up with another."""
    ids = [add_asset(session, listing, actor="tests") for listing in (EVERYTHING, *LISTINGS.values())]
    together = list_assets(session, [*ids, "never-heard-of"], staff=True)
    assert [asset.id for asset in together] == ids
    assert together == [get_asset(session, asset_id, staff=True) for asset_id in ids]
    assert [asset.listing for asset in together] == [EVERYTHING, *LISTINGS.values()]


def test_each_goes_by_once_page_by_page(session: Session, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("directory.assets.PAGE", 3)
    ids = [add_asset(session, listing, actor="tests") for listing in LISTINGS.values()]
    assert [asset.id for asset in each_asset(session, staff=True)] == sorted(ids)
