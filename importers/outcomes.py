"""What a run did to one record, in words for the dry run."""

from directory.differences import differences
from importers.incoming import Incoming
from importers.merge import Merged
from importers.report import Outcome


def outcome_of(row: Incoming, merged: Merged) -> Outcome:
    """The outcome with what differs; for a new record there is nothing to differ from."""
    changed = differences(merged.before, merged.after) if merged.before and merged.after else ()
    words = tuple((change.part, change.was, change.now) for change in changed)
    return Outcome(row.row, row.listing.name, merged.did, words)
