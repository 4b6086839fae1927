"""Tables of services: joined as they belong together, in whichever version, and what is said when they do not."""

import csv
import json
import zipfile
from datetime import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from directory.kinds import Access, Attending, Known, Status
from directory.listing import Cost, Phone, Slot
from importers.incoming import Found, SourceFailed
from importers.origin import Origin
from importers.sources import get_format
from tests.importers.reading import SAMPLES
from tests.importers.sources.said import said_by

ZIP = SAMPLES / "hsds-tables/harbourside.zip"
COFFEE, TABLE, CAFE = (f"00000000-0000-4000-8000-0000000000{number}" for number in (11, 12, 13))


def write_tables(folder: Path, **tables: list[dict[str, Any]]) -> Path:
    """A folder of CSV files, each with the columns of its first row."""
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
    return folder


def test_a_service_has_all_that_the_other_tables_say_of_it() -> None:
    coffee = said_by(ZIP).records[COFFEE].listing
    assert coffee.organization
    assert (coffee.organization.name, coffee.organization.charity_number) == ("Harbourside Carers", "9990005")
    assert coffee.description == "A cup of tea with people who know how it is."
    assert coffee.categories == ("Support for carers",)
    assert coffee.costs == (Cost(amount=Decimal(0)),)
    assert coffee.minimum_age == 18
    assert coffee.phones == (Phone(number="0151 496 0011"),), "a fax is nothing to ring"
    assert [contact.title for contact in coffee.contacts] == ["Carers' worker"]


def test_each_place_has_its_own_times_and_its_own_access() -> None:
    library, hall = said_by(ZIP).records[COFFEE].listing.venues
    assert library.times == (Slot(days=("TU",), opens_at=time(10), closes_at=time(12)),)
    assert hall.times == (Slot(days=("TH",), opens_at=time(10, 30), closes_at=time(12)),)
    assert dict(library.access)[Access.STEP_FREE] is Known.YES
    assert hall.access == ()
    assert (hall.address, hall.town, hall.postcode) == ("12 Church Row", "Liverpool", "L4 3TH")


def test_an_impossible_date_is_left_out_and_the_rest_stays() -> None:
    assert said_by(ZIP).records[TABLE].listing.times == (Slot(days=("FR",), opens_at=time(12), closes_at=time(14)),)


def test_a_telephone_of_the_organization_is_rung_where_the_service_has_none() -> None:
    assert said_by(ZIP).records[TABLE].listing.phones == (Phone(number="0151 496 0013"),)


def test_what_refers_to_nothing_is_told_and_costs_no_service() -> None:
    said = said_by(ZIP)
    cafe = said.records[CAFE]
    assert cafe.listing.organization is None
    assert cafe.raw == {
        "refers_to_rows_that_are_not_there": "organization 00000000-0000-4000-8000-000000000099",
    }
    assert said.sentences == [
        "row 5: Enter a name for this service",
        "row 5: In phones.csv: this belongs to the service 00000000-0000-4000-8000-000000000098, which is not there",
    ]


def test_the_tables_in_one_json_file_say_the_same() -> None:
    zipped, together = said_by(ZIP), said_by(SAMPLES / "hsds-tables/tabular.json")
    assert together.format == "hsds-tables"
    assert {key: one.listing for key, one in together.records.items()} == {
        key: one.listing for key, one in zipped.records.items()
    }


def test_files_that_the_package_calls_otherwise_are_found(tmp_path: Path) -> None:
    write_tables(tmp_path, angebote=[{"id": "1", "name": "Choir"}], organizations=[{"id": "7", "name": "Mission"}])
    (tmp_path / "datapackage.json").write_text(
        json.dumps(
            {"resources": [{"name": "service", "path": "angebote.csv"}, {"name": "phone", "path": "/etc/passwd"}]}
        )
    )
    assert said_by(tmp_path).records["1"].listing.name == "Choir"
    assert said_by(tmp_path / "datapackage.json").records.keys() == {"1"}


