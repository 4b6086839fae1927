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
from directory.duplicates.profiles import About, Profile, find_profiles
from directory.matching.frequencies import NameFrequencies
from directory.matching.judgement import Decision, Judgement
from directory.matching.matcher import Matcher
from directory.matching.model import MODEL_VERSION, MatchModel
from directory.models import MatchKey, MatchProfile, Service

KEYS_AT_ONCE = 1_000
"""Keys that one statement names."""
MOST_ROWS = 8 * KEYS_AT_ONCE
"""What these may bring in before somebody counts first."""
MOST_SHARING = 24
"""Services under one key above which the key tells nothing by itself: others of the record's keys will be rarer."""
MOST_COMPARED = 4
"""Services that are compared with one listing: those with which it shares the most, and the rarest, keys."""
TELLING = 1 / 5
"""A key that is shared alone must be shared by few: then it says so much. Two keys say enough."""
MOST_VENUES = 6
"""Venues of a service that are compared; a chain of more is known by its numbers and addresses elsewhere."""
NAMES_COUNTED = 50_000
"""Names by which it is known how common words are; numbers are random, and so these are any."""

ALIKE = {About.MORE: 45, About.PLACE: 60, About.NAME: 88}
"""Of 100: names that share less than this are names of different things, by the most that brings the two together.
Neighbours share many keys, and seldom a word; namesakes elsewhere are many.
"""

Pair = tuple[str, str]


@dataclass(frozen=True)
class Candidate:
    """A service, and what was judged of it and a listing: the nearest of their venues counts."""

    service_id: str
    judgement: Judgement


class Finder:
    """Finds candidates in one catalogue while a run goes on; keep one for the run: it counts how common words are."""

    def __init__(self, session: Session, model: MatchModel) -> None:
        every = select(Service.name).join(MatchProfile, col(MatchProfile.service_id) == Service.id)
        some = every.order_by(col(MatchProfile.number)).limit(NAMES_COUNTED)
        self.model_version = f"{MODEL_VERSION}.{model.decisions}"
        self._frequencies = NameFrequencies.of(session.exec(some))
        self._matcher = Matcher(model, self._frequencies)
        self._frequent: set[int] = set()

    def find(self, session: Session, profiles: Sequence[Profile]) -> dict[str, list[Candidate]]:
        """For each, by the id that it would have, the services that may be the same, likeliest first.

        Decision is `same` or `perhaps`; what somebody once decided to be different is left out. A listing finds those
        that stand before it in the same call.
        """
        session.flush()
        asked = {profile.number: profile.records for profile in profiles}
        for profile in profiles:
            if self._frequencies.names < NAMES_COUNTED:
                self._frequencies.add(profile.records[0].name)
        pairs = list(self._promising(session, profiles))
        known = find_profiles(session, (other for _, other, _ in pairs if other not in asked)) | asked
        compared = [
            (mine, theirs)
            for one, other, alike in pairs
            for mine in asked[one][:MOST_VENUES]
            for theirs in known.get(other, ())[:MOST_VENUES]
            if token_set_ratio(mine.name, theirs.name, processor=default_process, score_cutoff=alike)
        ]
        services = ((mine.id, theirs.id) for mine, theirs in compared)
        likely = _nearest(zip(services, self._matcher.judge(compared), strict=True))
        different = decided_different(session, list(likely))
        return _by_service({pair: judgement for pair, judgement in likely.items() if pair not in different})

    def _promising(self, session: Session, profiles: Sequence[Profile]) -> Iterator[tuple[int, int, int]]:
        """The numbers of pairs that share the most telling keys, and how alike their names must be to be worth
        comparing.
        """
        sharing_of = self._sharing(session, {key for profile in profiles for key in profile.keys})
        for profile in profiles:
            one = profile.number
            told: dict[int, list[float]] = defaultdict(list)
            together: dict[int, int] = {}
            for key in profile.keys:
                sharing = sharing_of[key]
                if len(sharing) <= MOST_SHARING:
                    says = 1 / (1 + len(sharing))
                    for other in sharing:
                        told[other].append(says)
                        together[other] = together.get(other, 0) | key & About.MORE
                sharing.append(one)
            telling = {other: sum(parts) for other, parts in told.items() if len(parts) > 1 or parts[0] >= TELLING}
            telling.pop(one, None)
            best = nlargest(MOST_COMPARED, telling, key=lambda other: (telling[other], other))
            yield from ((one, other, ALIKE[About(together[other])]) for other in best)

    def _sharing(self, session: Session, keys: set[int]) -> defaultdict[int, list[int]]:
        """The numbers of the services under each key that still tells something."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        unknown = sorted(keys - self._frequent)
        connection = session.connection()
        for start in range(0, len(unknown), KEYS_AT_ONCE):
            some = col(MatchKey.key).in_(unknown[start : start + KEYS_AT_ONCE])
            wanted = select(MatchKey.key, MatchKey.number).where(some)
            rows = connection.execute(wanted.limit(MOST_ROWS)).all()
            if len(rows) == MOST_ROWS:
                # One of them is everybody's.
                counts = select(MatchKey.key).where(some).group_by(col(MatchKey.key))
                often = connection.execute(counts.having(func.count() > MOST_SHARING)).scalars().all()
                self._frequent.update(often)
                rows = connection.execute(wanted.where(col(MatchKey.key).not_in(often))).all()
            for key, number in rows:
                found[key].append(number)
        self._frequent.update(key for key, sharing in found.items() if len(sharing) > MOST_SHARING)
        return found


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
