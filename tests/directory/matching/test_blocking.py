"""The keys by which records are looked up before they are compared."""

from dataclasses import replace
from typing import Any

import pytest

from directory.matching.blocking import LONGEST_KEY, MOST_KEYS, keys_of
from directory.matching.candidates import candidate_pairs
from directory.matching.prepared import prepare
from directory.matching.record import MatchRecord

CHOIR = MatchRecord(
    "1",
    name="Walton Waterfront Choir",
    address="12 Quay Lane, Walton",
    postcode="L4 3TH",
    phone="0151 496 0123",
    url="https://choir.example.org/",
    email="sing@choir.example.org",
    latitude=53.4396,
    longitude=-2.9721,
    charity_number="1000001",
)


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Something quite different"},
        {"name": "Waterfront Singers", "phone": "", "email": "", "url": ""},
        {"name": "Wlaton Watrefront Chior", "phone": "0151 496 0999"},
        {"phone": "", "url": "", "email": "", "charity_number": "", "postcode": "", "latitude": None},
        {"phone": "", "url": "", "email": "", "charity_number": "", "postcode": "L1 1AA", "address": "4 Dock Road"},
        {"latitude": 53.4401, "longitude": -2.9716, "name": "", "address": "", "postcode": "", "phone": ""},
    ],
)
def test_no_single_bad_field_parts_a_pair(changed: dict[str, Any]) -> None:
    assert set(keys_of(CHOIR)) & set(keys_of(replace(CHOIR, **changed)))


def test_keys_fit_a_table() -> None:
    long = replace(CHOIR, name="Llanfair " * 60, email="a" * 300 + "@example.org", address="1 " + "x" * 300 + " Road")
    for record in (CHOIR, long):
        keys = keys_of(record)
        assert 8 <= len(keys) <= MOST_KEYS
        assert len(set(keys)) == len(keys)
        assert all(0 < len(key) <= LONGEST_KEY for key in keys)


def test_keys_stay_as_they_are() -> None:
    """Importing keeps them in a table: when this fails, raise BLOCKING_VERSION and say so here."""
    assert keys_of(replace(CHOIR, latitude=None)) == (
        "phone 514960123",
        "charity 1000001",
        "mail sing@choir.example.org",
        "web choir.example.org/",
        "words walton+waterfront",
        "words choir+walton",
        "words choir+waterfront",
        "word walton",
        "word waterfront",
        "word wwc",
        "begins walto",
        "sounds wltnrfc",
        "sounds wltn",
        "house 12 quay",
        "code L4 3TH",
    )


def test_nothing_is_known_of_an_empty_record() -> None:
    assert keys_of(MatchRecord("1")) == ()


def test_a_key_that_everybody_shares_is_left_out() -> None:
    """Five thousand shops of one name and number are twelve million pairs."""
    shops = [
        MatchRecord(str(n), name="Corner Fresh", phone="0151 496 0000", postcode=f"L{n % 90} 1AA") for n in range(5000)
    ]
    twins = [replace(shop, id=f"{shop.id}b", address=f"{n} Quay Lane") for n, shop in enumerate(shops[:3])]
    left, _ = candidate_pairs([prepare(record) for record in [*shops, *twins]])
    assert len(left) < 400_000


def test_pairs_of_two_files_are_of_one_with_the_other() -> None:
    records = [prepare(replace(CHOIR, id=str(number))) for number in range(5)]
    left, right = candidate_pairs(records, 2)
    assert {(one, other) for one, other in zip(left.tolist(), right.tolist(), strict=True)} == {
        (one, other) for one in (0, 1) for other in (2, 3, 4)
    }
