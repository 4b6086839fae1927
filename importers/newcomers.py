"""New records: the id that each will have, and which services that are there each may be the same as."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from directory.assets import list_assets
from directory.duplicates.candidates import Candidate, Finder
from directory.models import Service, SourceRecord
from directory.models.base import derived_id
from importers.certainty import is_certain
from importers.incoming import Incoming

PAGE = 400


@dataclass(frozen=True)
class Newcomer:
    """A record with its id. `same` is the service that it surely describes too; `alike` those that it may."""

    record: Incoming
    own_id: str
    same: Candidate | None
    alike: Sequence[Candidate]


def recognised(session: Session, finder: Finder, source: str, records: Sequence[Incoming]) -> list[Newcomer]:
    """Each record with what it may be the same as, in order. What came before it in the same call counts as there."""
    ids = _own_ids(session, source, records)
    found = finder.find(session, [(ids[record.source_id], record.listing) for record in records])
    same = _certain(session, source, records, ids, found)
    return [Newcomer(record, own := ids[record.source_id], same.get(own), found.get(own, ())) for record in records]


def ends(newcomers: Iterable[Newcomer]) -> dict[str, str]:
    """Where each newcomer that is the same as another ends: that other may itself be the same as a third."""
    target = {one.own_id: one.same.service_id for one in newcomers if one.same}
    for own in target:
        while (beyond := target.get(target[own])) is not None:
            target[own] = beyond
    return target


def _own_ids(session: Session, source: str, records: Sequence[Incoming]) -> dict[str, str]:
    """The record's own id where it is a UUID that nobody has yet, else one derived from where it came from."""
    uuids = [record.uuid for record in records if record.uuid]
    taken: set[str] = set()
    for start in range(0, len(uuids), PAGE):
        some = uuids[start : start + PAGE]
        taken |= set(session.exec(select(Service.id).where(col(Service.id).in_(some))))
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
    wanted = sorted({candidates[0].service_id for candidates in found.values()} - coming.keys())
    listings = coming | {asset.id: asset.listing for asset in list_assets(session, wanted, staff=True)}
    ours = _of_source(session, source, wanted) | coming.keys()
    certain: dict[str, Candidate] = {}
    for own, candidates in found.items():
        best = candidates[0]
        other = listings.get(best.service_id)
        if other and is_certain(best.judgement, coming[own], other, same_source=best.service_id in ours):
            certain[own] = best
    return certain


def _of_source(session: Session, source: str, service_ids: Sequence[str]) -> set[str]:
    """Those of these services behind which a record of this source stands."""
    found: set[str] = set()
    for start in range(0, len(service_ids), PAGE):
        told = select(SourceRecord.service_id).where(
            SourceRecord.source == source, col(SourceRecord.service_id).in_(service_ids[start : start + PAGE])
        )
        found |= set(session.exec(told))
    return found
