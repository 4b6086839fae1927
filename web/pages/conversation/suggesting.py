"""What the recommender says for a member: never to the one who asks who she is."""

from casework.conversations import get_conversation, list_not_relevant
from casework.members import get_member
from casework.models import Prescription
from casework.seekers import seeker_of
from directory.clock import today
from directory.geography import Place
from recommender.recommendation import Explanation, Recommendation
from recommender.seeker import Seeker
from web.database import catalogue, session
from web.suggestions import recommender

MOST = 8


def seeker_for(member_id: str) -> Seeker:
    """The seeker that stands for this member."""
    aside = [mark.asset_id for mark in list_not_relevant(session, member_id)]
    conversation = get_conversation(session, member_id)
    return seeker_of(get_member(session, member_id), conversation, today=today(), set_aside=aside)


def suggest(member_id: str, plan: Prescription | None = None) -> Recommendation:
    """Suggestions, and a pathway, of what is not in the plan yet."""
    planned = {step.asset_id for step in plan.steps if step.asset_id} if plan else set()
    return recommender().recommend(seeker_for(member_id), limit=MOST, exclude=planned)


def explain(member_id: str, asset_id: str) -> Explanation:
    """Why this one, or why not."""
    return recommender().explain(seeker_for(member_id), asset_id)


def home_of(member_id: str) -> Place | None:
    """Where she starts from, if she said."""
    said = get_member(session, member_id).postcode
    return catalogue.gazetteer.find_place(said) if said else None
