"""A curator brings postcodes as they are published; a bad file changes nothing."""

import csv
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from directory.errors import Invalid, Unavailable
from directory.geography import Gazetteer, Place, distance_miles, load_postcodes
from directory.kinds import Precision
from directory.postcodes.build import build
from directory.postcodes.national_grid import to_wgs84
from directory.postcodes.storage import loaded_path, loaded_table, pack, shipped_table, unpack

PLAIN = "postcode,latitude,longitude,local_authority\nZE1 0AA,60.155,-1.145,Shetland Islands\n"
ONSPD = (
    "pcd,pcd2,pcds,dointr,doterm,oscty,oslaua,osnrth1m,oseast1m,lat,long,imd\n"
    '"M1 1AE","M1  1AE","M1 1AE","198001","","E11000001","E08000003","0398111","0384695",53.478,-2.2327,"1"\n'
    '"M1 9ZZ","M1  9ZZ","M1 9ZZ","198001","199606","E11000001","E08000003","","",99.999999,0.000000,""\n'
)
ONSPD_2025 = (
    "pcd7,pcd8,pcds,dointr,doterm,cty25cd,lad25cd,wd25cd,east1m,north1m,lat,long\n"
    '"BT1 5GS","BT1  5GS","BT1 5GS","199806","","N99999999","N09000003","N08000307",,,54.5966,-5.9301\n'
)
CODE_POINT = (
    '"M1 1AE",10,384695,398111,"E92000001","E19000001","E18000002","","E08000003","E05011376"\n'
    '"M1 1AF",90,0,0,"E92000001","","","","",""\n'
)

# Points of OSTN15 that Ordnance Survey publishes for testing: easting, northing, latitude, longitude.
SURVEYED = {
    "Lizard Point": (170370.718, 11572.405, 49.96006137820, -5.20304609998),
    "Lambeth": (530624.974, 178388.464, 51.48936564950, -0.11992557180),
    "King's Lynn": (562180.547, 319784.995, 52.75136687170, 0.40153547065),
    "Daresbury": (357455.843, 383290.436, 53.34480280190, -2.64049320810),
    "Blackpool": (331534.564, 431920.794, 53.77911025760, -3.04045490691),
    "Newcastle": (424639.355, 565012.703, 54.97912273660, -1.61657685184),
    "Glasgow": (256340.925, 664697.269, 55.85399952950, -4.29649016251),
    "Inverness": (267056.768, 846176.972, 57.48625000720, -4.21926398555),
    "Foula": (395999.668, 1138728.951, 60.13308091660, -2.07382822798),
}


def written_to(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def zipped_to(folder: Path, name: str, **files: str) -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in files.items():
            archive.writestr(member.replace("__", "/") + ".csv", text)
    return path


@pytest.mark.parametrize("name", SURVEYED)
def test_the_national_grid_agrees_with_the_survey_to_a_few_metres(name: str) -> None:
    easting, northing, latitude, longitude = SURVEYED[name]
    got = to_wgs84([easting], [northing])
    metres = distance_miles(Place(got[0][0], got[1][0], "ours"), Place(latitude, longitude, "theirs")) * 1609
    assert metres < 5


def test_a_plain_csv_adds_postcodes_beside_those_that_are_shipped(tmp_path: Path) -> None:
    report = load_postcodes(written_to(tmp_path, "plain.csv", PLAIN), tmp_path / "data")
    assert (report.read, report.added, report.rejected) == (1, 1, 0)
    place = Gazetteer(tmp_path / "data").get_place("ze10aa")
    assert (place.latitude, place.longitude, place.local_authority) == (60.155, -1.145, "Shetland Islands")
    assert Gazetteer(tmp_path / "data").get_place("L4 3TH").local_authority == "Liverpool"


def test_a_second_load_keeps_the_first_and_is_seen_by_a_gazetteer_already_at_work(tmp_path: Path) -> None:
    gazetteer = Gazetteer(tmp_path)
    assert gazetteer.find_place("ZE1 0AA") is None
    load_postcodes(written_to(tmp_path, "one.csv", PLAIN), tmp_path)
    left_by_a_kill = written_to(loaded_path(tmp_path).parent, "loading-half.part", b"half")
    load_postcodes(written_to(tmp_path, "two.csv", "postcode,latitude,longitude\nTR21 0PW,49.914,-6.315\n"), tmp_path)
    assert gazetteer.get_place("ZE1 0AA").local_authority == "Shetland Islands"
    assert gazetteer.get_place("TR21 0PW").local_authority is None
    assert not left_by_a_kill.exists()


def test_a_later_row_wins_over_an_earlier_one_and_over_the_shipped(tmp_path: Path) -> None:
    rows = "postcode,lat,long,laua\nL4 3TH,53.40,-2.90,E08000014\nL4 3TH,53.45,-2.95,E08000014\n"
    report = load_postcodes(written_to(tmp_path, "moved.csv", rows), tmp_path)
    assert (report.read, report.changed, report.repeated) == (2, 1, 1)
    place = Gazetteer(tmp_path).get_place("L4 3TH")
    assert (place.latitude, place.local_authority) == (53.45, "Sefton")
    assert Gazetteer(tmp_path).get_place("L4 3").latitude == Gazetteer().get_place("L4 3").latitude


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    source = written_to(tmp_path, "plain.csv", PLAIN)
    load_postcodes(source, tmp_path)
    again = load_postcodes(source, tmp_path)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 1)


