"""A record that says the impossible, in every format: what it says is left out or the record refused, and the next stands."""

from pathlib import Path
from typing import Any

import pytest

from directory.catalogue import Catalogue
from importers.sources import list_formats
from tests.importers.bad_input.records import GOOD, NEXT, WRITERS, Said
from tests.importers.bad_input.taking_in import assets_in, take_in

FORMATS = [*WRITERS]
NUMBERED = ("osm", "outpost-csv")
"""Of these the writer numbers the records itself."""
LONG = "x" * 10_000_000
DAYS = ("2026-02-31", "0000-00-00", "0000-01-01", "9999-12-31", "99999-01-01", "31/02/2026", "", "soon", "-1", "1e9")
POINTS: tuple[tuple[Any, Any], ...] = (
    (-2.9916, 53.4048),
    (0, 0),
    ("north", "west"),
    ("NaN", "NaN"),
    (float("nan"), float("inf")),
    (1e300, -1e300),
    (91, 181),
    ("53,4048", "-2,9916"),
    (None, None),
    ([1], {"a": 1}),
)
NAMES = ("Hub\x00 one", "Hub \ud800", "", " \t ", "=HYPERLINK(1)", "\u202eHub", "x" * 5_000, "<b></b>", "Hub\nand more")


def named_good(catalogue: Catalogue) -> bool:
    return sum(GOOD in asset.name for asset in assets_in(catalogue)) == 1


def test_every_format_is_tried() -> None:
    assert set(FORMATS) == set(list_formats())


@pytest.mark.parametrize("format", FORMATS)
def test_two_good_records(catalogue: Catalogue, tmp_path: Path, format: str) -> None:
    report = take_in(catalogue, WRITERS[format](tmp_path, [Said(), NEXT]))
    assert (report.format, report.added, report.message) == (format, 2, None)


@pytest.mark.parametrize("format", FORMATS)
def test_days_that_never_were(catalogue: Catalogue, tmp_path: Path, format: str) -> None:
    said = [Said(id=str(at), name=f"Group {at}", day=day) for at, day in enumerate(DAYS, 10)]
    report = take_in(catalogue, WRITERS[format](tmp_path, [NEXT, *said]), format)
    assert report.read == len(DAYS) + 1
    assert report.message is None
    assert named_good(catalogue)
    checked = [asset.assured_date for asset in assets_in(catalogue) if asset.assured_date and GOOD not in asset.name]
    assert all(day.year < 2027 for day in checked), checked


@pytest.mark.parametrize("format", FORMATS)
def test_points_where_nothing_is(catalogue: Catalogue, tmp_path: Path, format: str) -> None:
    said = [Said(id=str(at), name=f"Group {at}", latitude=n, longitude=e) for at, (n, e) in enumerate(POINTS, 10)]
    said += [
        Said(id=f"5{one.id}", name=f"{one.name} again", postcode="", latitude=one.latitude, longitude=one.longitude)
        for one in said
    ]
    if format not in ("csv", "xlsx", "outpost-csv", "icalendar", "food-banks"):
        # JSON has no such numbers, and whoever writes them has written no JSON.
        said = [one for one in said if str(one.latitude) != "nan"]
    report = take_in(catalogue, WRITERS[format](tmp_path, [*said, NEXT]), format)
    assert report.read == len(said) + 1
    assert named_good(catalogue)
    points = [(venue.latitude, venue.longitude) for asset in assets_in(catalogue) for venue in asset.venues]
    assert all(n is None or (49 < n < 61 and e is not None and -9 < e < 2) for n, e in points), points


@pytest.mark.parametrize("format", FORMATS)
def test_a_postcode_in_scotland(catalogue: Catalogue, tmp_path: Path, format: str) -> None:
    report = take_in(catalogue, WRITERS[format](tmp_path, [Said(postcode="EH1 1YZ"), NEXT]), format)
    assert report.added == 2
    for asset in assets_in(catalogue):
        for venue in asset.venues:
            assert GOOD not in asset.name or venue.latitude is None or venue.latitude < 54


@pytest.mark.parametrize("format", FORMATS)
def test_names_that_are_none(catalogue: Catalogue, tmp_path: Path, format: str) -> None:
    names = [
        name
        for name in NAMES
        if "\x00" not in name
        or format not in ("csv", "outpost-csv", "cqc", "charity-register", "nhs-ods", "icalendar", "xlsx")
    ]
    names = [name for name in names if format not in ("xlsx", "icalendar") or name.isprintable()]
    said = [Said(id=str(at), name=name, postcode="", latitude="", longitude="") for at, name in enumerate(names, 10)]
    report = take_in(catalogue, WRITERS[format](tmp_path, [*said, NEXT]), format)
    if "encoding" in (report.message or "") or "UTF-8" in (report.message or ""):
        return
    assert report.read >= len(names), report.message
    assert named_good(catalogue)
    assert all(asset.name.strip() and len(asset.name) <= 500 for asset in assets_in(catalogue))


@pytest.mark.parametrize("format", FORMATS)
def test_ten_megabytes_in_one_place(catalogue: Catalogue, tmp_path: Path, format: str) -> None:
    report = take_in(catalogue, WRITERS[format](tmp_path, [Said(description=LONG), NEXT]), format)
    assert report.read == 2, report.message
    assert named_good(catalogue)
    assert all(len(asset.description or "") <= 20_000 for asset in assets_in(catalogue))


@pytest.mark.parametrize("format", [format for format in FORMATS if format not in NUMBERED])
def test_one_id_for_two(catalogue: Catalogue, tmp_path: Path, format: str) -> None:
    first, other = Said(id="7"), Said(id="7", name="Quite another", description="Something else")
    report = take_in(catalogue, WRITERS[format](tmp_path, [first, other, NEXT]), format)
    assert report.read == report.added + report.rejected
    assert named_good(catalogue)
    assert report.rejected <= 1
    assert all("7 was already used in row" in reject.message for reject in report.rejects)


@pytest.mark.parametrize("format", ["hsds-uk", "oruk1", "hsds-tables", "osm", "food-banks", "json-ld", "openactive"])
@pytest.mark.parametrize("value", [None, True, -1, 10**18, [], {}, [[[]]], {"a": {"b": 1}}, "\ud800"])
def test_any_kind_of_value_where_words_are_expected(
    catalogue: Catalogue, tmp_path: Path, format: str, value: Any
) -> None:
    strange = Said(name="Hub", description=value, day=value, latitude=value, longitude=value, postcode=value)
    report = take_in(catalogue, WRITERS[format](tmp_path, [strange, Said(id="3", name=value), NEXT]), format)
    assert report.read >= 2
    assert named_good(catalogue)
