"""Whether she can get there and in."""

from directory.geography import describe_distance, travel_band
from directory.kinds import FROM_HOME, Access, Known
from directory.phrases import describe_access
from recommender.reach import Reach
from recommender.rules.reach import known_access, needs_going
from recommender.signals.judged import Judged
from recommender.signals.signal import Reading, signal
from recommender.sought import Sought


@signal(weight=0.25)
def close_to_home(sought: Sought, judged: Judged) -> Reading | None:
    """Nearer is better; half the value is gone at two and a half miles, sooner on foot, later by car."""
    if not needs_going(judged.asset):
        return _from_home(sought, judged)
    if judged.miles is None:
        return None
    mode = sought.facts.travel
    reason = f"{describe_distance(judged.miles)} from home"
    if mode in ("walk", "wheel") and judged.miles < 2:
        reason += f", {travel_band(judged.miles, mode)}"
    return Reading(_nearness(judged.miles, sought.facts.reach), reason)


def _from_home(sought: Sought, judged: Judged) -> Reading:
    """For who cannot easily go out it is near; for others no nearer than half a travel band, or than its own venue."""
    eased = sought.facts.online in ("yes", "only") or bool(sought.barriers & {"travel", "health"})
    near = _nearness(judged.miles, sought.facts.reach) if judged.miles is not None else 0.0
    remote = 0.9 if eased else 0.45 if judged.miles is None else 0.3
    if near > remote and judged.miles is not None:
        return Reading(near, f"{describe_distance(judged.miles)} from home")
    return Reading(remote, "You can do it from home")


def _nearness(miles: float, reach: Reach) -> float:
    return float(0.5 ** (miles / reach.half_at))


@signal(weight=0.02)
def can_be_entered(sought: Sought, judged: Judged) -> Reading | None:
    """It is known to have what the person needs to get in and take part."""
    wanted = [need for need in sought.facts.access_needs if need in set(Access)]
    if not wanted:
        return None
    there = [need for need in wanted if known_access(judged.asset, need) is Known.YES]
    named = ", ".join(describe_access(Access(need), Known.YES).split(":")[0] for need in there)
    return Reading(len(there) / len(wanted), named or None)


@signal(weight=0.03)
def suits_staying_in(sought: Sought, judged: Judged) -> Reading | None:
    """It can be had from home where going out is hard, or is met in person where that is wanted."""
    ways = set(judged.asset.attending)
    if not ways or not (sought.barriers & {"travel", "health"} or sought.facts.online):
        return None
    from_home = bool(ways & FROM_HOME)
    if sought.facts.online == "no":
        return Reading(0.0 if ways <= FROM_HOME else 1.0)
    return Reading(1.0 if from_home else 0.3)