def test_ohanas_tables_hang_services_on_places(tmp_path: Path) -> None:
    folder = write_tables(
        tmp_path,
        organizations=[{"id": "1", "name": "Walton Mission"}],
        locations=[
            {
                "id": "5", "organization_id": "1", "name": "Mission Hall", "accessibility": "wheelchair, restroom",
                "latitude": "53.4391", "longitude": "-2.9618", "virtual": "false",
            },
            {
                "id": "6", "organization_id": "1", "name": "On the web", "accessibility": "",
                "latitude": "", "longitude": "", "virtual": "true",
            },
        ],
        addresses=[{"id": "1", "location_id": "5", "address_1": "12 Church Row", "city": "Liverpool", "postal_code": "L4 3TH"}],
        mail_addresses=[{"id": "1", "location_id": "5", "address_1": "99 Home Road", "city": "Liverpool"}],
        phones=[{"id": "1", "location_id": "5", "number": "0151 496 0001", "number_type": "voice"}],
        contacts=[{"id": "1", "location_id": "5", "name": "", "title": "Warden"}],
        regular_schedules=[
            {"id": "1", "service_id": "9", "weekday": "Monday", "opens_at": "9am", "closes_at": "4:30 PM"},
            {"id": "2", "service_id": "9", "weekday": "Friday", "opens_at": "9am", "closes_at": "03:00"},
        ],
        taxonomy=[{"taxonomy_id": "101", "name": "Food", "parent_id": "", "parent_name": ""}],
        services=[
            {
                "id": "9", "location_id": "5", "name": "Soup Kitchen", "keywords": "soup, company", "languages": "Polish",
                "audience": "Anyone who is hungry", "eligibility": "None", "fees": "None", "wait_time": "No wait",
                "application_process": "Walk in", "service_areas": "Liverpool", "status": "active", "taxonomy_ids": "101",
                "required_documents": "None", "website": "https://soup.example.org",
            },
            {
                "id": "10", "location_id": "6", "name": "Web Club", "keywords": "", "languages": "", "audience": "",
                "eligibility": "", "fees": "", "wait_time": "", "application_process": "", "service_areas": "",
                "status": "defunct", "taxonomy_ids": "", "required_documents": "Proof of address", "website": "",
            },
        ],
    )  # fmt: skip
    said = said_by(folder)
    soup, club = said.records["9"].listing, said.records["10"].listing
    assert soup.organization
    assert soup.organization.name == "Walton Mission"
    (hall,) = soup.venues
    assert (hall.name, hall.address, hall.postcode) == ("Mission Hall", "12 Church Row", "L4 3TH")
    assert soup.times == (
        Slot(days=("MO",), opens_at=time(9), closes_at=time(16, 30)),
        Slot(days=("FR",), opens_at=time(9)),
    ), "nobody opens at nine in the morning to close at three at night"
    assert soup.categories == ("Food", "soup", "company")
    assert soup.access_text == "Wheelchair access\nAccessible toilet"
    assert (soup.url, soup.languages) == ("https://soup.example.org", ("pl",))
    assert soup.how_to_start_text == "Walk in\nWaiting time: No wait"
    assert soup.eligibility_text == "Anyone who is hungry"
    assert soup.phones == (Phone(number="0151 496 0001"),)
    assert [contact.title for contact in soup.contacts] == ["Warden"]
    assert club.attending == (Attending.ONLINE,)
    assert club.status is Status.WITHDRAWN
    assert club.how_to_start_text == "Bring: Proof of address"
    assert said.rejects == []


def test_tables_of_1_1_and_2_0(tmp_path: Path) -> None:
    folder = write_tables(
        tmp_path,
        services=[{"id": "1", "organization_id": "2", "name": "Choir", "fees": "£2"}],
        organizations=[{"id": "2", "name": "Mission", "url": "https://mission.example.org"}],
        locations=[{"id": "3", "name": "Hall"}],
        services_at_location=[{"id": "4", "service_id": "1", "location_id": "3"}],
        physical_addresses=[{"id": "5", "location_id": "3", "address_1": "12 Church Row", "postal_code": "L4 3TH"}],
        postal_addresses=[{"id": "6", "location_id": "3", "address_1": "PO Box 7", "postal_code": "L3 4AA"}],
        eligibility=[{"id": "7", "service_id": "1", "eligibility": "Over 50s"}],
        service_areas=[{"id": "8", "service_id": "1", "service_area": "Sefton"}],
        service_attributes=[{"id": "9", "service_id": "1", "taxonomy_term_id": "10"}],
        taxonomy_terms=[{"id": "10", "term": "Singing"}],
        languages=[{"id": "11", "service_id": "1", "language": "Welsh"}],
        accessibility_for_disabilities=[{"id": "12", "location_id": "3", "accessibility": "ramp"}],
    )
    choir = said_by(folder).records["1"].listing
    assert choir.organization
    assert choir.organization.website == "https://mission.example.org"
    assert [(venue.address, venue.postcode) for venue in choir.venues] == [("12 Church Row", "L4 3TH")]
    assert (choir.eligibility_text, choir.residents_of) == ("Over 50s", ("Sefton",))
    assert (choir.categories, choir.languages) == (("Singing",), ("cy",))
    assert (choir.access_text, choir.cost_text) == ("ramp", "£2")


