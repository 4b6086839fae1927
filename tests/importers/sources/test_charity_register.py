"""The register of charities: what is told of one, what lies beside it, which are wanted, and what is never kept."""

import json
import zipfile
from pathlib import Path

import pytest

from directory.kinds import Sector
from directory.listing import Phone
from importers.incoming import Found, SourceFailed
from importers.mapping import Mapping, read_mapping
from importers.origin import Origin
from importers.sources import defaults_of, get_format
from tests.importers.reading import SAMPLES
from tests.importers.sources.said import Said, said_by

FOLDER = SAMPLES / "charity-register"
HEADINGS = (FOLDER / "publicextract.charity.csv").read_text().split("\n")[0]
CLASSES = """organisation_number,classification_code,classification_type,classification_description
9990001,105,What,The Prevention Or Relief Of Poverty
9990001,101,What,General Charitable Purposes
9990001,201,Who,Elderly/old People
9990001,207,Who,The General Public/mankind
9990001,302,How,Provides Services
"""
AREAS = """organisation_number,geographic_area_type,geographic_area_description
9990001,Local Authority,Liverpool City
9990001,Local Authority,Sefton
9990003,Region,Throughout England And Wales
"""


def cells_of(**cells: str) -> list[str]:
    """The cells of a row of the register."""
    said = {
        "organisation_number": "1",
        "registered_charity_number": "9990009",
        "linked_charity_number": "0",
        "charity_name": "WALTON CHOIR",
        "charity_registration_status": "Registered",
    } | cells
    return [said.get(column, "") for column in HEADINGS.split(",")]


def charity(**cells: str) -> str:
    """A row of the register as CSV."""
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells_of(**cells))


def said_of(tmp_path: Path, *rows: str, mapping: Mapping | None = None) -> Said:
    (tmp_path / "publicextract.charity.csv").write_text("\n".join((HEADINGS, *rows)) + "\n")
    return said_by(tmp_path / "publicextract.charity.csv", mapping)


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    """A folder with the charities and what lies beside them."""
    (tmp_path / "publicextract.charity.csv").write_text((FOLDER / "publicextract.charity.csv").read_text())
    (tmp_path / "publicextract.charity_classification.csv").write_text(CLASSES)
    (tmp_path / "publicextract.charity_area_of_operation.csv").write_text(AREAS)
    return tmp_path


def test_a_charity_is_a_voluntary_organization_that_no_longer_shouts() -> None:
    pantry = said_by(FOLDER / "publicextract.charity.csv").records["9990001"]
    assert pantry.listing.name == "Harbourside Food Pantry"
    assert pantry.listing.organization
    assert pantry.listing.organization.sector is Sector.VOLUNTARY
    assert pantry.listing.organization.charity_number == "9990001"
    assert pantry.listing.description == (
        "We give food parcels and a hot meal to people in Liverpool. Everybody is welcome."
    )
    assert pantry.listing.phones == (Phone(number="0151 496 0301"),)
    assert pantry.listing.url == "https://www.pantry.example.org"
    assert pantry.raw["charity_name"] == "HARBOURSIDE FOOD PANTRY"


def test_the_registered_address_is_nowhere() -> None:
    for name in ("publicextract.charity.csv", "publicextract.charity.json"):
        said = said_by(FOLDER / name)
        assert all(one.listing.venues == () for one in said.records.values())
        told = json.dumps([(one.listing.model_dump(mode="json"), dict(one.raw)) for one in said.records.values()])
        assert "HOME ROAD" not in told.upper()
        assert "L4 3TH" not in told


def test_text_between_tabs_and_json_say_the_same_as_csv() -> None:
    csv, text, js = (said_by(FOLDER / f"publicextract.charity.{ending}") for ending in ("csv", "txt", "json"))
    assert {key: one.listing for key, one in csv.records.items()} == {
        key: one.listing for key, one in text.records.items()
    }
    assert {key: one.listing for key, one in csv.records.items()} == {
        key: one.listing for key, one in js.records.items()
    }


def test_a_quotation_mark_in_the_text_extract_is_one_of_the_words(tmp_path: Path) -> None:
    rows = [
        HEADINGS.split(","),
        cells_of(charity_activities='"Sing" and be merry'),
        cells_of(registered_charity_number="9"),
    ]
    (tmp_path / "publicextract.charity.txt").write_text("\n".join("\t".join(row) for row in rows) + "\n")
    said = said_by(tmp_path / "publicextract.charity.txt")
    assert said.records["9990009"].listing.description == '"Sing" and be merry'
    assert len(said.records) == 2