def test_the_ons_postcode_directory_is_read_as_published(tmp_path: Path) -> None:
    report = load_postcodes(written_to(tmp_path, "ONSPD_NOV_2024_UK.csv", ONSPD), tmp_path)
    assert (report.read, report.added, report.rejected) == (2, 1, 1)
    assert report.rejects == ["row 2: No grid reference"]
    assert Gazetteer(tmp_path).get_place("M1 1AE").local_authority == "Manchester"


def test_its_zip_is_read_once_without_the_copies_and_documents_in_it(tmp_path: Path) -> None:
    archive = zipped_to(
        tmp_path,
        "ONSPD_NOV_2025.zip",
        Data__ONSPD_NOV_2025_UK=ONSPD_2025,
        Data__multi_csv__ONSPD_NOV_2025_UK_BT=ONSPD_2025,
        Documents__LA_names="LAD25CD,LAD25NM\nN09000003,Belfast\n",
    )
    assert load_postcodes(archive, tmp_path).read == 1
    assert Gazetteer(tmp_path).get_place("BT1 5GS").local_authority == "Belfast"


def test_code_point_open_is_read_as_published(tmp_path: Path) -> None:
    archive = zipped_to(
        tmp_path,
        "codepo_gb.zip",
        Data__CSV__m=CODE_POINT,
        Data__CSV__ze=CODE_POINT.replace("M1 1", "M2 1"),
        Doc__headers="PC,PQ,EA\n",
    )
    told: list[tuple[int, int]] = []
    report = load_postcodes(archive, tmp_path, lambda done, whole: told.append((done, whole)))
    assert (report.read, report.added, report.rejected) == (4, 2, 2)
    assert told[-1][0] == told[-1][1] > 0
    place = Gazetteer(tmp_path).get_place("M1 1AE")
    assert (round(place.latitude, 2), round(place.longitude, 2)) == (53.48, -2.23)
    assert place.local_authority == "Manchester"


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffPostcode;Latitude;Longitude\nZE1 0AA;60.155;-1.145\n",
        "postcode\tlat\tlng\nze10aa\t60.155\t-1.145\n",
        "ZE1 0AA,60.155,-1.145\n",
        "postcode,latitude,longitude,local_authority\nZE1 0AA,60.155,-1.145,Ynys Môn\n".encode("cp1252"),
    ],
)
def test_other_separators_encodings_and_no_header_are_coped_with(tmp_path: Path, text: str | bytes) -> None:
    load_postcodes(written_to(tmp_path, "odd.csv", text), tmp_path)
    place = Gazetteer(tmp_path).get_place("ZE1 0AA")
    assert place.precision == Precision.POSTCODE
    assert place.local_authority in (None, "Ynys Môn")


@pytest.fixture(params=[131_072, 20_000_000])
def cell_limit(request: pytest.FixtureRequest) -> Iterator[None]:
    """The limit of the CSV reader is one for the process: the importers set theirs."""
    before = csv.field_size_limit(request.param)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("cell_limit")
def test_each_bad_row_is_refused_with_its_reason_and_the_rest_is_loaded(tmp_path: Path) -> None:
    rows = [
        "postcode,latitude,longitude",
        "ZE1 0AA,60.155,-1.145",
        "not one,60.1,-1.1",
        "ZE1 0AB,-1.145,60.155",
        "ZE1 0AC,0,0",
        "ZE1 0AD,91,-1.1",
        "ZE1 0AE,north,west",
        "ZE1 0AF",
        f"ZE1 0AG,60.1,{'9' * 1_000_000}",
        "ZE1 0AH,nan,-1.1",
        "ZE1 0AJ,60.156,-1.146",
    ]
    report = load_postcodes(written_to(tmp_path, "mixed.csv", "\n".join(rows)), tmp_path)
    assert (report.read, report.added, report.rejected) == (10, 2, 8)
    reasons = sorted(report.rejects, key=lambda said: int(said.split()[1].rstrip(":")))
    assert [said.split(": ")[1] for said in reasons] == [
        "“not one” is not a postcode",
        "Latitude and longitude are swapped",
        "No grid reference",
        "No grid reference",
        "The point is not two numbers",
        "The row is too short or cannot be read",
        "The row is too short or cannot be read",
        "The point is not in the British Isles",
    ]
    counted = report.added + report.changed + report.unchanged + report.repeated + report.rejected
    assert counted == report.read


