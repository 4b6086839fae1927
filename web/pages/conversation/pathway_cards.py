"""The proposed pathway as the conversation shows it: for each step its stage, its reasons and its fall-back."""

from collections.abc import Collection
from dataclasses import dataclass

from directory.geography import Place
from recommender.recommendation import Eligible, PathwayStep, Stage
from web.pages.conversation.cards import Facts, SuggestionCard, facts_of, suggestion_card

STAGES = {
    Stage.URGENT: "First, because it cannot wait",
    Stage.SETTLE: "To feel steadier",
    Stage.CONNECT: "To be among people",
    Stage.GROW: "To grow",
    Stage.GIVE_BACK: "To give something back",
}


@dataclass(frozen=True, slots=True)
class PathwayCard:
    """One step. `rule` is what would have kept it out, had it not been pinned; `instead` where it does not work out."""

    number: int
    stage: str
    card: SuggestionCard
    pinned: bool
    rule: str | None
    unknowns: tuple[str, ...]
    instead: Facts | None


def pathway_cards(steps: Collection[PathwayStep], pinned: Collection[str], home: Place | None) -> list[PathwayCard]:
    return [_pathway_card(step, step.suggestion.asset.id in pinned, home) for step in steps]


def _pathway_card(step: PathwayStep, pinned: bool, home: Place | None) -> PathwayCard:
    kept_out = step.suggestion.eligible is Eligible.NO
    card = suggestion_card(step.suggestion, home)
    return PathwayCard(
        number=step.step,
        stage=STAGES[step.stage],
        card=card,
        pinned=pinned,
        rule=card.unknowns[0] if kept_out else None,
        unknowns=() if kept_out else card.unknowns,
        instead=facts_of(step.instead.asset, home) if step.instead else None,
    )
