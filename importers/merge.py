"""Records that are new to us, or say something else than when they were last read, into the catalogue.

A new record becomes a service; or stands beside the one that it surely describes too; or becomes a service and waits
with its likeness for a curator. A known one changes its service, but never what somebody here has edited.
"""

import json
import time
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from directory.assets import add_assets, change_assets
from directory.changes import propose_change
from directory.duplicates.candidates import Finder
from directory.duplicates.pairs import hold_pair, note_merge
from directory.kinds import Status
from directory.listing import Listing
from directory.matching.judgement import Judgement
from directory.models import Service, SourceRecord
from directory.models.base import id_beside
from directory.rows import insert_rows
from directory.together import Together
from importers.arrival import Arranging, Arrival
from importers.incoming import Gone
from importers.newcomers import Newcomer, ends, recognised

PAGE = 400
Coming = tuple[Arrival | Gone, str]
"""A record and its fingerprint."""


@dataclass(frozen=True)
class Reading:
    """The run in which records are read: who says so, when, and under what licence."""

    run_id: str
    source: str
    actor: str
    at: datetime
    licence: str | None = None


@dataclass(frozen=True)
class Merged:
    """What became of one record: `did` is added, changed, unchanged or merged; the listing before and after a change.

    `offered`: a change waits for a curator because somebody had edited the same part. `held`: it waits with a likeness.
    `other` is the name of what it was merged or waits with, and `why` what speaks for it.
    """

    did: str
    before: Listing | None = None
    after: Listing | None = None
    offered: bool = False
    held: bool = False
    withdrawn: bool = False
    other: str = ""
    why: tuple[str, ...] = ()


