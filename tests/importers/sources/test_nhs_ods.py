"""Lists of NHS organisations: without headings, as they are published, and with them, as others pass them on."""

from pathlib import Path

import pytest

from directory.kinds import Sector
from directory.listing import Phone
from importers.incoming import Found, SourceFailed
from importers.mapping import Mapping
from importers.origin import Origin
from importers.sources import get_format, guess_format
from tests.importers.reading import SAMPLES
from tests.importers.sources.said import Said, said_by

PRACTICES = SAMPLES / "nhs-ods/epraccur.csv"
PHARMACIES = SAMPLES / "nhs-ods/pharmacies.csv"


def practice(**cells: str) -> str:
    """A row as it is published: 27 cells and no headings."""
    said = {
        0: "N99009",
        1: "DOCK LANE SURGERY",
        4: "3 DOCK LANE",
        5: "BOOTLE",
        9: "L20 3EF",
        10: "19740401",
        12: "A",
        25: "4",
    }
    names = {"code": 0, "name": 1, "postcode": 9, "opened": 10, "closed": 11, "status": 12, "phone": 17, "setting": 25}
    said |= {names[name]: cell for name, cell in cells.items()}
    return ",".join(f'"{said.get(place, "")}"' for place in range(27))


def said_of(tmp_path: Path, *rows: str) -> Said:
    (tmp_path / "epraccur.csv").write_text("\n".join(rows) + "\n")
    return said_by(tmp_path / "epraccur.csv")


def test_a_practice_without_headings() -> None:
    centre = said_by(PRACTICES).records["N99002"].listing
    assert centre.name == "Walton Walk in Centre"
    assert centre.organization
    assert centre.organization.sector is Sector.PUBLIC
    assert centre.categories == ("Walk-in centre",)
    (venue,) = centre.venues
    assert (venue.name, venue.address, venue.town) == ("St Mary's Health Centre", "12 Church Row", "Liverpool")
    assert centre.phones == (Phone(number="0151 496 0102"),)


def test_a_practice_that_is_called_like_its_doctor() -> None:
    assert said_by(PRACTICES).records["N99003"].listing.name == "Dr A Example"


def test_a_county_is_no_town() -> None:
    (venue,) = said_by(PRACTICES).records["N99003"].listing.venues
    assert (venue.address, venue.town) == ("3 Dock Lane", "Bootle")


def test_pharmacies_with_headings() -> None:
    strand = said_by(PHARMACIES).records["FZZ02"].listing
    assert strand.organization
    assert (strand.organization.name, strand.organization.sector) == ("Harbourside Chemists Ltd", Sector.PRIVATE)
    assert (strand.venues[0].name, strand.venues[0].address) == ("Bootle Strand", "4 Dock Lane")


def test_hospitals_between_other_signs(tmp_path: Path) -> None:
    (tmp_path / "Hospital.csv").write_bytes(
        "OrganisationCode¬OrganisationName¬SubType¬Sector¬Address1¬City¬Postcode¬Latitude¬Longitude¬ParentName\n"
        "RZZ01¬Harbourside General¬Hospital¬NHS Sector¬1 Quay Street¬Liverpool¬L3 4AA¬53.401¬-2.988¬Mersey Harbour NHS Trust\n"
        "RZZ02¬Café Clinic¬Hospital¬Independent Sector¬2 Quay Street¬Liverpool¬L3 4AA¬0¬0¬Clinics Ltd\n".encode(
            "cp1252"
        )
    )
    said = said_by(tmp_path / "Hospital.csv")
    general, clinic = said.records["RZZ01"].listing, said.records["RZZ02"].listing
    assert general.organization
    assert clinic.organization
    assert (general.organization.sector, clinic.organization.sector) == (Sector.PUBLIC, Sector.PRIVATE)
    assert general.venues[0].latitude == 53.401
    assert clinic.name == "Café Clinic"


@pytest.mark.parametrize(
    "cells", [{"status": "C"}, {"closed": "20200331"}, {"status": "D"}], ids=["closed", "closed on a day", "dormant"]
)
def test_what_has_closed_is_gone(tmp_path: Path, cells: dict[str, str]) -> None:
    assert said_of(tmp_path, practice(**cells)).gone == ["N99009"]


def test_what_closes_next_year_is_open(tmp_path: Path) -> None:
    assert said_of(tmp_path, practice(closed="20990331")).records.keys() == {"N99009"}


def test_a_prison_is_no_practice(tmp_path: Path) -> None:
    assert said_of(tmp_path, practice(setting="25")).records["N99009"].listing.categories == ()


def test_only_the_areas_that_are_wanted() -> None:
    assert said_by(PRACTICES, Mapping(only={"area": ("Sefton",)})).records.keys() == {"N99003"}


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ({"name": ""}, "row 2: Enter a name for this service"),
        ({"code": ""}, "row 2: This organisation has no code, so nobody could find it again"),
        ({"name": "X" * 10_000_000}, "row 2: The name is longer than 500 characters"),
    ],
    ids=["no name", "no code", "ten million characters"],
)
def test_a_bad_row_costs_one_sentence(tmp_path: Path, bad: dict[str, str], sentence: str) -> None:
    said = said_of(tmp_path, practice(), practice(**bad))
    assert said.sentences == [sentence]
    assert said.records.keys() == {"N99009"}


def test_a_file_cut_short_keeps_what_came_before(tmp_path: Path) -> None:
    (tmp_path / "epraccur.csv").write_text(practice() + "\n" + practice()[:40])
    records = get_format("nhs-ods").find(Origin.at(tmp_path / "epraccur.csv"), None)
    assert isinstance(next(records), Found)
    with pytest.raises(SourceFailed, match="ends in the middle of row 2"):
        next(records)


def test_a_spreadsheet_of_groups_is_none_of_these(tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_text("name,postcode,phone\nChoir,L4 3TH,0151 496 0001\n")
    assert guess_format(Origin.at(tmp_path / "groups.csv")) == "csv"
