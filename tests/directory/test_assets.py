"""What the catalogue keeps: listings come back as they were said, and every change leaves its history."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from directory.assets import (
    add_asset,
    assure_asset,
    change_asset,
    close_asset,
    count_assets,
    each_asset,
    find_asset,
    get_asset,
    list_assets,
    list_assets_of,
    list_organizations,
    remove_asset,
)
from directory.changes_since import mark_of
from directory.clock import today
from directory.errors import Conflict, NotFound
from directory.history import list_revisions
from directory.kinds import Access, Known, Status
from directory.listing import Cost, Listing, NeedLink, Organization, Phone, Slot, Venue
from directory.models import Organization as OrganizationRow
from directory.models import SearchChange, ServiceAtLocation
from tests.harbourside import LISTINGS

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(
    lambda text: text.strip()
)
slots = st.builds(
    Slot,
    days=st.lists(st.sampled_from(["MO", "WE", "1TU", "-1FR"]), max_size=3, unique=True).map(tuple),
    opens_at=st.none() | st.times().map(lambda t: t.replace(microsecond=0)),
    term_time=st.booleans(),
    valid_from=st.none() | st.dates(),
)
venues = st.builds(
    Venue,
    name=st.none() | words,
    postcode=st.none() | st.sampled_from(["L4 3TH", "PR8 1AA"]),
    confidential=st.booleans(),
    access=st.lists(
        st.tuples(st.sampled_from(Access), st.sampled_from([Known.YES, Known.NO])), max_size=3, unique_by=lambda f: f[0]
    ).map(tuple),
    times=st.lists(slots, max_size=2).map(tuple),
)
listings = st.builds(
    Listing,
    name=words,
    description=st.none() | words,
    organization=st.none() | st.builds(Organization, name=words),
    needs=st.lists(st.sampled_from(["MON1", "HOU", "JOY1"]), max_size=3, unique=True).map(
        lambda ids: tuple(NeedLink(id=one, confidence=0.75) for one in ids)
    ),
    venues=st.lists(venues, max_size=3).map(tuple),
    times=st.lists(slots, max_size=3).map(tuple),
    costs=st.lists(
        st.builds(Cost, amount=st.none() | st.decimals(0, 999, places=2), option=st.none() | words), max_size=3
    ).map(tuple),
    phones=st.lists(st.builds(Phone, number=words), max_size=2).map(tuple),
    languages=st.lists(st.sampled_from(["en", "pl", "cy"]), max_size=2).map(tuple),
    minimum_age=st.none() | st.floats(0, 100),
)


@pytest.mark.parametrize("key", LISTINGS)
def test_a_listing_comes_back_as_it_was_said(session: Session, key: str) -> None:
    asset_id = add_asset(session, LISTINGS[key], actor="tests")
    session.expire_all()
    assert get_asset(session, asset_id, staff=True).listing == LISTINGS[key]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=listings, second=listings)
def test_any_listing_can_become_any_other(session: Session, first: Listing, second: Listing) -> None:
    asset_id = add_asset(session, first, actor="tests")
    change_asset(session, asset_id, second, actor="tests")
    session.flush()
    session.expire_all()
    kept = get_asset(session, asset_id, staff=True).listing
    assert kept.model_copy(update={"organization": None}) == second.model_copy(update={"organization": None})
    assert (kept.organization and kept.organization.name.lower()) == (
        second.organization and second.organization.name.lower()
    )


def test_what_did_not_change_keeps_its_rows(session: Session) -> None:
    asset_id = add_asset(session, LISTINGS["housing"], actor="tests")
    before = set(session.exec(select(ServiceAtLocation.id)))
    moved = LISTINGS["housing"].model_copy(update={"name": "Tenants' Desk"})
    change_asset(session, asset_id, moved, actor="tests")
    assert set(session.exec(select(ServiceAtLocation.id))) == before


def test_saying_the_same_again_changes_nothing(session: Session) -> None:
    asset_id = add_asset(session, LISTINGS["debt"], actor="tests")
    mark = mark_of(session)
    assert change_asset(session, asset_id, LISTINGS["debt"], actor="tests") is False
    assert mark_of(session) == mark


def test_a_form_opened_on_an_older_version_overwrites_nothing(session: Session) -> None:
    asset_id = add_asset(session, LISTINGS["debt"], actor="tests")
    renamed = LISTINGS["debt"].model_copy(update={"name": "Debt Advice at the Quay"})
    change_asset(session, asset_id, renamed, actor="Sue", expected_version=1)
    with pytest.raises(Conflict):
        change_asset(session, asset_id, LISTINGS["debt"], actor="Tom", expected_version=1)
    assert get_asset(session, asset_id).name == "Debt Advice at the Quay"


def test_every_change_stands_in_the_history_and_the_index_hears_of_it(session: Session) -> None:
    asset_id = add_asset(session, LISTINGS["choir"], actor="import")
    assure_asset(session, asset_id, by="organiser", actor="sue@example.org", on=today())
    close_asset(session, asset_id, actor="grace@example.org", reason="Folded")
    history = list_revisions(session, asset_id)
    assert [(one.sequence, one.actor) for one in history] == [
        (3, "grace@example.org"),
        (2, "sue@example.org"),
        (1, "import"),
    ]
    assert history[0].before
    assert Listing.model_validate(history[0].before).assured_by == "organiser"
    assert len(session.exec(select(SearchChange)).all()) == 3


def test_the_public_sees_no_closed_listing_no_hidden_address_and_no_private_contact(session: Session) -> None:
    ids = {key: add_asset(session, listing, actor="tests") for key, listing in LISTINGS.items()}
    assert find_asset(session, ids["closed"]) is None
    assert find_asset(session, ids["closed"], staff=True) is not None
    venue = get_asset(session, ids["refuge"]).venues[0]
    assert (venue.address, venue.postcode, venue.latitude, venue.name) == (None, None, None, None)
    assert venue.local_authority == "Sefton"
    public = list(each_asset(session))
    assert len(public) == count_assets(session) == len(LISTINGS) - 1
    assert not any("Secret Street" in asset.model_dump_json() for asset in public)


def test_assets_come_in_the_order_asked_for(session: Session) -> None:
    ids = [add_asset(session, LISTINGS[key], actor="tests") for key in ("gym", "debt", "food")]
    assert [asset.id for asset in list_assets(session, [ids[2], "unknown", ids[0]])] == [ids[2], ids[0]]


def test_listings_of_one_name_share_an_organization_whatever_the_capitals(session: Session) -> None:
    for name in ("Quayside Money Advice", "QUAYSIDE MONEY ADVICE"):
        add_asset(session, Listing(name="Advice", organization=Organization(name=name)), actor="tests")
    [(organization_id, _)] = list_organizations(session)
    assert len(list_assets_of(session, organization_id)) == 2
    assert len(session.exec(select(OrganizationRow)).all()) == 1


def test_a_removed_asset_is_gone_but_not_its_history(session: Session) -> None:
    asset_id = add_asset(session, LISTINGS["gym"], actor="import")
    remove_asset(session, asset_id, actor="import", reason="undone")
    with pytest.raises(NotFound):
        get_asset(session, asset_id, staff=True)
    assert list_revisions(session, asset_id)[0].after is None


def test_closed_listings_keep_their_status(session: Session) -> None:
    asset_id = add_asset(session, LISTINGS["gym"], actor="import")
    close_asset(session, asset_id, actor="grace@example.org")
    assert get_asset(session, asset_id, staff=True).status is Status.WITHDRAWN
