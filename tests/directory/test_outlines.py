"""Outlines: the glance at an asset is the same whether it comes from its picture or from the rows alone."""

from datetime import date

import pytest
from sqlmodel import Session

from directory.additions import Addition
from directory.assets import add_asset, add_assets, close_asset, get_asset
from directory.clock import now
from directory.kinds import Attending, Room, Status
from directory.listing import Listing, NeedLink, Venue
from directory.models.base import new_id
from directory.outlines import PAGE, Outline, is_remote, list_outlines, outline_of, outline_pages
from tests.harbourside import BOOTLE_HALL, LIBRARY, LISTINGS, WALTON_HALL

MORE = {
    "name_alone": Listing(name="Something at the Quay"),
    "full": LISTINGS["choir"].model_copy(update={"room": Room.FULL, "room_until": date(2027, 1, 4)}),
    "full_for_good": LISTINGS["choir"].model_copy(update={"room": Room.FULL}),
    "waiting": LISTINGS["choir"].model_copy(update={"room": Room.WAITING_LIST, "room_until": date(2027, 1, 4)}),
    "paused": LISTINGS["debt"].model_copy(update={"status": Status.PAUSED}),
    "veterans": LISTINGS["sheds"].model_copy(
        update={
            "audiences": ("veteran", "carer"),
            "minimum_age": 0.5,
            "maximum_age": 17,
            "needs": (NeedLink(id="JOY1", confidence=0.4), NeedLink(id="CON1"), NeedLink(id="BOD1", confidence=0.7)),
            "categories": ("Singing", "Crafts"),
            "eligibility_text": "For veterans of the docks",
        }
    ),
    "everywhere": LISTINGS["food"].model_copy(
        update={"venues": (BOOTLE_HALL, Venue(name="Somewhere in Walton"), LIBRARY, WALTON_HALL)}
    ),
}
REFUGE = LISTINGS["refuge"]
IN_PUBLIC = {key: listing for key, listing in (LISTINGS | MORE).items() if listing.status is not Status.WITHDRAWN}


def outlines_of(session: Session, **listings: Listing) -> dict[str, tuple[Outline, Outline | None]]:
    """By key what its picture and what the rows say of each of these listings."""
    ids = {key: add_asset(session, listing, actor="tests") for key, listing in listings.items()}
    rows = {outline.id: outline for outline in list_outlines(session, list(ids.values()))}
    return {key: (outline_of(get_asset(session, one, staff=True)), rows.get(one)) for key, one in ids.items()}


def test_rows_and_pictures_say_the_same_of_all_that_is_public(session: Session) -> None:
    told = outlines_of(session, **IN_PUBLIC)
    for key, (by_picture, by_rows) in told.items():
        assert by_rows == by_picture, key


def test_an_outline_says_what_the_listing_says(session: Session) -> None:
    told = outlines_of(session, **MORE)
    _, veterans = told["veterans"]
    assert veterans
    assert veterans.needs == (("JOY1", 0.4), ("CON1", 1.0), ("BOD1", 0.7))
    assert (veterans.minimum_age, veterans.maximum_age, veterans.audiences) == (0.5, 17, ("veteran", "carer"))
    assert veterans.text == (
        "Bootle Men's Shed. Dockside Makers. Woodwork, a brew and good company for men.. Singing. Crafts. "
        "For veterans of the docks"
    )
    _, everywhere = told["everywhere"]
    assert everywhere
    assert everywhere.points == tuple((hall.latitude, hall.longitude) for hall in (BOOTLE_HALL, LIBRARY, WALTON_HALL))
    full = {key: one.full_until for key, (_, one) in told.items() if one}
    assert full["full"] == date(2027, 1, 4)
    assert full["full_for_good"] == date.max
    assert full["waiting"] is None
    assert told["paused"][1]
    assert not told["paused"][1].open


def test_where_a_refuge_lies_is_in_no_outline(session: Session) -> None:
    mixed = REFUGE.model_copy(update={"venues": (*REFUGE.venues, LIBRARY)})
    told = outlines_of(session, refuge=REFUGE, mixed=mixed)
    assert [outline.points for outline in told["refuge"] if outline] == [(), ()]
    assert [outline.points for outline in told["mixed"] if outline] == [((LIBRARY.latitude, LIBRARY.longitude),)] * 2
    for outline in (*told["refuge"], *told["mixed"]):
        assert outline
        assert "Secret Street" not in repr(outline)
        assert "53.487" not in repr(outline)


def test_drafts_and_what_is_withdrawn_are_left_out_and_what_is_gone_too(session: Session) -> None:
    draft = add_asset(session, LISTINGS["gym"].model_copy(update={"status": Status.DRAFT}), actor="tests")
    closed = add_asset(session, LISTINGS["choir"], actor="tests")
    stays = add_asset(session, LISTINGS["debt"], actor="tests")
    wanted = [draft, "gone", closed, stays]
    assert {outline.id for outline in list_outlines(session, wanted)} == {closed, stays}
    close_asset(session, closed, actor="tests")
    assert [outline.id for outline in list_outlines(session, wanted)] == [stays]
    assert [outline.id for page in outline_pages(session) for outline in page] == [stays]
    assert list_outlines(session, []) == []


def test_pages_hold_everything_public_once_and_by_id(session: Session) -> None:
    many = [Addition.of(new_id(), LISTINGS["jobs"], now(), session.get_bind().dialect) for _ in range(PAGE + 1)]
    add_assets(session, many, actor="tests")
    add_asset(session, LISTINGS["closed"], actor="tests")
    pages = list(outline_pages(session))
    assert [len(page) for page in pages] == [PAGE, 1]
    assert [outline.id for page in pages for outline in page] == sorted(one.id for one in many)


@pytest.mark.parametrize(
    ("ways", "remote"),
    [
        ((), False),
        ((Attending.IN_PERSON,), False),
        ((Attending.PERIPATETIC,), False),
        ((Attending.PHONE,), True),
        ((Attending.ONLINE,), True),
        ((Attending.HOME_VISIT,), True),
        ((Attending.IN_PERSON, Attending.PHONE), False),
        ((Attending.IN_PERSON, Attending.ONLINE), True),
        ((Attending.IN_PERSON, Attending.PHONE, Attending.HOME_VISIT), True),
        ((Attending.ONLINE, Attending.PHONE), True),
    ],
)
def test_to_ring_where_one_goes_is_mostly_for_asking(ways: tuple[Attending, ...], remote: bool) -> None:
    assert is_remote(ways) is remote
