"""A seeker as ranking sees her: what she said, made plain once before hundreds of assets are judged."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from directory.circumstances import widened
from directory.errors import Invalid
from directory.geography import Gazetteer, Place
from directory.postcodes.postcode import district_number, district_of
from directory.search.question.places import FindPlace
from recommender.barriers import names_to_barriers, read_barriers
from recommender.facts import Facts, facts_of
from recommender.needs import Vocabulary
from recommender.reading_needs import read_needs
from recommender.recommendation import SoughtNeed
from recommender.seeker import Seeker
from recommender.text_space import Vector, text_space
from recommender.told import read_told
from recommender.urgent import CalmWords, Urgent, hear_out, urgent_help

CRISIS = "MIN7"
IMPLIED = {
    "BOD5": frozenset({"addiction"}),
    "BOD6": frozenset({"gambling"}),
    "CON5": frozenset({"migrant", "new_arrival"}),
    "FAM1": frozenset({"carer"}),
    "FAM2": frozenset({"parent"}),
    "FAM4": frozenset({"parent"}),
    "FAM5": frozenset({"dementia"}),
    "HOU1": frozenset({"homeless"}),
    "MIN1": frozenset({"mental_health"}),
    "MIN2": frozenset({"mental_health"}),
    "MIN3": frozenset({"bereaved"}),
    "MIN4": frozenset({"survivor"}),
    "SAF1": frozenset({"survivor"}),
    "SAF3": frozenset({"migrant", "refugee", "asylum_seeker"}),
    "SAF5": frozenset({"ex_offender"}),
    "WOR1": frozenset({"unemployed"}),
}
"""Needs that say by themselves that a person is one of those for whom there are groups."""
ID_LIKE = re.compile(r"[A-Z]{3}\d{0,2}")
SURE_ENOUGH = 0.25
"""Below this a need read from words is not acted on."""
SURE_OF_HER = 0.5
"""From here on a need tells who she is as well: whoever wants a rest from caring is a carer."""
LEAST = 0.25
"""What a need counts that we are hardly sure of."""


@dataclass(frozen=True)
class Sought:
    """`words` are None when they were urgent: such words never reach the ranker, and no others than calm ones can."""

    seeker: Seeker
    urgent: Urgent | None
    words: CalmWords | None
    needs: tuple[SoughtNeed, ...]
    barriers: frozenset[str]
    facts: Facts
    home: Place | None
    today: date
    vocabulary: Vocabulary
    find_place: FindPlace

    @cached_property
    def district(self) -> str | None:
        """The postcode district of her home, "L8", where she gave a postcode."""
        said = ((self.home.postcode if self.home else None) or self.seeker.postcode or "").strip().upper()
        return district_of(said) or (said if district_number(said) is not None else None)

    @cached_property
    def every_need(self) -> tuple[str, ...]:
        """All needs that serve one of those sought, each once."""
        return tuple(sorted({one for need in self.needs for one in (need.id, *self.vocabulary.expand(need.id))}))

    @cached_property
    def implied(self) -> frozenset[str]:
        """What her needs say that she is."""
        surely = [need.id for need in self.needs if need.confidence >= SURE_OF_HER]
        return frozenset().union(*(IMPLIED.get(need_id, frozenset()) for need_id in surely))

    @cached_property
    def circumstances(self) -> frozenset[str]:
        """All that is known of her to be so, by what she said or what she needs, and what follows from it."""
        return widened(self.facts.circumstances | self.implied)

    @cached_property
    def said(self) -> Vector | None:
        """Her words in the space of texts; None where there are none."""
        return self._vectors.get("")

    @cached_property
    def meant(self) -> dict[str, Vector]:
        """The words that each need was read from, in the space of texts."""
        return {need_id: vector for need_id, vector in self._vectors.items() if need_id}

    @cached_property
    def _vectors(self) -> dict[str, Vector]:
        """By need the words it was read from, and by nothing all that she said: all in one go."""
        said = {need.id: need.words for need in self.needs if need.words} | ({"": self.words} if self.words else {})
        return dict(zip(said, text_space().vectors(list(said.values())), strict=True))

    @cached_property
    def weights(self) -> dict[str, float]:
        """What each need counts beside the surest, 0 to 1: a need that was only guessed at leads nobody anywhere."""
        surest = max((need.confidence for need in self.needs), default=1.0)
        return {need.id: LEAST + (1 - LEAST) * need.confidence / surest for need in self.needs}

    @cached_property
    def need_ids(self) -> list[str]:
        """The sub-needs of the vocabulary, in the order of the shelf's columns."""
        return [need.id for need in self.vocabulary.list_needs()]

    @cached_property
    def columns(self) -> list[list[int]]:
        """For each sought need the places of the sub-needs that serve it: itself, or any of its domain's."""
        places = {need_id: place for place, need_id in enumerate(self.need_ids)}
        return [[places[one] for one in self.vocabulary.expand(need.id)] for need in self.needs]


def understand(seeker: Seeker, vocabulary: Vocabulary, gazetteer: Gazetteer, today: date) -> Sought:
    """Read her words: urgent ones first, and only when there are none of those, needs, facts and what is in her way."""
    heard = _heard(seeker, vocabulary)
    urgent, calm = (None, heard) if isinstance(heard, CalmWords) else (heard, None)
    words = calm or ""
    needs = _needs(seeker, words, vocabulary)
    return Sought(
        seeker=seeker,
        urgent=urgent,
        words=calm,
        needs=needs,
        barriers=frozenset(names_to_barriers(seeker.barriers)) | {found.barrier_id for found in read_barriers(words)},
        facts=facts_of(seeker, read_told(words)),
        home=_home(seeker, gazetteer),
        today=today,
        vocabulary=vocabulary,
        find_place=gazetteer.find_place,
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
