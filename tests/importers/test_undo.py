"""Taking runs back: what merged, was held, changed and withdrawn is as it was, and importing again does it again."""

import time

from sqlmodel import select

from directory.assets import count_assets
from directory.catalogue import Catalogue
from directory.changes import list_waiting_changes
from directory.duplicates.merging import merge_pair, part_pair
from directory.duplicates.pairs import decide_different
from directory.kinds import Status
from directory.models import DuplicatePair, SourceRecord
from directory.search.indexing import check
from tests.importers.keepers import (
    CHOIR,
    COUNCIL,
    HUB,
    MAUREEN,
    OSM,
    choirs,
    decided,
    edited,
    gone,
    listings,
    only,
    only_id,
    other,
    record,
    sources_of,
    taken,
    undone,
    waiting,
)


def test_a_run_that_merged_is_taken_back(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", description="We sing."))
    before = listings(both)
    run = taken(both, HUB, record("h1", minimum_age=18), other("h2", "debt"))
    assert (run.duplicates_merged, run.added) == (1, 1)
    back = undone(both, run)
    assert (back.taken_out, back.put_back, back.kept) == (1, 1, 0)
    assert listings(both) == before
    assert sources_of(both, only_id(both)) == [("council", "c1")]
    assert (waiting(both), decided(both)) == ([], [])
    again = taken(both, HUB, record("h1", minimum_age=18), other("h2", "debt"))
    assert (again.duplicates_merged, again.added) == (1, 1)
    assert check(both.database, both.index) == []


def test_of_two_runs_behind_one_service_the_first_is_taken_back_and_the_second_stays(both: Catalogue) -> None:
    first = taken(both, COUNCIL, record("c1", description="The council's words", cost_text="£2"))
    taken(both, HUB, record("h1", description="The hub's words", minimum_age=18))
    asset_id = only_id(both)
    undone(both, first)
    assert only_id(both) == asset_id
    assert sources_of(both, asset_id) == [("hub", "h1")]
    assert (only(both).description, only(both).minimum_age, only(both).cost_text) == ("The hub's words", 18, None)
    # And what was taken back comes to the same place again.
    again = taken(both, COUNCIL, record("c1", description="The council's words", cost_text="£2"))
    assert (again.rejected, again.duplicates_merged) == (0, 1)
    assert only_id(both) == asset_id
    assert (only(both).cost_text, only(both).minimum_age) == ("£2", 18)


def test_an_edit_stays_when_one_of_two_keepers_is_taken_back(both: Catalogue) -> None:
    first = taken(both, COUNCIL, record("c1", description="The council's words", cost_text="£2"))
    taken(both, HUB, record("h1", description="The hub's words"))
    edited(both, only_id(both), description="Maureen's words")
    undone(both, first)
    assert (only(both).description, only(both).cost_text) == ("Maureen's words", None)


def test_both_keepers_taken_back_leave_nothing_in_either_order(both: Catalogue) -> None:
    for order in ((0, 1), (1, 0)):
        runs = [taken(both, COUNCIL, record("c1")), taken(both, HUB, record("h1", minimum_age=18))]
        for place in order:
            undone(both, runs[place])
        assert listings(both) == {}
        with both.reading() as session:
            assert session.exec(select(SourceRecord)).all() == []
            assert session.exec(select(DuplicatePair)).all() == []


def test_what_was_held_waits_no_more_and_is_held_again(both: Catalogue) -> None:
    rows = (record("c1", description="For beginners"), record("c2", description="For old hands"))
    run = taken(both, COUNCIL, *rows)
    ids = set(listings(both))
    assert len(waiting(both)) == 1
    undone(both, run)
    assert (waiting(both), listings(both)) == ([], {})
    assert taken(both, COUNCIL, *rows).duplicates_to_review == 1
    assert set(listings(both)) == ids


def test_what_a_run_changed_says_again_what_it_said_run_by_run(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", cost_text="£1"))
    runs = [taken(both, COUNCIL, record("c1", cost_text=text)) for text in ("£2", "£3")]
    undone(both, runs[1])
    assert only(both).cost_text == "£2"
    undone(both, runs[0])
    assert only(both).cost_text == "£1"
    again = taken(both, COUNCIL, record("c1", cost_text="£2"))
    assert (again.changed, only(both).cost_text) == (1, "£2")


def test_an_edit_between_two_runs_that_are_taken_back_stays_an_edit(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", cost_text="£1"))
    edited(both, only_id(both), description="Maureen's words")
    for run in [taken(both, COUNCIL, record("c1", cost_text=text)) for text in ("£2", "£3")][::-1]:
        undone(both, run)
    assert (only(both).cost_text, only(both).description) == ("£1", "Maureen's words")
    report = taken(both, COUNCIL, record("c1", cost_text="£2", description="We sing."))
    assert (report.offered, only(both).cost_text, only(both).description) == (1, "£2", "Maureen's words")


def test_what_was_offered_is_offered_no_more(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", cost_text="£1"))
    edited(both, only_id(both), cost_text="£1.50")
    run = taken(both, COUNCIL, record("c1", cost_text="£2"))
    assert run.offered == 1
    undone(both, run)
    with both.reading() as session:
        assert list_waiting_changes(session) == []
    assert only(both).cost_text == "£1.50"
    assert taken(both, COUNCIL, record("c1", cost_text="£2")).offered == 1


def test_a_tombstone_is_taken_back(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1"))
    run = taken(both, COUNCIL, gone("c1"), incremental=True)
    assert only(both).status is Status.WITHDRAWN
    undone(both, run)
    assert only(both).status is Status.ACTIVE
    assert taken(both, COUNCIL, gone("c1"), incremental=True).withdrawn == 1


def test_a_coming_back_is_taken_back(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1"))
    taken(both, COUNCIL, gone("c1"), incremental=True)
    run = taken(both, COUNCIL, record("c1", minimum_age=18))
    undone(both, run)
    assert (only(both).status, only(both).minimum_age) == (Status.WITHDRAWN, None)
    taken(both, COUNCIL, record("c1"))
    assert only(both).status is Status.ACTIVE


def test_a_decision_that_two_are_not_the_same_outlives_the_run(both: Catalogue) -> None:
    rows = (record("c1", description="For beginners"), record("c2", description="For old hands"))
    run = taken(both, COUNCIL, *rows)
    (pair,) = waiting(both)
    with both.writing() as session:
        decide_different(session, pair.id, by=MAUREEN)
    undone(both, run)
    assert taken(both, COUNCIL, *rows).duplicates_to_review == 0
    later = (record("c1"), record("c2"))
    assert taken(both, COUNCIL, *later).duplicates_to_review == 0
    assert (waiting(both), len(listings(both))) == ([], 2)


def test_what_a_curator_merged_is_parted_when_one_of_them_goes(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", times=[{"days": ["TU"]}], description="We sing."))
    before = listings(both)
    run = taken(both, HUB, record("h1", times=[{"days": ["TH"]}], minimum_age=18))
    (pair,) = waiting(both)
    for kept in (pair.left_id, pair.right_id):
        with both.writing() as session:
            merge_pair(session, pair.id, by=MAUREEN, kept_id=kept)
        assert only_id(both) == kept
        undone(both, run)
        assert listings(both) == before
        run = taken(both, HUB, record("h1", times=[{"days": ["TH"]}], minimum_age=18))


def test_what_a_curator_parted_goes_with_its_run(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1"))
    before = listings(both)
    run = taken(both, HUB, record("h1", minimum_age=18))
    (pair,) = decided(both)
    with both.writing() as session:
        part_pair(session, pair.id, by=MAUREEN)
    assert len(listings(both)) == 2
    undone(both, run)
    assert listings(both) == before
    assert taken(both, HUB, record("h1", minimum_age=18)).rejected == 0


def test_what_a_curator_parted_and_edited_is_kept(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1"))
    run = taken(both, HUB, record("h1", minimum_age=18))
    (pair,) = decided(both)
    with both.writing() as session:
        part_pair(session, pair.id, by=MAUREEN)
    edited(both, pair.left_id if pair.kept_id == pair.right_id else pair.right_id, description="Maureen's words")
    assert undone(both, run).kept == 1
    assert len(listings(both)) == 2


def test_undo_then_import_gives_the_same_ids(both: Catalogue) -> None:
    rows = (record("c1"), other("c2", "debt"), other("c3", "sheds"))
    run = taken(both, COUNCIL, *rows)
    ids = set(listings(both))
    undone(both, run)
    assert listings(both) == {}
    assert taken(both, COUNCIL, *rows).added == 3
    assert set(listings(both)) == ids


def test_a_map_taken_back_leaves_the_council_as_it_was(both: Catalogue) -> None:
    run = taken(both, OSM, record("node/1", alternate_name="The map's name"))
    taken(both, COUNCIL, record("c1", description="We sing."))
    undone(both, run)
    assert sources_of(both, only_id(both)) == [("council", "c1")]
    assert (only(both).name, only(both).description, only(both).alternate_name) == (CHOIR.name, "We sing.", None)


def test_two_thousand_records_are_taken_back_in_seconds(both: Catalogue) -> None:
    run = taken(both, COUNCIL, *choirs(2_000))
    assert run.added + run.duplicates_merged == 2_000
    started = time.process_time()
    assert undone(both, run).taken_out == run.added
    assert time.process_time() - started < 10
    with both.reading() as session:
        assert count_assets(session) == 0
    assert both.index.versions() == {}
