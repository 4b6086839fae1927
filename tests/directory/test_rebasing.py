"""A change that was sent in, after the listing moved on."""

from sqlmodel import Session

from directory.assets import add_asset, change_asset
from directory.changes import get_change, propose_change
from directory.listing import Listing
from directory.rebasing import rebase_change

CHOIR = Listing(name="Walton Choir", description="We sing.", cost_text="£2")


def test_what_others_changed_since_stays(session: Session) -> None:
    choir = add_asset(session, CHOIR, actor="tests")
    sent = propose_change(session, choir, CHOIR.model_copy(update={"cost_text": "Free"}), by="sue@example.org")
    for url in ("https://a.example.org", "https://b.example.org"):
        change_asset(session, choir, CHOIR.model_copy(update={"url": url}), actor="tests")
    rebased = rebase_change(session, get_change(session, sent))
    assert rebased.listing == CHOIR.model_copy(update={"cost_text": "Free", "url": "https://b.example.org"})
    assert rebased.disputed is None


def test_what_both_changed_is_shown_from_both_sides(session: Session) -> None:
    choir = add_asset(session, CHOIR, actor="tests")
    sent = propose_change(session, choir, CHOIR.model_copy(update={"cost_text": "Free"}), by="sue@example.org")
    change_asset(
        session, choir, CHOIR.model_copy(update={"cost_text": "£3", "url": "https://a.example.org"}), actor="feed"
    )
    rebased = rebase_change(session, get_change(session, sent))
    assert rebased.disputed
    now, theirs = rebased.disputed
    assert (now.cost_text, theirs.cost_text) == ("£3", "Free")
    assert now.url is None
    assert rebased.listing.cost_text == "Free"


def test_a_change_that_is_said_already_changes_nothing(session: Session) -> None:
    choir = add_asset(session, CHOIR, actor="tests")
    free = CHOIR.model_copy(update={"cost_text": "Free"})
    sent = propose_change(session, choir, free, by="sue@example.org")
    change_asset(session, choir, free, actor="curator@example.org")
    assert rebase_change(session, get_change(session, sent)).changes_nothing
