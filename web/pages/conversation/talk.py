"""Everything that the page of the conversation shows, put together once."""

from typing import Any

from casework.conversations import get_conversation, list_not_relevant
from casework.heard_facts import facts_that_count
from casework.members import get_member
from casework.models import Conversation, Member, Prescription
from casework.pathway_choices import choices_of
from casework.prescriptions import find_draft
from casework.steps import MOST_STEPS
from casework.understood import Understood, as_said, understand
from casework.week import Week, week_of_plan
from directory.asset import Asset
from directory.assets import list_assets
from directory.geography import Place
from recommender.barriers import list_barriers
from recommender.needs import vocabulary
from recommender.outcomes import Reason
from recommender.urgent import Urgent, read_urgent
from web.database import session
from web.pages.conversation.cards import OWNERS, step_cards, suggestion_card
from web.pages.conversation.pathway_cards import pathway_cards
from web.pages.conversation.suggesting import home_of, note, suggest
from web.pages.conversation.typed import Typed

READ = 20_000
"""Characters of steps, and of words that could not be saved, that are read for a call for help."""
REASONS = tuple(reason.value for reason in Reason)


def talk(member_id: str, typed: Typed | None = None) -> dict[str, Any]:
    """What the template reads. `typed` is shown in the boxes instead of what is kept."""
    member, conversation = get_member(session, member_id), get_conversation(session, member_id)
    plan, home = find_draft(session, member_id), home_of(member_id)
    understood, choices = understand(conversation), choices_of(conversation)
    recommendation = suggest(member_id, plan, understood)
    if not understood.urgent and not typed:
        note(member_id, recommendation)
    assets = _assets_of(plan)
    return {
        "member": member,
        "conversation": conversation,
        "boxes": typed or conversation,
        "urgent": understood.urgent,
        "help_first": understood.urgent or urgent_elsewhere(plan, typed),
        "needs": understood.needs,
        "facts": facts_that_count(member, understood.facts),
        "undone": facts_that_count(member, understood.undone),
        "barriers": _barriers(member, conversation, understood),
        "all_barriers": [(barrier.id, barrier.name) for barrier in list_barriers()],
        "domains": _choices({heard.need.id for heard in understood.needs}),
        "suggestions": [suggestion_card(one, home) for one in recommendation.suggestions],
        "unmet": [vocabulary().get_need(need).name for need in recommendation.unmet],
        "pathway": pathway_cards(recommendation.pathway, choices.pinned, home),
        "left_out": list_assets(session, choices.left_out, staff=True),
        "aside": _aside(member_id),
        "reasons": REASONS,
        "plan": plan,
        "steps": step_cards(list(plan.steps) if plan else [], assets, home, typed),
        "owners": OWNERS,
        "room": MOST_STEPS - len(plan.steps) if plan else MOST_STEPS,
        "week": _week(list(assets.values()), home, member),
        "travel": member.travel,
    }


def urgent_elsewhere(plan: Prescription | None, typed: Typed | None = None) -> Urgent | None:
    """A call for help in the words of a step, or in words that could not be saved."""
    said = [typed.what_matters, typed.strengths] if typed else []
    for step in plan.steps if plan else []:
        # What the directory calls a service ("abuse helpline") is no call for help.
        said += [step.first_small_step, step.goes_along, *(() if step.asset_id else (step.title,))]
    return read_urgent("\n".join(filter(None, said))[:READ])


def _assets_of(plan: Prescription | None) -> dict[str, Asset]:
    ids = [step.asset_id for step in plan.steps if step.asset_id] if plan else []
    return {asset.id: asset for asset in list_assets(session, ids)}


def _aside(member_id: str) -> list[dict[str, str]]:
    marks = list_not_relevant(session, member_id)
    names = {asset.id: asset.name for asset in list_assets(session, [mark.asset_id for mark in marks], staff=True)}
    return [
        {"id": mark.asset_id, "name": names[mark.asset_id], "reason": mark.reason}
        for mark in marks
        if mark.asset_id in names
    ]


def _barriers(member: Member, conversation: Conversation, understood: Understood) -> list[dict[str, str | None]]:
    """Those noted by hand, then those heard in her words."""
    names = {barrier.id: barrier.name for barrier in list_barriers()}
    said = f"{conversation.what_matters}\n{conversation.strengths}"
    noted: list[dict[str, str | None]] = [
        {"id": one, "words": names.get(one, one), "quote": None} for one in member.barriers
    ]
    heard: list[dict[str, str | None]] = [
        {"id": one.id, "words": names[one.id], "quote": as_said(one.words, said)}
        for one in understood.barriers
        if one.id not in member.barriers
    ]
    return [*noted, *heard]


def _choices(chosen: set[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """For each domain its name and the needs that can be added; what leads to help at once is not chosen from a list."""
    known = vocabulary()
    return [
        (
            domain.name,
            [(need.id, need.name) for need in known.list_needs(domain.id) if need.ranked and need.id not in chosen],
        )
        for domain in known.list_domains()
    ]


def _week(assets: list[Asset], home: Place | None, member: Member) -> Week | None:
    return week_of_plan(assets, home, member.travel) if assets else None
