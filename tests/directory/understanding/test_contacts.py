"""Telephone numbers, addresses on the web and postcodes in what partners write."""

import pytest

from directory.understanding.contacts import find_postcode, read_emails, read_phones, read_urls

PHONES = [
    ("0151 496 0123", [("0151 496 0123", None)]),
    ("Text Sue on 07700 900123", [("07700 900123", None)]),
    ("01632 960123", [("01632 960123", None)]),
    ("Ring Maureen on 0151 496 0123 (evenings best)", [("0151 496 0123", "evenings best")]),
    ("Office: 0151 496 0124, Dev: 0151 496 0125", [("0151 496 0124", "Office"), ("0151 496 0125", "Dev")]),
    ("Tel: 01514960123", [("0151 496 0123", None)]),
    ("+44 (0)151 496 0123 / 0151-496-0123", [("0151 496 0123", None)]),
    ("minicom 0151 496 0150", [("0151 496 0150", "minicom")]),
    ("tel 0151 496 0131 ext 4", [("0151 496 0131 x4", None)]),
    ("Samaritans 116 123", [("116 123", None)]),
    ("116123", [("116 123", None)]),
    ("Call NHS 111 option 2", [("111", "option 2")]),
    ("If a life is at risk dial 999", [("999", None)]),
    ("Text SHOUT to 85258", [("85258", "text")]),
    ("0800 068 4141", [("0800 068 4141", None)]),
    ("Fax: 0151 496 0199", []),
    ("111 Bold Street", []),
    ("Room 101", []),
    ("We helped 111 people", []),
    ("£999", []),
    ("charity number 1012345", []),
    ("2026-11-23 10:00", []),
    ("Tues 1000-1200", []),
    ("85258", []),
]


@pytest.mark.parametrize(("text", "phones"), PHONES)
def test_numbers_are_read_as_they_should_be_rung(text: str, phones: list[tuple[str, str | None]]) -> None:
    assert [(phone.number, phone.description) for phone in read_phones(text)] == phones


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("maureen@Example.org", ("maureen@example.org",)),
        ("e-mail dev@example.org, or dev@example.org.", ("dev@example.org",)),
        ("Agnieszka <agnieszka@example.org>", ("agnieszka@example.org",)),
        ("tommy (at) example.org", ("tommy@example.org",)),
        ("mailto:choir@example.org?subject=hello", ("choir@example.org",)),
        ("dev@example..org", ()),
        ("a@b", ()),
        ("follow @harbourside", ()),
    ],
)
def test_addresses_are_read_once_and_only_when_well_formed(text: str, emails: tuple[str, ...]) -> None:
    assert read_emails(text) == emails


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("www.example.org", ("https://www.example.org",)),
        ("(see http://www.example.org/choir.)", ("http://www.example.org/choir",)),
        ("https://example.org/a_(b)", ("https://example.org/a_(b)",)),
        (
            "harbourside.example.org/tues, example.org.uk",
            ("https://harbourside.example.org/tues", "https://example.org.uk"),
        ),
        ("dev@example.org", ()),
        ("javascript:alert(1)", ()),
        ("Tues.Thurs at 10.30am, e.g. this. No.1", ()),
    ],
)
def test_web_addresses_are_whole_and_nothing_else(text: str, urls: tuple[str, ...]) -> None:
    assert read_urls(text) == urls


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("L4 3TH", "L4 3TH"),
        ("l43th", "L4 3TH"),
        ("Harbourside Hall, 8 Saltbox Street, Bootle L20  3UU", "L20 3UU"),
        ("WA10 1AA and L1 1AA", "WA10 1AA"),
        ("SW1A1AA", "SW1A 1AA"),
        ("L4 4TH", "L4 4TH"),
        ("B1 2nd floor", None),
        ("CH41", None),
        ("A1 2BC", None),
        ("Tues 10-12", None),
        ("", None),
    ],
)
def test_a_postcode_is_found_in_an_address_and_written_properly(text: str, postcode: str | None) -> None:
    assert find_postcode(text) == postcode
