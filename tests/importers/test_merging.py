"""Several keepers describe one choir: their records stand behind one listing, in whichever order they came."""

import pytest
from sqlmodel import select

from directory.catalogue import Catalogue
from directory.changes import list_waiting_changes, proposed_listing
from directory.kinds import Status
from directory.listing import Cost, Phone, Slot, Venue
from directory.models import PairStatus, SearchChange
from directory.search.indexing import check
from directory.sources import change_source
from importers.incoming import Incoming
from tests.harbourside import LIBRARY, WALTON_HALL
from tests.importers.keepers import (
    CHOIR,
    COUNCIL,
    HUB,
    MAUREEN,
    OSM,
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
    waiting,
)

TUESDAYS = (Slot(days=("TU",)),)
THURSDAYS = (Slot(days=("TH",)),)


def test_two_keepers_of_one_choir_make_one_listing_that_says_what_either_says(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", description="We sing.", cost_text="£2"), other("c2", "debt"))
    report = taken(both, HUB, record("h1", description="A choir.", alternate_name="The Walties", minimum_age=18))
    assert (report.duplicates_merged, report.added, report.duplicates_to_review) == (1, 0, 0)
    (outcome,) = report.outcomes
    assert (outcome.did, outcome.other) == ("merged", CHOIR.name)
    assert outcome.why
    asset_id = next(key for key, listing in listings(both).items() if listing.name == CHOIR.name)
    assert sources_of(both, asset_id) == [("council", "c1"), ("hub", "h1")]
    choir = listings(both)[asset_id]
    assert (choir.description, choir.cost_text) == ("We sing.", "£2")
    assert (choir.alternate_name, choir.minimum_age) == ("The Walties", 18)
    (pair,) = decided(both)
    assert (pair.status, pair.decided_by, pair.kept_id) == (PairStatus.SAME, "hub", asset_id)


@pytest.mark.parametrize("order", [(COUNCIL, HUB), (HUB, COUNCIL)], ids=["council first", "hub first"])
def test_the_keeper_whose_word_counts_more_is_believed_in_whichever_order_they_came(
    both: Catalogue, order: tuple[object, object]
) -> None:
    said = {
        "council": record("c1", description="The council's words", cost_text="£2"),
        "hub": record("h1", description="The hub's words", alternate_name="The Walties"),
    }
    for terms in order:
        taken(both, terms, said[terms.source], precedence=80 if terms is HUB else 60)  # type: ignore[arg-type, attr-defined]
    choir = only(both)
    assert (choir.description, choir.cost_text, choir.alternate_name) == ("The hub's words", "£2", "The Walties")


def test_both_keepers_are_heard_when_they_change_their_minds(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", description="We sing."))
    taken(both, HUB, record("h1", minimum_age=18))
    assert taken(both, HUB, record("h1", minimum_age=16)).changed == 1
    assert taken(both, COUNCIL, record("c1", description="We sing loudly.")).changed == 1
    assert (only(both).description, only(both).minimum_age) == ("We sing loudly.", 16)
    assert taken(both, COUNCIL, record("c1", minimum_age=21)).changed == 1
    assert (only(both).description, only(both).minimum_age) == (None, 21)
    assert taken(both, HUB, record("h1", minimum_age=16)).unchanged == 1


def test_a_curators_edit_survives_every_keeper_and_is_offered_when_disputed(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", description="We sing."))
    edited(both, only_id(both), description="Maureen's words")
    assert taken(both, HUB, record("h1", description="A choir.", minimum_age=18)).offered == 0
    assert (only(both).description, only(both).minimum_age) == ("Maureen's words", 18)
    report = taken(both, COUNCIL, record("c1", description="We sing loudly."))
    assert (report.changed, report.offered) == (1, 1)
    assert only(both).description == "Maureen's words"
    with both.reading() as session:
        (change,) = list_waiting_changes(session)
    assert (proposed_listing(change).description, change.proposed_by) == ("We sing loudly.", "council")


def test_precedence_holds_from_the_next_change_on(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", description="The council's words"))
    taken(both, HUB, record("h1", description="The hub's words"))
    with both.writing() as session:
        change_source(session, "hub", precedence=90)
    assert only(both).description == "The council's words"
    report = taken(both, HUB, record("h1", description="The hub's words", minimum_age=18))
    assert (report.changed, report.offered) == (1, 0)
    assert (only(both).description, only(both).minimum_age) == ("The hub's words", 18)


def test_the_words_of_a_keeper_that_came_to_count_less_do_not_stand_as_somebodys_edit(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", description="The council's words"))
    taken(both, HUB, record("h1", description="The hub's words"))
    with both.writing() as session:
        change_source(session, "hub", precedence=90)
    report = taken(both, HUB, record("h1", description="The hub's newer words"))
    assert (report.changed, report.offered) == (1, 0)
    assert only(both).description == "The hub's newer words"


def test_what_a_curator_chose_of_a_lesser_keepers_words_stays(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", description="The council's words"))
    taken(both, HUB, record("h1", description="The hub's words"))
    edited(both, only_id(both), description="The hub's words")
    taken(both, COUNCIL, record("c1", description="The council's words", minimum_age=18))
    assert (only(both).description, only(both).minimum_age) == ("The hub's words", 18)


@pytest.mark.parametrize("order", [(COUNCIL, OSM), (OSM, COUNCIL)], ids=["council first", "map first"])
def test_words_that_must_stay_apart_are_lent_to_nobody_and_borrow_none(
    both: Catalogue, order: tuple[object, object]
) -> None:
    said = {
        "council": record("c1", description="The council's words"),
        "osm": record(
            "node/1", description="The map's words", alternate_name="The map's name", url="https://m.example.org"
        ),
    }
    for terms in order:
        taken(both, terms, said[terms.source])  # type: ignore[arg-type, attr-defined]
    choir = only(both)
    assert (choir.description, choir.alternate_name, choir.url) == ("The council's words", None, None)
    assert sources_of(both, only_id(both)) == [("council", "c1"), ("osm", "node/1")]
    # What the map says alone, it says whole.
    taken(both, COUNCIL, gone("c1"), incremental=True)
    choir = only(both)
    assert (choir.status, choir.description, choir.alternate_name) == (
        Status.ACTIVE,
        "The map's words",
        "The map's name",
    )


def test_a_map_that_counts_most_takes_no_words_from_the_council(both: Catalogue) -> None:
    taken(both, OSM, record("node/1", description="The map's words"), precedence=90)
    taken(both, COUNCIL, record("c1", description="The council's words", alternate_name="The Walties"))
    assert (only(both).description, only(both).alternate_name) == ("The map's words", None)


def test_three_keepers_stand_behind_one_listing(both: Catalogue) -> None:
    for terms, source_id in ((COUNCIL, "c1"), (HUB, "h1"), (OSM, "node/1")):
        taken(both, terms, record(source_id))
    assert sources_of(both, only_id(both)) == [("council", "c1"), ("hub", "h1"), ("osm", "node/1")]
    for terms, source_id in ((COUNCIL, "c1"), (HUB, "h1"), (OSM, "node/1")):
        assert taken(both, terms, record(source_id)).unchanged == 1


def test_two_records_of_one_keeper_are_two_where_they_say_different_things(both: Catalogue) -> None:
    report = taken(both, COUNCIL, record("c1", description="For beginners"), record("c2", description="For old hands"))
    assert (report.added, report.duplicates_merged, report.duplicates_to_review) == (2, 0, 1)
    (pair,) = waiting(both)
    assert {pair.left_id, pair.right_id} == set(listings(both))


def test_two_records_of_one_keeper_do_not_both_become_the_others_one(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1"))
    rows = (record("h1", description="For beginners"), record("h2", description="For old hands"))
    report = taken(both, HUB, *rows)
    assert (report.duplicates_merged, report.added, report.duplicates_to_review) == (1, 1, 1)
    assert len(listings(both)) == 2


def test_the_same_name_in_the_same_room_on_other_days_is_another_group(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", times=TUESDAYS))
    report = taken(both, HUB, record("h1", times=THURSDAYS))
    assert (report.added, report.duplicates_merged, report.duplicates_to_review) == (1, 0, 1)


def test_of_groups_of_one_name_each_is_found_by_its_day(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1", times=TUESDAYS), record("c2", times=THURSDAYS))
    report = taken(both, HUB, record("h1", times=THURSDAYS), record("h2", times=TUESDAYS))
    assert (report.duplicates_merged, report.added) == (2, 0)
    found = {listing.times: sources_of(both, key) for key, listing in listings(both).items()}
    assert found[TUESDAYS] == [("council", "c1"), ("hub", "h2")]
    assert found[THURSDAYS] == [("council", "c2"), ("hub", "h1")]


def test_different_services_of_one_organisation_at_one_address_are_two(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1"))
    report = taken(both, HUB, record("h1", name="Knitting and natter"))
    assert (report.added, report.duplicates_merged) == (1, 0)


def test_one_service_at_two_venues_is_two(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1"))
    report = taken(both, HUB, record("h1", venues=(LIBRARY,)))
    assert (report.added, report.duplicates_merged) == (1, 0)


def test_a_chain_with_one_number_is_not_one_place(both: Catalogue) -> None:
    elsewhere = Venue(name="Crosby Hall", address="40 Sandy Road", town="Crosby", postcode="L23 5TE")
    taken(both, COUNCIL, record("c1"))
    report = taken(both, HUB, record("h1", venues=(elsewhere,)), record("h2", venues=(LIBRARY,)))
    assert (report.added, report.duplicates_merged) == (2, 0)


def test_a_newcomer_is_set_beside_what_somebody_wrote_here(both: Catalogue) -> None:
    from directory.assets import add_asset

    with both.writing() as session:
        asset_id = add_asset(session, CHOIR.model_copy(update={"description": "By hand"}), actor=MAUREEN)
    report = taken(both, COUNCIL, record("c1", description="We sing.", minimum_age=18))
    assert (report.duplicates_merged, report.offered) == (1, 0), (
        "what stands is not asked to change by whoever joins it"
    )
    assert (only_id(both), only(both).description, only(both).minimum_age) == (asset_id, "By hand", 18)


def test_an_id_that_the_world_knows_is_kept_and_given_once(both: Catalogue) -> None:
    known = "0b7a3f6e-93a1-4d0e-8a55-2f4f3c1a9d10"
    rows = [Incoming(2, "c1", CHOIR, uuid=known), Incoming(3, "c2", other("x", "debt").listing, uuid=known)]
    assert taken(both, COUNCIL, *rows).added == 2
    assert known in listings(both)


def test_one_record_of_two_that_are_merged_counts_once(both: Catalogue) -> None:
    """Two records of one source behind one service go together: one service is withdrawn, not two."""
    report = taken(both, COUNCIL, record("c1"), record("c2"))
    assert (report.added, report.duplicates_merged) == (1, 1)
    gone_now = taken(both, COUNCIL, gone("c1"), gone("c2"), incremental=True)
    assert gone_now.withdrawn == 1
    assert only(both).status is Status.WITHDRAWN


def test_everything_is_found_by_searching_at_the_end(both: Catalogue) -> None:
    taken(both, COUNCIL, record("c1"), other("c2", "debt"), other("c3", "sheds"))
    taken(both, HUB, record("h1", minimum_age=18), other("h2", "debt", phones=(Phone(number="0151 496 0009"),)))
    taken(both, COUNCIL, record("c1", costs=(Cost(amount=2),)), other("c2", "debt"), other("c3", "sheds"))
    with both.reading() as session:
        assert session.exec(select(SearchChange)).all() == []
    assert check(both.database, both.index) == []


def test_walton_hall_is_where_the_choir_sings() -> None:
    """The records of these tests meet in one room, so that any matcher takes them for the same."""
    assert CHOIR.venues == (WALTON_HALL,)
