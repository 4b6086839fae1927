"""A listing into rows and back: whatever it says, by either way in and either way out, and nothing is left behind."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from sqlmodel import Session, func, select

from directory.assets import add_asset, change_asset, find_asset, remove_asset
from directory.kinds import Access, Attending, Gender, HowToStart, Known, Precision, Requires, Room, Sector
from directory.listing import Contact, Cost, Listing, NeedLink, Organization, Phone, Requirement, Slot, Venue
from directory.models import Location, OrganizationIdentifier, Schedule, Service
from directory.models import Organization as OrganizationRow
from directory.models.base import new_id
from directory.rows import add_rows, bound_rows, read_asset
from directory.rows.fetching import fetch_assets
from directory.rows.removing import OF_SERVICE
from tests.harbourside import LIBRARY, LISTINGS

MAUREEN = "maureen@example.org"
TUESDAYS = Slot(days=("TU",), opens_at=time(19), closes_at=time(21), term_time=True)
MONTHLY = Slot(days=("1TH", "-1FR"), opens_at=time(10), interval=2, valid_from=date(2026, 1, 1), description="Drop in")
ONCE = Slot(valid_from=date(2026, 12, 1), valid_to=date(2026, 12, 1))
VENUE = Venue(
    name="Walton Mission Hall",
    address="12 Church Row",
    town="Liverpool",
    postcode="L4 3TH",
    latitude=53.4391,
    longitude=-2.9618,
    precision=Precision.EXACT,
    local_authority="Liverpool",
    access=((Access.STEP_FREE, Known.NO), (Access.TOILET, Known.YES)),
    getting_there="Bus 21",
    times=(TUESDAYS, TUESDAYS),
)
WHOLE = Listing(
    name="Walton Waterfront Choir",
    alternate_name="The Walties",
    organization=Organization(
        name="Walton Singers",
        sector=Sector.COMMUNITY,
        description="Singers of Walton",
        email="singers@example.org",
        website="https://singers.example.org",
        charity_number="123456",
        company_number="01234567",
    ),
    description="We sing.",
    url="https://choir.example.org",
    email="choir@example.org",
    alert="Away in August",
    needs=(NeedLink(id="JOY1"), NeedLink(id="CON1", confidence=0.5)),
    categories=("Singing", "Singing", "Music"),
    attending=(Attending.IN_PERSON, Attending.ONLINE),
    venues=(VENUE, LIBRARY, VENUE),
    times=(TUESDAYS, MONTHLY, ONCE, TUESDAYS),
    times_text="Tuesdays 7 till 9",
    costs=(
        Cost(amount=Decimal("3.50"), per="session"),
        Cost(amount=Decimal(2), option="concessions"),
        Cost(option="ask"),
    ),
    cost_text="£3.50",
    minimum_age=18,
    maximum_age=99.5,
    gender=Gender.WOMEN,
    audiences=("carer",),
    residents_of=("Liverpool", "Sefton"),
    eligibility_text="Over 18",
    eligibility=(
        Requirement(kind=Requires.LIVES_IN, any_of=("L8", "Sefton"), words="Only if you live in L8 or Sefton."),
        Requirement(kind=Requires.BELONGS, any_of=("carer",), words="For carers."),
    ),
    access=((Access.BSL, Known.NOT_KNOWN), (Access.QUIET, Known.YES)),
    access_text="Step at the door",
    languages=("en", "cy"),
    how_to_start=HowToStart.DROP_IN,
    how_to_start_text="Just come",
    room=Room.TAKING_PEOPLE,
    room_until=date(2026, 12, 31),
    phones=(Phone(number="0151 496 0002"), Phone(number="0151 496 0002")),
    contacts=(Contact(name="Sue", public=False), Contact(email="bob@example.org")),
    accreditations="Singing for Health",
    assured_date=date(2026, 6, 1),
    assured_by="organiser",
)
BARE = Listing(name="Bare")


def added(session: Session, *listings: Listing) -> list[str]:
    """All at once, as an import does; their ids."""
    at, dialect = datetime(2026, 11, 2, tzinfo=UTC), session.get_bind().dialect
    coming = [(new_id(), listing) for listing in listings]
    organizations = [listing.organization for listing in listings if listing.organization]
    add_rows(session, organizations, [bound_rows(dialect, key, listing, at) for key, listing in coming])
    return [key for key, _ in coming]


def both_ways(session: Session, asset_id: str) -> Listing:
    """What the rows say: as plain columns, and as objects; both say the same."""
    session.flush()
    picture = fetch_assets(session, [asset_id])[asset_id].listing
    session.expire_all()
    assert read_asset(session.get_one(Service, asset_id)).listing == picture
    return picture


def test_everything_that_can_be_said_comes_back(session: Session) -> None:
    assert {name for name in Listing.model_fields if getattr(WHOLE, name) == getattr(BARE, name)} == {"status"}
    ids = added(session, WHOLE, BARE)
    assert [both_ways(session, asset_id) for asset_id in ids] == [WHOLE, BARE]


def test_a_change_writes_what_adding_would_have(session: Session) -> None:
    asset_id = add_asset(session, BARE, actor=MAUREEN)
    change_asset(session, asset_id, WHOLE, actor=MAUREEN)
    assert both_ways(session, asset_id) == WHOLE
    reversed_ = WHOLE.model_copy(
        update={name: value[::-1] for name in Listing.model_fields if isinstance(value := getattr(WHOLE, name), tuple)}
    )
    change_asset(session, asset_id, reversed_, actor=MAUREEN)
    assert both_ways(session, asset_id) == reversed_
    change_asset(session, asset_id, BARE, actor=MAUREEN)
    assert both_ways(session, asset_id) == BARE
    assert left(session) == {"Service": 1}


def test_what_is_still_said_keeps_its_row(session: Session) -> None:
    asset_id = add_asset(session, WHOLE, actor=MAUREEN)
    before = set(session.exec(select(Schedule.id)))
    change_asset(session, asset_id, WHOLE.model_copy(update={"times": (MONTHLY,)}), actor=MAUREEN)
    assert set(session.exec(select(Schedule.id))) < before


def test_taken_out_nothing_is_left_but_the_organization(session: Session) -> None:
    asset_id = add_asset(session, WHOLE, actor=MAUREEN)
    other = add_asset(session, LISTINGS["debt"], actor=MAUREEN)
    remove_asset(session, asset_id, actor=MAUREEN, reason="Never existed")
    assert both_ways(session, other) == LISTINGS["debt"]
    remove_asset(session, other, actor=MAUREEN, reason="Never existed")
    assert left(session) == {}
    assert session.exec(select(func.count()).select_from(OrganizationRow)).one() == 2


def test_organizations_of_one_name_are_one_and_learn_from_each(session: Session) -> None:
    first = BARE.model_copy(update={"organization": Organization(name="Walton Singers", charity_number="111")})
    second = BARE.model_copy(
        update={"organization": Organization(name="WALTON  singers", charity_number="222", email="a@example.org")}
    )
    added(session, first, second)
    third = add_asset(
        session, BARE.model_copy(update={"organization": Organization(name="walton singers")}), actor=MAUREEN
    )
    (row,) = session.exec(select(OrganizationRow))
    assert (row.name, row.email) == ("Walton Singers", "a@example.org")
    assert [number.identifier for number in session.exec(select(OrganizationIdentifier))] == ["222"]
    asset = find_asset(session, third)
    assert asset
    assert asset.organization_id == row.id


def left(session: Session) -> dict[str, int]:
    """How many rows there are of services and all that hangs on them, by table."""
    tables: tuple[Any, ...] = (*OF_SERVICE, Service, Location)
    counted = {table.__name__: session.exec(select(func.count()).select_from(table)).one() for table in tables}
    return {name: count for name, count in counted.items() if count}
