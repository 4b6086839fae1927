"""Maureen in Harbourside says where she is; we say how far things are."""

import math
import random

import numpy as np
import pytest

from directory.geography import (
    NO_BREAK,
    POSTCODE_ATTRIBUTION,
    Gazetteer,
    Place,
    PlaceNotFound,
    describe_distance,
    distance_miles,
    distances_miles,
    find_local_authority,
    plausible_point,
    read_postcode,
    travel_band,
    travel_minutes,
)
from directory.kinds import Precision
from directory.postcodes.authorities import local_authorities
from directory.postcodes.place_names import place_names
from directory.postcodes.postcode import SECTORS, postcode_number, written
from directory.postcodes.storage import SHIPPED, shipped_table
from directory.postcodes.table import SCALE

WALTON = Place(53.4500, -2.9640, "Walton")


@pytest.fixture
def gazetteer() -> Gazetteer:
    return Gazetteer()


# Postcodes


@pytest.mark.parametrize("typed", ["L4 3TH", "l43th", " l4  3th ", "L4-3TH", "L4 3th."])
def test_a_postcode_is_found_however_it_is_typed(gazetteer: Gazetteer, typed: str) -> None:
    place = gazetteer.find_place(typed)
    assert place is not None
    assert (place.label, place.postcode, place.precision) == ("L4 3TH", "L4 3TH", Precision.POSTCODE)
    assert place.local_authority == "Liverpool"
    assert distance_miles(place, WALTON) < 1.5


def test_the_local_authority_follows_the_postcode_not_the_district(gazetteer: Gazetteer) -> None:
    """L20 is Bootle, but its southern end is Liverpool: "Sefton residents only" turns on it."""
    assert gazetteer.get_place("L20 4AA").local_authority == "Liverpool"
    assert gazetteer.get_place("L20 3DL").local_authority == "Sefton"
    assert gazetteer.get_place("L20").local_authority is None


@pytest.mark.parametrize(
    ("typed", "label", "precision"),
    [
        ("L4 3", "L4 3", Precision.SECTOR),
        ("L4 3T", "L4 3", Precision.SECTOR),
        ("L4", "L4", Precision.DISTRICT),
        ("ch43", "CH43", Precision.DISTRICT),
        ("Liverpool 8", "L8", Precision.DISTRICT),
        ("L4 3ZZ", "near L4 3", Precision.SECTOR),
        ("L9 2ZZ", "near L9 2", Precision.SECTOR),
        ("WA12 5ZZ", "near WA12", Precision.DISTRICT),
    ],
)
def test_part_of_a_postcode_or_an_unknown_one_is_known_less_exactly(
    gazetteer: Gazetteer, typed: str, label: str, precision: Precision
) -> None:
    place = gazetteer.get_place(typed)
    assert (place.label, place.precision, place.postcode) == (label, precision, None)


def test_a_postcode_at_the_end_of_an_address_is_found(gazetteer: Gazetteer) -> None:
    assert gazetteer.get_place("Flat 2, 9 Quay Street, Harbourside, l4 3th").label == "L4 3TH"


def test_the_letter_o_is_read_as_nought_where_only_a_digit_can_stand() -> None:
    assert read_postcode("L4 OTH") == "L4 0TH"
    assert read_postcode("Harbourside") is None
    assert read_postcode("") is None


def test_a_number_keeps_the_order_of_postcodes_and_can_be_written_again() -> None:
    for postcode in ("L4 3TH", "CH43 9ZA", "W1A 1AA", "EC1A 1BB", "M1 1AE", "ZE3 9ZZ"):
        number = postcode_number(postcode)
        assert number is not None
        assert number < 2**31
        assert written(number) == postcode
    l4, l11 = (postcode_number(f"{district} 3TH") or 0 for district in ("L4", "L11"))
    assert l4 // SECTORS != l11 // SECTORS


