"""A seeker as ranking sees her: what she said, made plain once before hundreds of assets are judged."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

from directory.errors import Invalid
from directory.geography import Gazetteer, Place
from directory.kinds import Gender
from recommender.barriers import names_to_barriers, read_barriers
from recommender.needs import Vocabulary
from recommender.reading_needs import read_needs
from recommender.recommendation import SoughtNeed
from recommender.seeker import Seeker
from recommender.urgent import CalmWords, Urgent, hear_out, urgent_help

WOMEN = frozenset(["women", "woman", "female", "f", "girl", "girls", "lady", "she"])
MEN = frozenset(["men", "man", "male", "m", "boy", "boys", "he"])
CRISIS = "MIN7"
ID_LIKE = re.compile(r"[A-Z]{3}\d{0,2}")
SURE_ENOUGH = 0.35
"""Below this a need read from words is not acted on."""


@dataclass(frozen=True)
class Sought:
    """`words` are None when they were urgent: such words never reach the ranker, and no others than calm ones can."""

    seeker: Seeker
    urgent: Urgent | None
    words: CalmWords | None
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
    heard = _heard(seeker, vocabulary)
    urgent, calm = (None, heard) if isinstance(heard, CalmWords) else (heard, None)
    words = calm or ""
    return Sought(
        seeker=seeker,
        urgent=urgent,
        words=calm,
        needs=_needs(seeker, words, vocabulary),
        barriers=frozenset(names_to_barriers(seeker.barriers)) | {found.barrier_id for found in read_barriers(words)},
        home=_home(seeker, gazetteer),
        gender=_gender(seeker.gender),
        today=today,
        vocabulary=vocabulary,
    )


def _heard(seeker: Seeker, vocabulary: Vocabulary) -> Urgent | CalmWords:
    """Urgent words, wherever she put them; or the need that is crisis itself, stated; else her words, which are calm."""
    heard = hear_out(seeker.words, *seeker.needs)
    stated = {need.id for name in seeker.needs if (need := vocabulary.find_need(name))}
    return urgent_help("suicide") if isinstance(heard, CalmWords) and CRISIS in stated else heard


def _needs(seeker: Seeker, words: str, vocabulary: Vocabulary) -> tuple[SoughtNeed, ...]:
    """Stated needs first, then those read from her words, surest first; what is never ranked is left out."""
    found: dict[str, SoughtNeed] = {}
    unknown = []
    for name in seeker.needs:
        stated = vocabulary.find_need(name)
        if stated is not None:
            found[stated.id] = SoughtNeed(stated.id, stated.name, "stated")
        elif ID_LIKE.fullmatch(name):
            raise Invalid(f"{name} is no need that we know.", field="needs")
        else:
            unknown.append(name)
    for reading in read_needs("\n".join([words, *unknown])):
        if reading.confidence >= SURE_ENOUGH and reading.need_id not in found:
            need = vocabulary.get_need(reading.need_id)
            found[need.id] = SoughtNeed(need.id, need.name, "words", reading.words, reading.confidence)
    return tuple(_without_wider(list(found.values()), vocabulary))


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
