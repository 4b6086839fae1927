"""Two services that are one, merged by a curator and parted again: nothing that anybody wrote is lost."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session

from directory.assets import add_asset, change_asset, each_asset, find_asset, get_asset
from directory.changes import list_waiting_changes, propose_change
from directory.clock import now
from directory.duplicates.merging import list_merged_into, merge_pair, part_pair, successor_of, successors_of
from directory.duplicates.pairs import decide_different, get_pair, hold_pair, list_waiting_pairs, pair_id
from directory.errors import Invalid, NotFound
from directory.history import list_revisions
from directory.listing import Listing, kept
from directory.matching.judgement import Decision, Judgement
from directory.models import ImportRun, PairStatus, SourceRecord
from directory.provenance import list_source_records
from directory.sources import keep_source
from directory.together import Together
from tests.harbourside import LISTINGS

MAUREEN = "maureen@example.org"
LIKELY = Judgement(0.7, Decision.PERHAPS, ("names alike",))
AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
CHOIR = LISTINGS["choir"]


def choir(**said: object) -> Listing:
    return Listing.model_validate({"name": "Walton Waterfront Choir", **said})


def by_hand(session: Session, **said: object) -> str:
    return add_asset(session, choir(**said), actor=MAUREEN)


def of_source(session: Session, source: str, **said: object) -> str:
    """A service made of a record of this source."""
    keep_source(session, source, licence=None, precedence=60)
    run = ImportRun(source=source, format="csv", origin="f.csv", started_at=AT)
    session.add(run)
    session.flush()
    asset_id = add_asset(session, choir(**said), actor=source, run_id=run.id)
    record = SourceRecord(
        source=source,
        source_id=asset_id,
        service_id=asset_id,
        own_id=asset_id,
        run_id=run.id,
        added_run_id=run.id,
        fingerprint="",
        listing=kept(choir(**said)) or {},
        retrieved_at=AT,
    )
    session.add(record)
    session.flush()
    return asset_id


def says_anew(session: Session, own_id: str, **said: object) -> None:
    """The source of what was once this service says something else: the service behind which it stands follows."""
    (record,) = [
        one for asset in each_asset(session) for one in list_source_records(session, asset.id) if one.own_id == own_id
    ]
    together = Together(session, [record.service_id])
    record.listing, record.retrieved_at = kept(choir(**said)) or {}, now() + timedelta(seconds=1)
    session.add(record)
    published, _ = together.settled(session)[record.service_id]
    change_asset(session, record.service_id, published, actor=record.source, run_id=record.run_id)


def edit(session: Session, asset_id: str, **said: object) -> None:
    listing = get_asset(session, asset_id, staff=True).listing
    change_asset(session, asset_id, listing.model_copy(update=said), actor=MAUREEN)


def held(session: Session, one: str, other: str) -> str:
    hold_pair(session, one, other, LIKELY, model_version="1", run_id=None)
    return pair_id(one, other)


def merged(session: Session, kept_id: str, gone_id: str) -> str:
    identity = held(session, kept_id, gone_id)
    merge_pair(session, identity, by=MAUREEN, kept_id=kept_id)
    return identity


def everything(session: Session) -> dict[str, tuple[Listing, list[str]]]:
    """What each listing says, and the records behind it."""
    return {
        asset.id: (asset.listing, sorted(one.own_id for one in list_source_records(session, asset.id)))
        for asset in each_asset(session, staff=True)
    }


@pytest.fixture(params=["the first is kept", "the second is kept"])
def order(request: pytest.FixtureRequest) -> slice:
    return slice(None, None, 1 if request.param == "the first is kept" else -1)


def test_one_says_what_either_said_and_both_sources_stand_behind_it(session: Session, order: slice) -> None:
    council = of_source(session, "council", description="We sing.", cost_text="£2")
    hub = of_source(session, "hub", description="A choir.", alternate_name="The Walties")
    kept_id, gone_id = [council, hub][order]
    merged(session, kept_id, gone_id)
    listing = get_asset(session, kept_id).listing
    assert (listing.cost_text, listing.alternate_name) == ("£2", "The Walties")
    assert listing.description == ("We sing." if kept_id == council else "A choir.")
    assert {record.source for record in list_source_records(session, kept_id)} == {"council", "hub"}
    assert find_asset(session, gone_id, staff=True) is None
    assert successor_of(session, gone_id) == kept_id
    assert successor_of(session, kept_id) is None


def test_parted_each_is_as_it_was(session: Session, order: slice) -> None:
    council = of_source(session, "council", description="We sing.")
    hub = of_source(session, "hub", description="A choir.", alternate_name="The Walties")
    before = everything(session)
    kept_id, gone_id = [council, hub][order]
    identity = merged(session, kept_id, gone_id)
    part_pair(session, identity, by=MAUREEN)
    assert everything(session) == before
    assert get_pair(session, identity).status is PairStatus.WAITING
    assert successor_of(session, gone_id) is None


def test_what_was_written_here_goes_with_it_and_comes_back(session: Session, order: slice) -> None:
    council, hand = of_source(session, "council", description="We sing."), by_hand(session, cost_text="£2")
    edit(session, council, alternate_name="Maureen's name for it")
    before = everything(session)
    kept_id, gone_id = [council, hand][order]
    identity = merged(session, kept_id, gone_id)
    listing = get_asset(session, kept_id).listing
    assert (listing.alternate_name, listing.cost_text, listing.description) == (
        "Maureen's name for it",
        "£2",
        "We sing.",
    )
    part_pair(session, identity, by=MAUREEN)
    assert everything(session) == before


def test_two_that_were_written_here(session: Session) -> None:
    one, other = by_hand(session, cost_text="£2"), by_hand(session, description="By hand")
    before = everything(session)
    identity = merged(session, one, other)
    assert get_asset(session, one).listing == choir(cost_text="£2", description="By hand")
    part_pair(session, identity, by=MAUREEN)
    assert everything(session) == before


def test_parted_after_its_source_has_changed_it_says_the_new_and_keeps_the_edit(session: Session) -> None:
    council, hub = of_source(session, "council"), of_source(session, "hub", description="A choir.")
    edit(session, hub, alternate_name="Maureen's name for it")
    identity = merged(session, council, hub)
    says_anew(session, hub, description="A better choir.", cost_text="£3")
    assert get_asset(session, council).description == "A better choir."
    part_pair(session, identity, by=MAUREEN)
    again = get_asset(session, hub).listing
    assert (again.description, again.cost_text) == ("A better choir.", "£3")
    assert again.alternate_name == "Maureen's name for it"


def test_an_edit_after_the_merge_stays_when_they_are_parted(session: Session) -> None:
    council, hub = of_source(session, "council"), of_source(session, "hub", cost_text="£3")
    identity = merged(session, council, hub)
    edit(session, council, description="Written after")
    part_pair(session, identity, by=MAUREEN)
    kept_listing = get_asset(session, council).listing
    assert (kept_listing.description, kept_listing.cost_text) == ("Written after", None)


def test_of_three_the_second_takes_with_it_what_had_been_merged_into_it(session: Session) -> None:
    council, hub, map_ = (of_source(session, name, alternate_name=name) for name in ("council", "hub", "map"))
    before = everything(session)
    inner = merged(session, hub, map_)
    between = everything(session)
    outer = merged(session, council, hub)
    assert {record.source for record in list_source_records(session, council)} == {"council", "hub", "map"}
    assert (successor_of(session, map_), successors_of(session, [map_, hub, council])) == (
        council,
        {map_: council, hub: council},
    )
    with pytest.raises(Invalid, match="The one that was kept has gone since"):
        part_pair(session, inner, by=MAUREEN)
    part_pair(session, outer, by=MAUREEN)
    assert everything(session) == between
    part_pair(session, inner, by=MAUREEN)
    assert everything(session) == before


def test_of_two_of_one_name_that_were_merged_each_takes_its_own_words_away(session: Session) -> None:
    council = of_source(session, "council")
    hub, map_ = of_source(session, "hub", cost_text="£3"), of_source(session, "map")
    merged(session, council, hub)
    second = merged(session, council, map_)
    part_pair(session, second, by=MAUREEN)
    assert get_asset(session, council).cost_text == "£3"
    assert [pair.kept_id for pair in list_merged_into(session, council)] == [council]


def test_a_pair_that_waits_passes_to_the_one_that_is_kept(session: Session) -> None:
    one, other, third = (by_hand(session, cost_text=text) for text in ("£1", "£2", "£3"))
    held(session, other, third)
    merged(session, one, other)
    (waiting,) = list_waiting_pairs(session)
    assert waiting.id == pair_id(one, third)


def test_what_a_partner_sent_in_about_the_one_that_goes_waits_no_more(session: Session) -> None:
    one, other = by_hand(session), by_hand(session, cost_text="£2")
    propose_change(session, other, choir(cost_text="£3"), by="sue@example.org")
    merged(session, one, other)
    assert list_waiting_changes(session) == []


def test_history_tells_of_it(session: Session) -> None:
    one, other = by_hand(session, cost_text="£1"), by_hand(session, description="By hand")
    merged(session, one, other)
    assert list_revisions(session, one)[0].reason == "Found to be the same as Walton Waterfront Choir"
    gone = list_revisions(session, other)[0]
    assert (gone.after, gone.actor) == (None, MAUREEN)


def test_only_one_of_the_two_can_be_kept(session: Session) -> None:
    identity = held(session, by_hand(session), by_hand(session))
    with pytest.raises(Invalid, match="Choose which of the two is kept") as refusal:
        merge_pair(session, identity, by=MAUREEN, kept_id="a third")
    assert refusal.value.field == "kept_id"


def test_it_is_decided_once(session: Session) -> None:
    one, other = by_hand(session), by_hand(session)
    identity = held(session, one, other)
    decide_different(session, identity, by=MAUREEN)
    with pytest.raises(Invalid, match="decided about this pair already"):
        merge_pair(session, identity, by=MAUREEN, kept_id=one)
    with pytest.raises(Invalid, match="were not merged"):
        part_pair(session, identity, by=MAUREEN)
    with pytest.raises(NotFound, match="no such pair"):
        part_pair(session, "none", by=MAUREEN)
