"""Which services of the catalogue may be the same as a listing that comes in: looked up by keys, then judged."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import func
from sqlmodel import Session, col, select

from directory.duplicates.pairs import decided_different
from directory.duplicates.profiles import read_profiles, records_of
from directory.listing import Listing
from directory.matching.blocking import keys_of
from directory.matching.frequencies import NameFrequencies
from directory.matching.judgement import Decision, Judgement
from directory.matching.matcher import Matcher
from directory.matching.model import MODEL_VERSION, MatchModel
from directory.matching.record import MatchRecord
from directory.models import MatchKey, Service

PAGE = 400
MOST_SHARING = 60
"""Services under one key above which the key tells nothing by itself: others of the record's keys will be rarer."""
NAMES_COUNTED = 50_000
"""Names by which it is known how common words are; ids are random, and so these are any."""

Records = tuple[MatchRecord, ...]


@dataclass(frozen=True)
class Candidate:
    """A service, and what was judged of it and a listing: the nearest of their venues counts."""

    service_id: str
    judgement: Judgement


@dataclass
class _Looked:
    """What is looked for at once: by the ids of the asking."""

    records: dict[str, Records] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=dict)


class Finder:
    """Finds candidates in one catalogue while a run goes on; keep one for the run.

    It also remembers what it was asked about, so that two listings of one run find each other even before the first
    of them is written, or where, in a dry run, nothing ever is.
    """

    def __init__(self, session: Session, model: MatchModel) -> None:
        some = select(Service.name).order_by(Service.id).limit(NAMES_COUNTED)
        self.model_version = f"{MODEL_VERSION}.{model.decisions}"
        self._frequencies = NameFrequencies.of(session.exec(some))
        self._counted = self._frequencies.names
        self._matcher = Matcher(model, self._frequencies)
        self._frequent: set[str] = set()
        self._asked: _Overlay = _Overlay()

    def find(self, session: Session, listings: Sequence[tuple[str, Listing]]) -> dict[str, list[Candidate]]:
        """For each (id that it would have, listing) the services that may be the same, likeliest first.

        Decision is `same` or `perhaps`; what somebody once decided to be different is left out. A listing finds those
        that were asked about before it in the same call.
        """
        asked = self._looked(listings)
        pairs = list(dict.fromkeys(self._pairs(session, asked)))
        known = self._asked.records | read_profiles(
            session, (other for _, other in pairs if other not in self._asked.records)
        )
        different = decided_different(session, pairs)
        compared = [
            (one, other, mine, theirs)
            for one, other in pairs
            if (one, other) not in different and one != other
            for mine in asked.records[one]
            for theirs in known.get(other, ())
        ]
        judged = self._matcher.judge([(mine, theirs) for _, _, mine, theirs in compared])
        return _likeliest(((one, other) for one, other, _, _ in compared), judged)

    def forget(self, service_ids: Iterable[str]) -> None:
        """These were asked about but never came in, or are in the database now."""
        for service_id in service_ids:
            self._asked.remove(service_id)

    def _looked(self, listings: Sequence[tuple[str, Listing]]) -> _Looked:
        looked = _Looked()
        for service_id, listing in listings:
            records = records_of(service_id, listing)
            looked.records[service_id] = records
            looked.keys[service_id] = {key for record in records for key in keys_of(record)}
            if self._counted < NAMES_COUNTED:
                self._frequencies.add(listing.name)
                self._counted += 1
        return looked

    def _pairs(self, session: Session, looked: _Looked) -> Iterable[tuple[str, str]]:
        everywhere = self._sharing(session, set().union(*looked.keys.values()) if looked.keys else set())
        for service_id, keys in looked.keys.items():
            for key in keys:
                yield from ((service_id, other) for other in everywhere.get(key, ()))
                yield from ((service_id, other) for other in self._asked.sharing(key))
            self._asked.add(service_id, looked.records[service_id], keys)

    def _sharing(self, session: Session, keys: set[str]) -> Mapping[str, Sequence[str]]:
        """The services under each key that still tells something."""
        found: dict[str, list[str]] = defaultdict(list)
        unknown = sorted(keys - self._frequent)
        for start in range(0, len(unknown), PAGE):
            some = unknown[start : start + PAGE]
            counts = select(MatchKey.key, func.count()).where(col(MatchKey.key).in_(some)).group_by(MatchKey.key)
            counted = dict(session.exec(counts).all())
            self._frequent.update(key for key, count in counted.items() if count > MOST_SHARING)
            telling = [key for key, count in counted.items() if count <= MOST_SHARING]
            if telling:
                wanted = select(MatchKey.key, MatchKey.service_id).where(col(MatchKey.key).in_(telling))
                for key, service_id in session.exec(wanted):
                    found[key].append(service_id)
        return found


class _Overlay:
    """What was asked about and is not in the database."""

    def __init__(self) -> None:
        self.records: dict[str, Records] = {}
        self._keys: dict[str, set[str]] = {}
        self._sharing: dict[str, list[str]] = defaultdict(list)

    def add(self, service_id: str, records: Records, keys: set[str]) -> None:
        self.records[service_id], self._keys[service_id] = records, keys
        for key in keys:
            self._sharing[key].append(service_id)

    def sharing(self, key: str) -> Sequence[str]:
        """Those under a key, unless they are too many to tell anything."""
        found = self._sharing.get(key, ())
        return found if len(found) <= MOST_SHARING else ()

    def remove(self, service_id: str) -> None:
        self.records.pop(service_id, None)
        for key in self._keys.pop(service_id, ()):
            self._sharing[key].remove(service_id)
            if not self._sharing[key]:
                del self._sharing[key]


def _likeliest(pairs: Iterable[tuple[str, str]], judged: Sequence[Judgement]) -> dict[str, list[Candidate]]:
    best: dict[tuple[str, str], Judgement] = {}
    for pair, judgement in zip(pairs, judged, strict=True):
        if judgement.decision is not Decision.DIFFERENT:
            known = best.get(pair)
            best[pair] = judgement if known is None or judgement.probability > known.probability else known
    found: dict[str, list[Candidate]] = defaultdict(list)
    for (one, other), judgement in best.items():
        found[one].append(Candidate(other, judgement))
    for candidates in found.values():
        candidates.sort(key=lambda candidate: (-candidate.judgement.probability, candidate.service_id))
    return found
