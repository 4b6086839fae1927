"""Food banks of Give Food: one asset with its places, what is asked for apart from what is offered."""

import json
from pathlib import Path
from typing import Any

import pytest

from directory.catalogue import Catalogue
from directory.kinds import Precision, Sector
from importers.incoming import Gone, Incoming, Rejected, SourceFailed
from importers.read import import_from, read
from importers.understanding import Understood
from tests.importers.reading import SAMPLES, listings_of

LIST, PLACES = SAMPLES / "food-banks/foodbanks.json", SAMPLES / "food-banks/locations.geojson"
PLAIN = {"name": "Ropewalk", "slug": "ropewalk", "postcode": "L3 4AA", "lat_lng": "53.4048,-2.9916"}


def read_one(catalogue: Catalogue, tmp_path: Path, **members: Any) -> Understood:
    """The food bank of Ropewalk with these members, as it comes out."""
    (tmp_path / "one.json").write_text(json.dumps([PLAIN | members]))
    (row,) = read(catalogue, tmp_path / "one.json", source="food")[1]
    return row


def test_a_food_bank_with_its_places_is_one_asset(catalogue: Catalogue) -> None:
    harbourside = listings_of(catalogue, LIST)["harbourside"]
    assert harbourside.name == "Harbourside Food Bank"
    assert [venue.name for venue in harbourside.venues] == ["Harbourside Hub", "Anchor Chapel"]
    assert [venue.postcode for venue in harbourside.venues] == ["L3 4AA", "L4 3TH"]
    assert harbourside.need_ids == ("FOO1",)
    assert harbourside.organization is not None
    assert (harbourside.organization.sector, harbourside.organization.charity_number) == (Sector.VOLUNTARY, "1234567")
    assert [(phone.number, phone.description) for phone in harbourside.phones] == [
        ("0151 496 0040", None),
        ("0151 496 0041", "Anchor Chapel"),
    ]


def test_what_it_asks_for_is_kept_apart_from_what_it_offers(catalogue: Catalogue) -> None:
    row = next(row for row in read(catalogue, LIST, source="food")[1] if isinstance(row, Incoming))
    assert row.raw["asks to be given"] == "UHT milk\nTinned fruit"
    assert "milk" not in (row.listing.description or "")


def test_members_of_parliament_are_not_kept(catalogue: Catalogue) -> None:
    row = next(row for row in read(catalogue, LIST, source="food")[1] if isinstance(row, Incoming))
    assert row.raw["ward"] == "Central"
    assert "Somebody" not in str(row.raw)


def test_a_list_of_places_gives_each(catalogue: Catalogue) -> None:
    chapel = listings_of(catalogue, PLACES)["harbourside/anchor-chapel"]
    assert chapel.name == "Harbourside Food Bank: Anchor Chapel"
    assert (chapel.venues[0].latitude, chapel.venues[0].postcode) == (53.4412, "L4 3TH")


def test_swapped_and_missing_coordinates(catalogue: Catalogue) -> None:
    mission = listings_of(catalogue, PLACES)["harbourside/lighthouse-mission"]
    assert mission.venues[0].precision is Precision.PLACE
    assert listings_of(catalogue, LIST)["dockside"].venues[0].precision is Precision.POSTCODE


def test_one_food_bank_as_a_document(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps(json.loads(LIST.read_text())[0]))
    assert list(listings_of(catalogue, tmp_path / "one.json")) == ["harbourside"]


def test_lists_under_a_name(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "all.json").write_text(json.dumps({"foodbanks": json.loads(LIST.read_text())}))
    report = import_from(catalogue, tmp_path / "all.json", source="food", actor="tests")
    assert (report.format, report.added, report.rejected) == ("food-banks", 2, 1)


def test_the_older_flat_keys(catalogue: Catalogue, tmp_path: Path) -> None:
    flat = {"lat_lng": None, "latt_long": "53.4048,-2.9916", "charity_number": "1234567", "needs": "Soup"}
    row = read_one(catalogue, tmp_path, **flat)
    assert isinstance(row, Incoming)
    assert row.listing.organization is not None
    assert row.listing.organization.charity_number == "1234567"
    assert row.raw["asks to be given"] == "Soup"
    assert row.listing.venues[0].precision is Precision.EXACT


def test_opening_hours_are_read_from_their_words(catalogue: Catalogue, tmp_path: Path) -> None:
    row = read_one(catalogue, tmp_path, opening_hours="Tuesday and Friday 10am-12pm")
    assert isinstance(row, Incoming)
    assert [slot.days for slot in row.listing.times] == [("TU", "FR")]


def test_a_closed_one_is_gone(catalogue: Catalogue, tmp_path: Path) -> None:
    row = read_one(catalogue, tmp_path, closed=True)
    assert isinstance(row, Gone)
    assert row.source_id == "ropewalk"


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ({"name": None}, "row 1: Enter a name for this service"),
        ({"type": "d"}, "row 1: This is a place to give food, not to get it"),
        ({"address": "x" * 10_000_000}, "row 1: The address is longer than 20,000 characters"),
    ],
)
def test_bad_records(catalogue: Catalogue, tmp_path: Path, members: dict[str, Any], sentence: str) -> None:
    row = read_one(catalogue, tmp_path, **members)
    assert isinstance(row, Rejected)
    assert row.sentence() == sentence


def test_a_file_cut_short_keeps_what_came_before(catalogue: Catalogue, tmp_path: Path) -> None:
    whole = LIST.read_text()
    (tmp_path / "cut.json").write_text(whole[: whole.index("Dockside")])
    report = import_from(catalogue, tmp_path / "cut.json", source="food", actor="tests")
    assert (report.added, report.message is not None) == (1, True)


def test_the_list_of_what_is_needed_is_no_list_of_food_banks(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "needs.json").write_text('[{"id": "d1", "found": "2026-11-01", "needs": "Soup"}]')
    with pytest.raises(SourceFailed, match="in no format that we know"):
        read(catalogue, tmp_path / "needs.json", source="food")
