"""A seeker as ranking sees her: what she said, made plain once before hundreds of assets are judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

from directory.geography import Gazetteer, Place
from directory.kinds import Gender
from recommender.barriers import read_barriers
from recommender.needs import Vocabulary
from recommender.reading_needs import read_needs
from recommender.recommendation import SoughtNeed
from recommender.seeker import Seeker
from recommender.urgent import Urgent, read_urgent

WOMEN = frozenset(["women", "woman", "female", "f", "girl", "girls", "lady", "she"])
MEN = frozenset(["men", "man", "male", "m", "boy", "boys", "he"])
SURE_ENOUGH = 0.35
"""Below this a need read from words is not acted on."""


@dataclass(frozen=True)
class Sought:
    """`words` are empty when they were urgent: such words never reach the ranker."""

    seeker: Seeker
    urgent: Urgent | None
    words: str
    needs: tuple[SoughtNeed, ...]
    barriers: frozenset[str]
    home: Place | None
    gender: Gender | None
    today: date
    vocabulary: Vocabulary

    @cached_property
    def served_by(self) -> dict[str, frozenset[str]]:
        """For each sought need the needs of an asset that serve it: itself, or any of its domain's when that is sought."""
        return {need.id: frozenset(self.vocabulary.expand(need.id)) | {need.id} for need in self.needs}

    @cached_property
    def free_times(self) -> list[tuple[str, time, time]]:
        return [(slot.day, slot.starts_at, slot.ends_at) for slot in self.seeker.free_times]

    @cached_property
    def from_home(self) -> bool:
        """Whether she takes part from home alone."""
        return self.seeker.online == "only"


def understand(seeker: Seeker, vocabulary: Vocabulary, gazetteer: Gazetteer, today: date) -> Sought:
    """Read her words: urgent ones first, and only when there are none of those, needs and what stands in her way."""
    urgent = read_urgent(seeker.words)
    words = "" if urgent else seeker.words
    return Sought(
        seeker=seeker,
        urgent=urgent,
        words=words,
        needs=_needs(seeker, words, vocabulary),
        barriers=frozenset(seeker.barriers) | {barrier.barrier_id for barrier in read_barriers(words)},
        home=_home(seeker, gazetteer),
        gender=_gender(seeker.gender),
        today=today,
        vocabulary=vocabulary,
    )


def _needs(seeker: Seeker, words: str, vocabulary: Vocabulary) -> tuple[SoughtNeed, ...]:
    """Stated needs first, then those read from her words, surest first; what is never ranked is left out."""
    found: dict[str, SoughtNeed] = {}
    for need_id in vocabulary.names_to_needs(seeker.needs):
        found[need_id] = SoughtNeed(need_id, vocabulary.get_need(need_id).name, "stated")
    for reading in read_needs(words):
        if reading.confidence >= SURE_ENOUGH and reading.need_id not in found:
            need = vocabulary.get_need(reading.need_id)
            found[need.id] = SoughtNeed(need.id, need.name, "words", reading.words, reading.confidence)
    return tuple(need for need in _without_wider(list(found.values()), vocabulary))


def _without_wider(needs: Sequence[SoughtNeed], vocabulary: Vocabulary) -> list[SoughtNeed]:
    """Leave out what is never ranked, and a domain read from words where one of its needs was found as well."""
    domains = {vocabulary.get_need(need.id).parent for need in needs}
    return [
        need
        for need in needs
        if vocabulary.get_need(need.id).ranked and not (need.origin == "words" and need.id in domains)
    ]


def _home(seeker: Seeker, gazetteer: Gazetteer) -> Place | None:
    if seeker.latitude is not None and seeker.longitude is not None:
        return gazetteer.place_at(seeker.latitude, seeker.longitude)
    return gazetteer.find_place(seeker.postcode) if seeker.postcode else None


def _gender(said: str | None) -> Gender | None:
    word = (said or "").strip().lower()
    return Gender.WOMEN if word in WOMEN else Gender.MEN if word in MEN else None
