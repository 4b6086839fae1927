"""What a run did to one record, in words for whoever looks at the run."""

from directory.differences import differences
from importers.arrival import Arrival
from importers.incoming import Gone
from importers.merge import Merged
from importers.report import Outcome


def outcome_of(row: Arrival | Gone, merged: Merged) -> Outcome:
    """The outcome with what differs; for a new record there is nothing to differ from."""
    changed = differences(merged.before, merged.after) if merged.before and merged.after else ()
    words = tuple((change.part, change.was, change.now) for change in changed)
    name = row.name if isinstance(row, Arrival) else merged.after.name if merged.after else row.source_id
    return Outcome(row.row, name, merged.did, words, merged.held, row.source_id, merged.other, merged.why)