# What was perhaps meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("L4T3H", "L4 3TH"),
        ("L34 TH", "L4 3TH"),
        ("LI5 4AA", "L15 4AA"),
        ("L20 44A", "L20 4AA"),
        ("L4 3T7H", "L4 3TH"),
    ],
)
def test_one_slip_in_a_postcode_is_seen_through(gazetteer: Gazetteer, typed: str, meant: str) -> None:
    assert gazetteer.suggest_postcode(typed) == meant


@pytest.mark.parametrize("typed", ["L4 3TO", "CH43 9Z1", "L99 9ZZ", "PR8 1X"])
def test_a_suggestion_is_always_a_postcode_that_we_know(gazetteer: Gazetteer, typed: str) -> None:
    suggestion = gazetteer.suggest_postcode(typed)
    assert suggestion is not None
    assert gazetteer.get_place(suggestion).precision == Precision.POSTCODE
    assert f"Did you mean {suggestion}?" in gazetteer.explain_place(typed).message


def test_a_right_postcode_needs_no_suggestion(gazetteer: Gazetteer) -> None:
    assert gazetteer.suggest_postcode("L4 3TH") is None


def test_a_postcode_of_another_part_of_the_country_is_not_guessed_at(gazetteer: Gazetteer) -> None:
    with pytest.raises(PlaceNotFound, match="does not cover that part of the country") as refused:
        gazetteer.get_place("M1 1AE", field="near")
    assert (refused.value.suggestion, refused.value.field) == (None, "near")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Enter a postcode or a place"),
        ("Crosbie", "We don't know a place called “Crosbie”. Did you mean Crosby?"),
        ("Atlantis-on-Sea", "Try a postcode or a nearby town."),
        ("x" * 5_000, "Try a postcode or a nearby town."),
    ],
)
def test_what_cannot_be_found_is_explained_kindly(gazetteer: Gazetteer, typed: str, says: str) -> None:
    assert gazetteer.find_place(typed) is None
    refusal = gazetteer.explain_place(typed)
    assert says in refusal.message
    assert len(refusal.message) < 200


# Places by name


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("Bootle", "Bootle"),
        ("near Aintree", "Aintree"),
        ("Southport town centre", "Southport"),
        ("St Helens", "St Helens"),
        ("st. helens", "St Helens"),
        ("Saint Helens", "St Helens"),
        ("the Dingle", "Dingle"),
        ("newton le willows", "Newton-le-Willows"),
        ("Liverpool", "Liverpool city centre"),
        ("bootel", "Bootle"),
        ("Walten", "Walton"),
        ("West Kirkby", "West Kirby"),
        ("12 Quay Lane, Walton, Liverpool", "Walton"),
        ("Walton Liverpool", "Walton"),
        ("Bootel, Liverpool", "Bootle"),
        ("Southport Road Ormskirk", "Ormskirk"),
        ("Bootle L20 3", "Bootle"),
    ],
)
def test_a_place_is_found_by_name(gazetteer: Gazetteer, typed: str, label: str) -> None:
    place = gazetteer.get_place(typed)
    assert (place.label, place.precision) == (label, Precision.PLACE)


@pytest.mark.parametrize("typed", ["Bury", "Leeds", "garden", "near", "the", "Walton Road", "12"])
def test_a_word_that_only_resembles_a_place_is_not_taken_for_it(gazetteer: Gazetteer, typed: str) -> None:
    assert gazetteer.find_place(typed) is None


def test_every_place_lies_among_postcodes_of_its_local_authority() -> None:
    table, names = shipped_table(), local_authorities()
    latitudes, longitudes = table.rows[1] / SCALE, table.rows[2] / SCALE
    places = {place.label: place for place in place_names().by_name.values()}
    assert len(places) >= 260
    for place in places.values():
        miles = distances_miles(place, latitudes, longitudes)
        nearest = miles.argsort()[:9]
        councils = [names.get(table.authorities[at]) for at in table.rows[3, nearest]]
        assert councils.count(place.local_authority) >= 5, place
        assert miles[nearest[0]] < 1, place


