"""The care directory: found under its preamble, and what becomes of its oddities."""

from datetime import date
from pathlib import Path

import pytest

from directory.kinds import Attending, Sector
from directory.listing import Phone
from importers.incoming import Found, SourceFailed
from importers.mapping import Mapping
from importers.origin import Origin
from importers.sources import defaults_of, get_format
from tests.importers.reading import SAMPLES
from tests.importers.sources.said import Said, said_by

FILE = SAMPLES / "cqc/directory.csv"
PREAMBLE = FILE.read_text().split("Quayside Lodge")[0]
LODGE, HANDS, DENTIST = "1-9900000001", "1-9900000002", "1-9900000003"


def said_of(tmp_path: Path, *rows: str) -> Said:
    (tmp_path / "directory.csv").write_text(PREAMBLE + "\n".join(rows) + "\n")
    return said_by(tmp_path / "directory.csv")


def row(name: str = "Dock Lodge", specialisms: str = "", types: str = "Care home", number: str = "7") -> str:
    return f"{name},,3 Dock Lane,L20 3EF,,,{types},,{specialisms},Dock Care Ltd,Sefton,North West,,{number},9"


def test_a_care_home() -> None:
    lodge = said_by(FILE).records[LODGE]
    assert lodge.listing.name == "Quayside Lodge"
    assert lodge.listing.organization
    assert lodge.listing.organization.sector is Sector.PRIVATE
    (venue,) = lodge.listing.venues
    assert (venue.address, venue.town, venue.postcode) == ("5 Quay Street", "Liverpool", "L3 4AA")
    assert venue.local_authority == "Liverpool"
    assert lodge.listing.categories == ("Care home", "Nursing home", "Dementia")
    assert (lodge.listing.minimum_age, lodge.listing.maximum_age) == (65, None)
    assert (lodge.listing.assured_date, lodge.listing.assured_by) == (date(2025, 1, 22), "Care Quality Commission")
    assert lodge.row == 6, "the lines above the headings are counted, as a person counts them"


def test_the_nought_that_a_spreadsheet_took_is_given_back() -> None:
    assert said_by(FILE).records[LODGE].listing.phones == (Phone(number="0151 496 0201"),)


def test_carers_come_to_the_home_and_their_office_is_no_place_to_go_to() -> None:
    hands = said_by(FILE).records[HANDS].listing
    assert hands.attending == (Attending.HOME_VISIT,)
    assert hands.organization
    assert hands.organization.sector is Sector.VOLUNTARY
    assert hands.venues[0].address == "Room 7, Dock Lane Works"
    assert hands.url == "https://www.cqc.example.org/location/1-9900000002"
    assert (hands.minimum_age, hands.maximum_age) == (18, None)


def test_the_nhs_is_public_and_everyone_is_nobody_in_particular() -> None:
    dentist = said_by(FILE).records[DENTIST].listing
    assert dentist.organization
    assert dentist.organization.sector is Sector.PUBLIC
    assert dentist.eligibility_text is None
    assert dentist.assured_date is None


@pytest.mark.parametrize(
    ("specialisms", "ages"),
    [
        ("Caring for adults over 65 yrs", (65, None)),
        ("Caring for adults under 65 yrs", (18, 64)),
        ("Caring for adults under 65 yrs|Caring for adults over 65 yrs|Dementia", (18, None)),
        ("Caring for children (0 - 18yrs)", (None, 17)),
        ("Caring for children|Caring for adults over 65 yrs", (None, None)),
        ("Services for everyone", (None, None)),
        ("Physical disabilities", (None, None)),
    ],
)
def test_the_bands_of_ages(tmp_path: Path, specialisms: str, ages: tuple[float | None, float | None]) -> None:
    listing = said_of(tmp_path, row(specialisms=specialisms)).records["7"].listing
    assert (listing.minimum_age, listing.maximum_age) == ages


def test_a_company_that_runs_a_hospice_may_well_be_a_charity(tmp_path: Path) -> None:
    hospice = said_of(tmp_path, row(types="Hospice")).records["7"].listing
    assert hospice.organization
    assert hospice.organization.sector is None


def test_only_the_areas_that_are_wanted() -> None:
    assert said_by(FILE, Mapping(only={"area": ("Sefton",)})).records.keys() == {HANDS}
    assert said_by(FILE, Mapping(only={"postcode": ("L4", "L20")})).records.keys() == {HANDS, DENTIST}


def test_the_day_of_the_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "later.csv").write_text(FILE.read_text().replace("2 November", "3 December"))
    readings = [
        [found.said for found in get_format("cqc").find(Origin.at(path), None) if isinstance(found, Found)]
        for path in (FILE, tmp_path / "later.csv")
    ]
    assert readings[0] == readings[1]


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (row(name=""), "row 6: Enter a name for this service"),
        (row(number=""), "row 6: This place has no CQC Location ID, so nobody could find it again"),
        (
            row(name="Lodge, the"),
            "row 6: This row has 16 cells under 15 headings. Is a quotation mark missing around a comma?",
        ),
        (row(name="x" * 10_000_000), "row 6: The Name is longer than 20,000 characters"),
    ],
    ids=["no name", "no id", "a comma too many", "ten million characters"],
)
def test_a_bad_row_costs_one_sentence(tmp_path: Path, bad: str, sentence: str) -> None:
    said = said_of(tmp_path, bad, row(number="8"))
    assert said.sentences == [sentence]
    assert said.records.keys() == {"8"}


def test_an_impossible_day_of_checking_is_none(tmp_path: Path) -> None:
    checked = "Lodge,,3 Dock Lane,L20 3EF,,,Care home,32/Feb/2025 - 00:00,,Dock Care Ltd,Sefton,North West,,7,9"
    assert said_of(tmp_path, checked).records["7"].listing.assured_date is None


def test_a_file_cut_short_keeps_what_came_before(tmp_path: Path) -> None:
    (tmp_path / "cut.csv").write_text(FILE.read_text()[:-150])
    records = get_format("cqc").find(Origin.at(tmp_path / "cut.csv"), None)
    assert [isinstance(next(records), Found) for _ in range(2)] == [True, True]
    with pytest.raises(SourceFailed, match="ends in the middle of row 8"):
        next(records)


def test_other_columns_than_it_has_had_are_refused(tmp_path: Path) -> None:
    (tmp_path / "new.csv").write_text("CQC Location data v9\nTitle,Provider name\nLodge,Ltd\n")
    with pytest.raises(SourceFailed, match="There is no column called “name”"):
        said_by(tmp_path / "new.csv")


def test_its_licence_is_the_governments() -> None:
    assert defaults_of(get_format("cqc")).licence == "Open Government Licence v3.0"