def damaged_zip() -> bytes:
    return b"PK\x03\x04" + b"\0" * 40


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.csv", b"", "is empty"),
        ("names.csv", b"name,telephone\nTommy,0151 496 0123\n", "no columns of postcode"),
        (
            "none.csv",
            b"postcode,latitude,longitude\nnowhere,1,2\n",
            "no postcode that can be used. First: row 1",
        ),
        ("picture.csv", bytes(range(256)) * 40, "no columns of postcode"),
        ("cut.zip", damaged_zip(), "no columns of postcode"),
    ],
)
def test_a_file_that_cannot_be_used_gets_one_sentence_and_changes_nothing(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    load_postcodes(written_to(tmp_path, "plain.csv", PLAIN), tmp_path)
    before = loaded_path(tmp_path).read_bytes()
    with pytest.raises(Invalid, match=says):
        load_postcodes(written_to(tmp_path, name, content), tmp_path)
    assert loaded_path(tmp_path).read_bytes() == before
    assert not list(tmp_path.glob("postcodes/*.part"))


def test_a_zip_that_is_damaged_inside_or_holds_no_csv_is_refused(tmp_path: Path) -> None:
    rows = "".join(f"ZE1 {n % 10}A{chr(65 + n % 26)},60.{n:03},-1.145\n" for n in range(900))
    archive = zipped_to(tmp_path, "plain.zip", plain="postcode,latitude,longitude\n" + rows)
    bytes_ = bytearray(archive.read_bytes())
    bytes_[120:140] = os.urandom(20)
    with pytest.raises(Invalid, match="damaged"):
        load_postcodes(written_to(tmp_path, "bad.zip", bytes(bytes_)), tmp_path)
    with pytest.raises(Invalid, match="no CSV"):
        load_postcodes(zipped_to(tmp_path, "empty.zip"), tmp_path)
    with pytest.raises(Invalid, match="no file"):
        load_postcodes(tmp_path / "missing.csv", tmp_path)


def test_a_load_that_dies_while_writing_leaves_the_old_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_postcodes(written_to(tmp_path, "plain.csv", PLAIN), tmp_path)

    def full_disk(_descriptor: int) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        load_postcodes(written_to(tmp_path, "two.csv", ONSPD), tmp_path)
    assert Gazetteer(tmp_path).find_place("M1 1AE") is None
    assert Gazetteer(tmp_path).get_place("ZE1 0AA").local_authority == "Shetland Islands"
    assert not list(tmp_path.glob("postcodes/*.part"))


def test_a_damaged_table_is_told_left_out_and_mended_by_loading_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    source = written_to(tmp_path, "plain.csv", PLAIN)
    load_postcodes(source, tmp_path)
    loaded_path(tmp_path).write_bytes(loaded_path(tmp_path).read_bytes()[:90])
    with pytest.raises(Unavailable, match="Load them again"):
        loaded_table(tmp_path)
    gazetteer = Gazetteer(tmp_path)
    assert gazetteer.get_place("L4 3TH").local_authority == "Liverpool"
    assert "damaged" in caplog.text
    load_postcodes(source, tmp_path)
    assert gazetteer.get_place("ZE1 0AA").precision == Precision.POSTCODE


def test_a_packed_table_is_the_table_that_was_packed(tmp_path: Path) -> None:
    pack(shipped_table(), tmp_path / "again.npz")
    again = unpack(tmp_path / "again.npz")
    np.testing.assert_array_equal(again.rows, shipped_table().rows)
    assert again.authorities == shipped_table().authorities


def test_the_shipped_table_can_be_made_anew(tmp_path: Path) -> None:
    report = build(written_to(tmp_path, "plain.csv", PLAIN), tmp_path / "small.npz")
    assert (report.read, len(unpack(tmp_path / "small.npz"))) == (1, 1)


def test_the_shipped_table_says_what_its_source_says() -> None:
    shared = os.environ.get("WAYMARK_SHARED_DATA")
    if not shared:
        pytest.skip("WAYMARK_SHARED_DATA is not set")
    lines = (Path(shared) / "postcodes" / "merseyside_postcodes.csv").read_text(encoding="utf-8").splitlines()
    gazetteer = Gazetteer()
    for line in lines[1::97]:
        postcode, latitude, longitude, _code, authority = line.split(",")
        place = gazetteer.get_place(postcode)
        assert (place.latitude, place.longitude) == (float(latitude), float(longitude))
        assert place.local_authority == authority.replace(".", "") or not authority
