"""Whose word counts: the sources page, and what the public and the curator read of who says what."""

import pytest
from sqlmodel import select

from directory.assets import change_asset, find_asset, get_asset
from directory.catalogue import Catalogue
from directory.listing import Listing, NeedLink
from directory.models import SourceRecord
from importers.incoming import Incoming
from importers.run import Terms, import_rows
from tests.pages import Browser

SHED = Listing(
    name="Dockside Boat Shed", description="We mend old boats.", needs=(NeedLink(id="CON3", confidence=0.72),)
)
OSM = "ODbL 1.0, © OpenStreetMap contributors"


def take_in(catalogue: Catalogue, source: str, licence: str, listing: Listing = SHED) -> str:
    """Import one record and give the id of its service."""
    terms = Terms(source, "csv", "boats.csv", "tests", licence=licence, precedence=60)
    import_rows(catalogue, [Incoming(2, "7", listing)], terms)
    with catalogue.reading() as session:
        record = session.exec(select(SourceRecord).where(SourceRecord.source == source)).one()
        return record.service_id


@pytest.fixture
def shed(catalogue: Catalogue, harbourside: dict[str, str]) -> str:
    return take_in(catalogue, "Boat <people>", "Open Government Licence v3.0")


def test_sources_say_what_counts_and_what_is_kept_apart(curator: Browser, catalogue: Catalogue, shed: str) -> None:
    take_in(catalogue, "Map", OSM, Listing(name="Harbour Park"))
    page = curator.open("/sources")
    assert "Boat <people> Counts 60" in page.main
    assert "1 record. Last read" in page.main
    assert "kept apart" in page.main
    curator.follow("Change Map")
    assert "from 0 to 100" in curator.send("Save", status=422, precedence="900").main
    page = curator.send("Save", precedence="80")
    assert "Map now counts 80" in page.main
    assert page.main.index("Map Counts 80") < page.main.index("Boat <people>")
    curator.open("/sources/change?source=Nobody", status=404)


def test_the_public_reads_where_it_is_from_and_never_an_address(
    public: Browser, catalogue: Catalogue, shed: str
) -> None:
    page = public.open(f"/asset/{shed}")
    assert "From Boat <people> (Open Government Licence v3.0), read today" in page.main
    mapped = take_in(catalogue, "ann@example.org", OSM, Listing(name="Harbour Park"))
    page = public.open(f"/asset/{mapped}")
    assert "ann@example.org" not in page.html
    assert "From a partner" in page.main
    assert "© OpenStreetMap contributors (leaves this site)" in page.links()


def test_the_curator_reads_who_says_each_part(curator: Browser, catalogue: Catalogue, shed: str) -> None:
    with catalogue.writing() as session:
        edited = get_asset(session, shed).listing.model_copy(update={"url": "https://boats.example.org"})
        change_asset(session, shed, edited, actor="curator@example.org")
    page = curator.open(f"/desk/listings/{shed}")
    assert "What it isBoat <people> (Open Government Licence v3.0), read" in page.main
    assert "Websitecurator@example.org," in page.main


def test_needs_that_were_read_are_marked_and_become_sure_when_a_person_says_so(
    curator: Browser, catalogue: Catalogue, shed: str
) -> None:
    page = curator.open(f"/desk/listings/{shed}")
    assert "probably" in page.main
    curator.follow("Correct them")
    curator.send("Continue", needs=["CON3", "JOY1"])
    curator.send("Publish")
    with catalogue.reading() as session:
        asset = find_asset(session, shed)
    assert asset
    assert {(need.id, need.confidence) for need in asset.needs} == {("CON3", 1.0), ("JOY1", 1.0)}
    take_in(catalogue, "Boat <people>", "", SHED.model_copy(update={"needs": (NeedLink(id="MON1", confidence=0.9),)}))
    with catalogue.reading() as session:
        again = find_asset(session, shed)
    assert again
    assert again.need_ids == asset.need_ids, "a source does not take back what a person said"


def test_these_are_right(curator: Browser, catalogue: Catalogue, shed: str) -> None:
    curator.open(f"/desk/listings/{shed}")
    page = curator.send("These are right")
    assert "probably" not in page.main
    with catalogue.reading() as session:
        assert [need.confidence for need in get_asset(session, shed).needs] == [1.0]
