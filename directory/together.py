"""What the sources of services say together, before and after they come to say something else.

What somebody here has edited is told from what the sources said together before, and stays.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set

from sqlmodel import Session, col, select

from directory.assets import list_assets
from directory.combining import combined
from directory.kinds import Status
from directory.listing import Listing
from directory.models import RecordSource, Revision, SourceRecord
from directory.reconciling import changed_parts, disputed_parts, with_parts
from directory.sources import list_sources, say_together

PAGE = 400
UNSAID = Listing(name="Said by no source", status=Status.DRAFT)
"""What sources say of a listing that has none: so that all that it says was written here."""


class Together:
    """Make one before the records of these services change; ask it afterwards. `ours` are the listings as they stand."""

    def __init__(self, session: Session, service_ids: Iterable[str]) -> None:
        ids = list(dict.fromkeys(service_ids))
        self._sources = {source.name: source for source in list_sources(session)}
        self.ours = {asset.id: asset.listing for asset in list_assets(session, ids, staff=True)}
        self._before = self._as_published(session)

    def settled(self, session: Session) -> dict[str, tuple[Listing, Listing | None]]:
        """By service what to publish now, and what to offer where both sides changed the same part (None: nothing)."""
        session.flush()
        now = self._said(session, lambda ours: ours)
        return {key: three_ways(self._before[key], ours, now[key]) for key, ours in self.ours.items()}

    def _said(self, session: Session, otherwise: Callable[[Listing], Listing]) -> dict[str, Listing]:
        records = _records(session, self.ours)
        return {key: _combined(self._sources, records[key], otherwise(ours)) for key, ours in self.ours.items()}

    def _as_published(self, session: Session) -> dict[str, Listing]:
        """What the sources said before; where they would say it otherwise now, because some came to count more or
        less, what was published of their words."""
        said = self._said(session, lambda _: UNSAID)
        differing = {key: changed_parts(said[key], ours) for key, ours in self.ours.items() if said[key] is not UNSAID}
        by_runs = _parts_by_runs(session, {key: parts for key, parts in differing.items() if parts})
        return said | {key: with_parts(said[key], self.ours[key], parts) for key, parts in by_runs.items()}


def three_ways(base: Listing, ours: Listing, theirs: Listing) -> tuple[Listing, Listing | None]:
    """What to publish, and what to offer when both sides changed the same field (None: nothing to offer).

    A field that only one side changed since `base` is taken from that side; where both did, ours stays.
    """
    changed, disputed = changed_parts(base, theirs), disputed_parts(base, ours, theirs)
    published = with_parts(ours, theirs, changed - disputed)
    return published, with_parts(ours, theirs, changed) if disputed else None


def _combined(sources: Mapping[str, RecordSource], records: Iterable[SourceRecord], otherwise: Listing) -> Listing:
    said = say_together(sources, records)
    return combined(said) if said else otherwise


def _parts_by_runs(session: Session, wanted: Mapping[str, Set[str]]) -> dict[str, Set[str]]:
    """Of these parts of services those that a run, and nobody since, made what they are, or nobody ever touched."""
    by_people: dict[str, set[str]] = defaultdict(set)
    undecided = {key: set(parts) for key, parts in wanted.items()}
    ids = list(undecided)
    for start in range(0, len(ids), PAGE):
        history = select(Revision).where(col(Revision.service_id).in_(ids[start : start + PAGE]))
        for revision in session.exec(history.order_by(col(Revision.sequence).desc(), Revision.id)):
            before, after = revision.before or {}, revision.after or {}
            left = undecided[revision.service_id]
            made = {name for name in left if before.get(name) != after.get(name)}
            left -= made
            if not revision.run_id:
                by_people[revision.service_id] |= made
    return {key: parts - by_people[key] for key, parts in wanted.items()}


def _records(session: Session, service_ids: Iterable[str]) -> dict[str, list[SourceRecord]]:
    ids = list(service_ids)
    found: dict[str, list[SourceRecord]] = defaultdict(list)
    for start in range(0, len(ids), PAGE):
        records = select(SourceRecord).where(col(SourceRecord.service_id).in_(ids[start : start + PAGE]))
        for record in session.exec(records):
            found[record.service_id].append(record)
    return found
