"""Whether she can get there and in."""

from directory.geography import describe_distance, travel_band
from directory.kinds import Access, Known
from directory.phrases import describe_access
from recommender.eligibility import FROM_HOME, known_access, needs_going
from recommender.signals.judged import Judged
from recommender.signals.signal import Reading, signal
from recommender.sought import Sought

HALF_AT = {"walk": 0.7, "wheel": 0.7, "bus": 2.5, "car": 5.0, None: 3.1}
"""Miles at which half the value of being near is gone, by how she gets about; 3.1 miles are five kilometres."""


@signal(weight=0.14)
def close_to_home(sought: Sought, judged: Judged) -> Reading | None:
    """Nearer is better; half the value is gone at five kilometres, sooner on foot, later by car."""
    if not needs_going(judged.asset):
        return Reading(0.75, "You can do it from home")
    if judged.miles is None:
        return None
    mode = sought.seeker.travel
    reason = f"{describe_distance(judged.miles)} from home"
    if mode in ("walk", "wheel") and judged.miles < 2:
        reason += f", {travel_band(judged.miles, mode)}"
    return Reading(0.5 ** (judged.miles / HALF_AT[mode]), reason)


@signal(weight=0.04)
def can_be_entered(sought: Sought, judged: Judged) -> Reading | None:
    """It is known to have what she needs to get in and take part."""
    wanted = [need for need in sought.seeker.access_needs if need in set(Access)]
    if not wanted:
        return None
    there = [need for need in wanted if known_access(judged.asset, need) is Known.YES]
    named = ", ".join(describe_access(Access(need), Known.YES).split(":")[0] for need in there)
    return Reading(len(there) / len(wanted), named or None)


@signal(weight=0.03)
def suits_staying_in(sought: Sought, judged: Judged) -> Reading | None:
    """It can be had from home by somebody who cannot easily go out, or is met in person where she wants that."""
    ways = set(judged.asset.attending)
    if not ways or not (sought.barriers & {"travel", "health"} or sought.seeker.online):
        return None
    from_home = bool(ways & FROM_HOME)
    if sought.seeker.online == "no":
        return Reading(0.0 if ways <= FROM_HOME else 1.0)
    return Reading(1.0 if from_home else 0.3)
