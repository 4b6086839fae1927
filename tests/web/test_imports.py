"""A curator imports a spreadsheet: tried first, then for good, then taken back."""

import csv
import os
import time
from io import BytesIO, StringIO
from typing import Any

import pytest
from flask import Flask

from directory.assets import each_asset, get_asset
from directory.catalogue import Catalogue
from directory.duplicates.merging import merge_pair
from directory.duplicates.pairs import hold_pair, pair_id
from directory.matching.judgement import Decision, Judgement
from importers.locks import only_run_of
from importers.run_record import begin_run
from tests.harbourside import LISTINGS
from tests.pages import Browser, Page

SHEET = """id,name,description,postcode,phone,cost
1,Dockside Knitters,We knit for the hospital,L20 3EF,0151 496 0101,Free
2,,Nobody knows,L20 3EF,,
3,"<b>Tea</b> & <script>alert(1)</script>",=1+1,L4 3TH,,£2
"""
FORMULA = "id,name,cost\n=cmd|' /c calc'!A1,,+1\n"


@pytest.fixture(autouse=True)
def patient(app: Flask) -> None:
    """Pages wait for what they began, so that the next one has the answer. One test says otherwise."""
    app.config["IMPORT_PATIENCE"] = 60


def try_import(curator: Browser, text: str | bytes, name: str = "groups.csv", status: int = 200) -> Page:
    """Send a file for trial."""
    body = text.encode() if isinstance(text, str) else text
    curator.open("/imports/new")
    return curator.send("Try it", status, upload=(BytesIO(body), name), source="Bootle CVS")


def names(catalogue: Catalogue) -> set[str]:
    with catalogue.reading() as session:
        return {asset.name for asset in each_asset(session)}


