"""New records: the id that each will have, and which services that are there each may be the same as."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from directory.assets import list_assets
from directory.duplicates.candidates import Candidate, Finder
from directory.listing import Listing
from directory.models import Service, SourceRecord
from importers.arrival import Arranging, Arrival
from importers.certainty import is_certain, may_be_certain

PAGE = 400


@dataclass(frozen=True)
class Newcomer:
    """A record with its id. `same` is the service that it surely describes too; `alike` those that it may.

    `is_there`: its own service is, kept by another's record when an earlier run of this source was taken back.
    """

    record: Arrival
    same: Candidate | None
    alike: Sequence[Candidate]
    is_there: bool = False

    @property
    def own_id(self) -> str:
        """The id of the service that it is, or would be."""
        return self.record.addition.id


def recognised(session: Session, finder: Finder, arranging: Arranging, records: Sequence[Arrival]) -> list[Newcomer]:
    """Each record with what it may be the same as, in order. What came before it in the same call counts as there."""
    records = _under_ids_of_their_own(session, records, arranging)
    found = finder.find(session, [record.addition.profile for record in records])
    same, there = (
        _certain(session, arranging.source, records, found),
        _there(session, [one.addition.id for one in records]),
    )
    return [
        Newcomer(record, None, (), is_there=True)
        if (own := record.addition.id) in there
        else Newcomer(record, same.get(own), found.get(own, ()))
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


def _under_ids_of_their_own(session: Session, records: Sequence[Arrival], arranging: Arranging) -> Sequence[Arrival]:
    """Each under its UUID where it has one that nobody has yet, else under an id derived from where it came from."""
    uuids = [record.uuid for record in records if record.uuid]
    taken = _there(session, uuids)
    for start in range(0, len(uuids), PAGE):
        some = uuids[start : start + PAGE]
        taken |= set(session.exec(select(SourceRecord.own_id).where(col(SourceRecord.own_id).in_(some))))
    if not taken:
        return records
    return [
        arranging.again(record, record.source_id, arranging.derived_id(record.source_id))
        if record.uuid in taken
        else record
        for record in records
    ]


def _certain(
    session: Session,
    source: str,
    records: Sequence[Arrival],
    found: Mapping[str, Sequence[Candidate]],
) -> dict[str, Candidate]:
    """The likeliest service for each that surely is the same, by the newcomer's id."""
    likely = {own: [one for one in candidates if may_be_certain(one.judgement)] for own, candidates in found.items()}
    likely = {own: candidates for own, candidates in likely.items() if candidates}
    others = {one.service_id for candidates in likely.values() for one in candidates}
    involved = others | likely.keys()
    coming = {one.addition.id: one.listing for one in records if one.addition.id in involved}
    wanted = sorted(others - coming.keys())
    listings = coming | {asset.id: asset.listing for asset in list_assets(session, wanted, staff=True)}
    ours = _of_source(session, source, wanted)
    for own, listing in coming.items():
        ours[own].append(listing)
    certain: dict[str, Candidate] = {}
    for own, candidates in likely.items():
        for one in candidates:
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
        # Whose they are is asked here: the database would rather go through all records of the source.
        told = select(SourceRecord.service_id, SourceRecord.source, SourceRecord.listing).where(
            col(SourceRecord.service_id).in_(service_ids[start : start + PAGE])
        )
        for service_id, whose, listing in session.exec(told):
            if whose == source:
                found[service_id].append(Listing.model_validate(listing))
    return found
