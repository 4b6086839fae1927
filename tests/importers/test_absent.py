"""Records that a source has no more: missing, withdrawn when they stay away, there again when they come back."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select
from time_machine import travel

from directory.catalogue import Catalogue
from directory.kinds import Status
from directory.models import SourceRecord
from importers import run
from importers.incoming import Incoming, Rejected, SourceFailed
from importers.run import Row, import_rows
from tests.importers.keepers import COUNCIL, HUB, MAUREEN, choirs, edited, gone, listings, only, record, taken, undone

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
GROUPS = choirs(10)
FEWER = GROUPS[:-1]
LOST = GROUPS[-1]


def on_day(catalogue: Catalogue, day: int, *rows: Row, **changed: object) -> run.Report:
    """The council's records, as they were read so many days after the first."""
    with travel(START + timedelta(days=day), tick=True):
        return taken(catalogue, COUNCIL, *rows, **changed)


def status_of(catalogue: Catalogue, one: Incoming) -> Status:
    (found,) = [listing for listing in listings(catalogue).values() if listing.name == one.listing.name]
    return found.status


def missing(catalogue: Catalogue) -> set[str]:
    with catalogue.reading() as session:
        records = session.exec(select(SourceRecord)).all()
    return {one.source_id for one in records if one.missing_since and not one.withdrawn}


def test_a_record_that_stays_away_is_missing_then_withdrawn_once_and_there_again_when_it_comes(both: Catalogue) -> None:
    on_day(both, 0, *GROUPS)
    first = on_day(both, 1, *FEWER)
    assert (first.missing, first.withdrawn, first.unchanged) == (1, 0, 9)
    assert (missing(both), status_of(both, LOST)) == ({LOST.source_id}, Status.ACTIVE)
    assert on_day(both, 14, *FEWER).withdrawn == 0
    late = on_day(both, 16, *FEWER)
    assert (late.withdrawn, status_of(both, LOST)) == (1, Status.WITHDRAWN)
    assert on_day(both, 40, *FEWER).withdrawn == 0
    back = on_day(both, 41, *GROUPS)
    assert (back.changed, back.unchanged) == (1, 9)
    assert (status_of(both, LOST), missing(both)) == (Status.ACTIVE, set())


def test_a_record_that_comes_back_in_time_was_never_away(both: Catalogue) -> None:
    on_day(both, 0, *GROUPS)
    on_day(both, 1, *FEWER)
    assert on_day(both, 10, *GROUPS).unchanged == 10
    on_day(both, 11, *FEWER)
    assert on_day(both, 16, *FEWER).withdrawn == 0


def test_a_withdrawal_is_taken_back_and_happens_again(both: Catalogue) -> None:
    on_day(both, 0, *GROUPS)
    on_day(both, 1, *FEWER)
    late = on_day(both, 16, *FEWER)
    undone(both, late)
    assert status_of(both, LOST) is Status.ACTIVE
    assert on_day(both, 17, *FEWER).withdrawn == 1
    assert status_of(both, LOST) is Status.WITHDRAWN


def test_a_shorter_reading_says_nothing_of_what_it_lacks(both: Catalogue) -> None:
    on_day(both, 0, *GROUPS)
    assert on_day(both, 1, *GROUPS[:7]).missing == 0
    assert on_day(both, 1).missing == 0
    assert on_day(both, 30, *GROUPS[:7]).withdrawn == 0
    assert missing(both) == set()


def test_a_failed_reading_says_nothing_of_what_it_lacks(both: Catalogue) -> None:
    on_day(both, 0, *GROUPS)

    def rows() -> object:
        yield from FEWER
        raise SourceFailed("Page 3 did not answer.")

    for _ in range(2):
        report = import_rows(both, rows(), COUNCIL)  # type: ignore[arg-type]  # a generator of rows
        assert (report.missing, report.withdrawn) == (0, 0)
    assert missing(both) == set()


def test_a_reading_of_changes_alone_says_nothing_of_what_it_lacks(both: Catalogue) -> None:
    on_day(both, 0, *GROUPS)
    assert on_day(both, 1, *FEWER, incremental=True).missing == 0
    assert missing(both) == set()


def test_a_corrected_file_of_rejects_withdraws_nobody(both: Catalogue) -> None:
    on_day(both, 0, *FEWER, Rejected(12, "postcode", "Enter a postcode", {"id": LOST.source_id}))
    assert on_day(both, 1, LOST).added == 1
    on_day(both, 30, LOST)
    assert (missing(both), status_of(both, GROUPS[0])) == (set(), Status.ACTIVE)


@pytest.mark.parametrize("column", ["id", "Charity number"])
def test_a_record_whose_row_was_refused_is_not_gone(both: Catalogue, column: str) -> None:
    on_day(both, 0, *GROUPS)
    refused = Rejected(11, "postcode", "Enter a postcode", {column: LOST.source_id, "name": "X"})
    for day in (1, 30):
        report = on_day(both, day, *FEWER, refused)
        assert (report.missing, report.withdrawn, report.rejected) == (0, 0, 1)


def test_more_refused_rows_than_are_kept_withdraw_nobody(both: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importers.report.REJECTS_KEPT", 1)
    on_day(both, 0, *GROUPS)
    rejects = (Rejected(11, None, "Unreadable", {"id": "x"}), Rejected(12, None, "Unreadable", {"id": LOST.source_id}))
    assert on_day(both, 1, *FEWER, *rejects).missing == 0


def test_tombstones(both: Catalogue) -> None:
    on_day(both, 0, record("c1"))
    first = on_day(both, 1, gone("c1"), gone("never there"), incremental=True)
    assert (first.changed, first.unchanged, first.withdrawn) == (1, 1, 1)
    assert only(both).status is Status.WITHDRAWN
    again = on_day(both, 2, gone("c1"), gone("never there"), incremental=True)
    assert (again.unchanged, again.withdrawn) == (2, 0)
    assert on_day(both, 3, record("c1"), incremental=True).changed == 1
    assert only(both).status is Status.ACTIVE


def test_what_another_source_still_describes_is_not_withdrawn(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", description="The council's words"))
    taken(both, HUB, record("h1", minimum_age=18))
    report = taken(both, COUNCIL, gone("c1"), incremental=True)
    assert report.withdrawn == 0
    assert (only(both).status, only(both).description, only(both).minimum_age) == (Status.ACTIVE, None, 18)
    assert taken(both, HUB, gone("h1"), incremental=True).withdrawn == 1
    assert only(both).status is Status.WITHDRAWN


def test_an_edit_stays_when_its_source_goes_and_comes(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1"))
    (asset_id,) = listings(both)
    edited(both, asset_id, description=f"{MAUREEN} wrote this")
    taken(both, COUNCIL, gone("c1"), incremental=True)
    taken(both, COUNCIL, record("c1"))
    assert (only(both).status, only(both).description) == (Status.ACTIVE, f"{MAUREEN} wrote this")
