"""Which services of the catalogue may be the same as listings that come in: looked up by keys, then judged."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz.fuzz import token_set_ratio
from rapidfuzz.utils import default_process
from sqlalchemy import func
from sqlmodel import Session, col, select

from directory.duplicates.pairs import decided_different
from directory.duplicates.profiles import keys_of, read_profiles, records_of
from directory.listing import Listing
from directory.matching.frequencies import NameFrequencies
from directory.matching.judgement import Decision, Judgement
from directory.matching.matcher import Matcher
from directory.matching.model import MODEL_VERSION, MatchModel
from directory.matching.record import MatchRecord
from directory.models import MatchKey, Service

PAGE = 400
MOST_SHARING = 24
"""Services under one key above which the key tells nothing by itself: others of the record's keys will be rarer."""
MOST_COMPARED = 4
"""Services that are compared with one listing: those with which it shares the most, and the rarest, keys."""
TELLING = 1 / 5
"""A key that is shared alone must be shared by few: then it says so much. Two keys say enough."""
MOST_VENUES = 6
"""Venues of a service that are compared; a chain of more is known by its numbers and addresses elsewhere."""
NAMES_COUNTED = 50_000
"""Names by which it is known how common words are; ids are random, and so these are any."""

ALIKE = 45
"""Of 100: names that share less than this are names of different things, wherever they are."""

Records = tuple[MatchRecord, ...]
Pair = tuple[str, str]


@dataclass(frozen=True)
class Candidate:
    """A service, and what was judged of it and a listing: the nearest of their venues counts."""

    service_id: str
    judgement: Judgement


class Finder:
    """Finds candidates in one catalogue while a run goes on; keep one for the run: it counts how common words are."""

    def __init__(self, session: Session, model: MatchModel) -> None:
        some = select(Service.name).order_by(Service.id).limit(NAMES_COUNTED)
        self.model_version = f"{MODEL_VERSION}.{model.decisions}"
        self._frequencies = NameFrequencies.of(session.exec(some))
        self._matcher = Matcher(model, self._frequencies)
        self._frequent: set[int] = set()

    def find(self, session: Session, listings: Sequence[tuple[str, Listing]]) -> dict[str, list[Candidate]]:
        """For each (id that it would have, listing) the services that may be the same, likeliest first.

        Decision is `same` or `perhaps`; what somebody once decided to be different is left out. A listing finds those
        that stand before it in the same call.
        """
        asked = {service_id: records_of(service_id, listing)[:MOST_VENUES] for service_id, listing in listings}
        for _, listing in listings:
            if self._frequencies.names < NAMES_COUNTED:
                self._frequencies.add(listing.name)
        pairs = list(self._promising(session, asked))
        known = read_profiles(session, (other for _, other in pairs if other not in asked)) | asked
        compared = [
            ((one, other), (mine, theirs))
            for one, other in pairs
            for mine in asked[one]
            for theirs in known.get(other, ())[:MOST_VENUES]
            if _a_little_alike(mine, theirs)
        ]
        judged = self._matcher.judge([records for _, records in compared])
        likely = _nearest(zip((pair for pair, _ in compared), judged, strict=True))
        different = decided_different(session, list(likely))
        return _by_service({pair: judgement for pair, judgement in likely.items() if pair not in different})

    def _promising(self, session: Session, asked: Mapping[str, Records]) -> Iterator[Pair]:
        """The pairs that share the most telling keys."""
        keys = {one: {key for record in records for key in keys_of(record)} for one, records in asked.items()}
        there = self._sharing(session, set().union(*keys.values()))
        earlier: dict[int, list[str]] = defaultdict(list)
        for one, mine in keys.items():
            told: dict[str, list[float]] = defaultdict(list)
            for key in mine:
                sharing = [*there.get(key, ()), *earlier[key]]
                if len(sharing) <= MOST_SHARING:
                    for other in sharing:
                        told[other].append(1 / (1 + len(sharing)))
                earlier[key].append(one)
            telling = {other: sum(parts) for other, parts in told.items() if len(parts) > 1 or parts[0] >= TELLING}
            telling.pop(one, None)
            best = nlargest(MOST_COMPARED, telling, key=lambda other: (telling[other], other))
            yield from ((one, other) for other in best)

    def _sharing(self, session: Session, keys: set[int]) -> Mapping[int, Sequence[str]]:
        """The services under each key that still tells something."""
        found: dict[int, list[str]] = defaultdict(list)
        unknown = sorted(keys - self._frequent)
        for start in range(0, len(unknown), PAGE):
            some = unknown[start : start + PAGE]
            counts = select(MatchKey.key, func.count()).where(col(MatchKey.key).in_(some)).group_by(col(MatchKey.key))
            counted = dict(session.exec(counts).all())
            self._frequent.update(key for key, count in counted.items() if count > MOST_SHARING)
            telling = [key for key, count in counted.items() if count <= MOST_SHARING]
            if telling:
                wanted = select(MatchKey.key, MatchKey.service_id).where(col(MatchKey.key).in_(telling))
                for key, service_id in session.exec(wanted):
                    found[key].append(service_id)
        return found


def _a_little_alike(one: MatchRecord, other: MatchRecord) -> bool:
    """Whether a glance at the names is worth a thorough comparison; neighbours share many keys, and seldom a word."""
    return token_set_ratio(one.name, other.name, processor=default_process, score_cutoff=ALIKE) > 0


def _nearest(judged: Iterator[tuple[Pair, Judgement]]) -> dict[Pair, Judgement]:
    """Of all venues of two services the likeliest; those that are surely two are left out."""
    best: dict[Pair, Judgement] = {}
    for pair, judgement in judged:
        known = best.get(pair)
        if judgement.decision is not Decision.DIFFERENT and (
            known is None or judgement.probability > known.probability
        ):
            best[pair] = judgement
    return best


def _by_service(likely: Mapping[Pair, Judgement]) -> dict[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = defaultdict(list)
    for (one, other), judgement in likely.items():
        found[one].append(Candidate(other, judgement))
    for candidates in found.values():
        candidates.sort(key=lambda candidate: (-candidate.judgement.probability, candidate.service_id))
    return found