def test_a_point_has_the_local_authority_of_its_nearest_postcode(gazetteer: Gazetteer) -> None:
    assert gazetteer.place_at(53.4515, -2.9905).local_authority == "Sefton"
    assert gazetteer.place_at(55.95, -3.19).local_authority is None
    with pytest.raises(PlaceNotFound, match="swapped"):
        gazetteer.place_at(-2.9905, 53.4515)


def test_a_local_authority_is_known_by_code_and_in_any_dress() -> None:
    assert find_local_authority("E08000014") == "Sefton"
    assert find_local_authority("Sefton MBC") == "Sefton"
    assert find_local_authority("Metropolitan Borough of Wirral") == "Wirral"
    assert find_local_authority("St. Helens Council") == "St Helens"
    assert find_local_authority("London") is None
    assert find_local_authority("Harbourside") is None


def test_the_table_is_small_sorted_and_says_whose_it_is() -> None:
    table = shipped_table()
    assert SHIPPED.stat().st_size < 1_000_000
    assert len(table) > 120_000
    assert (np.diff(table.rows[0]) > 0).all()
    assert all(plausible_point(*point) for point in (table.rows[1:3, ::500] / SCALE).T)
    assert POSTCODE_ATTRIBUTION.split(". ")[0] in SHIPPED.with_name("README.md").read_text(encoding="utf-8")


# Distances


def test_many_distances_agree_with_one() -> None:
    rng = random.Random(4)  # the same hundred points every time
    points = [(rng.uniform(49.5, 60), rng.uniform(-8, 1.7)) for _ in range(100)]
    many = distances_miles(WALTON, *zip(*points, strict=True))
    one = [distance_miles(WALTON, Place(*point, "there")) for point in points]
    np.testing.assert_allclose(many, one, rtol=0.001)


def test_a_point_that_is_not_known_has_no_distance_and_here_is_nought() -> None:
    miles = distances_miles(WALTON, [math.nan, WALTON.latitude], [math.nan, WALTON.longitude])
    assert math.isnan(miles[0])
    assert miles[1] == 0


@pytest.mark.parametrize(
    ("latitude", "longitude", "plausible"),
    [
        (53.45, -2.96, True),
        (60.1, -1.3, True),
        (49.2, -2.1, True),
        (0, 0, False),
        (91, -2.96, False),
        (-2.96, 53.45, False),
        (53.45, 2.96, False),
        (math.nan, -2.96, False),
        (None, None, False),
    ],
)
def test_points_outside_the_british_isles_are_recognised(
    latitude: float | None, longitude: float | None, plausible: bool
) -> None:
    assert plausible_point(latitude, longitude) is plausible


@pytest.mark.parametrize(
    ("miles", "said"),
    [
        (0.0, "under 100 yards"),
        (0.17, "about 300 yards"),
        (0.3, "0.3 miles"),
        (0.82, "0.8 miles"),
        (0.97, "1 mile"),
        (1.04, "1 mile"),
        (9.97, "10 miles"),
        (12.4, "12 miles"),
    ],
)
def test_a_distance_is_said_in_plain_words_that_do_not_break(miles: float, said: str) -> None:
    assert describe_distance(miles).replace(NO_BREAK, " ") == said
    assert f"{NO_BREAK}{said.split()[-1]}" in describe_distance(miles)


@pytest.mark.parametrize(
    ("miles", "mode", "said"),
    [
        (0.1, "walk", "a few minutes' walk"),
        (0.5, "walk", "about 15 minutes' walk"),
        (3.0, "walk", "about 1 hour 20 minutes' walk"),
        (0.5, "wheel", "about 15 minutes on wheels"),
        (3.0, "bus", "about 35 minutes by bus"),
        (0.0, "car", "a few minutes by car"),
        (15.0, "car", "about 1 hour 5 minutes by car"),
    ],
)
def test_travelling_is_said_in_minutes(miles: float, mode: str, said: str) -> None:
    assert travel_band(miles, mode).replace(NO_BREAK, " ") == said


def test_a_way_of_travelling_that_we_do_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="broomstick"):
        travel_minutes(1, "broomstick")