def test_try_import_and_take_back(
    curator: Browser, public: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    before = names(catalogue)
    page = try_import(curator, SHEET)
    assert "Dockside Knitters" in page.main
    assert "Row 3 Enter a name for this service" in page.main
    assert "Read 3 of which would be added 2" in page.main
    assert names(catalogue) == before

    page = curator.send("Import now")
    assert page.h1 == "Import from Bootle CVS"
    assert "groups.csv" in page.main
    assert names(catalogue) - before == {"Dockside Knitters", "Tea &"}
    assert "Dockside Knitters" in public.open("/search?q=knitters").main

    curator.follow("Take this import back")
    assert "2 taken out" in curator.send("Take it back").main
    assert names(catalogue) == before


def test_the_same_file_again_changes_nothing_and_another_shows_its_diff(curator: Browser) -> None:
    try_import(curator, SHEET)
    curator.send("Import now")
    assert "There is nothing in it to import" in try_import(curator, SHEET).main
    page = try_import(curator, SHEET.replace("We knit for the hospital", "We knit for anybody"))
    assert "Was We knit for the hospital Now We knit for anybody" in page.main


def test_html_in_a_name_is_only_letters(curator: Browser) -> None:
    page = try_import(curator, SHEET)
    assert "<script>alert" not in page.html
    assert "<script>alert" not in curator.send("Import now").html


def test_the_refused_rows_can_be_downloaded_and_hold_no_formula(curator: Browser) -> None:
    try_import(curator, SHEET + FORMULA.split("\n", 1)[1])
    page = curator.send("Import now")
    answer = curator.client.get(page.links()["Download the refused rows to correct them (CSV)"])
    rows = list(csv.DictReader(StringIO(answer.get_data().decode("utf-8-sig"))))
    assert [row["problem"] for row in rows] == ["Enter a name for this service"] * 2
    assert rows[0]["description"] == "Nobody knows"
    cells = [cell for row in csv.reader(StringIO(answer.get_data().decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-"))]


@pytest.mark.parametrize(
    ("body", "name", "sentence"),
    [
        (b"", "empty.csv", "The file empty.csv is empty"),
        (b"<!doctype html><title>Sorry</title>", "page.csv", "is a web page, not a file of records"),
        (b"PK\x03\x04broken", "sheet.xlsx", "is damaged or was cut short"),
        (b"\x00\x01\x02\x03\xff\xfe", "photo.jpg", "neither UTF-8 nor Windows-1252"),
        (b'{"contents": [', "feed.json", "JSON"),
    ],
)
def test_a_bad_file_gets_one_plain_sentence(
    curator: Browser, catalogue: Catalogue, body: bytes, name: str, sentence: str
) -> None:
    page = try_import(curator, body, name, 422)
    assert sentence in page.main
    assert page.main.count("There is a problem") == 1
    assert str(catalogue.settings.data_dir) not in page.html
    assert not list((catalogue.settings.data_dir / "uploads").glob("*"))


def test_a_file_cut_short_says_so_and_what_came_before_can_be_imported(curator: Browser) -> None:
    page = try_import(curator, 'id,name,description\n1,Knitters,Wool\n2,Painters,"and then')
    assert "was it cut short?" in page.main
    assert "was it cut short?" in curator.send("Import now").main
    assert "Imports that stopped before their end" in curator.open("/desk").main


def test_a_kept_file_has_a_name_of_ours_and_goes_when_imported_or_old(curator: Browser, catalogue: Catalogue) -> None:
    uploads = catalogue.settings.data_dir / "uploads"
    page = try_import(curator, SHEET, "../../etc/groups.csv")
    kept = list(uploads.glob("*.csv"))
    assert len(kept) == 1
    assert "groups" not in kept[0].name
    assert "etc" not in page.main
    curator.send("Import now")
    assert not list(uploads.glob("*"))
    try_import(curator, SHEET.replace("wool", "silk"))
    for path in uploads.glob("*"):
        os.utime(path, (time.time() - 90_000,) * 2)
    try_import(curator, SHEET)
    assert len(list(uploads.glob("*.csv"))) == 1


def test_what_was_imported_already_is_not_imported_again(curator: Browser) -> None:
    page = try_import(curator, SHEET)
    curator.send("Import now")
    assert "This was imported since" in curator.open(page.url).main
    curator.page = page
    assert "This was imported already" in curator.send("Import now", status=422).main


def test_what_was_tried_can_be_thrown_away(curator: Browser, catalogue: Catalogue) -> None:
    before = names(catalogue)
    page = try_import(curator, SHEET)
    assert "Nothing of it was imported" in curator.send("Do not import it").main
    curator.open(page.url, status=404)
    assert not list((catalogue.settings.data_dir / "uploads").glob("*"))
    assert names(catalogue) == before


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://127.0.0.1:8000/services", "not on the open internet"),
        ("http://169.254.169.254/latest", "not on the open internet"),
        ("http://[::1]/x", "not on the open internet"),
        ("http://localhost/x", "not on the open internet"),
        ("file:///etc/passwd", "begins with https:// or http://"),
        ("ftp://example.org/x", "begins with https:// or http://"),
        ("https://", "begins with https:// or http://"),
    ],
)
def test_only_addresses_of_the_open_web_are_read(curator: Browser, address: str, sentence: str) -> None:
    curator.open("/imports/new")
    values: dict[str, Any] = {"address": address, "source": "Feed"}
    assert sentence in curator.send("Try it", 422, **values).main


def test_a_file_or_an_address_must_be_given_but_not_both(curator: Browser) -> None:
    curator.open("/imports/new")
    assert "Choose a file, or give an address" in curator.send("Try it", 422, source="Nobody").main
    values: dict[str, Any] = {"upload": (BytesIO(b"name\nTea\n"), "a.csv"), "address": "https://example.org"}
    assert "not both" in curator.send("Try it", 422, source="Nobody", **values).main


def test_a_file_of_more_than_one_batch_is_tried_whole(
    curator: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    before = names(catalogue)
    rows = "".join(f"{number},Knitters {number},Wool\n" for number in range(450))
    page = try_import(curator, f"id,name,description\n{rows}")
    assert "Read 450 of which would be added 450" in page.main
    assert names(catalogue) == before


FOREIGN = """Ref,Name of group,What happens,When do you meet?,Zone
1,Bootle Bakers,We bake bread and talk,Mondays 10am to 12,North
2,Seaforth Singers,Songs and tea,Fridays 2pm to 4pm,South
"""


def settled(curator: Browser, page: Page) -> Page:
    """The page once what it follows has come to its end."""
    for _ in range(300):
        if "data-follow" not in page.html:
            return page
        time.sleep(0.2)
        page = curator.open(page.url)
    raise AssertionError(f"{page.url} never came to its end")


def test_a_long_import_holds_no_page_and_is_found_again(
    app: Flask, curator: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    app.config["IMPORT_PATIENCE"] = 0
    rows = "".join(f"{number},Knitters {number},Wool\n" for number in range(1200))
    page = try_import(curator, f"id,name,description\n{rows}")
    assert page.h1 == "Trying groups.csv"
    assert '<noscript><meta http-equiv="refresh"' in page.html
    assert "You are trying groups.csv" in curator.open("/imports").links()
    page = settled(curator, curator.follow("You are trying groups.csv"))
    assert "Read 1,200 of which would be added" in page.main
    assert "Tried, not imported" in curator.open("/imports").main
    curator.open(page.url)
    page = curator.send("Import now")
    assert page.h1 == "Importing groups.csv"
    page = settled(curator, page)
    assert page.h1 == "Import from Bootle CVS"
    assert "Tried, not imported" not in curator.open("/imports").main


def test_what_was_killed_says_so_and_goes_on_where_it_was(curator: Browser, catalogue: Catalogue) -> None:
    page = try_import(curator, SHEET)
    tried = page.url.rsplit("/", 1)[1]
    with catalogue.writing() as session:
        # As a server leaves it that was stopped in the middle.
        killed = begin_run(session, "Bootle CVS", origin="groups.csv", actor="curator@example.org")
    uploads = catalogue.settings.data_dir / "uploads"
    (uploads / f"{tried}.waits").rename(uploads / f"{killed.id}.waits")
    page = curator.open(f"/imports/{killed.id}")
    assert "It was stopped before its end. Nothing was imported." in page.main
    assert "Imports that stopped before their end" in curator.open("/desk").main
    curator.open(page.url)
    assert "Read 3 of which added 2" in curator.send("Go on with it").main
    assert "Imports that stopped" not in curator.open("/desk").main


def test_two_imports_of_one_source_do_not_mix(curator: Browser, catalogue: Catalogue) -> None:
    with only_run_of(catalogue.settings.data_dir, "Bootle CVS"):
        assert "Another import of Bootle CVS is going on" in try_import(curator, SHEET, status=422).main


def test_headings_of_their_own_are_guessed_approved_and_remembered(curator: Browser, catalogue: Catalogue) -> None:
    page = try_import(curator, FOREIGN)
    assert page.h1 == "Is this right?"
    assert "For example: Mondays 10am to 12 · Fridays 2pm to 4pm" in page.main
    assert "Zone Not recognised" in page.main
    chosen: dict[str, Any] = {"column-1": ""}
    page = curator.send("Yes, try it", status=422, **chosen)
    assert "Say which column holds the name" in page.main
    page = curator.send("Yes, try it", **chosen | {"column-1": "name", "column-4": "town"})
    assert "Bootle Bakers" in page.main
    assert "Read 2 of which would be added 2" in page.main
    curator.send("Import now")
    with catalogue.reading() as session:
        baker = next(asset for asset in each_asset(session) if asset.name == "Bootle Bakers")
    assert baker.times[0].days == ("MO",)

    page = try_import(curator, FOREIGN.replace("Songs and tea", "Songs and cake"))
    assert "Was Songs and tea Now Songs and cake" in page.main, "the same headings are not asked about again"
    curator.follow("Change what the columns mean")
    assert "What you said last time is filled in" in curator.send("Yes, try it", status=422, **chosen).main


def test_a_file_without_any_name_is_asked_about(curator: Browser) -> None:
    page = try_import(curator, "colour,size\nred,big\n", "shirts.csv")
    assert page.h1 == "Is this right?"
    assert "Say which column holds the name" in curator.send("Yes, try it", status=422).main


def test_what_is_surely_there_already_is_merged_and_says_why(
    curator: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    row = "9,Walton Waterfront Choir,Walton Singers,12 Church Row,L4 3TH,0151 496 0002,choir@example.org\n"
    page = try_import(curator, f"id,name,organisation,address,postcode,phone,email\n{row}")
    assert "would be merged with others 1" in page.main
    assert "The same as Walton Waterfront Choir: " in page.main
    assert "Was nothing Now choir@example.org" in page.main
    page = curator.send("Import now")
    assert "merged with others 1" in page.main
    with catalogue.reading() as session:
        choir = get_asset(session, harbourside["choir"])
    assert choir.email == "choir@example.org"
    assert choir.description == LISTINGS["choir"].description, "what was written here stays"
    assert "merged when Bootle CVS was imported" in curator.open("/duplicates/decided").main
    curator.open(page.url)
    curator.follow("Take this import back")
    curator.send("Take it back")
    with catalogue.reading() as session:
        assert get_asset(session, harbourside["choir"]).listing == LISTINGS["choir"]


def test_what_a_curator_merged_goes_with_the_import_that_brought_it(
    curator: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    before = names(catalogue)
    try_import(curator, SHEET)
    page = curator.send("Import now")
    with catalogue.writing() as session:
        knitters = next(asset for asset in each_asset(session) if asset.name == "Dockside Knitters")
        judged = Judgement(0.5, Decision.PERHAPS, ("names alike",))
        run_id = page.url.rsplit("/", 1)[1]
        hold_pair(session, knitters.id, harbourside["choir"], judged, model_version="1", run_id=run_id)
        merge_pair(session, pair_id(knitters.id, harbourside["choir"]), by="curator@example.org", kept_id=knitters.id)
    curator.follow("Take this import back")
    curator.send("Take it back")
    assert names(catalogue) == before
    with catalogue.reading() as session:
        assert get_asset(session, harbourside["choir"]).listing == LISTINGS["choir"]


def test_one_of_an_organisation_that_others_know_better_goes_too(
    curator: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    before = names(catalogue)
    try_import(curator, "id,name,organisation\n1,Harbour Drummers,Harbour Women\n")
    page = curator.send("Import now")
    with catalogue.writing() as session:
        drummers = next(asset for asset in each_asset(session) if asset.name == "Harbour Drummers")
        judged = Judgement(0.5, Decision.PERHAPS, ("same organisation",))
        hold_pair(session, drummers.id, harbourside["women"], judged, model_version="1", run_id=None)
        pair = pair_id(drummers.id, harbourside["women"])
        merge_pair(session, pair, by="curator@example.org", kept_id=harbourside["women"])
    curator.open(page.url)
    curator.follow("Take this import back")
    assert "1 taken out" in curator.send("Take it back").main
    assert names(catalogue) == before