def test_a_schedule_at_one_of_many_places_belongs_to_that_place(tmp_path: Path) -> None:
    folder = write_tables(
        tmp_path,
        services=[{"id": "1", "name": "Choir"}],
        locations=[{"id": "a", "name": "Hall"}, {"id": "b", "name": "Library"}],
        service_at_location=[{"id": "1a", "service_id": "1", "location_id": "a"}, {"id": "1b", "service_id": "1", "location_id": "b"}],
        schedules=[{"id": "s", "service_id": "1", "location_id": "b", "byday": "MO", "opens_at": "10:00", "closes_at": "11:00"}],
    )  # fmt: skip
    choir = said_by(folder).records["1"].listing
    assert [len(venue.times) for venue in choir.venues] == [0, 1]
    assert choir.times == ()


def test_a_table_cut_short_stops_the_run_before_a_service_loses_its_telephone(tmp_path: Path) -> None:
    folder = write_tables(tmp_path, services=[{"id": "1", "name": "Choir"}], organizations=[{"id": "2", "name": "x"}])
    (folder / "phones.csv").write_text('id,service_id,number\n1,1,"0151 496')
    with pytest.raises(SourceFailed, match=r"phones\.csv: The file ends in the middle of row 2"):
        said_by(folder)


def test_services_cut_short_keep_what_came_before(tmp_path: Path) -> None:
    folder = write_tables(tmp_path, services=[{"id": "1", "name": "Choir"}], organizations=[{"id": "2", "name": "x"}])
    with (folder / "services.csv").open("a") as file:
        file.write('3,"Cut sho')
    records = get_format("hsds-tables").find(Origin.at(folder), None)
    assert isinstance(next(records), Found)
    with pytest.raises(SourceFailed, match=r"services\.csv: The file ends in the middle of row 3"):
        next(records)


def test_a_version_without_ids_is_refused_in_one_sentence(tmp_path: Path) -> None:
    folder = write_tables(tmp_path, services=[{"key": "1", "name": "Choir"}], organizations=[{"id": "2", "name": "x"}])
    with pytest.raises(SourceFailed, match=r"has no column called “id”\. The columns are: key, name"):
        said_by(folder)


def test_a_web_page_instead_of_a_table(tmp_path: Path) -> None:
    folder = write_tables(tmp_path, services=[{"id": "1", "name": "Choir"}], organizations=[{"id": "2", "name": "x"}])
    (folder / "services.csv").write_text("<!DOCTYPE html>\n<p>Please sign in</p>\n")
    with pytest.raises(SourceFailed, match="has no column called"):
        said_by(folder)


def test_an_id_that_comes_twice_is_left_to_the_run(tmp_path: Path) -> None:
    folder = write_tables(
        tmp_path,
        services=[{"id": "1", "name": "Choir"}, {"id": "1", "name": "Hub"}],
        organizations=[{"id": "2", "name": "x"}],
    )
    rows = [found.row for found in get_format("hsds-tables").find(Origin.at(folder), None)]
    assert rows == [2, 3]


def test_names_in_a_zip_lead_nowhere(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as packed:
        packed.writestr("../../services.csv", "id,name\n666,Evil\n")
        packed.writestr("tables/services.csv", "id,name\n1,Choir\n")
        packed.writestr("/organizations.csv", "id,name\n2,Mission\n")
        packed.writestr("__MACOSX/services.csv", "junk")
        packed.writestr("inner.zip", b"PK\x03\x04")
    assert said_by(tmp_path / "evil.zip").records.keys() == {"1"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["evil.zip"]


def test_a_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("organizations.csv", "id,name\n")
        with packed.open("services.csv", "w") as part:
            for _ in range(60):
                part.write(bytes(1_000_000))
    with pytest.raises(SourceFailed, match="would unpack to 60 MB, which is too much"):
        said_by(tmp_path / "bomb.zip")


def test_a_zip_whose_bytes_are_damaged(tmp_path: Path) -> None:
    whole = bytearray(ZIP.read_bytes())
    at = whole.index(b"harbourside/services.csv") + 60
    whole[at : at + 40] = bytes(40)
    (tmp_path / "damaged.zip").write_bytes(whole)
    with pytest.raises(SourceFailed, match=r"services\.csv"):
        said_by(tmp_path / "damaged.zip")


def test_a_thousand_telephones_of_one_service_do_not_fill_the_memory(tmp_path: Path) -> None:
    phones = [{"id": str(at), "service_id": "1", "number": f"0151 496 {at % 1000:04}"} for at in range(2_000)]
    folder = write_tables(
        tmp_path, services=[{"id": "1", "name": "Line"}], organizations=[{"id": "2", "name": "x"}], phones=phones
    )
    (found,) = get_format("hsds-tables").find(Origin.at(folder), None)
    assert isinstance(found, Found)
    assert len(found.said["phones"]) == 500


def test_two_readings_find_the_same() -> None:
    source = get_format("hsds-tables")
    first, second = ([*source.find(Origin.at(ZIP), None)] for _ in range(2))
    assert first == second
