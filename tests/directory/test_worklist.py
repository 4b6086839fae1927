"""Listings in doubt, on both kinds of database."""

from datetime import timedelta

from sqlmodel import Session

from directory.assets import add_asset
from directory.clock import today
from directory.kinds import Attending, Status
from directory.listing import Contact, Listing, Phone, Venue
from directory.worklist import Doubt, count_doubtful, find_entries, list_doubtful

LONG_AGO = today() - timedelta(days=900)
KEPT = Listing(
    name="Dockside Knitters",
    attending=(Attending.IN_PERSON,),
    venues=(Venue(name="Bootle Strand Rooms"),),
    phones=(Phone(number="0151 496 0101"),),
    assured_date=today(),
)


def add(session: Session, **said: object) -> str:
    return add_asset(session, KEPT.model_copy(update=said), actor="tests")


def test_what_is_checked_reachable_and_somewhere_is_in_no_doubt(session: Session) -> None:
    add(session)
    assert [count_doubtful(session, doubt) for doubt in Doubt] == [0, 0, 0]


def test_never_checked_stands_before_checked_long_ago(session: Session) -> None:
    old, never = add(session, assured_date=LONG_AGO), add(session, assured_date=None)
    add(session, assured_date=LONG_AGO, status=Status.WITHDRAWN)
    assert [entry.id for entry in list_doubtful(session, Doubt.STALE)] == [never, old]
    assert count_doubtful(session, Doubt.STALE) == 2


def test_one_way_to_reach_somebody_is_enough(session: Session) -> None:
    lost = add(session, phones=(), contacts=(Contact(name="Sue"),))
    add(session, phones=(), email="sue@example.org")
    add(session, phones=(), contacts=(Contact(name="Sue", phone="0151 496 0102"),))
    assert [entry.id for entry in list_doubtful(session, Doubt.UNREACHABLE)] == [lost]


def test_only_who_must_be_come_to_needs_a_place(session: Session) -> None:
    unsaid = add(session, venues=(), attending=())
    somewhere = add(session, venues=(), attending=(Attending.PHONE, Attending.PERIPATETIC))
    add(session, venues=(), attending=(Attending.PHONE, Attending.ONLINE))
    assert {entry.id for entry in list_doubtful(session, Doubt.NOWHERE)} == {unsaid, somewhere}


def test_every_word_must_be_in_the_name_and_signs_are_only_signs(session: Session) -> None:
    add(session)
    assert [entry.name for entry in find_entries(session, "KNIT dock")] == ["Dockside Knitters"]
    assert find_entries(session, "knit%") == []