class Merger:
    """Takes records in for one run, some hundreds at a time."""

    def __init__(self, reading: Reading, finder: Finder, arranging: Arranging, *, is_first: bool = False) -> None:
        """`is_first`: nothing of this source was ever read before, and no id comes twice: none need be looked for."""
        self._is_first = is_first
        self._arranging = arranging
        self._reading = reading
        self._finder = finder
        self.matching_seconds = 0.0
        """How long it took so far to find out what new records may be the same as."""

    def take(self, session: Session, coming: Sequence[Coming]) -> list[Merged]:
        """What became of each, in order. No id of the source comes twice."""
        known = self._known(session, (record.source_id for record, _ in coming))
        new = [record for record, _ in coming if isinstance(record, Arrival) and record.source_id not in known]
        began = time.perf_counter()
        told = recognised(session, self._finder, self._arranging, new)
        newcomers = {one.record.source_id: one for one in told}
        self.matching_seconds += time.perf_counter() - began
        joining = ends(newcomers.values())
        did = self._add(session, [(newcomers[r.source_id], p) for r, p in coming if r.source_id in newcomers], joining)
        did |= {r.source_id: Merged("unchanged") for r, _ in coming if isinstance(r, Gone) and r.source_id not in known}
        services = {record.source_id: record.service_id for record in known.values()}
        services |= {source_id: joining[one.own_id] for source_id, one in newcomers.items() if one.own_id in joining}
        together = Together(session, services.values())
        beside = []
        for record, print_ in coming:
            if record.source_id in known:
                self._rewrite(session, known[record.source_id], record, print_)
            elif record.source_id in services:
                one = newcomers[record.source_id]
                beside.append(self._values(one.record, print_, services[record.source_id]))
        insert_rows(session, SourceRecord, beside)
        # What joins a listing fills in what it leaves open; where the two differ, nobody asks to change what stands.
        changed = self._publish(session, together, offering={record.service_id for record in known.values()})
        for record, _ in coming:
            if record.source_id in services:
                service_id = services[record.source_id]
                changes = changed[service_id]
                newcomer = newcomers.get(record.source_id)
                did[record.source_id] = _joined(changes, newcomer) if newcomer else changes
                # Of several records behind one service the first tells what became of it.
                changed[service_id] = replace(changes, offered=False, withdrawn=False)
        return [did[record.source_id] for record, _ in coming]

    def withdraw(self, session: Session, records: Sequence[SourceRecord]) -> int:
        """Their source has had these no more for long enough; how many services that withdraws."""
        together = Together(session, [record.service_id for record in records])
        for record in records:
            # So that undoing this run finds them: they said then what they say now.
            record.run_id, record.before, record.withdrawn = self._reading.run_id, record.listing, True
            session.add(record)
        published = self._publish(session, together, offering={record.service_id for record in records})
        return sum(merged.withdrawn for merged in published.values())

    def _known(self, session: Session, source_ids: Iterable[str]) -> dict[str, SourceRecord]:
        every, found = [] if self._is_first else list(source_ids), dict[str, SourceRecord]()
        for start in range(0, len(every), PAGE):
            some = col(SourceRecord.source_id).in_(every[start : start + PAGE])
            records = select(SourceRecord).where(SourceRecord.source == self._reading.source, some)
            found |= {record.source_id: record for record in session.exec(records)}
        return found

    def _add(
        self, session: Session, newcomers: Sequence[tuple[Newcomer, str]], joining: dict[str, str]
    ) -> dict[str, Merged]:
        """Add those that are the same as nothing that is there; what became of them, by their ids in the source."""
        added = [(one, print_) for one, print_ in newcomers if one.own_id not in joining]
        additions = [one.record.addition for one, _ in added]
        add_assets(session, additions, actor=self._reading.actor, run_id=self._reading.run_id)
        rows = [self._values(one.record, print_, one.own_id) for one, print_ in added]
        insert_rows(session, SourceRecord, rows)
        for one, _ in newcomers:
            if one.same:
                self._note(session, one, one.same.judgement, joining[one.own_id])
        return {one.record.source_id: self._held(session, one, joining) for one, _ in added}

    def _note(self, session: Session, one: Newcomer, judgement: Judgement, kept_id: str) -> None:
        note_merge(
            session,
            one.own_id,
            kept_id,
            judgement,
            model_version=self._finder.model_version,
            run_id=self._reading.run_id,
            by=self._reading.actor,
        )

    def _held(self, session: Session, one: Newcomer, joining: dict[str, str]) -> Merged:
        """Added; and it waits for a curator with each service that it may be the same as, the likeliest first."""
        added = Merged("added")
        version, run_id = self._finder.model_version, self._reading.run_id
        for candidate in one.alike:
            other = joining.get(candidate.service_id, candidate.service_id)
            judged = candidate.judgement
            if other == one.own_id:
                continue
            waits = hold_pair(session, one.own_id, other, judged, model_version=version, run_id=run_id)
            if waits and not added.held:
                name = session.exec(select(Service.name).where(Service.id == other)).first()
                added = replace(added, held=True, other=name or "", why=tuple(judged.reasons))
        return added

    def _values(self, record: Arrival, print_: str, service_id: str) -> dict[str, Any]:
        reading, own_id = self._reading, record.addition.id
        return {
            "id": id_beside(self._arranging.derived_id(record.source_id), "record"),
            "source": reading.source,
            "source_id": record.source_id,
            "service_id": service_id,
            "own_id": own_id,
            "run_id": reading.run_id,
            "added_run_id": reading.run_id,
            "fingerprint": print_,
            "listing": record.addition.said,
            "licence": reading.licence,
            "retrieved_at": reading.at,
            "raw": dict(record.raw),
        }

    def _rewrite(self, session: Session, known: SourceRecord, record: Arrival | Gone, print_: str) -> None:
        if isinstance(record, Gone) and known.withdrawn:
            return
        reading = self._reading
        known.run_id, known.licence, known.retrieved_at = reading.run_id, reading.licence, reading.at
        known.before, known.missing_since, known.fingerprint = known.listing, None, print_
        known.withdrawn = isinstance(record, Gone)
        if isinstance(record, Arrival):
            known.raw, known.listing = dict(record.raw), json.loads(record.addition.said)
        session.add(known)

    def _publish(self, session: Session, together: Together, offering: Set[str]) -> dict[str, Merged]:
        """By service what its sources' new words changed; what somebody here has edited is offered instead."""
        reading, settled = self._reading, together.settled(session)
        published = {key: listing for key, (listing, _) in settled.items()}
        done = change_assets(session, published, actor=reading.actor, run_id=reading.run_id)
        found: dict[str, Merged] = {}
        for key, (listing, disputed) in settled.items():
            offer = disputed if key in offering else None
            if offer is not None:
                propose_change(session, key, offer, by=reading.actor, note="The source says otherwise")
            withdrawn = key in done and listing.status is Status.WITHDRAWN
            did = "changed" if key in done or offer is not None else "unchanged"
            found[key] = Merged(did, together.ours[key], listing, offer is not None, withdrawn=withdrawn)
        return found


def _joined(changed: Merged, newcomer: Newcomer) -> Merged:
    """What became of a new record that stands beside the ones of a service that was there."""
    why = tuple(newcomer.same.judgement.reasons) if newcomer.same else ()
    name = changed.before.name if changed.before else ""
    return Merged("merged", changed.before, changed.after, offered=changed.offered, other=name, why=why)
