"""A service worked out before anybody opens the database is what it would have been when it was added there."""

import pickle
from datetime import UTC, datetime

from sqlmodel import Session

from directory.additions import Addition
from directory.assets import add_assets, get_asset
from directory.duplicates.profiles import read_profiles, records_of
from directory.history import list_revisions
from directory.listing import Listing
from directory.models.base import new_id
from tests.directory.test_rows import BARE, WHOLE
from tests.harbourside import LISTINGS

AT = datetime(2026, 11, 2, tzinfo=UTC)


def test_it_can_be_sent_and_says_the_same(session: Session) -> None:
    for listing in (WHOLE, BARE, *LISTINGS.values()):
        made = Addition.of(new_id(), listing, AT, session.get_bind().dialect)
        sent = pickle.loads(pickle.dumps(made))  # noqa: S301 - as one process sends it to another
        assert (sent.said, sent.profile, sent.listing) == (made.said, made.profile, listing)
        assert {table: len(rows) for table, rows in sent.rows.items()} == {
            table: len(rows) for table, rows in made.rows.items()
        }


def test_all_of_it_is_there_once_it_is_added(session: Session) -> None:
    coming = {new_id(): listing for listing in (WHOLE, BARE)}
    dialect = session.get_bind().dialect
    add_assets(session, [Addition.of(key, listing, AT, dialect) for key, listing in coming.items()], actor="hub")
    for key, listing in coming.items():
        assert get_asset(session, key, staff=True).listing == listing
        (revision,) = list_revisions(session, key)
        assert revision.after is not None
        assert (revision.before, Listing.model_validate(revision.after)) == (None, listing)
        assert read_profiles(session, [key]) == {key: records_of(key, listing)}
