"""Whether she can get there and in, or take part from home."""

from directory.asset import Asset
from directory.geography import describe_distance
from directory.kinds import FROM_HOME, Access, Attending, Known
from directory.outlines import is_remote
from directory.phrases import describe_access
from recommender.sought import Sought
from recommender.verdict import Verdict, ask, no


def needs_going(asset: Asset) -> bool:
    """Whether one has to go there: it cannot be had from home, as far as is known."""
    return not is_remote(asset.attending)


def can_get_in(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where an access need is known to be missing at every venue, unless one can take part from home."""
    if not needs_going(asset):
        return None
    unknown = []
    for need in sought.facts.access_needs:
        known = known_access(asset, need)
        if known is Known.NO:
            return no(f"{_said(need)}: no")
        if known is Known.NOT_KNOWN:
            unknown.append(_said(need))
    return ask(f"Not stated: {', '.join(unknown)}", 0.8) if unknown else None


def near_enough(sought: Sought, asset: Asset, miles: float | None) -> Verdict | None:
    """Left out beyond the distance that the person will travel, or that people go who get about as she does."""
    if not needs_going(asset):
        return None
    reach = sought.facts.reach
    if miles is None:
        return ask("How far it is is not known", 0.7) if reach.said and not _comes_to_her(asset) else None
    if miles > reach.farthest:
        farther = f", farther than {describe_distance(reach.farthest)}" if reach.said else ""
        return no(f"It is {describe_distance(miles)} away{farther}")
    return None


def way_she_can_take_part(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where it is online only for somebody who wants no online, or cannot be had from home for one who must."""
    ways = set(asset.attending)
    if sought.facts.online == "no" and ways == {Attending.ONLINE}:
        return no("It is online only")
    if sought.facts.from_home and ways and not ways & FROM_HOME:
        return no("It cannot be done from home")
    if sought.facts.from_home and not ways:
        return ask("Whether it can be done from home is not stated")
    return None


def known_access(asset: Asset, need: str) -> Known:
    """Yes if the session or one venue has it, no if all are known to lack it. Step-free: no means no wheelchair."""
    facts = [dict(venue.access) | dict(asset.access) for venue in asset.venues] or [dict(asset.access)]
    answers = [_answer(known, need) for known in facts]
    if Known.YES in answers:
        return Known.YES
    return Known.NO if answers and all(answer is Known.NO for answer in answers) else Known.NOT_KNOWN


def _answer(known: dict[Access, Known], need: str) -> Known:
    if need not in set(Access):
        return Known.NOT_KNOWN
    answer = known.get(Access(need), Known.NOT_KNOWN)
    if need == Access.WHEELCHAIR and answer is Known.NOT_KNOWN and known.get(Access.STEP_FREE) is Known.NO:
        return Known.NO
    if need == Access.STEP_FREE and answer is Known.NOT_KNOWN and known.get(Access.WHEELCHAIR) is Known.YES:
        return Known.YES
    return answer


def _said(need: str) -> str:
    if need in set(Access):
        return describe_access(Access(need), Known.YES).split(":")[0]
    return need.replace("_", " ").capitalize()


def _comes_to_her(asset: Asset) -> bool:
    return any(venue.confidential for venue in asset.venues)
