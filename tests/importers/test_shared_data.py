"""Real feeds and partners' files that are too large or not ours to keep here: read where they are at hand."""

import os
from pathlib import Path

import pytest

from directory.assets import each_asset
from directory.catalogue import Catalogue
from importers.read import import_from

DATA = os.environ.get("WAYMARK_SHARED_DATA")
pytestmark = pytest.mark.skipif(not DATA, reason="WAYMARK_SHARED_DATA names no folder")

BUCKS, MOCKS, PARTNERS = "oruk-v1-paged-outpost-bucks", "oruk-v3-paged-mocks", "partner-spreadsheets"


MOCKS_3, TABLES, EXAMPLES = f"{MOCKS}/V3.0-UK-Default", "hsds3-csv-datapackage", "hsds3-json-examples"
EXPECTED = [
    # path, format, added, rejected, records that are no more and that we never had
    (f"{BUCKS}/services.json", "oruk1", 20, 0, 0),
    (f"{BUCKS}/service.json", "oruk1", 1, 0, 0),
    (BUCKS, "oruk1", 20, 1, 0),
    (f"{MOCKS_3}/service_list.json", "hsds-uk", 1, 0, 0),
    (f"{MOCKS_3}/service_full.json", "hsds-uk", 1, 0, 0),
    (f"{MOCKS_3}/organization.json", "hsds-uk", 1, 0, 0),
    (MOCKS_3, "hsds-uk", 1, 4, 0),
    (f"{MOCKS}/V3.0-UK-Test/service_list.json", "hsds-uk", 1, 127, 0),
    (f"{MOCKS}/V3.0-UK-Test", "hsds-uk", 1, 131, 0),
    (f"{PARTNERS}/outpost-services-with-sample-data.csv", "outpost-csv", 2, 0, 0),
    (f"{PARTNERS}/hounslow-connect-services_import_100_good.xlsx", "xlsx", 100, 0, 0),
    (f"{PARTNERS}/hounslow-connect-services_import_3_bad.xlsx", "xlsx", 2, 1, 0),
    (f"{PARTNERS}/hounslow-connect-services_import_example.xlsx", "xlsx", 1, 0, 0),
    ("charity-register-ccew", "charity-register", 50, 0, 0),
    ("cqc-directory-sample/CQC_directory_sample.csv", "cqc", 5, 0, 0),
    ("hsds1-csv-ohana-sanmateo", "hsds-tables", 23, 0, 0),
    (TABLES, "hsds-tables", 1, 1, 0),
    (EXAMPLES, "hsds-uk", 1, 4, 0),
    (f"{EXAMPLES}/tabular.json", "hsds-tables", 1, 1, 0),
    (f"{EXAMPLES}/organization_full.json", "hsds-uk", 1, 0, 0),
    (f"{EXAMPLES}/service_at_location_full.json", "hsds-uk", 1, 0, 0),
    ("osm-geojson-norwich", "osm", 24, 50, 0),
    ("openactive-rpde", "openactive", 0, 0, 2),
    ("openactive-rpde/synthetic-merseyside", "openactive", 53, 0, 4),
]


@pytest.mark.parametrize(("path", "format", "added", "rejected", "gone"), EXPECTED)
def test_every_record_comes_out_or_is_refused(
    catalogue: Catalogue, path: str, format: str, added: int, rejected: int, gone: int
) -> None:
    report = import_from(catalogue, Path(str(DATA)) / path, source="shared", actor="tests")
    assert report.message is None
    assert (report.format, report.added + report.duplicates_merged, report.rejected) == (format, added, rejected)
    assert report.read == added + rejected + gone
    again = import_from(catalogue, Path(str(DATA)) / path, source="shared", actor="tests")
    assert (again.unchanged, again.rejected) == (added + gone, rejected)


def test_a_real_service_of_buckinghamshire(catalogue: Catalogue) -> None:
    import_from(catalogue, Path(str(DATA)) / BUCKS / "services.json", source="bucks", actor="tests")
    with catalogue.reading() as session:
        brownies = next(asset for asset in each_asset(session) if asset.name == "12th Aylesbury Brownies")
    assert brownies.venues[0].postcode == "HP21 7JF"
    assert [slot.days for slot in brownies.times] == [("MO",)]
    assert (brownies.minimum_age, brownies.maximum_age) == (5, 11)
    assert "\r" not in (brownies.description or "")
