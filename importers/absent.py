"""Records that a source has no more: marked after a complete reading, withdrawn when they stay away.

Only a reading that came to its end and was about as long as what we hold says anything: a failed or a shorter one never
does. A corrected file of rejects, half a download or a feed that lost its pages withdraws nobody.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select, update

from directory.models import SourceRecord
from importers.fingerprints import Seen

SHORTER = 0.8
"""A reading with fewer than this share of the records that we hold of its source is shorter."""
GRACE = timedelta(days=14)
"""How long a record may be missing before it is withdrawn: feeds lose records for a day, and find them again."""
PAGE = 500


def is_complete(session: Session, source: str, seen: Seen) -> bool:
    """Whether so many records came that what did not come may be gone."""
    return seen.count >= SHORTER * count_held(session, source)


def is_known(session: Session, source: str) -> bool:
    """Whether there is any record of this source, withdrawn ones too."""
    return session.exec(select(SourceRecord.id).where(SourceRecord.source == source).limit(1)).first() is not None


def count_held(session: Session, source: str) -> int:
    """How many records of this source we hold that it has not withdrawn."""
    held = select(func.count()).select_from(SourceRecord)
    return session.exec(held.where(SourceRecord.source == source, col(SourceRecord.withdrawn).is_(False))).one()


def mark_missing(session: Session, source: str, seen: Seen, at: datetime) -> int:
    """Note of each record that did not come since when it is missing; how many there are now, old and new."""
    count = 0
    for records in _held(session, source):
        missing = [(identity, since) for identity, source_id, since in records if source_id not in seen]
        count += len(missing)
        if new := [identity for identity, since in missing if since is None]:
            session.exec(update(SourceRecord).where(col(SourceRecord.id).in_(new)).values(missing_since=at))
    return count


def overdue(session: Session, source: str, at: datetime, grace: timedelta) -> list[SourceRecord]:
    """The records that have been missing for longer than the grace period, some at a time; ask until there are none."""
    late = select(SourceRecord).where(
        SourceRecord.source == source,
        col(SourceRecord.withdrawn).is_(False),
        col(SourceRecord.missing_since) <= at - grace,
    )
    return list(session.exec(late.order_by(SourceRecord.id).limit(PAGE)))


def _held(session: Session, source: str) -> Iterator[Sequence[tuple[str, str, datetime | None]]]:
    """(id, id in the source, since when it is missing) of what the source has not withdrawn, some at a time."""
    last = ""
    while True:
        page = select(SourceRecord.id, SourceRecord.source_id, SourceRecord.missing_since).where(
            SourceRecord.source == source, col(SourceRecord.withdrawn).is_(False), SourceRecord.source_id > last
        )
        # In the order of the index of a source's records: by any other, every page would sort them all.
        records = session.exec(page.order_by(SourceRecord.source_id).limit(PAGE)).all()
        if not records:
            return
        yield records
        last = records[-1][1]
