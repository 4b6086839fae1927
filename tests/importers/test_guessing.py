"""What foreign headings mean: by their names, by their cells, and never by force; and the mapping that is kept of it."""

import csv
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

import pytest

from importers.columns import guess_columns
from importers.guessing import Guess, guess_mapping, mapping_of
from importers.incoming import SourceFailed
from importers.mapping import Mapping, read_mapping, write_mapping
from importers.origin import Origin
from tests.importers.sources.said import said_by
from tests.importers.workbook import write_workbook

HEADINGS = ["Group", "Who can come", "Meets", "Held at", "", "Get in touch", "More info", "£", "Volunteers wanted"]
ROWS = [
    ["Walton Choir", "Anyone 18+", "Tuesdays 10am-12pm", "Walton Mission Hall, 12 Church Row", "L4 3TH", "0151 496 0001",
     "www.choir.example.org", "£3 (concessions £2)", "Y"],
    ["Bootle Job Club", "Job seekers", "Mon & Weds 1-3pm", "Bootle Strand Rooms", "L20 3EF", "0151 496 0002",
     "www.jobs.example.org", "Free", "N"],
    ["Grief Café", "Bereaved people", "Thurs 2pm-4pm", "Harbourside Library", "L3 4AA", "0151 496 0003",
     "grief.example.org", "Donation £1", "N"],
]  # fmt: skip
SHEET = [["Groups in Harbourside, autumn"], [], HEADINGS, *ROWS]

ODS = "application/vnd.oasis.opendocument.spreadsheet"


