"""What partners write in spreadsheets, and what becomes of it."""

import zipfile
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from directory.catalogue import Catalogue
from directory.kinds import Access, Attending, Gender, HowToStart, Known, Precision, Room, Sector, Status
from directory.listing import Cost, Phone, Slot
from importers.incoming import SourceFailed
from importers.read import import_from
from tests.importers.reading import SAMPLES, listings_of, one_row, rejects_of
from tests.importers.workbook import write_workbook


def test_a_partners_row_becomes_structure_with_its_text_beside_it(catalogue: Catalogue) -> None:
    debt = listings_of(catalogue, SAMPLES / "csv/harbourside.csv")["hb-1"]
    assert debt.times == (Slot(days=("MO", "WE"), opens_at=time(10), closes_at=time(12)),)
    assert debt.times_text == "Mon & Weds 10-12"
    assert debt.costs == (Cost(amount=Decimal(0)),)
    assert debt.minimum_age == 18
    assert debt.need_ids == ("MON1",)
    assert debt.url == "https://www.quayside.example.org"
    assert debt.phones == (Phone(number="0151 496 0001"),)
    assert debt.organization
    assert debt.organization.sector is Sector.VOLUNTARY
    assert debt.assured_date == date(2026, 10, 1)
    assert debt.assured_by == "s"


def test_a_venue_has_a_name_a_street_a_town_and_a_point(catalogue: Catalogue) -> None:
    (venue,) = listings_of(catalogue, SAMPLES / "csv/harbourside.csv")["hb-1"].venues
    assert (venue.name, venue.address, venue.town) == ("Harbourside Library", "1 Quay Street", "Liverpool")
    assert (venue.postcode, venue.precision, venue.local_authority) == ("L3 4AA", Precision.POSTCODE, "Liverpool")
    assert venue.access == ((Access.STEP_FREE, Known.YES), (Access.HEARING_LOOP, Known.YES))


def test_html_in_a_description_becomes_plain_text(catalogue: Catalogue) -> None:
    choir = listings_of(catalogue, SAMPLES / "csv/harbourside.csv")["hb-2"]
    assert choir.description == "Friendly singing.\nCake at half time."
    assert choir.gender is Gender.WOMEN
    assert choir.languages == ("en", "pl")


def test_what_nobody_understands_is_kept_and_the_fact_left_unknown(catalogue: Catalogue, tmp_path: Path) -> None:
    row = one_row(catalogue, tmp_path, min_age="abc", url="see poster", last_verified="2099-01-01", online="perhaps")
    assert row.listing.minimum_age is None
    assert row.listing.url is None
    assert row.listing.assured_date is None
    assert row.raw == {"min_age": "abc", "url": "see poster", "last_verified": "2099-01-01", "online": "perhaps"}


def test_columns_that_we_do_not_know_are_kept_as_they_came(catalogue: Catalogue, tmp_path: Path) -> None:
    assert one_row(catalogue, tmp_path, ward="County").raw == {"ward": "County"}


def test_a_confidential_address_is_kept_for_staff_or_not_at_all(catalogue: Catalogue, tmp_path: Path) -> None:
    (venue,) = listings_of(catalogue, SAMPLES / "csv/harbourside.csv")["hb-5"].venues
    assert venue.confidential
    assert (venue.address, venue.town, venue.local_authority) == (None, "Crosby", "Sefton")


def test_a_refuge_is_hidden_even_where_its_address_was_written_down(catalogue: Catalogue, tmp_path: Path) -> None:
    row = one_row(
        catalogue,
        tmp_path,
        name="Crosby Refuge",
        categories="domestic abuse",
        address="99 Secret Street",
        postcode="L23 5SA",
    )
    assert [venue.confidential for venue in row.listing.venues] == [True]


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [("0", "0"), ("-2.9618", "53.4391"), ("91", "181"), ("51.5", "-0.12"), ("north", "west")],
    ids=["nowhere", "swapped", "impossible", "far from the postcode", "words"],
)
def test_a_point_that_cannot_be_is_replaced_by_that_of_the_postcode(
    catalogue: Catalogue, tmp_path: Path, latitude: str, longitude: str
) -> None:
    (venue,) = one_row(catalogue, tmp_path, postcode="L4 3TH", latitude=latitude, longitude=longitude).listing.venues
    assert venue.precision is Precision.POSTCODE
    assert venue.latitude == pytest.approx(53.44, abs=0.02)
    assert venue.longitude == pytest.approx(-2.97, abs=0.02)


