"""New records: the id that each will have, and which services that are there each may be the same as."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from directory.assets import list_assets
from directory.duplicates.candidates import Candidate, Finder
from directory.listing import Listing
from directory.models import Service, SourceRecord
from directory.models.base import derived_id
from importers.certainty import is_certain, may_be_certain
from importers.incoming import Incoming

PAGE = 400


@dataclass(frozen=True)
class Newcomer:
    """A record with its id. `same` is the service that it surely describes too; `alike` those that it may.

    `is_there`: its own service is, kept by another's record when an earlier run of this source was taken back.
    """

    record: Incoming
    own_id: str
    same: Candidate | None
    alike: Sequence[Candidate]
    is_there: bool = False


def recognised(session: Session, finder: Finder, source: str, records: Sequence[Incoming]) -> list[Newcomer]:
    """Each record with what it may be the same as, in order. What came before it in the same call counts as there."""
    ids = _own_ids(session, source, records)
    found = finder.find(session, [(ids[record.source_id], record.listing) for record in records])
    same, there = _certain(session, source, records, ids, found), _there(session, list(ids.values()))
    return [
        Newcomer(record, own, None, (), is_there=True)
        if (own := ids[record.source_id]) in there
        else Newcomer(record, own, same.get(own), found.get(own, ()))
        for record in records
    ]


def ends(newcomers: Iterable[Newcomer]) -> dict[str, str]:
    """Where each newcomer that is the same as another ends: that other may itself be the same as a third."""
    every = list(newcomers)
    target = {one.own_id: one.same.service_id for one in every if one.same}
    for own in target:
        while (beyond := target.get(target[own])) is not None:
            target[own] = beyond
    return target | {one.own_id: one.own_id for one in every if one.is_there}


def _own_ids(session: Session, source: str, records: Sequence[Incoming]) -> dict[str, str]:
    """The record's own id where it is a UUID that nobody has yet, else one derived from where it came from."""
    uuids = [record.uuid for record in records if record.uuid]
    taken = _there(session, uuids)
    for start in range(0, len(uuids), PAGE):
        some = uuids[start : start + PAGE]
        taken |= set(session.exec(select(SourceRecord.own_id).where(col(SourceRecord.own_id).in_(some))))
    return {
        record.source_id: record.uuid
        if record.uuid and record.uuid not in taken
        else derived_id("service", source, record.source_id)
        for record in records
    }


def _certain(
    session: Session,
    source: str,
    records: Sequence[Incoming],
    ids: Mapping[str, str],
    found: Mapping[str, Sequence[Candidate]],
) -> dict[str, Candidate]:
    """The likeliest service for each that surely is the same, by the newcomer's id."""
    coming = {ids[record.source_id]: record.listing for record in records}
    likely = {own: [one for one in candidates if may_be_certain(one.judgement)] for own, candidates in found.items()}
    wanted = sorted({one.service_id for candidates in likely.values() for one in candidates} - coming.keys())
    listings = coming | {asset.id: asset.listing for asset in list_assets(session, wanted, staff=True)}
    ours = _of_source(session, source, wanted)
    for own, listing in coming.items():
        ours[own].append(listing)
    certain: dict[str, Candidate] = {}
    for own in coming:
        for one in likely.get(own, ()):
            other = listings.get(one.service_id)
            if other and is_certain(one.judgement, coming[own], other, ours[one.service_id]):
                certain[own] = one
                # From now on this one too stands behind it.
                ours[one.service_id].append(coming[own])
                break
    return certain


def _there(session: Session, service_ids: Sequence[str]) -> set[str]:
    """Those of these services that there are."""
    found: set[str] = set()
    for start in range(0, len(service_ids), PAGE):
        some = col(Service.id).in_(service_ids[start : start + PAGE])
        found |= set(session.exec(select(Service.id).where(some)))
    return found


def _of_source(session: Session, source: str, service_ids: Sequence[str]) -> defaultdict[str, list[Listing]]:
    """What the records of this source say that stand behind these services."""
    found: defaultdict[str, list[Listing]] = defaultdict(list)
    for start in range(0, len(service_ids), PAGE):
        told = select(SourceRecord.service_id, SourceRecord.listing).where(
            SourceRecord.source == source, col(SourceRecord.service_id).in_(service_ids[start : start + PAGE])
        )
        for service_id, listing in session.exec(told):
            found[service_id].append(Listing.model_validate(listing))
    return found
