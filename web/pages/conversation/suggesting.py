"""What the recommender says for a member: never to the one who asks who she is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from casework.conversations import get_conversation, list_not_relevant
from casework.members import get_member
from casework.models import Prescription
from casework.pathway_choices import PathwayChoices, choices_of
from casework.seekers import seeker_of
from casework.suggestions_shown import list_new, note_shown
from casework.understood import Understood
from directory.clock import today
from directory.geography import Place
from recommender.recommendation import Explanation, PathwayStep, Recommendation
from recommender.seeker import Seeker
from web.database import catalogue, session
from web.suggestions import recommender

MOST = 8


def seeker_for(member_id: str, understood: Understood | None = None) -> Seeker:
    """The seeker that stands for this member; `understood` is what her words were read as, where they were read."""
    aside = [mark.asset_id for mark in list_not_relevant(session, member_id)]
    conversation = get_conversation(session, member_id)
    member = get_member(session, member_id)
    return seeker_of(member, conversation, understood, today=today(), set_aside=aside)


def suggest(member_id: str, plan: Prescription | None = None, understood: Understood | None = None) -> Recommendation:
    """Suggestions, and a pathway as it was chosen, of what is not in the plan yet."""
    choices = choices_of(get_conversation(session, member_id))
    planned = {step.asset_id for step in plan.steps if step.asset_id} if plan else set()
    found = recommender().recommend(
        seeker_for(member_id, understood),
        limit=MOST,
        exclude=planned.union(choices.left_out),
        pinned=[one for one in choices.pinned if one not in planned],
    )
    return replace(found, pathway=_put_in_order(choices, found.pathway))


def note(member_id: str, recommendation: Recommendation) -> None:
    """Keep what she was shown, so that it can be learnt from; what is shown in an emergency is not."""
    if recommendation.urgent:
        return
    if list_new(session, member_id, recommendation.suggestions, on=today()):
        # What a GET writes in its own session is never kept: this alone is, in one of its own.
        with catalogue.database.writing() as own:
            note_shown(own, member_id, recommendation.suggestions, on=today())


def explain(member_id: str, asset_ids: Iterable[str]) -> list[Explanation]:
    """Why these, or why not."""
    return recommender().explain_all(seeker_for(member_id), asset_ids, limit=MOST)


def _put_in_order(choices: PathwayChoices, steps: Sequence[PathwayStep]) -> tuple[PathwayStep, ...]:
    put = choices.in_order(steps, lambda step: step.suggestion.asset.id)
    return tuple(replace(step, step=number) for number, step in enumerate(put, start=1))


def home_of(member_id: str) -> Place | None:
    """Where she starts from, if she said."""
    said = get_member(session, member_id).postcode
    return catalogue.gazetteer.find_place(said) if said else None
