"""One listing of what several sources say: part by part the one that counts most, and words that must stay apart."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from directory.combining import Saying, combined
from directory.kinds import Access, Known, Status
from directory.listing import Listing, Slot, Venue
from tests.harbourside import LIBRARY, WALTON_HALL

ODBL = "ODbL 1.0"


def said(precedence: int = 60, licence: str | None = None, **parts: object) -> Saying:
    listing = Listing.model_validate({"name": "Walton Waterfront Choir", **parts})
    return Saying(listing, precedence, licence, separable=licence == ODBL)


def test_alone_a_source_is_taken_at_its_word() -> None:
    alone = said(description="We sing.", licence=ODBL)
    assert combined([alone]) == alone.listing


def test_the_one_that_counts_most_is_believed_and_the_others_fill_in() -> None:
    lesser, greater = said(40, description="Lesser", cost_text="£2"), said(80, description="Greater")
    for order in ((lesser, greater), (greater, lesser)):
        listing = combined(order)
        assert (listing.description, listing.cost_text) == ("Greater", "£2")


def test_of_equals_the_first_is_believed() -> None:
    assert combined([said(description="First"), said(description="Second")]).description == "First"


def test_name_and_status_are_never_borrowed() -> None:
    paused = said(80, status=Status.PAUSED, alert="Closed for repairs")
    other = said(40, alternate_name="The Walties", alert="New tea urn")
    listing = combined([other, paused])
    assert (listing.status, listing.alert) == (Status.PAUSED, "Closed for repairs")
    assert listing.alternate_name == "The Walties"


def test_what_is_closed_says_so_in_its_own_words_alone() -> None:
    listing = combined([said(80, status=Status.PAUSED), said(40, alert="Open as ever!")])
    assert (listing.status, listing.alert) == (Status.PAUSED, None)


def test_words_that_must_stay_apart_are_lent_to_nobody_and_borrow_none() -> None:
    council, osm = said(60, "OGL 3.0", description="Council"), said(30, ODBL, url="https://map.example.org")
    assert combined([council, osm]) == council.listing
    osm_first = said(90, ODBL, url="https://map.example.org")
    assert combined([council, osm_first]) == osm_first.listing


def test_those_of_one_separable_licence_lend_to_each_other() -> None:
    listing = combined([said(60, ODBL, description="Map"), said(50, ODBL, url="https://map.example.org")])
    assert (listing.description, listing.url) == ("Map", "https://map.example.org")


def test_a_map_between_two_open_sources_does_not_stand_in_their_way() -> None:
    sources = [said(80, "OGL 3.0", description="Council"), said(60, ODBL, url="https://map.example.org")]
    listing = combined([*sources, said(40, "CC BY 4.0", cost_text="£2")])
    assert (listing.description, listing.cost_text, listing.url) == ("Council", "£2", None)


def test_one_venue_is_filled_in_and_of_two_neither_is() -> None:
    bare = WALTON_HALL.model_copy(update={"access": (), "latitude": None, "longitude": None, "precision": None})
    timed = Venue(name="The Mission", access=((Access.LIFT, Known.NO),), times=(Slot(days=("TU",), opens_at=time(19)),))
    (venue,) = combined([said(venues=(bare,)), said(venues=(timed,))]).venues
    assert (venue.name, venue.postcode) == (WALTON_HALL.name, WALTON_HALL.postcode)
    assert (venue.access, venue.times) == (timed.access, timed.times)
    both = (bare, LIBRARY)
    assert combined([said(venues=both), said(venues=(WALTON_HALL,))]).venues == both


def test_a_confidential_address_stays_so_whoever_says_it() -> None:
    secret = Venue(local_authority="Liverpool", confidential=True)
    for order in ((secret, WALTON_HALL), (WALTON_HALL, secret)):
        (venue,) = combined([said(venues=(one,)) for one in order]).venues
        assert venue.confidential
    assert combined([said(venues=(secret,)), said(venues=(WALTON_HALL,))]).venues == (secret,)


@st.composite
def _sayings(draw: st.DrawFn) -> list[Saying]:
    texts = st.one_of(st.none(), st.sampled_from(["A", "B", "C"]))
    one = st.builds(
        lambda precedence, licence, description, cost_text: said(
            precedence, licence, description=description, cost_text=cost_text
        ),
        st.sampled_from([20, 60, 80]),
        st.sampled_from(["OGL 3.0", ODBL]),
        texts,
        texts,
    )
    return draw(st.lists(one, min_size=1, max_size=4))


@given(_sayings())
def test_every_word_is_somebodys_and_none_is_lent_over_a_border(sayings: list[Saying]) -> None:
    listing = combined(sayings)
    first = max(sayings, key=lambda one: one.precedence)
    may_lend = [one for one in sayings if one.licence == first.licence]
    for part in ("description", "cost_text"):
        words = getattr(listing, part)
        offered = [getattr(one.listing, part) for one in may_lend]
        assert words in offered
        assert words is not None or set(offered) == {None}