def test_a_point_near_its_postcode_is_taken_as_exact(catalogue: Catalogue, tmp_path: Path) -> None:
    (venue,) = one_row(catalogue, tmp_path, postcode="L4 3TH", latitude="53.4391", longitude="-2.9618").listing.venues
    assert (venue.latitude, venue.longitude, venue.precision) == (53.4391, -2.9618, Precision.EXACT)


def test_an_unknown_postcode_is_placed_by_its_sector_and_says_so(catalogue: Catalogue, tmp_path: Path) -> None:
    (venue,) = one_row(catalogue, tmp_path, postcode="L4 3ZZ").listing.venues
    assert venue.postcode == "L4 3ZZ"
    assert venue.precision is Precision.SECTOR


def test_what_is_no_postcode_places_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    row = one_row(catalogue, tmp_path, postcode="ask Sue")
    assert row.listing.venues == ()
    assert row.raw == {"postcode": "ask Sue"}


def test_a_street_that_sounds_like_a_town_is_not_that_town(catalogue: Catalogue, tmp_path: Path) -> None:
    (venue,) = one_row(catalogue, tmp_path, address="Rope Lane").listing.venues
    assert (venue.address, venue.latitude) == ("Rope Lane", None)


@pytest.mark.parametrize(
    ("written", "ways"),
    [
        ("yes", (Attending.ONLINE,)),
        ("Both", (Attending.IN_PERSON, Attending.ONLINE)),
        ("no", (Attending.IN_PERSON,)),
        ("", (Attending.IN_PERSON,)),
    ],
)
def test_how_people_take_part(catalogue: Catalogue, tmp_path: Path, written: str, ways: tuple[Attending, ...]) -> None:
    assert one_row(catalogue, tmp_path, postcode="L4 3TH", online=written).listing.attending == ways


def test_days_and_times_may_stand_in_two_columns(catalogue: Catalogue, tmp_path: Path) -> None:
    row = one_row(catalogue, tmp_path, days="Tuesday", times="7pm-9pm")
    assert row.listing.times == (Slot(days=("TU",), opens_at=time(19), closes_at=time(21)),)


@pytest.mark.parametrize(
    ("times", "verified", "status"),
    [
        ("Fri 6pm - paused until January", "2026-11-01", Status.PAUSED),
        ("Fri 6pm - paused until January", "2024-11-01", Status.ACTIVE),
        ("Fri 6pm - paused until January", "", Status.ACTIVE),
        ("Thurs 10-2, March to October, closed for winter", "2026-04-13", Status.ACTIVE),
        ("temporarily closed", "", Status.PAUSED),
    ],
)
def test_a_pause_only_when_it_is_certain(
    catalogue: Catalogue, tmp_path: Path, times: str, verified: str, status: Status
) -> None:
    listing = one_row(catalogue, tmp_path, days_times=times, last_verified=verified).listing
    assert listing.status is status
    assert (listing.alert is None) == (status is Status.ACTIVE)


def test_a_claim_of_room_ends_by_itself(catalogue: Catalogue, tmp_path: Path) -> None:
    listing = one_row(
        catalogue, tmp_path, description="Waiting list. Drop in and ask.", last_verified="2026-11-01"
    ).listing
    assert (listing.room, listing.room_until) == (Room.WAITING_LIST, date(2027, 1, 30))
    assert listing.how_to_start is HowToStart.DROP_IN
    assert one_row(catalogue, tmp_path, description="Waiting list").listing.room is None


