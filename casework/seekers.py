"""A member as the recommender may see her: what she needs and where, never who she is."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from casework.heard_facts import stated
from casework.members import age_of
from casework.models import Conversation, Member
from casework.understood import Understood, said_in, understand
from recommender.seeker import Seeker


def seeker_of(
    member: Member,
    conversation: Conversation,
    understood: Understood | None = None,
    *,
    today: date,
    set_aside: Sequence[str] = (),
) -> Seeker:
    """The seeker for this member. The id is of the conversation, so that nothing leads back to her by itself.

    Words that were misread are not in it, and urgent ones never: what stands is what was chosen by hand. They are read
    here unless they were `understood` already.
    """
    understood = understood or understand(conversation)
    recorded = {
        "words": understood.words,
        "postcode": member.postcode,
        "age": age_of(member, today),
        "gender": member.gender,
        "max_distance_miles": member.max_distance_miles,
        "travel": member.travel,
        "max_cost": member.max_cost,
        "languages": list(member.languages),
        "online": member.online,
        "already": list(set_aside),
    }
    several = {
        "needs": [heard.need.id for heard in understood.needs if heard.words is None],
        "barriers": list(member.barriers),
        "access_needs": list(member.access_needs),
        "circumstances": list(member.circumstances),
    }
    heard = _heard(conversation, understood)
    known = heard | {name: value for name, value in recorded.items() if value not in (None, "", [])}
    known |= {name: list(dict.fromkeys([*ids, *heard.get(name, [])])) for name, ids in several.items()}
    return Seeker.model_validate({"id": conversation.id} | known)


def _heard(conversation: Conversation, understood: Understood) -> dict[str, Any]:
    """What words that were taken away had said besides; nothing where the recommender reads all of them itself."""
    if understood.urgent or not conversation.not_meant:
        return {}
    found = stated(said_in(conversation), conversation.not_meant) | {
        "needs": [heard.need.id for heard in understood.needs],
        "barriers": [heard.id for heard in understood.barriers],
    }
    return {name: value for name, value in found.items() if value is not None}