def write_csv(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def write_ods(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """An OpenDocument spreadsheet of one sheet."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            if cell
            else "<table:table-cell/>"
            for cell in row or [""]
        )
        + "</table:table-row>"
        for row in rows
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", ODS)
        packed.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<m:file-entry m:full-path="/" m:media-type="{ODS}"/></m:manifest>',
        )
        packed.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
            f'<table:table table:name="Groups">{lines}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def columns_of(guesses: list[Guess]) -> dict[str, str | None]:
    return {guess.heading: guess.column for guess in guesses}


@pytest.fixture(params=["csv", "xlsx", "ods"])
def sheet(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The same sheet as each program writes it, a title above its headings."""
    if request.param == "csv":
        return write_csv(tmp_path / "groups.csv", SHEET)
    if request.param == "ods":
        return write_ods(tmp_path / "groups.ods", SHEET)
    return write_workbook(tmp_path / "groups.xlsx", {"Notes": [["Hello"]], "Groups": SHEET})


def test_names_and_cells_together_say_what_a_column_is(sheet: Path) -> None:
    assert columns_of(guess_mapping(Origin.at(sheet))) == {
        "Group": "name",
        "Who can come": "eligibility",
        "Meets": "days_times",
        "Held at": None,
        "column 5": "postcode",
        "Get in touch": "phone",
        "More info": "url",
        "£": "cost",
        "Volunteers wanted": None,
    }


def test_a_guess_shows_cells_and_how_sure_it_is(sheet: Path) -> None:
    guesses = {guess.heading: guess for guess in guess_mapping(Origin.at(sheet))}
    assert guesses["Get in touch"].examples == ("0151 496 0001", "0151 496 0002", "0151 496 0003")
    assert 0 < guesses["£"].confidence < guesses["Group"].confidence < 1
    assert guesses["Volunteers wanted"].confidence == 0


def test_the_guess_once_approved_imports_the_sheet(sheet: Path, tmp_path: Path) -> None:
    mapping = mapping_of(guess_mapping(Origin.at(sheet)), "Harbourside groups")
    (tmp_path / "mapping.toml").write_text(write_mapping(mapping), encoding="utf-8")
    assert read_mapping(tmp_path / "mapping.toml") == mapping
    said = said_by(sheet, read_mapping(tmp_path / "mapping.toml"))
    choir = next(one for one in said.records.values() if one.listing.name == "Walton Choir")
    assert choir.listing.times_text == "Tuesdays 10am-12pm"
    assert choir.listing.cost_text == "£3 (concessions £2)"
    assert choir.listing.eligibility_text == "Anyone 18+"
    assert [venue.postcode for venue in choir.listing.venues] == ["L4 3TH"]
    assert choir.raw == {"Held at": "Walton Mission Hall, 12 Church Row", "Volunteers wanted": "Y"}


def test_a_mapping_that_somebody_wrote_goes_over_every_guess(sheet: Path, tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text(
        'name = "Theirs"\n[columns]\n"Group" = "name"\n"Held at" = "address"\n"Get in touch" = ""\n'
        '"Volunteers wanted" = "status"\n[values.status]\n"N" = "active"\n"Y" = "paused"\n'
    )
    said = said_by(sheet, read_mapping(tmp_path / "m.toml"))
    choir = next(one for one in said.records.values() if one.listing.name == "Walton Choir")
    assert choir.listing.status == "paused"
    assert choir.raw["Get in touch"] == "0151 496 0001"
    assert choir.listing.venues[0].name == "Walton Mission Hall"


def test_cells_that_look_otherwise_speak_against_a_name(tmp_path: Path) -> None:
    rows = [["Name", "Phone", "Website", "Cost"]] + [
        [f"Group {at}", "ask at the desk", "Y", str(at)] for at in range(1, 5)
    ]
    assert columns_of(guess_mapping(Origin.at(write_csv(tmp_path / "g.csv", rows)))) == {
        "Name": "name",
        "Phone": None,
        "Website": None,
        "Cost": "cost",
    }


def test_a_list_of_organisations_alone_is_a_list_of_them(tmp_path: Path) -> None:
    rows = [["Organisation", "P/Code"], ["Harbourside Carers", "L3 4AA"], ["Walton Mission", "L4 3TH"]]
    organisation, postcode = guess_mapping(Origin.at(write_csv(tmp_path / "g.csv", rows)))
    assert (organisation.column, postcode.column) == ("name", "postcode")
    assert organisation.confidence < postcode.confidence


def test_each_column_is_guessed_once(tmp_path: Path) -> None:
    rows = [["name", "Email", "Manager email"]] + [[f"Group {at}", "a@example.org", "b@example.org"] for at in range(4)]
    assert columns_of(guess_mapping(Origin.at(write_csv(tmp_path / "g.csv", rows))))["Manager email"] is None


def test_a_file_without_headings_is_refused(tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("\n\n \n")
    with pytest.raises(SourceFailed, match="There is no row of headings"):
        guess_mapping(Origin.at(tmp_path / "g.csv"))


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Name of the group / activity", "name"),
        ("Postcode (venue)", "postcode"),
        ("Telephne", "phone"),
        ("Contact Tel No.", "phone"),
        ("Is there a cost?", "cost"),
        ("Day(s)", "days"),
        ("Wheelchair accessible?", "accessibility"),
        ("Run by", "organisation"),
        ("Age range", "eligibility"),
    ],
)
def test_headings_that_say_it_in_other_words(heading: str, column: str) -> None:
    assert guess_columns([heading]) == {heading: column}


@pytest.mark.parametrize(
    "heading",
    ["Start time", "End time", "Address line 2", "Ward", "Notes", "Date added", "Date of birth", "Cost centre",
     "Invoice address", "Registered address", "Second phone", "Day centre", "Price list", "Twitter", "x" * 100_000],
)  # fmt: skip
def test_headings_that_mean_none_of_ours(heading: str) -> None:
    assert guess_columns([heading]) == {}


def test_a_mapping_is_written_so_that_it_reads_the_same(tmp_path: Path) -> None:
    mapping = Mapping(
        name='Jo\'s "best" list\\\n',
        columns={"when & where": "days_times", "ward": ""},
        values={"online": {"zoom": "yes"}},
        headings=("Ward",),
        only={"area": ("St Helens",)},
    )
    (tmp_path / "m.toml").write_text(write_mapping(mapping), encoding="utf-8")
    assert read_mapping(tmp_path / "m.toml") == mapping


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("[only]\nward = ['County']", "reads only by area, postcode, not by “ward”"),
        ("[only]\narea = 'Sefton'", r"\[only\] holds lines such as area"),
    ],
)
def test_a_cut_that_nobody_understands_is_refused(tmp_path: Path, written: str, sentence: str) -> None:
    (tmp_path / "m.toml").write_text(written)
    with pytest.raises(SourceFailed, match=sentence):
        read_mapping(tmp_path / "m.toml")