@pytest.mark.parametrize("cell", ['=HYPERLINK("http://example.org","win")', "+SUM(A1:A9)", "@cmd|calc"])
def test_a_formula_is_text_and_as_a_name_refused(catalogue: Catalogue, tmp_path: Path, cell: str) -> None:
    assert one_row(catalogue, tmp_path, description=cell).listing.description == cell
    (tmp_path / "f.csv").write_text('name\n"{}"\nWalton Hub\n'.format(cell.replace('"', '""')))
    (reject,) = rejects_of(catalogue, tmp_path / "f.csv")
    assert reject.sentence() == "row 2: The name is a spreadsheet formula. Enter the name itself"


def test_other_peoples_headings_are_guessed(catalogue: Catalogue) -> None:
    shed = next(iter(listings_of(catalogue, SAMPLES / "csv/semicolons.csv").values()))
    assert shed.name == "Bootle Men's Shed"
    assert shed.organization
    assert shed.organization.name == "Dockside Makers"
    assert shed.costs == (Cost(amount=Decimal(1)),)


def test_a_mapping_leads_foreign_headings_and_words_to_ours(catalogue: Catalogue, tmp_path: Path) -> None:
    from importers.read import read

    (tmp_path / "groups.csv").write_text("Gruppe,Wo,Im Netz,Notes\nWalton Hub,L4 3TH,ja,hello\n")
    (tmp_path / "m.toml").write_text(
        '[columns]\n"Gruppe" = "name"\n"Wo" = "postcode"\n"Im Netz" = "online"\n[values.online]\nja = "yes"\n'
    )
    _, rows = read(catalogue, tmp_path / "groups.csv", source="s", mapping=tmp_path / "m.toml")
    row = next(rows)
    assert row.listing.attending == (Attending.ONLINE,)  # type: ignore[union-attr]
    assert row.listing.venues[0].postcode == "L4 3TH"  # type: ignore[union-attr]
    assert row.raw == {"Notes": "hello"}  # type: ignore[union-attr]


def test_the_first_sheet_with_names_is_read_and_rows_are_counted_as_a_person_does(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    book = write_workbook(
        tmp_path / "b.xlsx",
        {"Notes": [["Hello"]], "Groups": [["Title"], [], ["name", "min_age"], ["Hub", 18.0], ["", 3]]},
    )
    assert [listing.minimum_age for listing in listings_of(catalogue, book).values()] == [18]
    assert [reject.row for reject in rejects_of(catalogue, book)] == [5]


def test_records_without_ids_keep_theirs_from_one_file_to_the_next(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "name,postcode,days_times\nYoga,L4 3TH,Mon 10-11\nYoga,L4 3TH,Tues 10-11\nArt,L4 3TH,\n"
    )
    (tmp_path / "b.csv").write_text(
        "name,postcode,days_times\nArt,L4 3TH,\nYoga,L4 3TH,Mon 10-11\nYoga,L4 3TH,Tues 10-11\n"
    )
    assert import_from(catalogue, tmp_path / "a.csv", source="s", actor="tests").added == 3
    assert import_from(catalogue, tmp_path / "b.csv", source="s", actor="tests").unchanged == 3


def test_a_line_with_a_number_and_no_venue_is_rung(catalogue: Catalogue, tmp_path: Path) -> None:
    row = one_row(catalogue, tmp_path, name="Work Rights Line", phone="0151 496 0966", online="no")
    assert row.listing.attending == (Attending.PHONE,)


def test_entities_of_xml_are_not_blown_up(catalogue: Catalogue, tmp_path: Path) -> None:
    write_workbook(tmp_path / "plain.xlsx", {"Groups": [["name"], ["Hub"], ["&laughs;"]]})
    entities = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))
    entities += '<!ENTITY laughs "&l11;"><!ENTITY file SYSTEM "file:///etc/passwd">'
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as plain, zipfile.ZipFile(tmp_path / "bomb.xlsx", "w") as bomb:
        for name in plain.namelist():
            text = plain.read(name).decode()
            if "worksheet" in name:
                text = text.replace("&amp;laughs;", "&laughs;").replace("?>", f"?><!DOCTYPE worksheet [{entities}]>", 1)
            bomb.writestr(name, text)
    try:
        names = [listing.name for listing in listings_of(catalogue, tmp_path / "bomb.xlsx").values()]
    except SourceFailed:
        names = []
    assert all(len(name) < 100 for name in names)
