"""Places of OpenStreetMap: which are taken in, what their tags become, and what goes wrong with a map."""

import json
from pathlib import Path
from typing import Any

import pytest

from directory.catalogue import Catalogue
from directory.kinds import Access, Known, Precision, Sector
from directory.listing import Listing
from importers.incoming import SourceFailed
from importers.read import import_from, read
from importers.sources import defaults_of, get_format
from tests.importers.reading import SAMPLES, listings_of, rejects_of


def overpass(path: Path, *places: dict[str, str], **top: Any) -> Path:
    """A file with these places near Harbourside, as Overpass would answer."""
    elements = [
        {"type": "node", "id": at, "lat": 53.41, "lon": -2.98, "tags": tags} for at, tags in enumerate(places, start=1)
    ]
    path.write_text(json.dumps({"version": 0.6, "elements": elements} | top))
    return path


def one(catalogue: Catalogue, tmp_path: Path, **tags: str) -> Listing:
    """A library (unless the tags say otherwise) as it comes out."""
    place = {"amenity": "library", "name": "Ropewalk Library"} | {key.replace("__", ":"): tags[key] for key in tags}
    (listing,) = listings_of(catalogue, overpass(tmp_path / "one.json", place)).values()
    return listing


def test_a_library_becomes_a_public_asset(catalogue: Catalogue) -> None:
    library = listings_of(catalogue, SAMPLES / "osm/overpass.json")["node/101"]
    assert library.organization is not None
    assert (library.organization.name, library.organization.sector) == ("Harbourside Council", Sector.PUBLIC)
    assert library.categories == ("library",)
    assert "JOY2" in library.need_ids
    assert [slot.days for slot in library.times] == [("MO", "TU", "WE", "TH", "FR"), ("SA",)]
    assert library.times_text == "Mo-Fr 09:00-17:00; Sa 10:00-13:00; PH off"
    (venue,) = library.venues
    assert (venue.address, venue.postcode, venue.precision) == ("1 Quay Street", "L3 4AA", Precision.EXACT)
    assert dict(venue.access)[Access.TOILET] is Known.NO
    assert dict(venue.access)[Access.HEARING_LOOP] is Known.YES
    assert library.phones[0].number == "0151 496 0020"
    assert str(library.assured_date) == "2026-06-01"


def test_a_food_bank_without_a_name_is_called_by_what_and_where(catalogue: Catalogue) -> None:
    food_bank = listings_of(catalogue, SAMPLES / "osm/overpass.json")["node/103"]
    assert food_bank.name == "Food bank, Ropewalk"
    assert food_bank.need_ids == ("FOO1",)
    assert food_bank.organization is not None
    assert food_bank.organization.charity_number == "1234567"


def test_a_place_of_worship_is_called_as_its_people_call_it(catalogue: Catalogue, tmp_path: Path) -> None:
    gurdwara = one(catalogue, tmp_path, amenity="place_of_worship", religion="sikh", name="Guru Nanak Harbourside")
    assert gurdwara.categories == ("gurdwara",)
    chapel = listings_of(catalogue, SAMPLES / "osm/overpass.json")["way/102"]
    assert chapel.categories == ("church", "Methodist")
    assert chapel.organization is not None
    assert chapel.organization.sector is Sector.VOLUNTARY
    assert chapel.access_text == "Partly accessible to wheelchairs"
    assert Access.WHEELCHAIR not in dict(chapel.venues[0].access)


def test_a_way_stands_at_its_centre_and_an_area_in_its_middle(catalogue: Catalogue) -> None:
    found = listings_of(catalogue, SAMPLES / "osm/overpass.json") | listings_of(
        catalogue, SAMPLES / "osm/turbo.geojson"
    )
    where = {key: (found[key].venues[0].latitude, found[key].venues[0].longitude) for key in found}
    assert where["way/102"] == (53.4412, -2.9665)
    assert where["relation/106"] == (53.435, -2.985)
    assert where["way/201"] == (53.405, -2.991)


def test_swapped_coordinates_are_no_place(catalogue: Catalogue) -> None:
    toilet = listings_of(catalogue, SAMPLES / "osm/turbo.geojson")["node/203"]
    assert toilet.venues[0].latitude is None


def test_only_toilets_with_a_hoist_are_listed(catalogue: Catalogue) -> None:
    toilet = listings_of(catalogue, SAMPLES / "osm/turbo.geojson")["node/203"]
    assert dict(toilet.venues[0].access)[Access.CHANGING_PLACES] is Known.YES
    assert Access.HEARING_LOOP not in dict(toilet.access)
    assert toilet.description == "Hoist, bench, loop"
    assert "Changing Places" in rejects_of(catalogue, SAMPLES / "osm/overpass.json")[0].message


def test_whom_a_facility_is_for(catalogue: Catalogue, tmp_path: Path) -> None:
    tags = {"amenity": "social_facility", "social_facility": "outreach", "social_facility__for": "migrant;homeless"}
    drop_in = one(catalogue, tmp_path, **tags, name="Open Door")
    assert drop_in.eligibility_text == "For refugees and migrants, homeless people"
    assert drop_in.categories == ("outreach and advice",)


