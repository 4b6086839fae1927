"""Whatever keepers send, curators edit and take back: the sum holds, nothing is lost, and the index agrees."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from directory.assets import change_asset, each_asset, get_asset
from directory.catalogue import Catalogue
from directory.listing import Listing, Organization, Phone, Slot
from directory.models import DuplicatePair, RecordSource, SearchChange, SourceRecord
from directory.search.indexing import check
from importers.incoming import Gone, Incoming, Rejected
from importers.report import Report
from importers.run import Row, Terms, import_rows
from importers.undo import undo_run
from tests.harbourside import BOOTLE_HALL, WALTON_HALL
from tests.importers.keepers import COUNCIL, HUB, MAUREEN, OSM, sum_of
from web.catalogue import BRANCHES
from web.settings import WebSettings

SOURCES = (COUNCIL, HUB, OSM)
CHOIR = Listing(
    name="Walton Waterfront Choir",
    organization=Organization(name="Walton Singers"),
    venues=(WALTON_HALL,),
    phones=(Phone(number="0151 496 0002"),),
)
SHED = Listing(
    name="Dockside Woodwork",
    organization=Organization(name="Dockside Makers"),
    venues=(BOOTLE_HALL,),
    phones=(Phone(number="0151 496 0003"),),
)
TEXTS = st.one_of(st.none(), st.sampled_from(["One", "Two"]))
SAID = st.builds(
    lambda what, description, cost_text, days: what.model_copy(
        update={"description": description, "cost_text": cost_text, "times": tuple(Slot(days=(day,)) for day in days)}
    ),
    st.sampled_from([CHOIR, SHED]),
    TEXTS,
    TEXTS,
    st.sampled_from([(), ("TU",), ("TH",)]),
)
IDS = st.sampled_from(["a", "b", "c"])
ROWS = st.lists(
    st.one_of(
        st.builds(lambda key, said: Incoming(1, key, said), IDS, SAID),
        st.builds(lambda key: Gone(1, key), IDS),
        st.builds(lambda key: Rejected(1, "name", "Enter a name for this service", {"id": key}), IDS),
    ),
    max_size=4,
)
IMPORTED = st.tuples(st.sampled_from(SOURCES), ROWS)
EDITED = st.tuples(st.just("edit"), st.integers(0, 5), TEXTS)
STEPS = st.lists(
    st.one_of(IMPORTED, IMPORTED, EDITED, st.tuples(st.just("undo"), st.integers(0, 5))), min_size=1, max_size=5
)


class Town:
    """A catalogue to which things happen; every run is remembered to be taken back."""

    def __init__(self, folder: Path, empty: Path) -> None:
        copy(empty, folder / "waymark.sqlite")
        self.catalogue = Catalogue(WebSettings(data_dir=folder), BRANCHES)
        self.catalogue.follow()
        self.runs: list[str] = []

    def imported(self, terms: Terms, rows: Sequence[Row]) -> Report:
        numbered = (replace(row, row=number) for number, row in enumerate(rows, 2))
        report = import_rows(self.catalogue, numbered, terms)
        assert (report.message, report.read) == (None, len(rows))
        assert sum_of(report) == report.read
        self.runs.append(report.run or "")
        return report

    def edited(self, place: int, words: str | None) -> None:
        with self.catalogue.writing() as session:
            ids = [asset.id for asset in each_asset(session, staff=True)]
            if ids:
                asset_id = ids[place % len(ids)]
                listing = get_asset(session, asset_id, staff=True).listing
                change_asset(session, asset_id, listing.model_copy(update={"description": words}), actor=MAUREEN)

    def undone(self, place: int) -> None:
        if self.runs:
            run = self.runs.pop(place % len(self.runs))
            with self.catalogue.writing() as session:
                undo_run(session, run, actor=MAUREEN)

    def agrees(self) -> None:
        """The index has heard of everything, and each record stands behind a service that there is."""
        assert check(self.catalogue.database, self.catalogue.index) == []
        with self.catalogue.reading() as session:
            assert session.exec(select(SearchChange)).all() == []
            there = {asset.id for asset in each_asset(session, staff=True)}
            assert {record.service_id for record in session.exec(select(SourceRecord))} <= there


def happens(town: Town, steps: Sequence[tuple[object, ...]]) -> bool:
    """Whether anybody edited anything, after all of it happened."""
    for step in steps:
        match step:
            case ("edit", int(place), words):
                town.edited(place, words)  # type: ignore[arg-type]  # a text or None
            case ("undo", int(place)):
                town.undone(place)
            case (Terms() as terms, rows):
                told: list[Row] = list(rows)  # type: ignore[call-overload]  # rows of a source
                town.imported(terms, told)
                again = town.imported(terms, told)
                assert again.added + again.changed + again.duplicates_merged == 0, again.counts()

    return any(step[0] == "edit" for step in steps)


@settings(
    max_examples=25,
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
def test_whatever_happens(empty_sqlite: Path, steps: list[tuple[object, ...]]) -> None:
    with TemporaryDirectory() as folder:
        town = Town(Path(folder), empty_sqlite)
        is_edited = happens(town, steps)
        town.agrees()
        while town.runs:
            town.undone(-1)
        town.agrees()
        with town.catalogue.reading() as session:
            left = list(each_asset(session, staff=True))
            assert is_edited or (left, nothing_of_sources(session)) == ([], True)
            assert session.exec(select(RecordSource)).all() is not None
        town.catalogue.close()


def nothing_of_sources(session: Session) -> bool:
    return not session.exec(select(SourceRecord)).all() and not session.exec(select(DuplicatePair)).all()
