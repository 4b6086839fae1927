"""What sources say together before and after they change, and what somebody here has edited meanwhile."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from directory.assets import add_asset, change_asset, get_asset
from directory.listing import Listing, kept
from directory.models import ImportRun, SourceRecord
from directory.sources import change_source, keep_source
from directory.together import Together, three_ways

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
MAUREEN = "maureen@example.org"
TEXTS = st.one_of(st.none(), st.sampled_from(["one", "two", "three"]))
LISTINGS = st.builds(lambda a, b: choir(description=a, cost_text=b), TEXTS, TEXTS)


def choir(**said: object) -> Listing:
    return Listing.model_validate({"name": "Walton Waterfront Choir", **said})


def from_source(session: Session, source: str, listing: Listing, asset_id: str | None = None) -> SourceRecord:
    """A record of a source, with the service that it is unless it stands behind another."""
    keep_source(session, source, licence=None, precedence=60)
    run = ImportRun(source=source, format="csv", origin="f.csv", started_at=AT)
    session.add(run)
    session.flush()
    own = asset_id or add_asset(session, listing, actor=source, run_id=run.id)
    record = SourceRecord(
        source=source,
        source_id="1",
        service_id=own,
        own_id=own if asset_id is None else f"{source}-own",
        run_id=run.id,
        added_run_id=run.id,
        fingerprint="",
        listing=kept(listing) or {},
        retrieved_at=AT,
    )
    session.add(record)
    session.flush()
    return record


def settled_after(session: Session, record: SourceRecord, listing: Listing) -> tuple[Listing, Listing | None]:
    together = Together(session, [record.service_id])
    record.listing = kept(listing) or {}
    session.add(record)
    return together.settled(session)[record.service_id]


@given(LISTINGS, LISTINGS, LISTINGS)
def test_each_part_comes_from_the_side_that_changed_it(base: Listing, ours: Listing, theirs: Listing) -> None:
    published, offered = three_ways(base, ours, theirs)
    disputed = False
    for part in ("description", "cost_text"):
        was, mine, yours = (getattr(one, part) for one in (base, ours, theirs))
        wanted = mine if mine != was else yours
        assert getattr(published, part) == wanted
        disputed |= mine != was and yours not in (was, mine)
    assert (offered is not None) == disputed


@given(LISTINGS, LISTINGS)
def test_what_nobody_here_edited_follows_its_source(base: Listing, theirs: Listing) -> None:
    assert three_ways(base, base, theirs) == (theirs, None)
    assert three_ways(base, theirs, base) == (theirs, None)


def test_a_change_of_the_source_is_published(session: Session) -> None:
    record = from_source(session, "council", choir(description="We sing."))
    assert settled_after(session, record, choir(description="We shout.")) == (choir(description="We shout."), None)


def test_an_edit_stays_and_the_change_is_offered(session: Session) -> None:
    record = from_source(session, "council", choir(description="We sing.", cost_text="£1"))
    edited = choir(description="Maureen's words", cost_text="£1")
    change_asset(session, record.service_id, edited, actor=MAUREEN)
    published, offered = settled_after(session, record, choir(description="We shout.", cost_text="£2"))
    assert published == choir(description="Maureen's words", cost_text="£2")
    assert offered == choir(description="We shout.", cost_text="£2")


def test_a_source_of_which_nothing_is_left_changes_nothing(session: Session) -> None:
    record = from_source(session, "council", choir(description="We sing."))
    together = Together(session, [record.service_id])
    session.delete(record)
    assert together.settled(session)[record.service_id] == (choir(description="We sing."), None)


def test_what_was_written_here_counts_as_edited_when_its_first_source_comes(session: Session) -> None:
    asset_id = add_asset(session, choir(description="By hand"), actor=MAUREEN)
    together = Together(session, [asset_id])
    from_source(session, "council", choir(description="We sing.", cost_text="£1"), asset_id)
    published, offered = together.settled(session)[asset_id]
    assert published == choir(description="By hand", cost_text="£1")
    assert offered == choir(description="We sing.", cost_text="£1")


def test_a_source_that_came_to_count_more_is_no_edit(session: Session) -> None:
    council = from_source(session, "council", choir(description="Council"))
    hub = from_source(session, "hub", choir(description="Hub"), council.service_id)
    change_source(session, "hub", precedence=90)
    published, offered = settled_after(session, hub, choir(description="Hub", cost_text="£1"))
    assert (published, offered) == (choir(description="Hub", cost_text="£1"), None)


def test_what_somebody_chose_of_the_lesser_words_is_an_edit(session: Session) -> None:
    council = from_source(session, "council", choir(description="Council"))
    from_source(session, "hub", choir(description="Hub"), council.service_id)
    change_asset(session, council.service_id, choir(description="Hub"), actor=MAUREEN)
    published, offered = settled_after(session, council, choir(description="Council", cost_text="£1"))
    assert (published, offered) == (choir(description="Hub", cost_text="£1"), None)


def test_services_that_are_gone_are_left_out(session: Session) -> None:
    together = Together(session, ["never there"])
    assert together.settled(session) == {}


def test_many_at_once(session: Session) -> None:
    records = [from_source(session, f"source{number}", choir(cost_text=f"£{number}")) for number in range(5)]
    together = Together(session, [record.service_id for record in records])
    for record in records[:2]:
        record.listing = kept(choir(cost_text="Free")) or {}
    settled = together.settled(session)
    costs = [settled[record.service_id][0].cost_text for record in records]
    assert costs == ["Free", "Free", "£2", "£3", "£4"]
    assert get_asset(session, records[0].service_id).cost_text == "£0"