def test_a_shelter_from_abuse_is_not_shown_on_the_map(catalogue: Catalogue, tmp_path: Path) -> None:
    tags = {"amenity": "social_facility", "social_facility": "shelter", "social_facility__for": "abused"}
    assert one(catalogue, tmp_path, **tags, name="Safe Harbour").venues[0].confidential


def test_what_it_costs(catalogue: Catalogue, tmp_path: Path) -> None:
    assert one(catalogue, tmp_path, fee="no").is_free is True
    assert one(catalogue, tmp_path, fee="yes", charge="£2.50").cost_text == "£2.50"
    assert one(catalogue, tmp_path).is_free is None


def test_hours_that_no_timetable_holds_are_never_read_as_plain_words(catalogue: Catalogue, tmp_path: Path) -> None:
    library = one(catalogue, tmp_path, opening_hours="Mo-Fr sunrise-18:00")
    assert (library.times, library.times_text) == ((), None)
    assert library.description == "Opening hours: Mo-Fr sunrise-18:00"
    assert one(catalogue, tmp_path, opening_hours='"by appointment"').times_text == "by appointment"


@pytest.mark.parametrize(
    ("tags", "sentence"),
    [
        (
            {"amenity": "police", "name": "Quay Police"},
            "row 1: This is not a place that people are sent to (amenity=police)",
        ),
        ({"leisure": "pitch"}, "row 1: This has no name on the map (sports pitch)"),
        ({"amenity": "library"}, "row 1: This has no name on the map (library)"),
        (
            {"leisure": "park", "name": "Lord's Park", "access": "private"},
            "row 1: It is not open to everybody: access=private",
        ),
        (
            {"amenity": "library", "name": "Old Library", "disused": "yes"},
            "row 1: It is marked on the map as no longer in use",
        ),
        ({"highway": "crossing"}, "row 1: The map says of this no use for people"),
        ({"amenity": "library", "name": "x" * 10_000_000}, "row 1: The name is longer than 500 characters"),
        (
            {"amenity": "library", "name": "Hub", "note": "x" * 30_000},
            "row 1: The note is longer than 20,000 characters",
        ),
    ],
)
def test_what_is_left_out_and_why(catalogue: Catalogue, tmp_path: Path, tags: dict[str, str], sentence: str) -> None:
    assert [reject.sentence() for reject in rejects_of(catalogue, overpass(tmp_path / "x.json", tags))] == [sentence]


def test_a_script_in_a_description_stays_outside(catalogue: Catalogue, tmp_path: Path) -> None:
    library = one(catalogue, tmp_path, description="Books<script>alert(1)</script> and <b>tea</b>")
    assert library.description == "Books and tea"


def test_a_place_in_scotland_with_a_postcode_of_liverpool_stands_by_its_postcode(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    place = {"amenity": "library", "name": "Far Library", "addr:postcode": "L3 4AA"}
    path = overpass(tmp_path / "far.json", place)
    path.write_text(path.read_text().replace("53.41", "57.14").replace("-2.98", "-2.09"))
    (far,) = listings_of(catalogue, path).values()
    assert far.venues[0].precision is Precision.POSTCODE


def test_an_answer_that_ran_out_of_time_is_not_whole(catalogue: Catalogue, tmp_path: Path) -> None:
    place = {"amenity": "library", "name": "Hub"}
    path = overpass(tmp_path / "late.json", place, remark="runtime error: Query timed out")
    report = import_from(catalogue, path, source="map", actor="tests")
    assert report.added == 1
    assert report.message is not None
    assert "Query timed out" in report.message


def test_a_file_cut_short_keeps_what_came_before(catalogue: Catalogue, tmp_path: Path) -> None:
    whole = (SAMPLES / "osm/overpass.json").read_text()
    (tmp_path / "cut.json").write_text(whole[: whole.index("Anchor")])
    report = import_from(catalogue, tmp_path / "cut.json", source="map", actor="tests")
    assert (report.added, report.message) == (
        1,
        "The JSON is damaged, or the file was cut short. What came before was read.",
    )


def test_a_folder_of_both_kinds(catalogue: Catalogue, tmp_path: Path) -> None:
    for name in ("overpass.json", "turbo.geojson"):
        (tmp_path / name).write_bytes((SAMPLES / "osm" / name).read_bytes())
    (tmp_path / "SOURCES.md").write_text("notes")
    report = import_from(catalogue, tmp_path, source="map", actor="tests")
    assert (report.format, report.read, report.added, report.rejected) == ("osm", 12, 6, 6)


def test_other_maps_are_not_claimed(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "x.geojson").write_text('{"type": "FeatureCollection", "features": [{"type": "Feature", "id": 7}]}')
    with pytest.raises(SourceFailed, match="is in no format that we know"):
        read(catalogue, tmp_path / "x.geojson", source="map")


def test_the_licence_stays_separable() -> None:
    assert defaults_of(get_format("osm")).licence == "ODbL 1.0, © OpenStreetMap contributors"
    assert defaults_of(get_format("osm")).precedence == 30
