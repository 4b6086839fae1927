"""Runs on both databases: three-way merging, offering, undoing, and a report whose sum is right."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlmodel import select

from directory.assets import change_asset, count_assets, each_asset, find_asset
from directory.catalogue import Catalogue
from directory.changes import list_waiting_changes, proposed_listing
from directory.errors import Invalid, NotFound, Unavailable
from directory.history import list_revisions
from directory.listing import Listing
from directory.models import ImportRun, RunStatus
from importers.incoming import Incoming, Rejected, SourceFailed
from importers.locks import only_run_of
from importers.report import Report
from importers.run import BATCH, Row, Terms, import_rows
from importers.undo import get_run, list_runs, undo_run

HUB = Terms(source="hub", format="csv", origin="f.csv", actor="curator")


def row(number: int, **said: object) -> Incoming:
    return Incoming(number, f"id{number}", Listing.model_validate({"name": f"Group {number}", **said}))


def taken(catalogue: Catalogue, *rows: Row, dry_run: bool = False) -> Report:
    report = import_rows(catalogue, rows, HUB, dry_run=dry_run)
    parts = report.added + report.changed + report.unchanged + report.duplicates_merged + report.rejected
    assert report.read == parts
    return report


def edited(catalogue: Catalogue, **said: object) -> str:
    """Somebody here changes the one asset."""
    with catalogue.writing() as session:
        (asset,) = each_asset(session)
        change_asset(session, asset.id, asset.listing.model_copy(update=said), actor="maureen@example.org")
    return asset.id


def only(catalogue: Catalogue) -> Listing:
    with catalogue.reading() as session:
        (asset,) = each_asset(session, staff=True)
    return asset.listing


def test_the_same_again_changes_nothing(both: Catalogue) -> None:
    assert taken(both, row(1), row(2)).added == 2
    again = taken(both, row(1), row(2))
    assert (again.unchanged, again.changed) == (2, 0)


def test_what_the_source_says_anew_is_taken(both: Catalogue) -> None:
    taken(both, row(1, cost_text="£1"))
    report = taken(both, row(1, cost_text="£2"))
    assert report.changed == 1
    assert [outcome.differences for outcome in report.outcomes] == [(("Cost", "£1", "£2"),)]
    assert only(both).cost_text == "£2"


def test_an_edit_here_and_another_field_there_both_stand(both: Catalogue) -> None:
    taken(both, row(1, cost_text="£1"))
    edited(both, description="Edited by Maureen")
    assert taken(both, row(1, cost_text="£2")).offered == 0
    assert (only(both).description, only(both).cost_text) == ("Edited by Maureen", "£2")


def test_an_edit_here_is_never_overwritten_but_offered_a_change(both: Catalogue) -> None:
    taken(both, row(1, cost_text="£1"))
    edited(both, cost_text="£1.50")
    report = taken(both, row(1, cost_text="£2"))
    assert (report.changed, report.offered) == (1, 1)
    assert only(both).cost_text == "£1.50"
    with both.reading() as session:
        (change,) = list_waiting_changes(session)
    assert proposed_listing(change).cost_text == "£2"


def test_an_edit_here_survives_the_same_file_again(both: Catalogue) -> None:
    taken(both, row(1, cost_text="£1"))
    edited(both, cost_text="£1.50")
    assert taken(both, row(1, cost_text="£1")).unchanged == 1
    assert only(both).cost_text == "£1.50"


def test_a_dry_run_counts_and_keeps_nothing(both: Catalogue) -> None:
    taken(both, row(1, cost_text="£1"))
    dry = taken(both, row(1, cost_text="£2"), row(2), Rejected(3, "name", "Enter a name"), dry_run=True)
    assert (dry.run, dry.added, dry.changed, dry.rejected) == (None, 1, 1, 1)
    assert only(both).cost_text == "£1"
    with both.reading() as session:
        assert len(list_runs(session)) == 1


def test_a_dry_run_goes_on_over_many_batches(both: Catalogue) -> None:
    rows = [row(number) for number in range(1, 2 * BATCH + 6)]
    assert taken(both, *rows, dry_run=True).added == 2 * BATCH + 5
    with both.reading() as session:
        assert count_assets(session) == 0


def test_undo_takes_out_what_came_and_puts_back_what_was(both: Catalogue) -> None:
    first = taken(both, row(1, cost_text="£1"))
    second = taken(both, row(1, cost_text="£2"), row(2))
    with both.writing() as session:
        undone = undo_run(session, (second.run or "")[:8], actor="curator")
    assert (undone.taken_out, undone.put_back, undone.kept) == (1, 1, 0)
    assert undone.sentence() == "1 taken out, 1 put back as they were."
    assert only(both).cost_text == "£1"
    # Only what was undone comes in again.
    assert taken(both, row(1, cost_text="£2"), row(2)).counts()["changed"] == 1
    with both.writing() as session, pytest.raises(Invalid, match="undone before"):
        undo_run(session, second.run or "", actor="curator")
    with both.reading() as session:
        assert get_run(session, first.run or "").status is RunStatus.DONE


def test_undo_keeps_what_somebody_changed_since(both: Catalogue) -> None:
    run = taken(both, row(1, cost_text="£1")).run or ""
    asset_id = edited(both, cost_text="£1.50")
    with both.writing() as session:
        assert undo_run(session, run, actor="curator").kept == 1
    with both.reading() as session:
        assert find_asset(session, asset_id)
        assert [revision.actor for revision in list_revisions(session, asset_id)] == ["maureen@example.org", "hub"]


def test_a_run_that_is_none(both: Catalogue) -> None:
    with both.writing() as session, pytest.raises(NotFound):
        undo_run(session, "%", actor="curator")


def test_a_source_that_breaks_off_leaves_whole_batches_and_says_why(both: Catalogue) -> None:
    def rows() -> Iterator[Row]:
        yield from (row(number) for number in range(1, BATCH + 6))
        raise SourceFailed("Page 3 did not answer.")

    report = import_rows(both, rows(), HUB)
    assert report.added == BATCH + 5
    assert report.as_json()["message"] == "Page 3 did not answer."
    with both.reading() as session:
        assert count_assets(session) == BATCH + 5
        assert get_run(session, report.run or "").status is RunStatus.FAILED


def test_a_crash_keeps_the_batches_before_it_and_the_next_run_goes_on(both: Catalogue) -> None:
    def rows() -> Iterator[Row]:
        yield from (row(number) for number in range(1, BATCH + 1))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_rows(both, rows(), HUB)
    with both.reading() as session:
        assert count_assets(session) == BATCH
        assert [run.status for run in list_runs(session)] == [RunStatus.FAILED]
    again = taken(both, *(row(number) for number in range(1, BATCH + 3)))
    assert (again.unchanged, again.added) == (BATCH, 2)


def test_a_run_that_was_killed_is_ended_by_the_next(both: Catalogue) -> None:
    with both.writing() as session:
        killed = ImportRun(source="hub", format="csv", origin="f", started_at=datetime(2026, 11, 1, tzinfo=UTC))
        session.add(killed)
    taken(both, row(1))
    with both.reading() as session:
        ended = session.exec(select(ImportRun).where(ImportRun.id == killed.id)).one()
    assert (ended.status, ended.message) == (RunStatus.FAILED, "It was stopped before its end.")


def test_two_runs_of_one_source_cannot_interleave(both: Catalogue) -> None:
    with only_run_of(both.settings.data_dir, "hub"), pytest.raises(Unavailable, match="Another import of hub"):
        taken(both, row(1))


def test_the_report_of_the_contract(both: Catalogue) -> None:
    rejects = [
        Rejected(number, "name", "Enter a name for this service", {"id": str(number)}) for number in range(2, 27)
    ]
    document = taken(both, row(1), *rejects).as_json()
    names = "run source format read added changed unchanged withdrawn duplicates_merged duplicates_to_review rejected rejects seconds"
    assert set(names.split()) <= set(document)
    assert (document["read"], document["rejected"], len(document["rejects"])) == (26, 25, 20)
    assert document["rejects"][0] == {"row": 2, "field": "name", "message": "Enter a name for this service"}
    with both.reading() as session:
        assert len(get_run(session, document["run"]).rejects) == 25
