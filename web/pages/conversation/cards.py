"""A suggestion, and a step of the plan, as the conversation shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from casework.discretion import is_sensitive
from casework.models import Step
from directory.asset import Asset
from directory.clock import today
from directory.geography import Place
from directory.phrases import (
    describe_attending,
    describe_cost,
    describe_eligibility,
    describe_place,
    describe_start,
    one_line,
)
from directory.schedule_words import describe_times
from recommender.recommendation import Suggestion
from web.cards import asset_url, nearest_venue, say_distance, say_now_and_next
from web.pages.conversation.typed import Typed, as_typed

STRONGEST = 3
OWNERS = (("member", "Me"), ("advisor", "My advisor"), ("partner", "The group"))
"""Who sees to a step, as the member reads it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Name, when and where of an asset in few words; the name leads to its page."""

    id: str
    name: str
    url: str
    what: str
    when: str | None
    where: str | None
    distance: str | None
    cost: str


@dataclass(frozen=True, slots=True)
class SuggestionCard:
    """One suggestion: the strongest reasons for it, and what is not known and has to be asked."""

    facts: Facts
    reasons: tuple[str, ...]
    unknowns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepCard:
    """One step of the plan with what its boxes hold. `gone`: it is no longer in the directory."""

    id: str
    number: int
    title: str
    facts: Facts | None
    gone: bool
    discreet: bool
    boxes: Mapping[str, str]


def suggestion_card(suggestion: Suggestion, home: Place | None) -> SuggestionCard:
    return SuggestionCard(
        facts=facts_of(suggestion.asset, home),
        reasons=tuple(filter(_says_more, suggestion.reasons))[:STRONGEST],
        unknowns=suggestion.unknowns,
    )


def _says_more(reason: str) -> bool:
    """Whether the facts of the card do not say it already."""
    return reason != "Free" and not reason.endswith("from home")


def step_cards(
    steps: list[Step], assets: Mapping[str, Asset], home: Place | None, typed: Typed | None
) -> list[StepCard]:
    """The steps in order; `assets` by id, as the public sees them."""
    return [
        _step_card(number, step, assets.get(step.asset_id or ""), home, typed) for number, step in enumerate(steps, 1)
    ]


def facts_of(asset: Asset, home: Place | None) -> Facts:
    """The few facts of a card."""
    venue = nearest_venue(asset, home)
    on_now, coming = say_now_and_next(asset, venue)
    times = next(iter(describe_times(asset, today())), None) or asset.times_text or describe_start(asset)
    return Facts(
        id=asset.id,
        name=asset.name,
        url=asset_url(asset.id),
        what=one_line(asset.description, 110),
        when=on_now or (f"Next: {coming}" if coming else one_line(times, 80) or None),
        where=describe_place(venue) if venue else describe_attending(asset),
        distance=say_distance(venue, home),
        cost=one_line(describe_cost(asset), 60),
    )


def listing_says(asset: Asset) -> list[str]:
    """What rules go by, as the listing has it: when it meets, whom it is for, what it costs."""
    said = [*describe_times(asset, today())[:2], *describe_eligibility(asset), describe_cost(asset)]
    return list(dict.fromkeys(one_line(words, 120) for words in said if words))


def _step_card(number: int, step: Step, asset: Asset | None, home: Place | None, typed: Typed | None) -> StepCard:
    return StepCard(
        id=step.id,
        number=number,
        title=step.title,
        facts=facts_of(asset, home) if asset else None,
        gone=step.asset_id is not None and asset is None,
        discreet=is_sensitive(step.needs, asset),
        boxes=as_typed(step, typed),
    )
