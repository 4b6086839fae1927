"""What an advisor and a member chose of the proposed pathway: what stays, what goes, and in which order.

Kept with the conversation until the plan is issued; what was not chosen is proposed anew each time.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TypeVar

from sqlmodel import Session

from casework.consent import require_consent
from casework.conversations import get_conversation
from casework.models import Conversation
from casework.steps import MOST_STEPS
from directory.errors import Invalid

MOST_LEFT_OUT = 40
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class PathwayChoices:
    """Ids of assets: `pinned` are in every pathway, `left_out` in none; `order` is how they were put."""

    pinned: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    order: tuple[str, ...] = ()

    def keeping(self, asset_id: str) -> "PathwayChoices":
        """With this one pinned; Invalid when a plan has no room for more."""
        pinned = (*_without(self.pinned, asset_id), asset_id)
        if len(pinned) > MOST_STEPS:
            raise Invalid(f"A plan has at most {MOST_STEPS} steps, and so many are kept already. Let one go first.")
        return replace(self, pinned=pinned, left_out=_without(self.left_out, asset_id))

    def letting_go(self, asset_id: str) -> "PathwayChoices":
        """It may stay or go, as it fits."""
        return replace(self, pinned=_without(self.pinned, asset_id))

    def leaving_out(self, asset_id: str) -> "PathwayChoices":
        left_out = (*_without(self.left_out, asset_id), asset_id)
        return replace(self.letting_go(asset_id), left_out=left_out[-MOST_LEFT_OUT:])

    def bringing_back(self, asset_id: str) -> "PathwayChoices":
        return replace(self, left_out=_without(self.left_out, asset_id))

    def swapping(self, asset_id: str, other_id: str) -> "PathwayChoices":
        """The other one in its place, and kept."""
        order = tuple(other_id if one == asset_id else one for one in _without(self.order, other_id))
        return replace(self.leaving_out(asset_id), order=order).keeping(other_id)

    def moving(self, asset_id: str, by: int, shown: Sequence[str]) -> "PathwayChoices":
        """It moved up (by -1) or down (by 1) among those `shown`; at the end it stays."""
        order = list(shown)
        if asset_id in order:
            place = order.index(asset_id)
            order.insert(max(0, place + by), order.pop(place))
        return replace(self, order=tuple(order))

    def taken_up(self) -> "PathwayChoices":
        """What is left of them once the pathway is the plan: what was left out stays so until it is issued."""
        return PathwayChoices(left_out=self.left_out)

    def of_those(self, listed: Collection[str]) -> "PathwayChoices":
        """Without what is no longer listed, so that it takes nobody's room."""
        return replace(self, pinned=tuple(one for one in self.pinned if one in listed))

    def in_order(self, steps: Sequence[One], id_of: Callable[[One], str]) -> list[One]:
        """As they were put; what came since is at the end, as it was proposed."""
        places = {asset_id: place for place, asset_id in enumerate(self.order)}
        return sorted(steps, key=lambda step: places.get(id_of(step), len(places)))


def choices_of(conversation: Conversation) -> PathwayChoices:
    """What was chosen so far."""
    return PathwayChoices(**{name: tuple(ids) for name, ids in conversation.pathway_choices.items()})


def change_choices(
    session: Session, member_id: str, change: Callable[[PathwayChoices], PathwayChoices]
) -> PathwayChoices:
    """Keep what was chosen now, given what was chosen before."""
    require_consent(session, member_id)
    conversation = get_conversation(session, member_id, for_change=True)
    chosen = change(choices_of(conversation))
    conversation.pathway_choices = {name: list(ids) for name, ids in asdict(chosen).items() if ids}
    session.flush()
    return chosen


def forget_choices(session: Session, member_id: str) -> None:
    """The plan they were for was issued."""
    get_conversation(session, member_id, for_change=True).pathway_choices = {}
    session.flush()


def _without(ids: Sequence[str], asset_id: str) -> tuple[str, ...]:
    return tuple(one for one in ids if one != asset_id)