def test_a_branch_is_run_by_its_charity() -> None:
    branch = said_by(FOLDER / "publicextract.charity.csv").records["9990001-1"].listing
    assert branch.name == "Harbourside Food Pantry - Bootle Branch"
    assert branch.organization
    assert (branch.organization.name, branch.organization.charity_number) == ("Harbourside Food Pantry", "9990001")


def test_what_lies_beside_becomes_categories_and_where_it_works(extract: Path) -> None:
    pantry = said_by(extract).records["9990001"]
    assert pantry.listing.categories == ("The Prevention Or Relief Of Poverty", "Elderly/old People")
    assert pantry.listing.description
    assert pantry.listing.description.endswith("\n\nWorks in Liverpool and Sefton.")
    assert pantry.raw["how_it_helps"] == "Provides Services"


def test_a_zip_holds_the_same(extract: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "extract.zip", "w") as packed:
        for file in extract.glob("*.csv"):
            packed.write(file, file.name)
    assert said_by(tmp_path / "extract.zip").records["9990001"] == said_by(extract).records["9990001"]


def test_only_the_areas_that_are_wanted(extract: Path, tmp_path: Path) -> None:
    (tmp_path / "only.toml").write_text('[only]\narea = ["Sefton MBC"]\n')
    said = said_by(extract, read_mapping(tmp_path / "only.toml"))
    # The pantry works there; its branch has no areas, but a postcode there; the gardens work everywhere else.
    assert said.records.keys() == {"9990001", "9990001-1"}


def test_where_no_area_is_known_the_postcode_counts() -> None:
    only = Mapping(only={"area": ("Liverpool",)})
    assert said_by(FOLDER / "publicextract.charity.csv", only).records.keys() == {"9990001", "9990002"}
    only = Mapping(only={"postcode": ("L3",)})
    assert said_by(FOLDER / "publicextract.charity.csv", only).records.keys() == {"9990002"}


def test_removed_and_dissolved_charities_are_gone_wherever_they_were(tmp_path: Path) -> None:
    said = said_of(
        tmp_path,
        charity(charity_registration_status="Removed", date_of_removal="2026-01-02T00:00:00"),
        charity(registered_charity_number="9990010", cio_is_dissolved="True"),
        charity(registered_charity_number="9990011", linked_charity_number="2", charity_registration_status="Removed"),
        mapping=Mapping(only={"area": ("Sefton",)}),
    )
    assert said.gone == ["9990009", "9990010", "9990011-2"]


def test_the_day_of_the_extract_changes_nothing(tmp_path: Path) -> None:
    source = get_format("charity-register")
    readings = []
    for day in ("2026-11-02", "2026-11-03"):
        (tmp_path / "publicextract.charity.csv").write_text(f"{HEADINGS}\n{charity(date_of_extract=day)}\n")
        (found,) = source.find(Origin.at(tmp_path), None)
        assert isinstance(found, Found)
        readings.append(found.said)
    assert readings[0] == readings[1]


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"registered_charity_number": ""}, "row 2: This charity has no number, so nobody could find it again"),
        ({"charity_name": ""}, "row 2: Enter a name for this service"),
        (
            {"charity_activities": "x" * 10_000_000},
            "row 2: The charity activities is longer than 20,000 characters",
        ),
    ],
    ids=["no number", "no name", "ten million characters"],
)
def test_a_bad_row_costs_one_sentence(tmp_path: Path, cells: dict[str, str], sentence: str) -> None:
    said = said_of(tmp_path, charity(**cells), charity(registered_charity_number="9990010"))
    assert said.sentences == [sentence]
    assert said.records.keys() == {"9990010"}


def test_a_script_in_the_activities_is_text_or_nothing(tmp_path: Path) -> None:
    said = said_of(tmp_path, charity(charity_activities="We sing.<script>alert(1)</script> <b>Come!</b>"))
    assert said.records["9990009"].listing.description == "We sing. Come!"


def test_a_file_cut_short_keeps_what_came_before(tmp_path: Path) -> None:
    (tmp_path / "publicextract.charity.csv").write_text(f"{HEADINGS}\n{charity()}\n{charity()[:90]}")
    records = get_format("charity-register").find(Origin.at(tmp_path), None)
    assert isinstance(next(records), Found)
    with pytest.raises(SourceFailed, match="ends in the middle of row 3"):
        next(records)


def test_its_licence_and_how_much_its_word_counts() -> None:
    defaults = defaults_of(get_format("charity-register"))
    assert (defaults.licence, defaults.precedence) == ("Open Government Licence v3.0", 40)


def test_a_folder_of_zips_as_they_are_published(extract: Path, tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    for file in extract.glob("*.csv"):
        with zipfile.ZipFile(folder / f"{file.stem}.zip", "w", zipfile.ZIP_DEFLATED) as packed:
            packed.write(file, file.name)
    assert said_by(folder).records["9990001"] == said_by(extract).records["9990001"]
