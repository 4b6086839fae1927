"""Dry runs: they count what the real run then does, keep nothing but their own record, and hold nobody up."""

from collections.abc import Iterator

from sqlmodel import select

from directory.assets import add_asset
from directory.catalogue import Catalogue
from directory.models import DuplicatePair, ImportRun, RecordSource, Revision, RunStatus, SearchChange, SourceRecord
from importers.run import Row, import_rows
from tests.importers.keepers import (
    CHOIR,
    COUNCIL,
    HUB,
    MAUREEN,
    edited,
    gone,
    listings,
    other,
    record,
    taken,
)


def everything(catalogue: Catalogue) -> list[list[str]]:
    """The rows of every table that an import writes to, but for the runs."""
    tables = (Revision, SourceRecord, RecordSource, DuplicatePair, SearchChange)
    with catalogue.reading() as session:
        return [sorted(row.model_dump_json() for row in session.exec(select(table)).all()) for table in tables]


def some_rows() -> list[Row]:
    return [
        record("h1", minimum_age=18),
        record("h2", description="For old hands"),
        other("h3", "debt", cost_text="£5"),
        other("h4", "sheds"),
        gone("h5"),
    ]


def prepared(catalogue: Catalogue) -> None:
    """The council's choir; the hub's debt advice, which Maureen has edited, and something of the hub's that will go."""
    taken(catalogue, COUNCIL, record("c1", description="We sing."))
    taken(catalogue, HUB, other("h3", "debt"), record("h5", name="Knitting and natter", venues=(), phones=()))
    (debt,) = [key for key, listing in listings(catalogue).items() if listing.name == "Quayside Debt Advice"]
    edited(catalogue, debt, cost_text="Maureen's price")


def test_the_counts_are_those_of_the_run_that_follows(both: Catalogue) -> None:
    prepared(both)
    before, there = everything(both), listings(both)
    dry = taken(both, HUB, *some_rows(), dry_run=True)
    assert (everything(both), listings(both)) == (before, there)
    real = taken(both, HUB, *some_rows())
    assert dry.counts() == real.counts()
    assert dry.outcomes == real.outcomes
    assert real.added and real.changed and real.offered and real.withdrawn and real.duplicates_merged  # noqa: PT018  # one of each


def test_nothing_is_kept_but_its_own_record(both: Catalogue) -> None:
    dry = taken(both, HUB, *some_rows(), dry_run=True)
    assert dry.run is None
    with both.reading() as session:
        (run,) = session.exec(select(ImportRun))
    assert (run.id, run.dry_run, run.status) == (dry.tried, True, RunStatus.DONE)
    assert run.counts == dry.counts()
    assert len(run.outcomes) == len(dry.outcomes)
    assert everything(both) == [[]] * 5
    assert both.index.versions() == {}


def test_nobody_is_held_up_meanwhile(both: Catalogue) -> None:
    """Maureen writes while rows are tried: what she wrote is kept, and the rows are not."""

    def rows() -> Iterator[Row]:
        yield from (record(f"h{number}", name=f"Group {number} of many", row=number) for number in range(2, 600))
        with both.writing() as session:
            add_asset(session, CHOIR.model_copy(update={"name": "Written meanwhile"}), actor=MAUREEN)
        yield record("h600", row=600)

    report = import_rows(both, rows(), HUB, dry_run=True)
    assert (report.message, report.read) == (None, 599)
    assert [listing.name for listing in listings(both).values()] == ["Written meanwhile"]
