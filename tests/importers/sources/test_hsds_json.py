"""Services in JSON, whatever they are written in: organizations, places, lines, folders of all of these."""

import json
from pathlib import Path
from typing import Any

import pytest

from directory.listing import Contact, Phone
from importers.incoming import Found, SourceFailed
from importers.origin import Origin
from importers.sources import get_format, guess_format
from tests.importers.sources.said import said_by

CHOIR: dict[str, Any] = {"id": "1", "name": "Walton Choir", "status": "active"}
HALL: dict[str, Any] = {
    "id": "h",
    "name": "Mission Hall",
    "location_type": "physical",
    "addresses": [{"address_1": "12 Church Row", "city": "Liverpool", "postal_code": "L4 3TH"}],
    "contacts": [{"title": "Warden"}],
}
MISSION: dict[str, Any] = {"id": "m", "name": "Walton Mission", "website": "https://mission.example.org"}


def write(path: Path, said: Any) -> Path:
    path.write_text(json.dumps(said), encoding="utf-8")
    return path


def test_services_in_an_organization_are_run_by_it(tmp_path: Path) -> None:
    path = write(tmp_path / "o.json", {**MISSION, "services": [CHOIR, {"id": "2", "name": "Hub", "status": "active"}]})
    said = said_by(path)
    assert said.format == "hsds-uk"
    assert [one.listing.organization.name for one in said.records.values() if one.listing.organization] == [
        "Walton Mission",
        "Walton Mission",
    ]


def test_a_page_of_organizations_with_their_services(tmp_path: Path) -> None:
    page = {
        "total_items": 2,
        "contents": [{**MISSION, "services": [CHOIR]}, {"id": "x", "name": "Hub", "services": []}],
    }
    choir = said_by(write(tmp_path / "o.json", page)).records["1"].listing
    assert choir.organization
    assert choir.organization.website == "https://mission.example.org"


def test_a_service_at_a_location_is_a_service_at_that_place(tmp_path: Path) -> None:
    at_hall = {
        "id": "s",
        "service": {**CHOIR, "organization": MISSION},
        "location": HALL,
        "schedules": [{"byday": "MO"}],
    }
    said = said_by(write(tmp_path / "s.json", {"contents": [at_hall]}))
    choir = said.records["1"].listing
    (venue,) = choir.venues
    assert (venue.name, venue.postcode) == ("Mission Hall", "L4 3TH")
    assert [slot.days for slot in venue.times] == [("MO",)]
    assert choir.contacts == (Contact(title="Warden"),), "whoever is at the place is asked where the service names none"


@pytest.mark.parametrize(
    "other",
    [
        HALL,
        MISSION,
        {"id": "t", "name": "Food", "taxonomy": "x", "term_uri": "https://example.org"},
        {"version": "HSDS-UK-3.0", "profile": "https://example.org", "openapi_url": "https://example.org"},
        {"contents": [MISSION]},
    ],
    ids=["a location", "an organization", "a term", "an API", "organizations"],
)
def test_what_is_no_service_is_not_taken_for_one(tmp_path: Path, other: dict[str, Any]) -> None:
    with pytest.raises(SourceFailed, match="is in no format that we know"):
        said_by(write(tmp_path / "x.json", other))


def test_one_service_a_line(tmp_path: Path) -> None:
    (tmp_path / "s.ndjson").write_bytes(
        b"\xef\xbb\xbf"
        + json.dumps(CHOIR).encode()
        + b'\n\n{"id": "2", "name": "Hub"\n[1]\n{"id": "3", "name": "Shed"}\n'
    )
    said = said_by(tmp_path / "s.ndjson")
    assert said.records.keys() == {"1", "3"}
    assert said.sentences == [
        "row 2: This line is damaged: it is not JSON",
        "row 3: This is not a record: an object with a name was expected here",
    ]


def test_a_folder_is_read_from_the_fullest_file_on(tmp_path: Path) -> None:
    write(tmp_path / "a_places.json", [{"id": "s", "service": CHOIR, "location": HALL}])
    write(tmp_path / "b_terms.json", [{"id": "t", "name": "Food", "taxonomy": "x"}])
    write(tmp_path / "c_services.json", [{**CHOIR, "description": "We sing."}])
    found = [one.said for one in get_format("hsds-uk").find(Origin.at(tmp_path), None) if isinstance(one, Found)]
    assert [said.get("description") for said in found] == ["We sing.", None]


def test_json_that_windows_wrote(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text(json.dumps([CHOIR]), encoding="utf-8-sig")
    assert said_by(tmp_path / "s.json").records.keys() == {"1"}


def test_times_are_read_as_clocks_show_them_and_a_fax_is_nothing_to_ring(tmp_path: Path) -> None:
    service = {
        **CHOIR,
        "schedules": [{"byday": "MO", "opens_at": "2pm", "closes_at": "4.30 p.m."}],
        "phones": [{"number": "0151 496 0001", "type": "fax"}, {"number": "0151 496 0002", "type": "voice"}],
        "wait_time": "Two weeks",
        "required_documents": [{"document": "A letter with your address"}],
    }
    choir = said_by(write(tmp_path / "s.json", [service])).records["1"].listing
    assert [(str(slot.opens_at), str(slot.closes_at)) for slot in choir.times] == [("14:00:00", "16:30:00")]
    assert choir.phones == (Phone(number="0151 496 0002"),)
    assert choir.how_to_start_text == "Waiting time: Two weeks\nBring: A letter with your address"


def test_a_number_that_nobody_here_can_ring_is_kept_as_it_came(tmp_path: Path) -> None:
    said = said_by(write(tmp_path / "s.json", [{**CHOIR, "phones": [{"number": "ask Sue"}]}]))
    assert said.records["1"].listing.phones == ()
    assert said.records["1"].raw["phones"] == '[{"number": "ask Sue"}]'


def test_json_nested_without_end(tmp_path: Path) -> None:
    (tmp_path / "deep.json").write_text('[{"id": "1", "name": "Hub", "status": "active", "x": ' + "[" * 100_000)
    with pytest.raises(SourceFailed):
        said_by(tmp_path / "deep.json")


def test_an_organization_that_is_cut_short(tmp_path: Path) -> None:
    whole = json.dumps({**MISSION, "services": [CHOIR, {"id": "2", "name": "Hub"}]})
    (tmp_path / "o.json").write_text(whole[:-25])
    assert guess_format(Origin.at(tmp_path / "o.json")) == "hsds-uk"
    records = get_format("hsds-uk").find(Origin.at(tmp_path / "o.json"), None)
    assert isinstance(next(records), Found)
    with pytest.raises(SourceFailed, match="was cut short"):
        next(records)
