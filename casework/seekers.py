"""A member as the recommender may see her: what she needs and where, never who she is."""

from collections.abc import Sequence
from datetime import date

from casework.members import age_of
from casework.models import Conversation, Member
from casework.understood import understand
from recommender.seeker import Seeker


def seeker_of(member: Member, conversation: Conversation, *, today: date, set_aside: Sequence[str] = ()) -> Seeker:
    """The seeker for this member. The id is of the conversation, so that nothing leads back to her by itself.

    Words that were misread are not in it, and urgent ones never: what stands is what was chosen by hand.
    """
    understood = understand(conversation)
    known = {
        "words": understood.words or None,
        "needs": [heard.need.id for heard in understood.needs if heard.words is None or conversation.not_meant],
        "postcode": member.postcode,
        "age": age_of(member, today),
        "gender": member.gender,
        "max_distance_miles": member.max_distance_miles,
        "travel": member.travel,
        "max_cost": member.max_cost,
        "access_needs": list(member.access_needs),
        "languages": list(member.languages),
        "online": member.online,
        "barriers": list(member.barriers),
        "circumstances": list(member.circumstances),
        "already": list(set_aside),
    }
    return Seeker.model_validate({"id": conversation.id} | {k: v for k, v in known.items() if v not in (None, [])})
