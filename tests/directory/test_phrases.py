"""The same words for Maureen's phone, Dev's printout and Agnieszka's text message."""

from datetime import date
from decimal import Decimal

import pytest

from directory.kinds import Access, Attending, Gender, HowToStart, Known, Room
from directory.listing import Cost, Listing, Venue
from directory.phrases import (
    ACCESS,
    ATTENDING,
    ROOM,
    START,
    describe_access,
    describe_attending,
    describe_audience,
    describe_cost,
    describe_place,
    describe_room,
    describe_start,
    one_line,
)


def listing(**said: object) -> Listing:
    return Listing.model_validate({"name": "Harbourside Lunch Club", **said})


def pounds(amount: str | None, option: str | None = None, per: str | None = None) -> Cost:
    return Cost(amount=None if amount is None else Decimal(amount), option=option, per=per)


@pytest.mark.parametrize(
    ("costs", "words"),
    [
        ([pounds("0")], "Free"),
        ([pounds("3.50"), pounds("2.00", "concessions")], "£3.50 (concessions £2)"),
        ([pounds("5"), pounds("0", "members")], "£5 (members free)"),
        ([pounds("3", per="session"), pounds("1250", per="year")], "£3 a session or £1,250 a year"),
        ([pounds("0.50")], "50p"),
        ([pounds("0", "carers")], "Carers free"),
        ([pounds(None, "donations welcome")], "Donations welcome"),
        ([], "Cost not stated"),
    ],
)
def test_cost(costs: list[Cost], words: str) -> None:
    assert describe_cost(listing(costs=costs)) == words


def test_a_price_in_no_figures_is_shown_as_written() -> None:
    assert describe_cost(listing(cost_text="pay what you can")) == "Pay what you can"


def test_every_closed_list_has_its_words() -> None:
    assert (set(ACCESS), set(ATTENDING), set(START), set(ROOM)) == (
        set(Access),
        set(Attending),
        set(HowToStart),
        set(Room),
    )


def test_attending() -> None:
    ways = (Attending.IN_PERSON, Attending.ONLINE, Attending.PHONE)
    assert describe_attending(listing(attending=ways)) == "In person, online or by phone"
    assert describe_attending(listing()) is None


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ({"gender": Gender.WOMEN}, ["Women only"]),
        ({"minimum_age": 55}, ["55 and over"]),
        ({"minimum_age": 16, "maximum_age": 25}, ["Ages 16 to 25"]),
        ({"minimum_age": 0, "maximum_age": 5}, ["5 and under"]),
        ({"minimum_age": 0.5, "maximum_age": 2}, ["Ages 6 months to 2"]),
        ({"residents_of": ["Sefton"]}, ["Sefton residents only"]),
        ({"residents_of": ["Sefton", "Liverpool"]}, ["Sefton or Liverpool residents only"]),
        ({"audiences": ["veteran", "care_leaver", "lgbt"]}, ["For veterans, care leavers and LGBTQ+ people"]),
        ({"gender": Gender.MEN, "minimum_age": 18}, ["Men only", "18 and over"]),
        ({}, []),
    ],
)
def test_audience(said: dict[str, object], lines: list[str]) -> None:
    assert describe_audience(listing(**said)) == lines


def test_access_says_not_known_too() -> None:
    assert describe_access(Access.STEP_FREE, Known.YES) == "Step-free access: yes"
    assert describe_access(Access.BSL, Known.NOT_KNOWN) == "British Sign Language: not known"


def test_start() -> None:
    assert describe_start(listing(how_to_start=HowToStart.DROP_IN)) == "Just turn up"
    assert describe_start(listing()) is None


def test_a_claim_of_room_ends_by_itself() -> None:
    full = listing(room=Room.FULL, room_until=date(2026, 12, 1))
    assert describe_room(full, date(2026, 12, 1)) == "Full at the moment"
    assert describe_room(full, date(2026, 12, 2)) is None
    assert describe_room(listing(), date(2026, 12, 2)) is None


@pytest.mark.parametrize(
    ("venue", "words"),
    [
        (Venue(name="Harbourside Hall", town="Bootle"), "Harbourside Hall, Bootle"),
        (Venue(name="Bootle Library", town="Bootle"), "Bootle Library"),
        (Venue(address="4 Quay Lane", postcode="L20 3DL"), "4 Quay Lane, L20 3DL"),
        (
            Venue(name="Rose House", town="Formby", confidential=True, local_authority="Sefton"),
            "Address is not public (Sefton)",
        ),
        (Venue(name="Rose House", confidential=True), "Address is not public"),
        (Venue(town="Southport"), "Southport"),
        (Venue(), "Place not stated"),
    ],
)
def test_place(venue: Venue, words: str) -> None:
    assert describe_place(venue) == words


@pytest.mark.parametrize(
    ("description", "line"),
    [
        ("A warm lunch and a chat for anybody.  All welcome.", "A warm lunch and a chat for anybody."),
        (
            "Welcome! Come and eat with us on Fridays. Bring a friend.",
            "Welcome! Come and eat with us on Fridays.",
        ),
        (
            "A friendly group that meets near St. Helens Town Hall. Tea is free.",
            "A friendly group that meets near St. Helens Town Hall.",
        ),
        ("Two lines\nof one sentence without an end", "Two lines of one sentence without an end"),
        ("", ""),
        (None, ""),
    ],
)
def test_one_line(description: str | None, line: str) -> None:
    assert one_line(description) == line


def test_a_long_line_is_cut_after_a_word() -> None:
    line = one_line("We cook, we eat and we talk, " * 30, limit=60)
    assert line == "We cook, we eat and we talk, We cook, we eat and we talk…"
    assert len(one_line("x" * 1_000_000)) == 140
