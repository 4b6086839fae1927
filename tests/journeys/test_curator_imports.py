"""A curator imports a sheet, decides about what may be a duplicate with her keyboard, and takes all of it back."""

from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import expect

from directory.assets import each_asset, get_asset
from directory.catalogue import Catalogue
from directory.duplicates.pairs import hold_pair, pair_id
from directory.matching.judgement import Decision, Judgement
from tests.harbourside import LISTINGS
from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser

SHEET = """id,name,organisation,description,postcode,address,phone,email,cost,days_times
1,Walton Waterfront Choir,Walton Singers,A singing group for everybody.,L4 3TH,12 Church Row,0151 496 0002,choir@example.org,£3.50,Tuesdays 7pm to 9pm
2,Harbour Women's Group,Harbour Women,A warm space for women,L3 4AA,1 Quay Street,,,Free,Fridays 1pm to 3pm
3,Dockside Knitters,,We knit for the hospital,L20 3EF,,0151 496 0101,,Free,Mon & Weds 10-12
4,,,Nobody knows,L20 3EF,,,,,
"""
FOREIGN = "Ref,Name of group,What happens,When do you meet?\n1,Bootle Bakers,We bake bread,Mondays 10am to 12\n"


@pytest.fixture(autouse=True)
def patient(app: Flask) -> None:
    """Pages wait for what they began: what is looked at here is not the waiting."""
    app.config["IMPORT_PATIENCE"] = 60


def everything(catalogue: Catalogue) -> dict[str, object]:
    with catalogue.reading() as session:
        return {asset.id: asset.listing for asset in each_asset(session, staff=True)}


def choose(visitor: Visitor, path: Path, source: str) -> None:
    visitor.open("/imports/new")
    visitor.page.locator("input[type=file]").set_input_files(path)
    visitor.fill("Name of the source", source)
    visitor.press("Try it")


def wait_with(catalogue: Catalogue, name: str, other: str, run_id: str) -> None:
    """Let a record that came in wait with a listing, should the matcher not have thought of it."""
    judged = Judgement(0.6, Decision.PERHAPS, ("names alike", "same postcode"))
    with catalogue.writing() as session:
        found = next(asset for asset in each_asset(session) if asset.name == name)
        hold_pair(session, found.id, other, judged, model_version="1", run_id=run_id)


def test_import_dry_run_commit_review_and_undo(
    visitor: Visitor, catalogue: Catalogue, harbourside: dict[str, str], tmp_path: Path
) -> None:
    before = everything(catalogue)
    sheet = tmp_path / "partners.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    visitor.sign_in("curator")
    choose(visitor, sheet, "Bootle CVS")
    expect(visitor.page.locator("h1")).to_have_text("What this import would do")
    assert "Row 5 Enter a name for this service" in visitor.text()
    assert "The same as Walton Waterfront Choir" in visitor.text()
    assert everything(catalogue) == before
    visitor.press("Import now")
    assert "partners.csv" in visitor.text()
    run = visitor.page.url.removeprefix(visitor.address)

    run_id = run.rsplit("/", 1)[1]
    wait_with(catalogue, "Harbour Women's Group", harbourside["women"], run_id)
    wait_with(catalogue, "Dockside Knitters", harbourside["sheds"], run_id)
    visitor.open("/desk")
    visitor.follow("Look at the first", exact=False)
    decide_by_keys(visitor)
    visitor.open("/duplicates/decided")
    visitor.open("/sources")
    visitor.open(run)
    visitor.follow("Take this import back")
    visitor.press("Take it back")
    assert everything(catalogue) == before
    visitor.open("/duplicates")
    assert "No pair waits" in visitor.text()


def decide_by_keys(visitor: Visitor) -> None:
    """One is the same and is taken back, then both are decided for good, without the mouse."""
    first = visitor.page.url
    visitor.page.keyboard.press("1")
    expect(visitor.page.locator("main")).to_contain_text("was merged into")
    visitor.see()
    visitor.page.keyboard.press("u")
    expect(visitor.page.locator("main")).to_contain_text("Taken back")
    assert visitor.page.url.split("?")[0] == first.split("?")[0]
    visitor.page.keyboard.press("1")
    expect(visitor.page.locator("main")).to_contain_text("was merged into")
    visitor.page.keyboard.press("n")
    expect(visitor.page.locator("main")).to_contain_text("are not the same")
    visitor.see()


def test_keys_can_be_turned_off(visitor: Visitor, catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    judged = Judgement(0.6, Decision.PERHAPS, ("same postcode",))
    with catalogue.writing() as session:
        hold_pair(session, harbourside["gym"], harbourside["choir"], judged, model_version="1", run_id=None)
    visitor.sign_in("curator")
    visitor.open("/duplicates/first")
    visitor.press("Keys 1, 2, N and L decide")
    visitor.page.keyboard.press("n")
    visitor.page.reload()
    visitor.page.keyboard.press("n")
    visitor.see()
    assert pair_id(harbourside["gym"], harbourside["choir"]) in visitor.page.url


@pytest.mark.phone
def test_a_foreign_sheet_on_a_phone(
    visitor: Visitor, catalogue: Catalogue, harbourside: dict[str, str], tmp_path: Path
) -> None:
    sheet = tmp_path / "foreign.csv"
    sheet.write_text(FOREIGN, encoding="utf-8")
    visitor.sign_in("curator")
    choose(visitor, sheet, "Bakers")
    visitor.press("Yes, try it")
    assert "Bootle Bakers" in visitor.text()
    visitor.press("Import now")
    visitor.open("/imports")
    visitor.open(f"/desk/listings/{harbourside['choir']}")


def test_a_long_import_comes_to_its_end_before_ones_eyes(
    visitor: Visitor, app: Flask, catalogue: Catalogue, harbourside: dict[str, str], tmp_path: Path
) -> None:
    app.config["IMPORT_PATIENCE"] = 0
    sheet = tmp_path / "long.csv"
    rows = "".join(f"{number},Knitters {number},Wool\n" for number in range(1200))
    sheet.write_text(f"id,name,description\n{rows}", encoding="utf-8")
    visitor.sign_in("curator")
    choose(visitor, sheet, "Knitters")
    expect(visitor.page.locator("h1")).to_have_text("Trying long.csv")
    expect(visitor.page.locator("h1")).to_have_text("What this import would do", timeout=90_000)
    visitor.see()
    with catalogue.reading() as session:
        assert get_asset(session, harbourside["choir"]).listing == LISTINGS["choir"]
