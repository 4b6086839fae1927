"""The form of a listing loses nothing that it cannot say."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from directory.geography import Gazetteer
from directory.kinds import Access, Attending, Gender, HowToStart, Known, Precision
from directory.listing import Contact, Cost, Listing, NeedLink, Phone, Slot, Venue
from directory.taxonomies import Term
from tests.harbourside import LISTINGS
from web.pages.listings.listing_facts import written_listing
from web.pages.listings.parts import SECTIONS, add_blank_rows, listing_form

NEEDS = [Term(code=code, name=f"Need {code}", parent_code="MON") for code in ("MON1", "MON2", "FOO1")]
WORDS = st.text(min_size=1, max_size=30).filter(str.strip)
MAYBE = st.none() | WORDS
SLOTS = st.builds(
    Slot,
    days=st.lists(st.sampled_from(("MO", "WE", "1TU", "-1FR")), max_size=2).map(tuple),
    opens_at=st.none() | st.times().map(lambda at: at.replace(microsecond=0)),
    interval=st.sampled_from((1, 2)),
    valid_from=st.none() | st.dates(),
    description=MAYBE,
)
ACCESS = st.lists(st.tuples(st.sampled_from(Access), st.sampled_from(Known)), max_size=3).map(tuple)
VENUES = st.builds(
    Venue,
    name=MAYBE,
    address=MAYBE,
    postcode=MAYBE,
    latitude=st.none() | st.floats(50, 60),
    precision=st.none() | st.sampled_from(Precision),
    confidential=st.booleans(),
    access=ACCESS,
    times=st.lists(SLOTS, max_size=2).map(tuple),
)
LISTED = st.builds(
    Listing,
    name=WORDS,
    description=MAYBE,
    needs=st.lists(st.builds(NeedLink, id=st.sampled_from(("MON1", "FOO1", "OLD9"))), max_size=2).map(tuple),
    attending=st.lists(st.sampled_from(Attending), max_size=3).map(tuple),
    venues=st.lists(VENUES, max_size=2).map(tuple),
    times=st.lists(SLOTS, max_size=2).map(tuple),
    times_text=MAYBE,
    costs=st.lists(st.builds(Cost, amount=st.none() | st.decimals(0, 99, places=2), option=MAYBE), max_size=2).map(
        tuple
    ),
    cost_text=MAYBE,
    minimum_age=st.none() | st.floats(0, 99),
    gender=st.none() | st.sampled_from(Gender),
    residents_of=st.lists(WORDS, max_size=2).map(tuple),
    access=ACCESS,
    how_to_start=st.none() | st.sampled_from(HowToStart),
    phones=st.lists(st.builds(Phone, number=WORDS, description=MAYBE), max_size=2).map(tuple),
    contacts=st.lists(st.builds(Contact, name=MAYBE, title=MAYBE, public=st.booleans()), max_size=2).map(tuple),
    url=MAYBE,
)


@pytest.fixture
def sending(app: Flask) -> Iterator[Any]:
    """Gives the listing that comes of sending a listing's form with other values in some fields."""

    def send(listing: Listing, values: dict[str, Any] | None = None, part: str | None = None) -> Listing:
        with app.test_request_context():
            shown = listing_form(listing, 1, NEEDS, part)
            add_blank_rows(shown)
            typed = MultiDict(_as_a_browser_sends(shown))
            for name, value in (values or {}).items():
                typed.setlist(name, value if isinstance(value, list) else [value])
            form = listing_form(listing, 1, NEEDS, part, typed)
            return written_listing(listing, form.data, Gazetteer())

    return send


def _as_a_browser_sends(form: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    for field in form:
        if hasattr(field, "entries"):
            for entry in field.entries:
                yield from _as_a_browser_sends(entry.form)
        elif hasattr(field, "form"):
            yield from _as_a_browser_sends(field.form)
        elif isinstance(field.data, list):
            yield from ((field.name, value) for value in field.data)
        elif isinstance(field.data, bool):
            yield from [(field.name, "y")] if field.data else []
        elif field.data is not None:
            yield field.name, str(field.data).replace("\n", "\r\n")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(LISTED)
def test_an_unchanged_form_gives_the_same_listing(sending: Any, listing: Listing) -> None:
    assert sending(listing) == listing


@pytest.mark.parametrize("part", [None, *SECTIONS])
def test_every_listing_of_the_town_survives_its_form(sending: Any, part: str | None) -> None:
    for listing in LISTINGS.values():
        assert sending(listing, part=part) == listing


def test_times_are_read_and_the_words_are_kept(sending: Any) -> None:
    changed = sending(LISTINGS["debt"], {"when": "Tuesdays 2pm-4pm"}, "when")
    assert [slot.days for slot in changed.times] == [("TU",)]
    assert changed.times_text == "Tuesdays 2pm-4pm"
    assert changed.costs == LISTINGS["debt"].costs


def test_what_cannot_be_read_stays_as_it_was_written(sending: Any) -> None:
    changed = sending(LISTINGS["debt"], {"when": "Whenever Sue is in"}, "when")
    assert (changed.times, changed.times_text) == ((), "Whenever Sue is in")


def test_a_price_in_words_becomes_a_price(sending: Any) -> None:
    changed = sending(LISTINGS["debt"], {"cost": "£2.50"}, "cost")
    assert [cost.amount for cost in changed.costs] == [Decimal("2.50")]


def test_another_postcode_is_another_point_on_the_map(sending: Any) -> None:
    before = LISTINGS["debt"].venues[0]
    venue = sending(LISTINGS["debt"], {"venues-0-postcode": "L20 3EF"}, "where").venues[0]
    assert (venue.postcode, venue.local_authority) == ("L20 3EF", "Sefton")
    assert venue.latitude != before.latitude
    assert venue.access == before.access


def test_a_venue_can_be_added_and_left(sending: Any) -> None:
    more = sending(LISTINGS["debt"], {"venues-1-name": "Bootle Strand Rooms", "venues-1-town": "Bootle"}, "where")
    assert [venue.name for venue in more.venues] == ["Harbourside Library", "Bootle Strand Rooms"]
    assert more.venues[1].precision is Precision.PLACE
    assert sending(LISTINGS["debt"], {"venues-0-gone": "y"}, "where").venues == ()


def test_one_answer_about_access_leaves_the_others(sending: Any) -> None:
    venue = sending(LISTINGS["debt"], {"venues-0-access-step_free": "no"}, "where").venues[0]
    assert dict(venue.access) == {Access.STEP_FREE: Known.NO, Access.TOILET: Known.YES}


def test_a_need_that_stays_ticked_keeps_how_sure_we_are(sending: Any) -> None:
    listing = Listing(name="Pantry", needs=(NeedLink(id="FOO1", confidence=0.4),))
    changed = sending(listing, {"needs": ["FOO1", "MON1"]}, "needs")
    assert changed.needs == (NeedLink(id="FOO1", confidence=0.4), NeedLink(id="MON1"))


def test_a_second_phone_and_an_emptied_one(sending: Any) -> None:
    changed = sending(LISTINGS["debt"], {"phones-1-number": "0151 496 0009"}, "contact")
    assert [phone.number for phone in changed.phones] == ["0151 496 0001", "0151 496 0009"]
    assert sending(LISTINGS["debt"], {"phones-0-number": ""}, "contact").phones == ()
