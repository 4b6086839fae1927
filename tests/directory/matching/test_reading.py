"""What is read out of names, addresses, telephone numbers and web addresses before they are compared."""

import pytest

from directory.matching.addresses import read_address, read_postcode
from directory.matching.contacts import own_domain, read_phones, read_url
from directory.matching.words import compared_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café Andaluz", "CAFE ANDALUZ"),
        ("Smith & Barrow", "Smith and Barrow"),
        ("St. Mary's Church", "Saint Marys Church"),
        ("The Walton Community Center", "Walton Comm. Centre"),
        ("B.B. King's", "BB Kings"),
        ("Fifth Avenue Books", "5th Ave Books"),
        ("Home-Grown Collective CIC", "Home Grown Collective"),
        ("Walton Group Walton", "Walton Group"),
    ],
)
def test_spellings_of_one_name_are_the_same_words(one: str, other: str) -> None:
    assert compared_words(one) == compared_words(other)


@pytest.mark.parametrize("name", ["The The", "A & Co Ltd", "CIC"])
def test_a_name_of_empty_words_alone_keeps_them(name: str) -> None:
    assert compared_words(name)


@pytest.mark.parametrize(
    ("written", "first", "last", "street"),
    [
        ("12 Quay Lane, Walton, Liverpool L4 3TH", 12, 12, "quay ln"),
        ("Unit 5, Quay House, 12a High Street, Walton", 12, 12, "high st"),
        ("12-14 Quay Ln", 12, 14, "quay ln"),
        ("1510-12 N. Fifth Ave., Suite 200 (at Main)", 1510, 1512, "north 5 ave"),
        ("3434 Harbour Rd. NE Harbourside, GA 30326", 3434, 3434, "harbour rd"),
        ("Quay House, Quay Lane", 0, 0, "quay ln"),
        ("5th Avenue", 0, 0, "5 ave"),
        ("", 0, 0, ""),
    ],
)
def test_a_house_number_stands_for_itself(written: str, first: int, last: int, street: str) -> None:
    address = read_address(written)
    assert (address.first, address.last, address.street) == (first, last, street)


@pytest.mark.parametrize(
    ("written", "read"),
    [("l43th", "L4 3TH"), ("L4 3", "L4 3"), ("L4", "L4"), ("90210-1234", "90210"), ("Walton", ""), ("", "")],
)
def test_postcodes_and_the_beginnings_of_some(written: str, read: str) -> None:
    assert read_postcode(written) == read


@pytest.mark.parametrize(
    "written", ["0151 496 0123", "+44 (0)151 496 0123", "0044 151 4960123", "(0151) 4960123 ext 4", "441514960123"]
)
def test_a_telephone_number_however_it_is_written(written: str) -> None:
    assert read_phones(written) == ("01514960123",)


def test_american_numbers_and_several_at_once() -> None:
    assert read_phones("310/555-0101") == read_phones("+1 (310) 555-0101") == ("3105550101",)
    assert read_phones("0151 496 0123 or 0151 496 0124") == ("01514960123", "01514960124")
    assert read_phones("ring Sue") == ()


def test_a_site_is_its_host_and_page() -> None:
    assert read_url("HTTPS://www.Example.org/lunch/?from=post#top") == ("example.org", "lunch")
    assert read_url("example.org") == ("example.org", "")
    assert read_url("not a site") == ("", "")


def test_a_domain_that_many_share_is_nobodys_own() -> None:
    assert own_domain("facebook.com", "choir@example.org") == "example.org"
    assert own_domain("", "choir@gmail.com") == ""
